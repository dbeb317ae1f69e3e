package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rules of secrecy of an edition: what its file sets, its run obeys, its manifest tells and whoever audits its books
 * measures them by.
 *
 * @param primary primary rules
 * @param clamps clamping rules, at most one per indicator
 * @param protectionWidth least width of what an attacker may learn of a withheld count, units (11)
 * @param knownMeasures denominators that the attacker is presumed to know
 * @param sameUnits groups of indicators whose numerators count the same units of one vintage, a share and its number for
 *     instance: where the counts agree, a cell of one is the cell of the others
 */
public record SecrecyRules(
        List<PrimaryRule> primary,
        List<Clamp> clamps,
        BigDecimal protectionWidth,
        List<Measure> knownMeasures,
        List<List<Indicator>> sameUnits) {
    private static final String PRIMARY = "primary";
    private static final String CLAMPS = "clamps";
    private static final String WIDTH = "protection-width";
    private static final String KNOWN = "known-measures";
    private static final String SAME = "same-units";

    /** @throws IllegalArgumentException when an indicator has two clamping rules, or stands in two groups */
    public SecrecyRules {
        primary = List.copyOf(primary);
        clamps = List.copyOf(clamps);
        knownMeasures = List.copyOf(knownMeasures);
        sameUnits = sameUnits.stream().map(List::copyOf).toList();
        twice(clamps.stream().map(Clamp::indicator).toList()).ifPresent(indicator -> {
            throw new IllegalArgumentException("two clamping rules for " + indicator.id());
        });
        twice(sameUnits.stream().flatMap(List::stream).toList()).ifPresent(indicator -> {
            throw new IllegalArgumentException(indicator.id() + " counts the same units as two groups");
        });
    }

    /** An indicator that stands twice. */
    public static Optional<Indicator> twice(Collection<Indicator> indicators) {
        Set<Indicator> seen = new HashSet<>();
        return indicators.stream().filter(i -> !seen.add(i)).findFirst();
    }

    /** Indicators that a primary rule judges. */
    SortedSet<Indicator> ruled() {
        SortedSet<Indicator> ruled = new TreeSet<>();
        primary.forEach(rule -> ruled.add(rule.indicator()));
        return ruled;
    }

    /** The clamping rule of an indicator. */
    Optional<Clamp> clamp(Indicator indicator) {
        return clamps.stream().filter(c -> c.indicator().equals(indicator)).findFirst();
    }

    /** The indicator with those that count the same units. */
    public List<Indicator> together(Indicator indicator) {
        return sameUnits.stream().filter(g -> g.contains(indicator)).findFirst().orElse(List.of(indicator));
    }

    /** Sets of indicators that must be protected together. */
    Set<List<Indicator>> together(SortedSet<Indicator> indicators) {
        Set<List<Indicator>> sets = new java.util.LinkedHashSet<>(sameUnits);
        sets.removeIf(group -> group.stream().noneMatch(indicators::contains));
        indicators.forEach(i -> sets.add(together(i)));
        return sets;
    }

    /** The rules by key, in order: texts, numbers, flags, lists and maps of them. {@link #read} makes the same rules of it. */
    public SequencedMap<String, Object> written() {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        written.put(PRIMARY, primary.stream().map(RuleForm::written).toList());
        written.put(CLAMPS, clamps.stream().map(RuleForm::written).toList());
        written.put(WIDTH, protectionWidth);
        written.put(KNOWN, knownMeasures.stream().map(Measure::id).toList());
        written.put(SAME, sameUnits.stream().map(g -> g.stream().map(Indicator::id).toList()).toList());
        return written;
    }

    /**
     * The rules that have been written.
     *
     * @param written keys and values, as {@link #written} gives them
     * @param indicators finds an indicator by its identifier
     * @param measures finds a measure by its identifier
     * @throws IllegalArgumentException when a key is missing, or what it says is not known
     */
    public static SecrecyRules read(
            Map<?, ?> written,
            Function<String, Optional<Indicator>> indicators,
            Function<String, Optional<Measure>> measures) {
        List<PrimaryRule> primary = new ArrayList<>();
        for (Object rule : list(written, PRIMARY)) {
            Written settings = new Written((Map<?, ?>) rule, indicators, measures);
            RuleForm<? extends PrimaryRule> form = RuleForm.kinds().get(settings.text(RuleForm.KIND));
            if (form == null) {
                throw new IllegalArgumentException("unknown kind of rule: " + settings.text(RuleForm.KIND));
            }
            primary.add(form.read(settings).orElseThrow());
        }
        return new SecrecyRules(
                primary,
                list(written, CLAMPS).stream()
                        .map(c -> RuleForm.CLAMP.read(new Written((Map<?, ?>) c, indicators, measures)).orElseThrow())
                        .toList(),
                new BigDecimal(new Written(written, indicators, measures).text(WIDTH)),
                list(written, KNOWN).stream().map(id -> Written.known(id.toString(), measures)).toList(),
                list(written, SAME).stream()
                        .map(g -> ((List<?>) g).stream().map(id -> Written.known(id.toString(), indicators)).toList())
                        .toList());
    }

    private static List<?> list(Map<?, ?> written, String key) {
        if (written.get(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("no list of " + key);
    }

    private record Written(
            Map<?, ?> values,
            Function<String, Optional<Indicator>> indicators,
            Function<String, Optional<Measure>> measures) implements Settings {
        String text(String key) {
            Object value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException("no " + key);
            }
            return value.toString();
        }

        static <E> E known(String id, Function<String, Optional<E>> find) {
            return find.apply(id).orElseThrow(() -> new IllegalArgumentException("unknown: " + id));
        }

        @Override
        public Indicator indicator(String key) {
            return known(text(key), indicators);
        }

        @Override
        public Measure measure(String key) {
            return known(text(key), measures);
        }

        @Override
        public BigDecimal number(String key, int lowest, int highest) {
            return new BigDecimal(text(key));
        }

        @Override
        public boolean flag(String key) {
            return Boolean.parseBoolean(text(key));
        }
    }
}
