package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the notices of a source whose codes do not join: with the file, the line, the name of the column as the edition
 * maps it, and the nearest code that exists.
 *
 * @param source where the codes come from
 */
public record JoinNotices(Edition.Source source) {
    private static final int LINES_TOLD = 5;
    private static final Map<NoticeCode, String> ADVICE = Map.of(
            NoticeCode.COMMUNE_INCONNUE,
            "Cette commune n’est pas dans le code officiel géographique de l’édition\u00a0: commune fusionnée, autre année, ou "
                    + "code mal recopié\u00a0?",
            NoticeCode.QPV_INCONNU,
            "Ce quartier n’est pas dans la liste des QPV de l’édition\u00a0: autre génération, ou code mal recopié\u00a0?",
            NoticeCode.EPCI_INCONNU,
            "Cet EPCI n’est pas dans la liste de l’édition\u00a0: autre année, ou SIREN mal recopié\u00a0?",
            NoticeCode.CODE_INCONNU,
            "Ce code n’est dans aucune source de l’édition\u00a0: autre année, ou code mal recopié\u00a0?");

    /** A commune that the COG of the edition does not have. */
    public Notice unknownCommune(long line, String field, String code, Collection<String> known) {
        return unknown(NoticeCode.COMMUNE_INCONNUE, line, field, code, known);
    }

    /** A QPV that the list of the edition does not have. */
    public Notice unknownQpv(long line, String field, String code, Collection<String> known) {
        return unknown(NoticeCode.QPV_INCONNU, line, field, code, known);
    }

    /** An EPCI that the list of the edition does not have. */
    public Notice unknownEpci(long line, String field, String code, Collection<String> known) {
        return unknown(NoticeCode.EPCI_INCONNU, line, field, code, known);
    }

    /** Any other code (département, region) that the edition does not have. */
    public Notice unknownCode(long line, String field, String code, Collection<String> known) {
        return unknown(NoticeCode.CODE_INCONNU, line, field, code, known);
    }

    /**
     * One notice in the place of those of many codes of a file.
     *
     * @param first the notice of the first of them
     * @param unknown number of codes that the list does not have
     * @param all number of codes
     * @param lines lines of the unknown codes
     */
    public Notice manyUnknown(Notice first, long unknown, long all, List<Long> lines) {
        String some = lines.stream().limit(LINES_TOLD).map(String::valueOf).collect(Collectors.joining(", "));
        return new Notice(
                first.file(), first.line(), first.column(), first.code(), first.severity(),
                unknown + " codes sur " + all + " de cette colonne ne sont pas dans la liste de l’édition (lignes "
                        + some
                        + (lines.size() > LINES_TOLD ? ", …" : "")
                        + ")\u00a0: le fichier est sans doute d’une autre année, ou la liste n’est pas entière.",
                first.value());
    }

    private Notice unknown(NoticeCode kind, long line, String field, String code, Collection<String> known) {
        String column = source.columns().getOrDefault(field, field);
        String message = ADVICE.get(kind) + nearest(code, known);
        Notices notices = new Notices(source.file());
        if (kind == NoticeCode.EPCI_INCONNU && source.layout().seats()) {
            return notices.info(line, column, kind, message, code); // whose seat is missing for want of it is told
        }
        return source.layout().geographic() && field.equals("code")
                ? notices.warning(line, column, kind, message, code)
                : notices.error(line, column, kind, message, code);
    }

    /** Codes differ by a digit everywhere: only one of the same length that differs by one sign is worth naming. */
    private static String nearest(String code, Collection<String> known) {
        return known.stream()
                .filter(k -> k.length() == code.length() && differences(k, code) == 1)
                .min(String::compareTo)
                .map(k -> " Le plus proche\u00a0: " + French.quoted(k) + ".")
                .orElse("");
    }

    private static int differences(String a, String b) {
        int differences = 0;
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i)) {
                differences++;
            }
        }
        return differences;
    }
}
