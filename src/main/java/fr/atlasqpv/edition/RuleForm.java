package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.ProtectionLevels;
import fr.atlasqpv.secrecy.Within;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
final class RuleForm<R> {
    /** Key that names the kind of a primary rule. */
    static final String KIND = "rule";
    /** How clamping rules are written. */
    static final RuleForm<Clamp> CLAMP = new RuleForm<>(Clamp.class);
    /** How protection levels are written. */
    static final RuleForm<ProtectionLevels> LEVELS = new RuleForm<>(ProtectionLevels.class);

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
            boolean number = (holds == BigDecimal.class || holds == Optional.class || holds == int.class)
                    && component.isAnnotationPresent(Within.class);
            boolean word = holds == Indicator.class || holds == Measure.class || holds.isEnum();
            if (!number && !word && holds != boolean.class) {
                throw new IllegalStateException(component
                        + " is no indicator, measure, word, flag nor number with its bounds (@Within)");
            }
            keys.put(hyphenated(component.getName()), component);
        }
    }

    /** The kinds of primary rules by name. */
    static Map<String, RuleForm<? extends PrimaryRule>> kinds() {
        return java.util.Collections.unmodifiableMap(KINDS);
    }

    /** Name of the kind of a primary rule: {@code few-on-either-side}. */
    static String kind(PrimaryRule rule) {
        return hyphenated(rule.getClass().getSimpleName());
    }

    /** Makes the rule that a section sets; empty, and a fault told, when a key is missing, wrong or one too many. */
    Optional<R> read(Section section, Catalogue catalogue) {
        Object[] values = keys.entrySet()
                .stream()
                .map(key -> value(section, key.getKey(), key.getValue(), catalogue))
                .toArray();
        section.finish();
        if (Arrays.stream(values).anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        Class<?>[] types = keys.values().stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Optional.of(type.getDeclaredConstructor(types).newInstance(values));
        } catch (InvocationTargetException e) {
            section.fault(keys.lastEntry().getKey(), "regle-incoherente", e.getCause().getMessage(), "");
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Section section, String key, RecordComponent component, Catalogue catalogue) {
        Class<?> holds = component.getType();
        if (holds == BigDecimal.class) {
            Within bounds = component.getAnnotation(Within.class);
            return section.decimal(key, bounds.low(), bounds.high());
        }
        if (holds == int.class) {
            Within bounds = component.getAnnotation(Within.class);
            return section.integer(key, bounds.low(), bounds.high());
        }
        if (holds == Optional.class) {
            Within bounds = component.getAnnotation(Within.class);
            return Optional.ofNullable(section.optionalDecimal(key, bounds.low(), bounds.high()));
        }
        if (holds == boolean.class) {
            return section.flag(key, false);
        }
        if (holds.isEnum()) {
            Map<String, Object> words = new LinkedHashMap<>();
            for (Object word : holds.getEnumConstants()) {
                words.put(word(word), word);
            }
            return section.choice(key, "mot-inconnu", w -> Optional.ofNullable(words.get(w)), words.keySet());
        }
        return holds == Indicator.class ? indicator(section, key, catalogue) : measure(section, key, catalogue);
    }

    private static Indicator indicator(Section section, String key, Catalogue catalogue) {
        return section.choice(
                key, "indicateur-inconnu", catalogue::indicator,
                catalogue.indicators().stream().map(Indicator::id).toList());
    }

    private static Measure measure(Section section, String key, Catalogue catalogue) {
        return section.choice(
                key, "mesure-inconnue", catalogue::measure, catalogue.measures().stream().map(Measure::id).toList());
    }

    /** A rule by key, in order: texts, numbers, flags. */
    static SequencedMap<String, Object> written(Object rule) {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        if (rule instanceof PrimaryRule primary) {
            written.put(KIND, kind(primary));
        }
        new RuleForm<>(rule.getClass()).keys.forEach((key, component) -> {
            try {
                Object value = component.getAccessor().invoke(rule);
                if (!Optional.empty().equals(value)) {
                    written.put(key, switch (value) {
                        case Indicator indicator -> indicator.id();
                        case Measure measure -> measure.id();
                        case Enum<?> constant -> word(constant);
                        case Optional<?> number -> number.orElseThrow();
                        default -> value;
                    });
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return written;
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=.)(\\p{Lu})", "-$1").toLowerCase(Locale.ROOT);
    }
}
