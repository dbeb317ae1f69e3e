package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.PublishedIndicator;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the section {@code indicators} of an edition file. */
final class IndicatorsReader {
    private final Section file;
    private final List<Edition.Source> known;
    private final List<String> sourceIds;

    IndicatorsReader(Section file, List<Edition.Source> sources) {
        this.file = file;
        this.known = sources;
        this.sourceIds = sources.stream().map(Edition.Source::id).toList();
    }

    List<PublishedIndicator> read() {
        List<PublishedIndicator> indicators = new ArrayList<>();
        Map<Indicator, Integer> lines = new EnumMap<>(Indicator.class);
        for (Section section : file.sections("indicators", "indicator")) {
            PublishedIndicator published = indicator(section);
            if (published.indicator() == null) {
                continue;
            }
            Integer first = lines.putIfAbsent(published.indicator(), section.line());
            if (first != null) {
                section.fault(
                        "indicator",
                        "indicateur-en-double",
                        "Cet indicateur est déjà décrit à la ligne " + first + ".",
                        published.indicator().id());
            }
            indicators.add(published);
        }
        if (indicators.isEmpty()) {
            file.fault("indicators", "cle-manquante", "Décrivez dans indicators au moins un indicateur.", "");
        }
        return indicators;
    }

    private PublishedIndicator indicator(Section s) {
        PublishedIndicator published = new PublishedIndicator(
                s.choice("indicator", "indicateur-inconnu", Indicator::of, EditionReader.INDICATORS),
                s.text("label"),
                s.text("short-label"),
                s.text("band"),
                s.text("definition"),
                s.text("unit"),
                s.text("source"),
                s.text("millesime"),
                s.optionalText("rule", ""),
                s.optionalDecimal("axis-max", 0, 1_000_000),
                s.optionalDecimal("dot-plot-min", 0, 1_000_000),
                s.optionalDecimal("dot-plot-max", 0, 1_000_000),
                sources(s));
        vintages(s, published);
        axis(s, published.dotPlotMin(), published.dotPlotMax());
        s.finish();
        return published;
    }

    // A comparison of two editions goes by the printed vintage: one that is left out would hide a break in the series
    private void vintages(Section s, PublishedIndicator published) {
        if (published.indicator() == null) {
            return;
        }
        for (Edition.Source source : Vintages.figures(published, known)) {
            if (!published.millesime().contains(source.millesime())) {
                s.fault(
                        "millesime",
                        "millesime-incomplet",
                        "La source " + French.quoted(source.id()) + " est du millésime "
                                + French.quoted(source.millesime()) + "\u00a0: celui de l’indicateur doit le citer.",
                        published.millesime());
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
