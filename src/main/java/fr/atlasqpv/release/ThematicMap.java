package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An indicator by whose classes the intercommunalités are coloured, the same classes in all the books of an edition.
 *
 * @param indicator a rate of whole territories and of their QPV
 * @param bounds where a class ends and the next begins, in order; none when too few figures are published
 * @param gaps the same for the gap between the QPV and the whole, in points
 */
public record ThematicMap(Indicator indicator, List<BigDecimal> bounds, List<BigDecimal> gaps) {
    /** Most classes. */
    public static final int MOST = 5;
    /** So many figures for a class, at least. */
    private static final int FEWEST = 3;
    private static final int[] STEPS = {1, 2, 5, 10};
    private static final BigDecimal STEPS_IN_RANGE = BigDecimal.valueOf(25);

    /** Defensive copies. */
    public ThematicMap {
        bounds = List.copyOf(bounds);
        gaps = List.copyOf(gaps);
    }

    /** One whose classes nobody has counted yet. */
    public ThematicMap(Indicator indicator) {
        this(indicator, List.of(), List.of());
    }

    /**
     * The same with the classes of what is published of intercommunalités and of their QPV.
     *
     * @param published every cell of the edition
     */
    public ThematicMap over(Collection<PublishedCell> published) {
        Map<CellKey, PublishedCell> figures = new LinkedHashMap<>();
        published.stream()
                .filter(cell -> cell.indicator().equals(indicator) && cell.value() != null
                        && cell.key().territory().level() == Level.EPCI)
                .forEach(cell -> figures.put(cell.key(), cell));
        List<BigDecimal> between = new ArrayList<>();
        figures.values().stream().filter(cell -> cell.key().perimeter() == Perimeter.QPV).forEach(qpv -> gap(
                Optional.of(qpv),
                Optional.ofNullable(figures.get(
                        new CellKey(qpv.key().territory(), Perimeter.ENSEMBLE, indicator))))
                .ifPresent(between::add));
        return new ThematicMap(
                indicator, quantiles(figures.values().stream().map(PublishedCell::value).toList()), quantiles(between));
    }

    /** How far the QPV of a territory are from the whole; empty unless both are published as they are. */
    public static Optional<BigDecimal> gap(Optional<PublishedCell> qpv, Optional<PublishedCell> whole) {
        return qpv.filter(cell -> cell.status() == CellStatus.PUBLIE && cell.value() != null)
                .flatMap(part -> whole.filter(cell -> cell.status() == CellStatus.PUBLIE && cell.value() != null)
                        .map(all -> part.value().subtract(all.value())));
    }

    /** The class of a figure, from 0: it has the bound that begins it. */
    public static int of(BigDecimal figure, List<BigDecimal> bounds) {
        return (int) bounds.stream().filter(bound -> bound.compareTo(figure) <= 0).count();
    }

    /**
     * Bounds of classes of about as many figures each, rounded to a step that is 1, 2 or 5 of some power of ten.
     *
     * @param figures published ones
     * @return fewer than {@value #MOST} classes where rounding makes bounds equal, or there are few figures
     */
    public static List<BigDecimal> quantiles(Collection<BigDecimal> figures) {
        List<BigDecimal> sorted = figures.stream().sorted().toList();
        List<BigDecimal> bounds = new ArrayList<>();
        int classes = Math.min(MOST, sorted.size() / FEWEST);
        if (classes < 2 || sorted.getFirst().compareTo(sorted.getLast()) == 0) {
            return bounds;
        }
        BigDecimal step = step(sorted.getLast().subtract(sorted.getFirst()));
        for (int i = 1; i < classes; i++) {
            BigDecimal quantile = sorted.get(sorted.size() * i / classes);
            BigDecimal bound = quantile.divide(step, 0, RoundingMode.HALF_UP).multiply(step).stripTrailingZeros();
            boolean parts = bound.compareTo(sorted.getFirst()) > 0 && bound.compareTo(sorted.getLast()) <= 0;
            if (parts && (bounds.isEmpty() || bounds.getLast().compareTo(bound) < 0)) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    private static BigDecimal step(BigDecimal range) {
        BigDecimal least = range.divide(STEPS_IN_RANGE, MathContext.DECIMAL64);
        int power = least.precision() - least.scale() - 1;
        for (int step : STEPS) {
            BigDecimal candidate = BigDecimal.valueOf(step).scaleByPowerOfTen(power);
            if (candidate.compareTo(least) >= 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("ten times the power of ten is above " + least);
    }
}
