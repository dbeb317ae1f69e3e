package fr.atlasqpv.book;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.secrecy.Publication;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How one published figure came about. Holds the exact counts behind it only when no cell linked to it, at any remove, is
 * withheld or clamped: whoever knows one count of a sum would have the withheld one by subtraction.
 *
 * @param key address of the figure
 * @param territory label of the territory
 * @param indicator what the edition says of the indicator
 * @param publication what is published
 * @param sources sources that feed it
 * @param parts codes and names of what is summed, in order of code
 * @param kindOfParts what is summed: {@code communes}, {@code quartiers}, {@code collèges}
 * @param counts exact counts, empty when they may not be told
 * @param reference whether the figure is taken over from a publication, for the input does not cover the territory
 */
public record Explanation(
        CellKey key,
        String territory,
        IndicatorNotice indicator,
        Publication publication,
        List<Source> sources,
        List<String> parts,
        String kindOfParts,
        Optional<Counts> counts,
        boolean reference) {

    /**
     * Exact counts behind a figure.
     *
     * @param numerator count, or numerator of the rate
     * @param denominator denominator of the rate, null for a count
     */
    public record Counts(BigDecimal numerator, BigDecimal denominator) {}
}
