package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedTableTest {
    private static final Interval ANY = new Interval(0, 1e6);

    /** Protected from 0 to 11, 11 left out, within eleven units. */
    private static Cell cell(double most) {
        return new Cell("cell", List.of(), true, new Interval(0, most), ANY, ANY, 11,
                List.of(new Span(0, true, 11, false), new Span(200, true, 300, true)), 1, false);
    }

    @ParameterizedTest(name = "of 0 to {0} known to be {1} to {2}: {3}")
    @CsvSource({"500, 40, 40, EXACT", "500, 40, 40.0000001, EXACT", "500, 40, 41, NARROW", "500, 40, 50.99, NARROW",
            "500, 40, 50.9999999, ", "500, 40, 51, ", "500, 200, 260, SENSITIVE_RANGE",
            "500, 200, 300, SENSITIVE_RANGE",
            "500, 200, 301, ", "500, 199, 300, ", "500, 0, 500, ",
            // where five is all there can be, five is room enough; and the range that a rule protects all there can be
            "5, 0, 5, ", "5, 0, 4, NARROW", "5, 1, 1, EXACT", "5, 0, 4.9999999, ",
            "10, 0, 10, ", "11, 0, 11, ", "11.5, 0, 11, ", "0, 0, 0, "})
    void whoKnowsLessThanTheWidthOrTheProtectedRangeKnowsTooMuch(double most, double low, double high, Reason reason) {
        Interval interval = new Interval(low, high);

        assertThat(cell(most).reason(interval)).isEqualTo(reason);
    }

    @ParameterizedTest(name = "of 0 to {0} known to be {1} to {2}: {3}")
    @CsvSource({"500, 3, 4, true", "500, 3, 11, false", "10, 3, 4, false", "11, 3, 4, true", "500, 205, 206, true",
            "500, 100, 150, false"})
    void aRangeIsSensitiveUnlessEverythingIs(double most, double low, double high, boolean sensitive) {
        assertThat(cell(most).sensitiveIn(new Interval(low, high))).isEqualTo(sensitive);
    }

    @Test
    void aSumIsTheTotalLessItsParts() {
        Link sum = Link.sum(4, List.of(2, 0));

        assertThat(sum.cells()).containsExactly(4, 2, 0);
        assertThat(sum.signs()).containsExactly(1, -1, -1);
        assertThat(new Interval(sum.low(), sum.high())).isEqualTo(Interval.exactly(0));
        assertThat(sum.sum()).isTrue();
    }

    @Test
    void anExcessAndAnIntervalOfSeveralAreNoPublishedSums() {
        Link excess = Link.excess(4, List.of(2, 0), 3, 7);
        assertThat(excess.cells()).containsExactly(4, 2, 0);
        assertThat(excess.signs()).containsExactly(1, -1, -1);
        assertThat(new Interval(excess.low(), excess.high())).isEqualTo(new Interval(3, 7));
        assertThat(excess.sum()).isFalse();

        Link together = Link.together(List.of(2, 0), new Interval(3, 7));
        assertThat(together.cells()).containsExactly(2, 0);
        assertThat(together.signs()).containsExactly(1, 1);
        assertThat(new Interval(together.low(), together.high())).isEqualTo(new Interval(3, 7));
        assertThat(together.sum()).isFalse();
    }

    @Test
    void eachCellKnowsTheLinksItStandsIn() {
        LinkedTable table = new LinkedTable(
                List.of(cell(1), cell(1), cell(1), cell(1)),
                List.of(Link.sum(0, List.of(1, 2)), Link.excess(0, List.of(2), 0, 1)));

        assertThat(table.linksOfCells()).isDeepEqualTo(new int[][] {{0, 1}, {0}, {0, 1}, {}});
        assertThat(table.sums()).containsExactly(table.links().getFirst());
    }

    @ParameterizedTest(name = "{0} to {1}: {2} to {3}")
    @CsvSource({"2.5, 7.5, 3, 7", "3, 7, 3, 7", "2.9999999, 7.0000001, 3, 7", "3.0000001, 6.9999999, 3, 7",
            "3.1, 6.9, 4, 6"})
    void theIntegersOfAnIntervalLeaveNoiseOut(double low, double high, double first, double last) {
        assertThat(new Interval(low, high).integers()).isEqualTo(new Interval(first, last));
    }

    @ParameterizedTest(name = "3 to 7 holds {0}: {1}")
    @CsvSource({"3, true", "5, true", "7, true", "2.9, false", "7.1, false", "2.9999999, true", "7.0000001, true"})
    void anIntervalHoldsItsEndsAndTheirNoise(double value, boolean holds) {
        assertThat(new Interval(3, 7).contains(value)).isEqualTo(holds);
    }

    @Test
    void twoIntervalsTogetherAreWhatBothAllow() {
        assertThat(new Interval(3, 7).and(new Interval(5, 9))).isEqualTo(new Interval(5, 7));
        assertThat(new Interval(5, 9).and(new Interval(3, 7))).isEqualTo(new Interval(5, 7));
        assertThat(new Interval(3, 7).length()).isEqualTo(4);
        assertThat(Interval.exactly(3)).isEqualTo(new Interval(3, 3));
    }
}
