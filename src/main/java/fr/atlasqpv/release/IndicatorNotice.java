package fr.atlasqpv.release;

import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the books say of an indicator; comes from the edition file.
 *
 * @param indicator which one
 * @param label full name
 * @param shortLabel name in table heads (may hold one line break)
 * @param band group in the heads of tables: {@code Population}, {@code Cohésion sociale} …
 * @param definition one or two sentences
 * @param unit {@code habitants}, {@code %}, {@code logements} …
 * @param source producers and bases, as printed under the tables
 * @param millesime vintage, as printed
 * @param weights vintage of the bases that weigh its rates where the sources give no count, empty when none is weighed
 * @param rule publication rule in words, empty when none
 * @param axisMax end of the scale of its bars, null when it has none; the same in the whole book
 * @param dotPlotMin start of the axis of its dot plot, null when it has none
 * @param dotPlotMax end of the axis of its dot plot, null when it has none
 * @param sources identifiers of the sources that feed it
 * @param simulated whether one of its sources is simulated
 */
public record IndicatorNotice(
        Indicator indicator,
        String label,
        String shortLabel,
        String band,
        String definition,
        String unit,
        String source,
        String millesime,
        String weights,
        String rule,
        BigDecimal axisMax,
        BigDecimal dotPlotMin,
        BigDecimal dotPlotMax,
        List<String> sources,
        boolean simulated) {
    /** Defensive copy. */
    public IndicatorNotice {
        sources = List.copyOf(sources);
    }

    /** The same, whose rule in words says why no rule of secrecy judges it. */
    public IndicatorNotice unruled(String because) {
        String said = (rule == null || rule.isEmpty() ? "" : rule + " ") + "Sans règle de secret\u00a0: " + because;
        return new IndicatorNotice(
                indicator, label, shortLabel, band, definition, unit, source, millesime, weights,
                said.endsWith(".") ? said : said + ".", axisMax, dotPlotMin, dotPlotMax, sources, simulated);
    }
}
