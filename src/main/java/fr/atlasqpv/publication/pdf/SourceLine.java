package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.IndicatorNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sources and vintages under a table: each source once, its vintages with the indicators that they feed. */
final class SourceLine {
    private SourceLine() {}

    /** {@code Sources : Insee, recensement de la population, RP 2018 (population) ; …}, for these indicators. */
    static String of(Composition composition, List<Indicator> indicators) {
        Map<String, Map<String, List<String>>> bySource = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            composition.notice(indicator).ifPresent(notice -> bySource
                    .computeIfAbsent(French.typeset(notice.source()), key -> new LinkedHashMap<>())
                    .computeIfAbsent(French.typeset(notice.millesime()), key -> new ArrayList<>())
                    .add(brief(notice)));
        }
        List<String> parts = new ArrayList<>();
        bySource.forEach((source, vintages) -> parts.add(source
                + vintages.entrySet().stream().map(SourceLine::vintage).collect(Collectors.joining())));
        return "Sources" + French.NO_BREAK + ": " + String.join(French.THIN + "; ", parts) + ".";
    }

    private static String vintage(Map.Entry<String, List<String>> vintage) {
        String year = vintage.getKey().matches("[–—-]?") ? "" : ", " + vintage.getKey();
        return year + " (" + String.join(", ", vintage.getValue()) + ")";
    }

    /** Short names of indicators, parted by commas. */
    static String names(Composition composition, List<Indicator> indicators) {
        return indicators.stream()
                .flatMap(indicator -> composition.notice(indicator).stream())
                .map(SourceLine::brief)
                .collect(Collectors.joining(", "));
    }

    /** {@code Taux de pauvreté} reads {@code pauvreté} among others. */
    private static String brief(IndicatorNotice notice) {
        return French.inSentence(French.typeset(notice.label())
                .replaceFirst("^(Taux (de |d’)|Part (des |de la )|Réussite au |Typologie )", ""));
    }

    /** Which of these indicators rest on simulated figures, in a sentence; empty when none does. */
    static String simulated(Composition composition, List<Indicator> indicators) {
        List<IndicatorNotice> notices = indicators.stream()
                .flatMap(indicator -> composition.notice(indicator).stream())
                .toList();
        List<String> simulated = briefs(notices, true);
        List<String> real = briefs(notices, false);
        if (simulated.isEmpty()) {
            return "";
        }
        String which = String.join(", ", simulated);
        if (simulated.size() > 1 && real.isEmpty()) {
            which = "tous les indicateurs du tableau";
        } else if (simulated.size() > 2 && real.size() < 3) {
            which = "tous les indicateurs du tableau, sauf " + String.join(" et ", real);
        }
        return "Données simulées" + French.NO_BREAK + ": " + which + ".";
    }

    private static List<String> briefs(List<IndicatorNotice> notices, boolean simulated) {
        return notices.stream()
                .filter(notice -> notice.simulated() == simulated)
                .map(SourceLine::brief)
                .distinct()
                .toList();
    }
}
