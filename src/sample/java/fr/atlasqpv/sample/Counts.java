package fr.atlasqpv.sample;

import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weighted counts by territory and measure, kept to four decimals, as they will be written. */
final class Counts {
    private static final int DECIMALS = 4;

    private final SortedMap<String, Map<Measure, BigDecimal>> byCode = new TreeMap<>();

    /** Sets a count. */
    void put(String code, Measure measure, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(measure + " of " + code + " would be " + value);
        }
        byCode.computeIfAbsent(code, c -> new TreeMap<>())
                .put(measure, BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** A count that must exist. */
    double get(String code, Measure measure) {
        BigDecimal value = byCode.getOrDefault(code, Map.of()).get(measure);
        if (value == null) {
            throw new IllegalStateException("no " + measure + " of " + code);
        }
        return value.doubleValue();
    }

    /** Sum of a measure over territories. */
    double sum(Collection<String> codes, Measure measure) {
        return codes.stream().mapToDouble(c -> get(c, measure)).sum();
    }

    /** Ratio of sums, per cent. */
    double percent(Collection<String> codes, Rate rate) {
        return 100 * sum(codes, rate.numerator()) / sum(codes, rate.denominator());
    }

    /** The file {@code CODGEO;MESURE;VALEUR}, measures in the order given. */
    Table table(Collection<Measure> measures) {
        Table table = new Table(';', "CODGEO;MESURE;VALEUR");
        byCode.forEach((code, counts) -> measures.forEach(measure -> {
            BigDecimal value = counts.get(measure).stripTrailingZeros();
            table.row(code, measure.id().toUpperCase(Locale.ROOT), value.signum() == 0 ? "0" : value.toPlainString());
        }));
        return table;
    }
}
