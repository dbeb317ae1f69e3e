package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import java.math.BigDecimal;

/**
 * A cell as a written book shows it, right or wrong: a figure may stand beside the status {@code secret}.
 *
 * @param key address
 * @param value figure or code as a text with {@code .} decimal, empty when there is none
 * @param status status
 * @param estimated whether it bears the mark {@code estimé}
 * @param millesime vintage, empty where the place does not say it
 * @param source source, empty where the place does not say it
 * @param where place in the book: {@code Données!G12}, {@code ligne 12}
 */
public record ReadCell(
        CellKey key,
        String value,
        CellStatus status,
        boolean estimated,
        String millesime,
        String source,
        String where) {
    /** Tells whether two places say the same of a cell. */
    public boolean agreesWith(ReadCell other) {
        return key.equals(other.key) && value.equals(other.value) && status == other.status
                && estimated == other.estimated;
    }

    /** Tells whether a value stands there exactly when the status has one. */
    public boolean sound() {
        return status.hasValue() != value.isEmpty();
    }

    /** Tells whether its figure has no more decimals than its indicator: others are no figure of the atlas. */
    public boolean fits() {
        return value.isEmpty() || key.indicator().kind() == Indicator.Kind.CODE
                || new BigDecimal(value).stripTrailingZeros().scale() <= key.indicator().decimals();
    }

    /**
     * The cell as the books publish it.
     *
     * @throws IllegalArgumentException when it is not sound, or its figure has more decimals than its indicator
     */
    public PublishedCell published() {
        boolean code = key.indicator().kind() == Indicator.Kind.CODE;
        BigDecimal number = code || value.isEmpty() ? null : new BigDecimal(value);
        return new PublishedCell(key, number, code && !value.isEmpty() ? value : null, status, estimated);
    }
}
