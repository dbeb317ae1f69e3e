package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the books say of the warnings that they are made with: one sentence for a check and a source, without names nor figures. */
public final class Reserves {
    private static final String ACCEPTED = "Accepté par ";

    private Reserves() {}

    /** The sentences, in the order of the notices. */
    public static List<String> of(Edition edition, List<Notice> notices) {
        Set<String> sentences = new LinkedHashSet<>();
        notices.stream().filter(n -> n.severity() == Severity.WARNING).forEach(
                n -> InputChecks.of(n.code()).ifPresent(check -> sentences.add(sentence(edition, n, check))));
        return List.copyOf(sentences);
    }

    private static String sentence(Edition edition, Notice notice, InputCheck check) {
        Optional<Source> source = edition.sources().stream().filter(s -> s.file().equals(notice.file())).findFirst();
        String subject = source.map(s -> s.label() + " (" + s.producer() + ", " + s.millesime() + ")")
                .or(() -> edition.indicators().stream().filter(i -> i.indicator().id().equals(notice.value()))
                        .map(i -> i.label()).findFirst())
                .map(s -> s + "\u00a0: ").orElse("");
        int accepted = notice.message().indexOf(ACCEPTED);
        String sentence = subject + check.reserve() + ".";
        return accepted < 0 ? sentence : sentence + " " + notice.message().substring(accepted);
    }
}
