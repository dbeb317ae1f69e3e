package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Establishment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a figure is computed and aggregated. The program knows these forms and no indicator by name: an edition file declares
 * its indicators, each of one form.
 */
public sealed interface Form {
    /**
     * A measure. Above the QPV: the sum.
     *
     * @param measure what is counted
     */
    record Count(Measure measure) implements Form {}

    /**
     * Numerator over denominator. Above the QPV: ratio of sums.
     *
     * @param numerator what is counted
     * @param denominator among what
     * @param scale what the quotient is multiplied by: 100 for a percentage, 1,000 per thousand, 1 for a quotient
     */
    record Ratio(Measure numerator, Measure denominator, BigDecimal scale) implements Form {}

    /**
     * A figure that no sum gives: median, ratio of quantiles, index. Never aggregated: each level shows what the producer
     * delivers for it, or nothing.
     *
     * @param base measure of those whom the figure describes, for a threshold; null when none is declared
     */
    record Delivered(Measure base) implements Form {}

    /**
     * Change of a count or a ratio between two vintages, from the aggregated parts.
     *
     * @param from the indicator at the earlier vintage
     * @param to the indicator at the later one
     * @param relative in per cent of the earlier figure, else the difference in its own unit
     */
    record Change(Indicator from, Indicator to, boolean relative) implements Form {}

    /**
     * The part that the QPV of a territory make of a larger whole, in per cent.
     *
     * @param measure what is counted
     * @param whole what the part is taken of
     */
    record ShareOf(Measure measure, Whole whole) implements Form {}

    /** What a share is taken of. */
    enum Whole {
        /** Everybody in the same territory. */
        TERRITOIRE,
        /** The QPV of the whole territory of reference. */
        FRANCE
    }

    /**
     * Number of establishments near the contour of a QPV. Above the QPV: those near any of its QPV, each counted once.
     *
     * @param which establishments that count
     */
    record Near(Establishments which) implements Form {}

    /**
     * Ratio over the establishments near the contour of a QPV. Above the QPV: over the distinct ones near any of its QPV;
     * everybody: those of its communes.
     *
     * @param which establishments that count
     * @param numerator what is counted in an establishment
     * @param denominator among what
     * @param scale what the quotient is multiplied by
     */
    record RatioNear(Establishments which, Measure numerator, Measure denominator, BigDecimal scale) implements Form {}

    /**
     * Establishments of a kind, as the producer's directory words it; case and accents do not count.
     *
     * @param kind type ({@code collège}); empty for any
     * @param sector {@code public} or {@code privé}; empty for both
     * @param labels labels of which it has one ({@code REP}); empty for any establishment, labelled or not
     * @param metres greatest distance to the contour
     */
    record Establishments(String kind, String sector, List<String> labels, int metres) {
        /** Words without case nor accents. */
        public Establishments {
            kind = Establishment.plain(kind);
            sector = Establishment.plain(sector);
            labels = List.copyOf(labels);
        }

        /** Those of them within reach, by identifier, of establishments and their distances in metres. */
        public SortedSet<String> near(Map<String, Double> distances, Map<String, Establishment> directory) {
            return distances.entrySet()
                    .stream()
                    .filter(e -> e.getValue() <= metres && accept(directory.get(e.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Tells whether an establishment is one of them, wherever it is. */
        public boolean accept(Establishment establishment) {
            return (kind.isEmpty() || kind.equals(establishment.kind()))
                    && (sector.isEmpty() || sector.equals(establishment.sector()))
                    && (labels.isEmpty() || labels.stream().anyMatch(establishment.labels()::contains));
        }
    }

    /**
     * What a list by QPV or by commune says of a QPV: belongs or not, how many, which code. Who is not on the list is not
     * concerned.
     *
     * @param says what it says
     */
    record Listed(Says says) implements Form {}

    /** What a list says of those that are on it. */
    enum Says {
        /** They belong. */
        BELONGS,
        /** How many times, or a number of its own. */
        NUMBER,
        /** A code of a dictionary. */
        CODE
    }

    /** A class of a dictionary that every QPV has. */
    record Code() implements Form {}
}
