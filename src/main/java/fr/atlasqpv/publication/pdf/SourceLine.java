package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sources and vintages under a table: each source once, its vintages with the indicators that they feed. */
final class SourceLine {
    /** A table, to be named in a sentence. */
    static final String TABLE = "du tableau";
    /** A graphic, to be named in a sentence. */
    static final String GRAPHIC = "du graphique";
    /** Several graphics. */
    static final String GRAPHICS = "des graphiques";

    private static final String NO_VINTAGE = "[–—-]?";

    private SourceLine() {}

    /**
     * What must be said under a table or a graphic: simulated figures, sources, indicators without a source.
     *
     * @param what {@link #TABLE} or {@link #GRAPHIC}
     */
    static List<Rich> paragraphs(Composition composition, List<Indicator> indicators, String what) {
        List<Rich> paragraphs = new ArrayList<>();
        String simulated = simulated(composition, indicators, what);
        if (!simulated.isEmpty()) {
            paragraphs.add(Rich.of(simulated, Style.of(Weight.SEMIBOLD, 7, Palette.QPV_TEXT)));
        }
        paragraphs.add(Rich.of(of(composition, indicators), TypeScale.SOURCE));
        return paragraphs;
    }

    /** Height of paragraphs under a graphic, millimetres. */
    static double height(Composition composition, List<Rich> paragraphs) {
        return paragraphs.stream()
                .mapToDouble(text -> composition.type().broken(text, Frame.WIDTH).size() * TypeScale.SOURCE_LEADING)
                .sum();
    }

    /** Draws paragraphs under a graphic. */
    static void draw(Page page, Element section, List<Rich> paragraphs, double x, double top) {
        double y = top;
        for (Rich text : paragraphs) {
            y = page.paragraph(section, text, x, y, Frame.WIDTH, TypeScale.SOURCE_LEADING);
        }
    }

    /**
     * {@code Sources : Insee, recensement de la population, RP 2018 (population) ; …}, for these indicators; those that
     * no source of the edition gives are named after them.
     */
    static String of(Composition composition, List<Indicator> indicators) {
        Map<String, Map<String, List<String>>> bySource = new LinkedHashMap<>();
        List<String> without = new ArrayList<>();
        for (Indicator indicator : indicators) {
            IndicatorNotice notice = composition.notice(indicator);
            if (notice.millesime().matches(NO_VINTAGE)) {
                without.add(brief(notice));
            } else {
                bySource.computeIfAbsent(French.typeset(notice.source()), key -> new LinkedHashMap<>())
                        .computeIfAbsent(French.typeset(notice.millesime()), key -> new ArrayList<>())
                        .add(brief(notice));
            }
        }
        List<String> parts = new ArrayList<>();
        bySource.forEach((source, vintages) -> parts.add(source
                + vintages.entrySet().stream().map(SourceLine::vintage).collect(Collectors.joining())));
        String sources = parts.isEmpty() ? ""
                : "Sources" + French.NO_BREAK + ": " + String.join(French.NO_BREAK + "; ", parts) + ". ";
        String missing = without.isEmpty() ? ""
                : "Sans source dans cette édition" + French.NO_BREAK + ": " + String.join(", ", without) + ".";
        return (sources + missing).strip();
    }

    private static String vintage(Map.Entry<String, List<String>> vintage) {
        return ", " + vintage.getKey() + " (" + String.join(", ", vintage.getValue()) + ")";
    }

    /** What is measured, without the word for how: {@code Part des x} reads {@code x} among others. */
    static String brief(IndicatorNotice notice) {
        return French.inSentence(French.typeset(notice.label())
                .replaceFirst("^(Taux (de |d’)|Part (des |de la )|Nombre (de |d’))", ""));
    }

    /** Which of these indicators rest on simulated figures, in a sentence; empty when none does. */
    static String simulated(Composition composition, List<Indicator> indicators, String what) {
        List<IndicatorNotice> notices = indicators.stream().map(composition::notice).toList();
        List<String> simulated = briefs(notices, true);
        List<String> real = briefs(notices, false);
        if (simulated.isEmpty()) {
            return "";
        }
        String which = String.join(", ", simulated);
        if (simulated.size() > 1 && real.isEmpty()) {
            which = "tous les indicateurs " + what;
        } else if (simulated.size() > 2 && real.size() < 3) {
            which = "tous les indicateurs " + what + ", sauf " + String.join(" et ", real);
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
