package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An indicator of an edition: how it is computed and where it is published. Two indicators with one identifier are the same
 * indicator. Labels, vintages and sources are what the books say of it ({@code release.IndicatorNotice}).
 *
 * @param id identifier in every file: edition, tidy CSV, workbook
 * @param form how it is computed and aggregated
 * @param decimals decimals printed
 * @param levels levels at which it is published
 * @param perimeters whom it counts above the QPV
 */
public record Indicator(String id, Form form, int decimals, Set<Level> levels, Set<Perimeter> perimeters)
        implements Comparable<Indicator> {

    /** Kind of the published value. */
    public enum Kind {
        /** A number of units. */
        COUNT,
        /** A ratio of two counts. */
        RATE,
        /** A number that is neither: median, index, change. */
        FIGURE,
        /** 1 or 0. */
        FLAG,
        /** A code of a dictionary, or nothing. */
        CODE
    }

    /** @throws NullPointerException when a component is null */
    public Indicator {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(form, "form");
        levels = Collections.unmodifiableSortedSet(new TreeSet<>(levels));
        perimeters = Collections.unmodifiableSortedSet(new TreeSet<>(perimeters));
    }

    /** Kind of the published value. */
    public Kind kind() {
        return switch (form) {
            case Form.Count c -> Kind.COUNT;
            case Form.Near n -> Kind.COUNT;
            case Form.Ratio r -> Kind.RATE;
            case Form.RatioNear r -> Kind.RATE;
            case Form.ShareOf s -> Kind.RATE;
            case Form.Delivered d -> Kind.FIGURE;
            case Form.Change c -> Kind.FIGURE;
            case Form.Code c -> Kind.CODE;
            case Form.Listed list -> switch (list.says()) {
                case BELONGS -> Kind.FLAG;
                case NUMBER -> Kind.COUNT;
                case CODE -> Kind.CODE;
            };
        };
    }

    /**
     * Tells whether its figures rest on persons, dwellings, establishments: units that somebody may know something of. Not a code nor a
     * membership, nor a number of QPV; nor a change, which follows the figures that it is made of.
     */
    public boolean restsOnUnits() {
        return switch (form) {
            case Form.Count count -> !count.measure().equals(Measure.QPV);
            case Form.ShareOf share -> !share.measure().equals(Measure.QPV);
            case Form.Listed list -> list.says() == Form.Says.NUMBER;
            case Form.Ratio r -> true;
            case Form.RatioNear r -> true;
            case Form.Near n -> true;
            case Form.Delivered d -> true;
            case Form.Change c -> false;
            case Form.Code c -> false;
        };
    }

    /** The measure counted, or the numerator of the ratio; empty for other forms. */
    public Optional<Measure> numerator() {
        return switch (form) {
            case Form.Count count -> Optional.of(count.measure());
            case Form.Ratio ratio -> Optional.of(ratio.numerator());
            case Form.RatioNear ratio -> Optional.of(ratio.numerator());
            case Form.ShareOf share -> Optional.of(share.measure());
            default -> Optional.empty();
        };
    }

    /** Denominator of the ratio; empty for other forms. */
    public Optional<Measure> denominator() {
        return switch (form) {
            case Form.Ratio ratio -> Optional.of(ratio.denominator());
            case Form.RatioNear ratio -> Optional.of(ratio.denominator());
            case Form.ShareOf share -> Optional.of(share.measure());
            default -> Optional.empty();
        };
    }

    /** Measures that its form names. */
    public List<Measure> measures() {
        return switch (form) {
            case Form.Delivered delivered -> Optional.ofNullable(delivered.base()).stream().toList();
            default -> Stream.concat(numerator().stream(), denominator().stream()).distinct().toList();
        };
    }

    /** What the quotient of a ratio is multiplied by; 100 for other forms. */
    public BigDecimal scale() {
        return switch (form) {
            case Form.Ratio ratio -> ratio.scale();
            case Form.RatioNear ratio -> ratio.scale();
            default -> BigDecimal.valueOf(100);
        };
    }

    /** Tells whether it is the part of a whole, in per cent: never above 100. */
    public boolean share() {
        return kind() == Kind.RATE && scale().compareTo(BigDecimal.valueOf(100)) == 0;
    }

    /** Establishments that it looks for; empty for other forms. */
    public Optional<Form.Establishments> establishments() {
        return switch (form) {
            case Form.Near near -> Optional.of(near.which());
            case Form.RatioNear ratio -> Optional.of(ratio.which());
            default -> Optional.empty();
        };
    }

    /** Tells whether the figure of a territory rests on the sums of its parts. */
    public boolean additive() {
        return form instanceof Form.Count || form instanceof Form.Ratio;
    }

    /** Tells whether the cell exists in the books; a QPV has only its own inhabitants. */
    public boolean exists(Level level, Perimeter perimeter) {
        return levels.contains(level)
                && (level == Level.QPV ? perimeter == Perimeter.QPV : perimeters.contains(perimeter));
    }

    @Override
    public int compareTo(Indicator other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indicator indicator && indicator.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
