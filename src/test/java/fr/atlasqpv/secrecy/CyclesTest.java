package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Cycles.Block;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks are where links go round in circles through cells that are not known. */
class CyclesTest {
    private static List<Block> blocks(TableFixture fixture, BitSet wanted, String... withheld) {
        LinkedTable table = fixture.table();
        return Cycles.of(table, new Attacker(table).quick(fixture.cells(withheld)), wanted);
    }

    /** Rows and columns of two by two, their totals told; the prefix keeps several squares apart. */
    private static TableFixture square(TableFixture fixture, String p) {
        return fixture.count(p + "a", 40).count(p + "b", 60).count(p + "c", 50).count(p + "d", 70)
                .count(p + "ab", 100).count(p + "cd", 120).count(p + "ac", 90).count(p + "bd", 130)
                .sum(p + "ab", p + "a", p + "b").sum(p + "cd", p + "c", p + "d")
                .sum(p + "ac", p + "a", p + "c").sum(p + "bd", p + "b", p + "d");
    }

    private static TableFixture square() {
        return square(new TableFixture(11), "");
    }

    @Test
    void aTreeOfSumsHasNone() {
        TableFixture tree = new TableFixture(11).count("a", 40).count("b", 60).count("c", 50).count("d", 70)
                .count("ab", 100).count("cd", 120).count("all", 220)
                .sum("ab", "a", "b").sum("cd", "c", "d").sum("all", "ab", "cd");

        assertThat(blocks(tree, tree.cells("a", "b", "c", "d", "ab", "cd"), "a", "b", "c", "d", "ab", "cd")).isEmpty();
    }

    @Test
    void aSquareIsOneBlockOfItsFourLinks() {
        TableFixture square = square();

        assertThat(blocks(square, square.cells("a", "b", "c", "d"), "a", "b", "c", "d"))
                .containsExactly(new Block(List.of(0, 1, 2, 3), square.cells("a", "b", "c", "d")));
    }

    @Test
    void aCellThatIsKnownOpensTheCircle() {
        TableFixture square = square();

        assertThat(blocks(square, square.cells("a", "b", "c"), "a", "b", "c")).isEmpty();
    }

    @Test
    void aBlockThatLeadsToNoWantedCellIsLeftOut() {
        TableFixture two = square(square(new TableFixture(11), "x"), "y");
        String[] withheld = {"xa", "xb", "xc", "xd", "ya", "yb", "yc", "yd"};

        assertThat(blocks(two, two.cells(withheld), withheld)).hasSize(2);
        assertThat(blocks(two, two.cells("yb"), withheld))
                .containsExactly(new Block(List.of(4, 5, 6, 7), two.cells("yb")));
        assertThat(blocks(two, new BitSet(), withheld)).isEmpty();
    }

    @Test
    void aCellThatLeadsToAWantedOneOutsideIsATarget() {
        TableFixture square = square().count("e", 30).count("ae", 70).sum("ae", "a", "e");

        assertThat(blocks(square, square.cells("e"), "a", "b", "c", "d", "e"))
                .containsExactly(new Block(List.of(0, 1, 2, 3), square.cells("a")));
    }

    @Test
    void blocksThatMeetInALinkAreOne() {
        TableFixture pair = new TableFixture(11).count("a", 4).count("b", 6).count("c", 10).count("d", 20)
                .count("all", 40).count("ab", 10).count("cd", 30)
                .sum("all", "a", "b", "c", "d").sum("ab", "a", "b").sum("cd", "c", "d");

        assertThat(blocks(pair, pair.cells("a"), "a", "b", "c", "d")).extracting(Block::links)
                .containsExactly(List.of(0, 1, 2));
    }
}
