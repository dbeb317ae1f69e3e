package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a rule is written: its keys are the components of its record, its kind is the name of its class, both in lower case with
 * hyphens. The edition file, the manifest and the audit go through here, so that a kind of rule is one record, named in the
 * {@code permits} of {@link PrimaryRule}, and nothing else.
 *
 * @param <R> the rule
 */
public final class RuleForm<R> {
    /** Key that names the kind of a primary rule. */
    public static final String KIND = "rule";
    /** How clamping rules are written. */
    public static final RuleForm<Clamp> CLAMP = new RuleForm<>(Clamp.class);

    private static final SortedMap<String, RuleForm<? extends PrimaryRule>> KINDS = new TreeMap<>();

    static {
        for (Class<?> kind : PrimaryRule.class.getPermittedSubclasses()) {
            KINDS.put(hyphenated(kind.getSimpleName()), new RuleForm<>(kind.asSubclass(PrimaryRule.class)));
        }
    }

    private final Class<R> type;
    private final SequencedMap<String, RecordComponent> keys = new LinkedHashMap<>();

    /** @throws IllegalStateException when a component is of a type that cannot be written */
    RuleForm(Class<R> type) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> holds = component.getType();
            boolean number = holds == BigDecimal.class && component.isAnnotationPresent(Within.class);
            if (!number && holds != Indicator.class && holds != Measure.class && holds != boolean.class) {
                throw new IllegalStateException(component
                        + " is no indicator, measure, flag nor number with its bounds (@Within)");
            }
            keys.put(hyphenated(component.getName()), component);
        }
    }

    /** The kinds of primary rules by name. */
    public static Map<String, RuleForm<? extends PrimaryRule>> kinds() {
        return java.util.Collections.unmodifiableMap(KINDS);
    }

    /** Name of the kind of a primary rule: {@code few-on-either-side}. */
    static String kind(PrimaryRule rule) {
        return hyphenated(rule.getClass().getSimpleName());
    }

    /** Keys, in order. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /**
     * Makes the rule that is set; empty when a setting is missing or wrong.
     *
     * @throws IllegalArgumentException when the settings do not go together; the message is a French sentence
     */
    public Optional<R> read(Settings settings) {
        Object[] values = keys.entrySet().stream().map(key -> value(key.getKey(), key.getValue(), settings)).toArray();
        if (Arrays.stream(values).anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        Class<?>[] types = keys.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Optional.of(type.getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException wrong ? wrong : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(String key, RecordComponent component, Settings settings) {
        Class<?> holds = component.getType();
        if (holds == BigDecimal.class) {
            Within bounds = component.getAnnotation(Within.class);
            return settings.number(key, bounds.low(), bounds.high());
        }
        return holds == Indicator.class
                ? settings.indicator(key)
                : holds == Measure.class ? settings.measure(key) : (Object) settings.flag(key);
    }

    /** A rule by key, in order: texts, numbers, flags. */
    static SequencedMap<String, Object> written(Object rule) {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        if (rule instanceof PrimaryRule primary) {
            written.put(KIND, kind(primary));
        }
        new RuleForm<>(rule.getClass()).keys.forEach((key, component) -> {
            try {
                written.put(key, switch (component.getAccessor().invoke(rule)) {
                    case Indicator indicator -> indicator.id();
                    case Measure measure -> measure.id();
                    case Object value -> value;
                });
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return written;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=.)(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
    }
}
