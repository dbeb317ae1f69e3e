package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicator.Kind;
import fr.atlasqpv.indicator.RawCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a cell tells once secrecy has spoken: clamped, rounded once (half-up), or a status alone.
 *
 * @param value number published (one decimal for a rate, integer for a count), null otherwise
 * @param text code published, null otherwise
 * @param status what stands there
 * @param estimated whether a part of the figure is estimated; false where there is no figure
 */
public record Publication(BigDecimal value, String text, CellStatus status, boolean estimated) {
    /** @throws NullPointerException when the status is null */
    public Publication {
        Objects.requireNonNull(status, "status");
    }

    /** A status without figure. */
    public static Publication without(CellStatus status) {
        return new Publication(null, null, status, false);
    }

    /**
     * The publication of a cell that no secrecy rule withholds.
     *
     * @param cell raw figure
     * @param clamp clamping rule of its indicator, if any
     * @throws IllegalArgumentException when a count is negative
     */
    public static Publication of(RawCell cell, Optional<Clamp> clamp) {
        return switch (cell.availability()) {
            case SANS_OBJET -> without(CellStatus.SANS_OBJET);
            case NON_DISPONIBLE -> without(CellStatus.NON_DISPONIBLE);
            case SECRET_A_LA_SOURCE -> without(CellStatus.SECRET);
            case KNOWN -> known(cell, clamp);
        };
    }

    private static Publication known(RawCell cell, Optional<Clamp> clamp) {
        if (cell.key().indicator().kind() == Kind.CODE) {
            return new Publication(null, cell.text(), CellStatus.PUBLIE, cell.estimated());
        }
        if (cell.key().indicator().kind() == Kind.FIGURE) {
            BigDecimal figure = cell.numerator().setScale(cell.key().indicator().decimals(), RoundingMode.HALF_UP);
            return new Publication(figure, null, CellStatus.PUBLIE, cell.estimated());
        }
        if (cell.numerator().signum() < 0) {
            throw new IllegalArgumentException("negative count: " + cell.key());
        }
        if (cell.key().indicator().kind() == Kind.RATE) {
            return rate(cell, clamp);
        }
        BigDecimal rounded = cell.numerator().setScale(cell.key().indicator().decimals(), RoundingMode.HALF_UP);
        return new Publication(rounded, null, CellStatus.PUBLIE, cell.estimated());
    }

    private static Publication rate(RawCell cell, Optional<Clamp> clamp) {
        BigDecimal denominator = cell.denominator();
        if (denominator.signum() == 0) {
            return without(CellStatus.SANS_OBJET);
        }
        Indicator indicator = cell.key().indicator();
        BigDecimal numerator = indicator.share() ? cell.numerator().min(denominator) : cell.numerator();
        int decimals = indicator.decimals();
        if (clamp.isPresent() && clamp.get().atCeiling(numerator, denominator)) {
            BigDecimal ceiling = clamp.get().ceiling().setScale(decimals, RoundingMode.UNNECESSARY);
            return new Publication(ceiling, null, CellStatus.PLAFONNE, cell.estimated());
        }
        if (clamp.isPresent() && clamp.get().atFloor(numerator, denominator)) {
            BigDecimal floor = clamp.get().floor().setScale(decimals, RoundingMode.UNNECESSARY);
            return new Publication(floor, null, CellStatus.PLANCHER, cell.estimated());
        }
        BigDecimal rounded = numerator.multiply(indicator.scale()).divide(denominator, decimals, RoundingMode.HALF_UP);
        return new Publication(rounded, null, CellStatus.PUBLIE, cell.estimated());
    }
}
