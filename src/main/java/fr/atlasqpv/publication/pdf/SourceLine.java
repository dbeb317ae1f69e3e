package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.IndicatorNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sources and vintages under a table, one mention per source and vintage. */
final class SourceLine {
    private SourceLine() {}

    /** {@code Sources : Insee, RP 2018 (population) ; …}, for these indicators. */
    static String of(Composition composition, List<Indicator> indicators) {
        Map<String, List<String>> bySource = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            composition.notice(indicator).ifPresent(notice -> bySource
                    .computeIfAbsent(origin(notice), key -> new ArrayList<>())
                    .add(French.inSentence(notice.label())));
        }
        List<String> parts = new ArrayList<>();
        bySource.forEach((origin, labels) -> parts.add(origin + " (" + String.join(", ", labels) + ")"));
        return "Sources" + French.NO_BREAK + ": " + String.join(French.THIN + "; ", parts) + ".";
    }

    private static String origin(IndicatorNotice notice) {
        String source = French.typeset(notice.source());
        String millesime = French.typeset(notice.millesime());
        return millesime.isEmpty() || source.contains(millesime) ? source : source + ", " + millesime;
    }

    /** Which of these indicators rest on simulated figures, in a sentence; empty when none does. */
    static String simulated(Composition composition, List<Indicator> indicators) {
        List<String> labels = indicators.stream()
                .flatMap(indicator -> composition.notice(indicator).stream())
                .filter(IndicatorNotice::simulated)
                .map(notice -> French.inSentence(notice.label()))
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            return "";
        }
        return "Données simulées" + French.NO_BREAK + ": " + String.join(", ", labels) + ".";
    }
}
