package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bounds of the numbers that an edition sets stand on the rule itself, where its reader finds them at run time. */
class WithinTest {
    static Stream<Class<?>> rules() {
        return Stream.concat(Stream.of(PrimaryRule.class.getPermittedSubclasses()), Stream.of(Clamp.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyNumberOfARuleAndNothingElseHasBounds(Class<?> rule) {
        RecordComponent[] components = rule.getRecordComponents();

        assertThat(components).extracting(c -> c.getType().getSimpleName()).contains("BigDecimal");
        for (RecordComponent component : components) {
            Within within = component.getAnnotation(Within.class);
            assertThat(within != null).as(component.toString())
                    .isEqualTo(List.of(BigDecimal.class, int.class, Optional.class).contains(component.getType()));
            if (within != null) {
                assertThat(within.low()).as(component.toString()).isNotNegative().isLessThan(within.high());
            }
        }
    }

    @Test
    void aClampIsARateAndAMinimumCountsSomebody() {
        assertThat(Arrays.stream(Clamp.class.getRecordComponents())
                .filter(c -> c.getType() == BigDecimal.class)
                .map(c -> c.getAnnotation(Within.class)))
                .isNotEmpty()
                .allSatisfy(w -> assertThat(w.low() + " " + w.high()).isEqualTo("0 100"));
        assertThat(rules().filter(r -> r != Clamp.class)
                .flatMap(r -> Arrays.stream(r.getRecordComponents()))
                .filter(c -> c.isAnnotationPresent(Within.class))
                .map(c -> c.getAnnotation(Within.class).low()))
                .isNotEmpty()
                .allMatch(low -> low >= 1);
    }
}
