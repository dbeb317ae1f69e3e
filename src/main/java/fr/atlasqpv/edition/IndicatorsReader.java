package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.IndicatorNotice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the section {@code indicators} of an edition file says of each indicator to the reader of the books. */
final class IndicatorsReader {
    private final Map<String, Section> sections;
    private final Catalogue catalogue;
    private final List<Edition.Source> known;
    private final List<String> sourceIds;

    IndicatorsReader(
            Map<String, Section> sections, Catalogue catalogue, List<Edition.Source> sources) {
        this.sections = sections;
        this.catalogue = catalogue;
        this.known = sources;
        this.sourceIds = sources.stream().map(Edition.Source::id).toList();
    }

    List<IndicatorNotice> read() {
        List<IndicatorNotice> notices = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (Indicator indicator : catalogue.indicators()) {
            Section s = sections.get(indicator.id());
            IndicatorNotice notice = notice(indicator, s);
            String first = names.putIfAbsent(notice.label() + " (" + notice.unit() + ")", indicator.id());
            if (first != null) {
                s.fault(
                        "label", "libelle-en-double",
                        "L’indicateur " + French.quoted(first)
                                + " a ce libellé et cette unité\u00a0: deux colonnes du classeur "
                                + "auraient un seul nom.",
                        notice.label());
            }
            notices.add(notice);
        }
        return notices;
    }

    private IndicatorNotice notice(Indicator indicator, Section s) {
        List<String> sources = sources(s);
        IndicatorNotice notice = new IndicatorNotice(
                indicator,
                s.text("label"),
                s.text("short-label"),
                s.text("band"),
                s.text("definition"),
                s.text("unit"),
                s.text("source"),
                s.text("millesime"),
                Vintages.weights(indicator, known),
                s.optionalText("rule", ""),
                s.optionalDecimal("axis-max", 0, 1_000_000),
                s.optionalDecimal("dot-plot-min", 0, 1_000_000),
                s.optionalDecimal("dot-plot-max", 0, 1_000_000),
                sources,
                known.stream().anyMatch(k -> k.simulated() && sources.contains(k.id())));
        vintages(s, notice);
        axis(s, notice.dotPlotMin(), notice.dotPlotMax());
        s.finish();
        return notice;
    }

    // A comparison of two editions goes by the printed vintage: one that is left out would hide a break in the series
    private void vintages(Section s, IndicatorNotice notice) {
        for (Edition.Source source : Vintages.figures(notice.indicator(), notice.sources(), known)) {
            boolean written = !Section.marked(source.millesime()) && !Section.marked(notice.millesime());
            if (written && !notice.millesime().contains(source.millesime())) {
                s.fault(
                        "millesime",
                        "millesime-incomplet",
                        "La source " + French.quoted(source.id()) + " est du millésime "
                                + French.quoted(source.millesime()) + "\u00a0: celui de l’indicateur doit le citer.",
                        notice.millesime());
            }
        }
    }

    private static void axis(Section s, BigDecimal lowest, BigDecimal highest) {
        if ((lowest == null) != (highest == null) || (lowest != null && lowest.compareTo(highest) >= 0)) {
            s.fault(
                    "dot-plot-max",
                    "axe-invalide",
                    "dot-plot-min et dot-plot-max vont ensemble, le premier sous le second.",
                    String.valueOf(highest));
        }
    }

    private List<String> sources(Section s) {
        for (String id : s.texts("sources")) {
            if (!sourceIds.contains(id)) {
                s.fault(
                        "sources",
                        "source-inconnue",
                        "Aucune source ne porte l’identifiant " + French.quoted(id) + "."
                                + French.didYouMean(id, sourceIds),
                        id);
            }
        }
        return s.texts("sources");
    }
}
