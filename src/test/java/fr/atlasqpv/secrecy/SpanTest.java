package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans are written as in French: {@code [0;11[} holds 0 and not 11. */
class SpanTest {
    private static final double LAST = 3;

    private static Span span(String text) {
        String[] ends = text.substring(1, text.length() - 1).split(";");
        return new Span(
                Double.parseDouble(ends[0]), text.startsWith("["), Double.parseDouble(ends[1]), text.endsWith("]"));
    }

    private static List<Span> spans(String text) {
        return Stream.of(text.split(" ")).map(SpanTest::span).toList();
    }

    @ParameterizedTest(name = "{0} holds all from {1} to {2}: {3}")
    @CsvSource({
            "]0;11[, 1, 10, true", "]0;11[, 0, 10, false", "]0;11[, 1, 11, false", "]0;11[, 0, 11, false",
            "[0;11[, 0, 10, true", "[0;11[, 0, 11, false", "[0;11[, -1, 10, false",
            "]0;11], 1, 11, true", "]0;11], 0, 11, false", "]0;11], 1, 12, false",
            "[0;11], 0, 11, true", "[0;11], -1, 11, false", "[0;11], 0, 12, false", "[0;11], 12, 13, false",
            // a millionth is noise of the arithmetic: it neither leaves an end that is included nor passes one that is not
            "[0;11], -0.000001, 11.000001, true", "]0;11[, 0.000001, 10, false", "]0;11[, 1, 10.999999, false",
            "]0;11[, 0.00001, 10.99999, true",
    })
    void holdsWhatLiesWithinItsEnds(String span, double from, double to, boolean holds) {
        assertThat(span(span).holds(from, to)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "[0;2[ ]2;3], [0;2[ ]2;3]",
            "[0;2[ [2;3], [0;3]",
            "[0;2] ]2;3], [0;3]",
            "[1;3[ [0;2[, [0;3[",
            "]0;2[ [0;1[, [0;2[",
            "[0;3] ]1;2[, [0;3]",
            "[0;3[ ]1;3], [0;3]",
            "]2;3[ [0;1], [0;1] ]2;3[",
    })
    void mergeWhereNoValueLiesBetween(String given, String merged) {
        assertThat(Span.disjoint(spans(given))).isEqualTo(spans(merged));
    }

    private static boolean among(List<Span> spans, double value) {
        return spans.stream().anyMatch(s -> (value > s.low() || (value == s.low() && s.lowIncluded()))
                && (value < s.high() || (value == s.high() && s.highIncluded())));
    }

    /** Every span whose ends are 0, 1, 2 or 3. */
    private static List<Span> all() {
        List<Span> all = new ArrayList<>();
        for (double low = 0; low < LAST; low++) {
            for (double high = low + 1; high <= LAST; high++) {
                for (int ends = 0; ends < 4; ends++) {
                    all.add(new Span(low, (ends & 1) > 0, high, (ends & 2) > 0));
                }
            }
        }
        return all;
    }

    @Test
    void anyThreeSpansHoldTheSameValuesOnceTheyAreDisjoint() {
        List<Span> all = all();
        for (Span first : all) {
            for (Span second : all) {
                for (Span third : all) {
                    checkDisjoint(List.of(first, second, third));
                }
            }
        }
    }

    private static void checkDisjoint(List<Span> spans) {
        List<Span> disjoint = Span.disjoint(spans);
        for (double value = 0; value <= LAST; value += 0.5) {
            if (among(disjoint, value) != among(spans, value)) {
                assertThat(disjoint).as("%s at %s", spans, value).isNull();
            }
        }
        for (int i = 1; i < disjoint.size(); i++) {
            Span before = disjoint.get(i - 1);
            Span after = disjoint.get(i);
            boolean apart = before.high() < after.low()
                    || (before.high() == after.low() && !before.highIncluded() && !after.lowIncluded());
            assertThat(apart).as("%s of %s", disjoint, spans).isTrue();
        }
    }

    @Test
    void isTheRangeOfARuleInUnitsOfTheCount() {
        assertThat(Span.of(ValueRange.below(BigDecimal.valueOf(200)))).isEqualTo(span("[0;200["));
        assertThat(Span.of(ValueRange.between(BigDecimal.ZERO, BigDecimal.valueOf(11)))).isEqualTo(span("]0;11["));
        assertThat(Span.of(ValueRange.below(BigDecimal.valueOf(11)).mirrored(BigDecimal.valueOf(500))))
                .isEqualTo(span("]489;500]"));
    }
}
