package fr.atlasqpv.publication.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * The rules of secrecy in force, for a program to read: whoever audits the books measures them by these.
 *
 * @param thresholds primary rules
 * @param clamps clamping rules
 * @param protectionWidth width that must be left to a withheld value, units
 * @param knownMeasures denominators that an attacker is presumed to know
 * @param wholeMeasures numerators counted one by one, hence integers
 * @param linkedShareAndCount whether the share and the number of social dwellings count the same dwellings
 * @param previous files of the previous edition that the attack has been given, empty when none
 */
public record SecrecyRules(
        List<Threshold> thresholds,
        List<Clamp> clamps,
        BigDecimal protectionWidth,
        List<String> knownMeasures,
        List<String> wholeMeasures,
        boolean linkedShareAndCount,
        List<PreviousFile> previous) {
    /** Defensive copies. */
    public SecrecyRules {
        thresholds = List.copyOf(thresholds);
        clamps = List.copyOf(clamps);
        knownMeasures = List.copyOf(knownMeasures);
        wholeMeasures = List.copyOf(wholeMeasures);
        previous = List.copyOf(previous);
    }

    /**
     * A file of the previous edition.
     *
     * @param path path below the folder of that edition
     * @param sha256 fingerprint
     */
    public record PreviousFile(String path, String sha256) {}

    /**
     * A primary rule, in the words of the edition file.
     *
     * @param indicator cells concerned
     * @param unit what is counted: {@code personnes}, {@code menages}, {@code logements}
     * @param numerator measure of the side counted
     * @param denominator measure of the whole, empty when only one side exists
     * @param minimum fewest units of a side
     * @param bothSides whether the complement is a side too
     * @param zeroAllowed whether a side of zero passes
     */
    public record Threshold(
            String indicator,
            String unit,
            String numerator,
            String denominator,
            BigDecimal minimum,
            boolean bothSides,
            boolean zeroAllowed) {}

    /**
     * A clamping rule.
     *
     * @param indicator cells concerned
     * @param floor published instead of anything lower, per cent
     * @param ceiling published instead of anything higher, per cent
     * @param inclusive whether a bound itself is marked
     */
    public record Clamp(String indicator, BigDecimal floor, BigDecimal ceiling, boolean inclusive) {}
}
