package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A figure as it leaves the building: a rounded value or a status, never both a value and a secret. Its vintage and its source are
 * those of its indicator, in the notice of the edition.
 *
 * @param key address
 * @param value published number (one decimal for a rate, integer for a count, 1 or 0 for a flag), null otherwise
 * @param text published code of a dictionary, null otherwise
 * @param status what stands there
 * @param estimated mark {@code e}: rests in part on rate × base or on the known parts only
 */
public record PublishedCell(CellKey key, BigDecimal value, String text, CellStatus status, boolean estimated) {
    /**
     * Gives the value the decimals of its indicator ({@code 14} becomes {@code 14.0} for a rate).
     *
     * @throws IllegalArgumentException when a value stands beside a status that has none, is missing, or has more
     *     decimals than its indicator prints: figures are rounded once, before they come here
     */
    public PublishedCell {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        if ((value != null || text != null) != status.hasValue()) {
            throw new IllegalArgumentException(
                    "a status without value must have none, any other must have one: " + key);
        }
        if (value != null) {
            value = rounded(key, value);
        }
    }

    private static BigDecimal rounded(CellKey key, BigDecimal value) {
        try {
            return value.setScale(key.indicator().decimals(), RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a published figure is rounded before it is published: " + key, e);
        }
    }

    /** The value as the tidy file writes it ({@code .} decimal), empty when there is none. */
    public String plainValue() {
        if (text != null) {
            return text;
        }
        return value == null ? "" : value.toPlainString();
    }

    /** Shorthand for the indicator of the key. */
    public Indicator indicator() {
        return key.indicator();
    }
}
