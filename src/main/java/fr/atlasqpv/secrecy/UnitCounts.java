package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Sums of the measures that the primary rules count: persons, households, dwellings; and who contributes to them.
 *
 * <p>Empty where no source gives the count, for instance when a producer delivers a rate only. A rule that lacks its counts
 * cannot be checked by us; the producer's own suppression is then all the protection there is, and the run says so.
 */
@FunctionalInterface
public interface UnitCounts {
    /**
     * Count of a measure.
     *
     * @param territory where
     * @param perimeter whom it counts
     * @param measure what is counted
     * @return the sum, in the units of the measure; empty when unknown
     */
    Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure);

    /**
     * What the respondents of the sources contribute to a count.
     *
     * @param territory where
     * @param perimeter whom it counts
     * @param measure what is counted
     * @return those that the sources name; none where they name nobody
     */
    default Respondents named(Territory territory, Perimeter perimeter, Measure measure) {
        return Respondents.NONE;
    }

    /** The respondents that make up a count; empty when it is unknown, or when those that the sources name make another. */
    default Optional<Respondents> respondents(Territory territory, Perimeter perimeter, Measure measure) {
        Respondents named = named(territory, perimeter, measure);
        return count(territory, perimeter, measure)
                .filter(count -> count.compareTo(named.total()) == 0)
                .map(count -> named);
    }
}
