package fr.atlasqpv.indicator;

import fr.atlasqpv.indicator.RawCell.Availability;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the sources say of one kind of territory, communes or QPV.
 *
 * @param measures counts: measure → code → value
 * @param rates rates, in the scale of the indicator, from sources that give no count: indicator → code → value
 * @param bases measure that weighs the rates of an indicator where its denominator is unknown
 * @param figures figures that no sum gives: indicator → code → value
 * @param missing why a territory has no figure: indicator → code → reason
 * @param zeroWhenAbsent measures counted from events or from a list of the territories concerned: a territory that is not
 *     there counts zero, where absence from any other source means unknown
 * @param incomplete territories of which rows could not be used, so that they have more than is counted: measure → codes
 */
public record Contributions(
        Map<Measure, Map<String, BigDecimal>> measures,
        Map<Indicator, Map<String, BigDecimal>> rates,
        Map<Indicator, Measure> bases,
        Map<Indicator, Map<String, BigDecimal>> figures,
        Map<Indicator, Map<String, Availability>> missing,
        Set<Measure> zeroWhenAbsent,
        Map<Measure, Set<String>> incomplete) {

    /** Counts of which every row could be used. */
    public Contributions(
            Map<Measure, Map<String, BigDecimal>> measures,
            Map<Indicator, Map<String, BigDecimal>> rates,
            Map<Indicator, Measure> bases,
            Map<Indicator, Map<String, BigDecimal>> figures,
            Map<Indicator, Map<String, Availability>> missing,
            Set<Measure> zeroWhenAbsent) {
        this(measures, rates, bases, figures, missing, zeroWhenAbsent, Map.of());
    }

    /** Tells whether rows of the territory could not be used: it has more than is counted. */
    public boolean incomplete(Measure measure, String code) {
        return incomplete.getOrDefault(measure, Set.of()).contains(code);
    }

    /** Count of a measure; empty when the sources do not say. */
    public Optional<BigDecimal> measure(Measure measure, String code) {
        BigDecimal value = measures.getOrDefault(measure, Map.of()).get(code);
        if (value == null && zeroWhenAbsent.contains(measure)) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.ofNullable(value);
    }

    /** Tells whether any source gives the measure for this kind of territory. */
    public boolean knows(Measure measure) {
        return measures.containsKey(measure) || zeroWhenAbsent.contains(measure);
    }

    /** Rate of an indicator, in its scale; empty when the sources do not say. */
    public Optional<BigDecimal> rate(Indicator indicator, String code) {
        return Optional.ofNullable(rates.getOrDefault(indicator, Map.of()).get(code));
    }

    /** Base that weighs the rate of an indicator; empty when the edition names none or the sources do not say. */
    public Optional<BigDecimal> base(Indicator indicator, String code) {
        return Optional.ofNullable(bases.get(indicator)).flatMap(base -> measure(base, code));
    }

    /** Figure that no sum gives; empty when the sources do not say. */
    public Optional<BigDecimal> figure(Indicator indicator, String code) {
        return Optional.ofNullable(figures.getOrDefault(indicator, Map.of()).get(code));
    }

    /** The mark that stands in the place of a figure; empty when a source gives the figure or nothing at all. */
    public Optional<Availability> mark(Indicator indicator, String code) {
        return Optional.ofNullable(missing.getOrDefault(indicator, Map.of()).get(code));
    }

    /** Why there is no figure; not available unless a source says otherwise. */
    public Availability whyMissing(Indicator indicator, String code) {
        return missing.getOrDefault(indicator, Map.of()).getOrDefault(code, Availability.NON_DISPONIBLE);
    }
}
