package fr.atlasqpv.store;

import java.math.BigDecimal;

/** Numbers as they went in: databases pad or strip zeros each in its own way, the books must not see which one was used. */
final class Numbers {
    private Numbers() {}

    /** The number without trailing zeros nor negative scale, null for null. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
