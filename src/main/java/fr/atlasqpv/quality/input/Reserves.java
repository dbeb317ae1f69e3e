package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.extract.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the books say of the warnings that they are made with: one sentence for a check and a source, without names nor figures. */
public final class Reserves {
    private static final String ACCEPTED = "Accepté par ";
    /** Warnings of the readers. */
    private static final Map<String, String> OF_READERS = Map.of(
            NoticeCode.TEXTE_ABIME.id(), "les accents de certains noms y sont abîmés",
            NoticeCode.FEUILLE_MASQUEE.id(), "une feuille du classeur y est masquée",
            NoticeCode.LIGNES_MASQUEES.id(), "des lignes masquées du classeur y sont comptées",
            NoticeCode.CELLULES_FUSIONNEES.id(), "des cellules du classeur y sont fusionnées, et les suivantes vides",
            NoticeCode.CHAMP_VIDE.id(), "des cellules y sont vides",
            NoticeCode.GEOMETRIE_INVALIDE.id(), "des contours y manquent",
            NoticeCode.QPV_INCONNU.id(), "des quartiers que l’édition ne connaît pas y figurent",
            NoticeCode.COMMUNE_INCONNUE.id(), "des communes que l’édition ne connaît pas y figurent");
    private static final String UNUSABLE = "des lignes y sont inutilisables et ne sont pas comptées";

    private Reserves() {}

    /** The sentences, in the order of the notices. */
    public static List<String> of(Edition edition, List<Notice> notices) {
        Set<String> sentences = new LinkedHashSet<>();
        notices.stream().filter(n -> n.severity() == Severity.WARNING).forEach(
                n -> reserve(edition, n).ifPresent(reserve -> sentences.add(sentence(edition, n, reserve))));
        return List.copyOf(sentences);
    }

    /** What a warning means to a reader of the books; nothing when they say it themselves, by a mark on their figures. */
    private static Optional<String> reserve(Edition edition, Notice notice) {
        boolean ofASource = edition.sources().stream().anyMatch(s -> s.file().equals(notice.file()));
        return InputChecks.of(notice.code()).map(InputCheck::reserve)
                .or(() -> ofASource ? Optional.of(OF_READERS.getOrDefault(notice.code(), UNUSABLE)) : Optional.empty());
    }

    private static String sentence(Edition edition, Notice notice, String reserve) {
        Optional<Source> source = edition.sources().stream().filter(s -> s.file().equals(notice.file())).findFirst();
        String subject = source.map(s -> s.label() + " (" + s.producer() + ", " + s.millesime() + ")")
                .or(() -> edition.indicators().stream().filter(i -> i.indicator().id().equals(notice.value()))
                        .map(i -> i.label()).findFirst())
                .map(s -> s + "\u00a0: ").orElse("");
        int accepted = notice.message().indexOf(ACCEPTED);
        String sentence = subject + reserve + ".";
        return accepted < 0 ? sentence : sentence + " " + notice.message().substring(accepted);
    }
}
