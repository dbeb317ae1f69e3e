package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Measure;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What the sources of an edition show of the units that its measures count, beyond what it says.
 *
 * @param ofOneVintage whether parts and whole are of one vintage: an inequality between others says nothing
 * @param makeUp whether parts make up a whole, by the sources that count them
 * @param same whether two measures count the same units
 * @param named whether a source names the respondents who contribute to a measure
 */
record CountedUnits(
        BiPredicate<List<Measure>, Measure> ofOneVintage,
        BiPredicate<List<Measure>, Measure> makeUp,
        BiPredicate<Measure, Measure> same,
        Predicate<Measure> named) {
    /** Of rules that a run has written: it has looked at its sources, and written what they show. */
    static final CountedUnits WRITTEN =
            new CountedUnits((parts, whole) -> true, (parts, whole) -> false, (one, other) -> false, m -> true);

    /** What some sources show. */
    static CountedUnits of(List<Edition.Source> sources) {
        return new CountedUnits(
                Vintages.agree(sources), Vintages.makeUp(sources), Vintages.sameUnits(sources),
                measure -> sources.stream().anyMatch(s -> s.namesRespondents() && measure.equals(s.measure())));
    }
}
