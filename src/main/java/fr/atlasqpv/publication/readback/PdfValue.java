package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell of the PDF shows, read from French print.
 *
 * @param value figure with {@code .} decimal, or code; empty when none
 * @param status status
 * @param estimated whether the mark {@code e} stands beside it
 */
record PdfValue(String value, CellStatus status, boolean estimated) {
    private static final String ESTIMATED = "estimé";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern BOUND = Pattern.compile("([≥≤])(\\d+(?:\\.\\d+)?)");
    /** The unit after a figure, when it is short enough to be printed there. */
    private static final Pattern SIGN_OF_UNIT = Pattern.compile("(?<=\\d) [^\\d ]{1,2}$");
    private static final Pattern SAID_BOUND = Pattern.compile("(\\d+(?:[.,]\\d+)?) ou (?:plus|moins)");
    private static final Pattern SAID_NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final Map<String, CellStatus> SIGNS = Map.of(
            "s", CellStatus.SECRET, "///", CellStatus.SANS_OBJET, "n.d.", CellStatus.NON_DISPONIBLE,
            "–", CellStatus.SANS_OBJET);
    private static final String YES = "●";

    /**
     * Reads a cell.
     *
     * @return empty when nothing stands there
     * @throws IllegalArgumentException when it is no value; the message does not repeat it
     */
    static Optional<PdfValue> of(PdfNode cell, Indicator indicator) {
        boolean estimated = cell.children().stream().anyMatch(PdfValue::mark);
        StringBuilder text = new StringBuilder(cell.own());
        cell.children().stream().filter(c -> !mark(c)).forEach(c -> text.append(c.text()));
        return of(text.toString(), indicator, estimated);
    }

    private static boolean mark(PdfNode span) {
        return span.said().equals(List.of(ESTIMATED)) && span.text().strip().equals("e");
    }

    static Optional<PdfValue> of(String printed, Indicator indicator, boolean estimated) {
        String text = plain(printed).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CellStatus sign = SIGNS.get(text);
        if (sign != null) {
            return Optional.of(new PdfValue("", sign, estimated));
        }
        String compact =
                SIGN_OF_UNIT.matcher(text).replaceFirst("").replace(" ", "").replace(',', '.').replace('−', '-');
        Matcher bound = BOUND.matcher(compact);
        if (bound.matches()) {
            return Optional.of(new PdfValue(
                    bound.group(2), bound.group(1).equals("≥") ? CellStatus.PLAFONNE : CellStatus.PLANCHER, estimated));
        }
        return Optional.of(new PdfValue(value(text, compact, indicator), CellStatus.PUBLIE, estimated));
    }

    private static String value(String text, String compact, Indicator indicator) {
        if (indicator.kind() == Indicator.Kind.CODE) {
            return text;
        }
        if (indicator.kind() == Indicator.Kind.FLAG && text.equals(YES)) {
            return "1";
        }
        if (NUMBER.matcher(compact).matches()) {
            return compact;
        }
        throw new IllegalArgumentException("signe inconnu dans une cellule");
    }

    /** Numbers that the cell says aloud and does not show. */
    List<String> unshown(List<String> said) {
        List<String> numbers = new ArrayList<>();
        for (String text : said) {
            String plain = plain(text);
            Matcher bound = SAID_BOUND.matcher(plain);
            boolean sameBound = bound.matches() && bound.group(1).replace(',', '.').equals(value);
            Matcher number = SAID_NUMBER.matcher(plain);
            if (!sameBound && number.find()) {
                numbers.add(number.group().replace(',', '.'));
            }
        }
        return numbers;
    }

    /** Spaces of every width as plain ones. */
    static String plain(String text) {
        return text.replace('\u202F', ' ').replace('\u00A0', ' ').replace('\u2009', ' ').replace('\u00AD', ' ');
    }

    /** Letters and digits alone, in lower case and without accents: what remains of a name in any typography. */
    static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
