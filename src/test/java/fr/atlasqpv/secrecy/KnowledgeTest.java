package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of counts one by one, and what links make of it. Intervals are written {@code 3..7}. */
class KnowledgeTest {
    private final List<Cell> cells = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean whole = true;

    private static Interval interval(String text) {
        String[] ends = text.split("\\.\\.");
        return new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
    }

    private void cell(String open, String shown, String known) {
        cells.add(new Cell(
                "c" + cells.size(), List.of(), whole, interval(open), interval(shown), interval(known), 11, List.of(),
                1,
                false));
    }

    private void cells(String... intervals) {
        for (String text : intervals) {
            cell(text, text, "0..1000");
        }
    }

    private Knowledge known(int... withheld) {
        BitSet pattern = new BitSet();
        for (int cell : withheld) {
            pattern.set(cell);
        }
        LinkedTable table = new LinkedTable(cells, links);
        return Knowledge.of(table, table.linksOfCells(), pattern);
    }

    /** What is known of every cell, noise left out. */
    private List<String> told(Knowledge knowledge) {
        List<String> told = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            told.add(end(knowledge.of(c).low()) + ".." + end(knowledge.of(c).high()));
        }
        return told;
    }

    private static String end(double value) {
        double rounded = Math.rint(value * 1000) / 1000 + 0.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    @ParameterizedTest(name = "open {0}, shown {1}, known elsewhere {2}: withheld {3}, told {4}")
    @CsvSource({"0..100, 40..44, 0..1000, 0..100, 40..44", "0..100, 40..44, 30..60, 30..60, 40..44",
            "0..100, 40..44, 42..60, 42..60, 42..44", "0..100, 40..44, 30..43, 30..43, 40..43",
            "10..90, 40..44, 0..95, 10..90, 40..44"})
    void aFigureTellsWhatItShowsOrLeavesAllThatIsOpen(
            String open, String shown, String elsewhere, String withheld, String published) {
        cell(open, shown, elsewhere);

        assertThat(told(known(0))).containsExactly(withheld);
        assertThat(told(known())).containsExactly(published);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}, {4}, {5}")
    @CsvSource({"0..10, 3..4, 10..10, 6..7, 3..4, 10..10", "0..10, 0..10, 4..6, 0..6, 0..6, 4..6",
            "5..9, 8..9, 0..100, 5..9, 8..9, 13..18", "5..9, 8..9, 14..100, 5..9, 8..9, 14..18",
            "5..9, 8..9, 0..15, 5..7, 8..9, 13..15", "0..10, 0..10, 20..20, 10..10, 10..10, 20..20",
            "0..10, 0..10, 0..0, 0..0, 0..0, 0..0", "1..2, 3..4, 4..6, 1..2, 3..4, 4..6"})
    void eachCountOfASumLeavesRoomForTheOthers(String a, String b, String total, String a2, String b2, String total2) {
        cells(a, b, total);
        links.add(Link.sum(2, List.of(0, 1)));

        Knowledge knowledge = known().tighten();

        assertThat(told(knowledge)).containsExactly(a2, b2, total2);
        assertThat(knowledge.contradiction()).isFalse();
    }

    @ParameterizedTest(name = "of {0}, at least {1} has {2} to {3} more: {4}, {5}")
    @CsvSource({"0..20, 0..10, 0, 5, 0..15, 0..10", "0..20, 0..30, 0, 50, 0..20, 0..20",
            "0..20, 7..10, 0, 5, 7..15, 7..10", "12..20, 0..10, 0, 5, 12..15, 7..10",
            "0..20, 0..10, 3, 100, 3..20, 0..10", "0..8, 0..10, 3, 100, 3..8, 0..5"})
    void anExcessBoundsBoth(String outer, String inner, double low, double high, String outer2, String inner2) {
        cells(outer, inner);
        links.add(Link.excess(0, List.of(1), low, high));

        assertThat(told(known().tighten())).containsExactly(outer2, inner2);
    }

    @Test
    void whatASumTellsOfItsTotalIsHandedOnThroughAllThatIsLinkedToIt() {
        // 0 + 1 = 4, 4 + 2 = 5, 5 + 3 = 6: the sums stand in the order in which least is learnt
        cells("2..3", "0..100", "0..100", "0..100", "0..100", "0..100", "30..30");
        links.add(Link.sum(6, List.of(5, 3)));
        links.add(Link.sum(5, List.of(4, 2)));
        links.add(Link.sum(4, List.of(0, 1)));

        assertThat(told(known().tighten())).containsExactly("2..3", "0..28", "0..28", "0..28", "2..30", "2..30",
                "30..30");
    }

    @Test
    void tightensFromOneLinkOnAndWhatItReaches() {
        cells("2..3", "0..100", "10..10", "0..100", "20..20", "4..5", "0..100", "9..9");
        links.add(Link.sum(2, List.of(0, 1)));
        links.add(Link.sum(4, List.of(1, 3)));
        links.add(Link.sum(7, List.of(5, 6)));
        Knowledge knowledge = known();
        BitSet first = new BitSet();
        first.set(0);

        knowledge.tighten(first);

        assertThat(told(knowledge)).containsExactly("2..3", "7..8", "10..10", "12..13", "20..20", "4..5", "0..100",
                "9..9");
        assertThat(first.cardinality()).as("what was asked for").isEqualTo(1);
    }

    @ParameterizedTest(name = "whole {0}: {1}")
    @CsvSource({"true, 4..6", "false, 3.5..6.5"})
    void wholeCountsLieBetweenIntegers(boolean integers, String known) {
        whole = integers;
        cells("0..100", "3.5..6.5", "10..10");
        cells.set(2,
                new Cell("total", List.of(), false, interval("10..10"), interval("10..10"), interval("0..1000"), 11,
                        List.of(), 1, false));
        links.add(Link.sum(2, List.of(0, 1)));

        assertThat(told(known().tighten()).getFirst()).isEqualTo(known);
    }

    @Test
    void figuresThatNoCountsPrintContradictOneAnother() {
        cells("0..3", "0..4", "10..10", "1..2", "0..50", "20..20");
        links.add(Link.sum(2, List.of(0, 1)));
        assertThat(known().tighten().contradiction()).isTrue();

        links.set(0, Link.sum(5, List.of(3, 4)));
        assertThat(known().tighten().contradiction()).isFalse();
    }

    @Test
    void nothingMoreIsConcludedOnceTheyDo() {
        cells("0..3", "0..4", "10..10", "1..2", "0..50", "20..20");
        links.add(Link.sum(2, List.of(0, 1)));
        links.add(Link.sum(5, List.of(3, 4)));

        assertThat(told(known().tighten())).endsWith("1..2", "0..50", "20..20");
    }

    @ParameterizedTest(name = "{0} narrowed to {1}: {2}, gained {3}, contradiction {4}")
    @CsvSource({"0..10, 3..7, 3..7, true, false", "0..10, 3..70, 3..10, true, false", "0..10, -3..7, 0..7, true, false",
            "0..10, 0..10, 0..10, false, false", "0..10, -5..20, 0..10, false, false",
            "0..10, 5..5, 5..5, true, false", "0..10, 12..20, 11..11, true, true",
            // a ten-millionth is no gain, and ends that cross by noise meet
            "0..10, 0.0000001..9.9999999, 0..10, false, false", "0..10, 0.0001..9.9999, 0..10, true, false",
            "5..5, 5.000008..20, 5..5, true, false", "5..5, 5.00002..20, 5..5, true, true",
            "0..10, 10.000008..20, 10..10, true, false", "0..10, 10.00002..20, 10..10, true, true"})
    void narrowingTellsWhetherAnythingWasGained(
            String before, String to, String after, boolean gained, boolean contradiction) {
        whole = false;
        cells(before);
        Knowledge knowledge = known();

        assertThat(knowledge.narrow(0, interval(to).low(), interval(to).high())).isEqualTo(gained);
        assertThat(told(knowledge)).containsExactly(after);
        assertThat(knowledge.contradiction()).isEqualTo(contradiction);
        assertThat(knowledge.of(0).length()).as("ends do not stay crossed").isNotNegative();
    }

    @ParameterizedTest(name = "{0} narrowed to {1}: {2}")
    @CsvSource({"0..10, 2.5..7.5, 3..7", "0..10, 2.9999999..7.0000001, 3..7", "0..10, 3.0000001..6.9999999, 3..7"})
    void wholeCountsAreNarrowedToIntegersNoiseLeftOut(String before, String to, String after) {
        cells(before);
        Knowledge knowledge = known();
        knowledge.narrow(0, interval(to).low(), interval(to).high());

        assertThat(knowledge.of(0)).isEqualTo(interval(after));
    }

    @ParameterizedTest(name = "{0} less {1} between {2} and {3}: {4}")
    @CsvSource({"5..10, 0..4, 1, 10, false", "5..10, 0..4, 2, 10, true", "5..10, 0..4, 1, 9, true",
            "5..10, 0..4, 0, 11, false", "5..10, 0..4, 1.0000001, 9.9999999, false"})
    void aLinkBindsWhereItSaysMoreThanIsKnownOfItsCells(String total, String part, double low, double high,
            boolean binds) {
        cells(total, part);

        assertThat(known().binds(Link.excess(0, List.of(1), low, high))).isEqualTo(binds);
    }

    @Test
    void passesOverACircleThatCreepsComeToAnEnd() {
        // each is more than the other: every pass gains one unit, of a hundred million
        cells("0..100000000", "0..100000000");
        cells.replaceAll(c -> new Cell(
                c.name(), c.keys(), true, c.open(), c.shown(), new Interval(0, 1e8), 11, List.of(), 1, false));
        links.add(Link.excess(0, List.of(1), 1, 1e8));
        links.add(Link.excess(1, List.of(0), 1, 1e8));

        Knowledge knowledge = known().tighten();

        assertThat(knowledge.of(0).low()).isBetween(10.0, 1000.0);
        assertThat(knowledge.contradiction()).as("left to the linear programs").isFalse();
    }

    @Test
    void aTableWithoutALinkTellsWhatItsFiguresTell() {
        cells("3..7");

        assertThat(told(known().tighten())).containsExactly("3..7");
    }
}
