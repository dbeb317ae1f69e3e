package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * A check of the inputs: one class, one code, one section of {@code docs/checks.md}. The edition file may change severity and
 * threshold.
 */
public interface InputCheck {
    /** Code, severity and threshold, unless the edition says otherwise. */
    Terms terms();

    /** What a reader of the books must know of a finding for which they are made all the same, without names nor figures. */
    String reserve();

    /** Tells whether it speaks of where things are or that they are missing, and of no figure that could be withheld. */
    default boolean ofPlaces() {
        return false;
    }

    /**
     * Looks for what it checks.
     *
     * @param evidence what the inputs state
     * @param threshold threshold in the unit of its terms, null when it has none
     * @param found told of each finding
     */
    void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found);

    /** When a check is made. */
    enum Moment {
        /** Once every extract is read. */
        EXTRACTS,
        /** Once the figures are computed. */
        FIGURES
    }

    /**
     * What the documentation says of a check.
     *
     * @param code identifier, in the notices and in the edition file
     * @param severity severity of its findings
     * @param threshold threshold, null when it has none; a greater one finds less
     * @param unit unit of the threshold, empty when there is none
     * @param moment when it is made
     */
    record Terms(String code, Severity severity, BigDecimal threshold, String unit, Moment moment) {
        /** A check of the extracts without a threshold. */
        static Terms plain(String code, Severity severity) {
            return new Terms(code, severity, null, "", Moment.EXTRACTS);
        }

        /** A check of the extracts with a threshold. */
        static Terms bound(String code, Severity severity, int threshold, String unit) {
            return new Terms(code, severity, BigDecimal.valueOf(threshold), unit, Moment.EXTRACTS);
        }

        /** The same check, made once the figures are computed. */
        Terms ofFigures() {
            return new Terms(code, severity, threshold, unit, Moment.FIGURES);
        }
    }
}
