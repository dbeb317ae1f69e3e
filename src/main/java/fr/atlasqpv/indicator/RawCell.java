package fr.atlasqpv.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * A figure before secrecy: the exact sums behind it. Never leaves the computation ({@code release} holds what does).
 *
 * @param key address
 * @param numerator sum of the numerators (the figure itself for a count, a flag or a figure that no sum gives), null when there is no figure
 * @param denominator sum of the denominators of a rate, null otherwise
 * @param text code of a typology or programme, null otherwise
 * @param availability whether there is a figure, and if not why
 * @param estimated whether a part of it rests on rate × base or on the known parts only
 */
public record RawCell(
        CellKey key,
        BigDecimal numerator,
        BigDecimal denominator,
        String text,
        Availability availability,
        boolean estimated) {
    /** Why a figure is there or not, before any secrecy rule. */
    public enum Availability {
        /** There is a figure. */
        KNOWN,
        /** The figure makes no sense here (no collège near). */
        SANS_OBJET,
        /** The sources do not say. */
        NON_DISPONIBLE,
        /** The producer has withheld it. */
        SECRET_A_LA_SOURCE
    }

    /** @throws NullPointerException when key or availability is null */
    public RawCell {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(availability, "availability");
    }

    /** A count. */
    public static RawCell count(CellKey key, BigDecimal count, boolean estimated) {
        return new RawCell(key, count, null, null, Availability.KNOWN, estimated);
    }

    /** A rate: numerator over denominator. */
    public static RawCell rate(CellKey key, BigDecimal numerator, BigDecimal denominator, boolean estimated) {
        return new RawCell(key, numerator, denominator, null, Availability.KNOWN, estimated);
    }

    /** A code of a dictionary; an empty text says that the programme does not apply. */
    public static RawCell code(CellKey key, String text) {
        return new RawCell(key, null, null, text, Availability.KNOWN, false);
    }

    /** The figure itself, exact: the count, or the quotient in the scale of its indicator. */
    public BigDecimal figure() {
        return denominator == null
                ? numerator
                : numerator.multiply(key.indicator().scale()).divide(denominator, MathContext.DECIMAL128);
    }

    /** Tells whether it is a share whose numerator is above its denominator: two sources contradict each other. */
    public boolean aboveItsWhole() {
        return availability == Availability.KNOWN
                && key.indicator().share()
                && denominator.signum() > 0
                && numerator.compareTo(denominator) > 0;
    }

    /** A cell without figure. */
    public static RawCell absent(CellKey key, Availability why) {
        return new RawCell(key, null, null, null, why, false);
    }
}
