package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In every published sum none or at least two cells are withheld. */
class RuleOfSumsTest {
    /** Two groups and their total; earlier cells are cheaper. */
    private final TableFixture tree = new TableFixture(11).count("a", 1).count("b", 2).count("c", 3).count("d", 4)
            .count("ab", 3).count("cd", 7).count("all", 10)
            .sum("ab", "a", "b").sum("cd", "c", "d").sum("all", "ab", "cd");
    private final RuleOfSums rule = new RuleOfSums(tree.table());

    private BitSet cells(String names) {
        return names == null ? new BitSet() : tree.cells(names.split(" "));
    }

    @ParameterizedTest(name = "withheld {0}: {1} broken")
    @CsvSource({", 0", "a, 1", "a b, 0", "a c, 2", "a ab, 1", "a b c d, 0", "all, 1", "ab cd, 2", "a ab cd c, 0",
            "a b c d ab cd all, 0"})
    void aSingleWithheldCellBreaksASum(String withheld, int broken) {
        assertThat(rule.broken(cells(withheld))).hasSize(broken);
        assertThat(rule.holds(cells(withheld))).isEqualTo(broken == 0);
    }

    @Test
    void aLinkThatIsNoPublishedSumIsNotSpokenOf() {
        LinkedTable table = tree.table();
        LinkedTable excess = new LinkedTable(table.cells(), List.of(Link.excess(4, List.of(0, 1), 0, 5)));

        assertThat(new RuleOfSums(excess).holds(cells("a"))).isTrue();
    }

    @ParameterizedTest(name = "{0} barred {1}: {2}")
    @CsvSource({"a, , a b", "a, b, a ab all", "a, b all, a ab cd c", "c, , c d", "all, , all ab a", "a d, , a b d c"})
    void repairTakesTheCheapestCellsThatMakeEverySumObey(String withheld, String barred, String repaired) {
        BitSet pattern = cells(withheld);

        assertThat(rule.repair(pattern, cells(barred))).isTrue();
        assertThat(pattern).isEqualTo(cells(repaired));
        assertThat(rule.holds(pattern)).isTrue();
    }

    @Test
    void repairSaysThatItCannot() {
        assertThat(rule.repair(cells("a"), cells("b ab"))).isFalse();
    }

    @Test
    void candidatesComeCheapestFirstWithAllThatTheyEntail() {
        // b alone completes the group of a; c and d entail each other; ab and cd entail more, all most.
        assertThat(rule.candidates(cells("a"), new BitSet())).startsWith(tree.cell("b"))
                .doesNotContain(tree.cell("a"));
        assertThat(rule.candidates(cells("a"), cells("b c"))).doesNotContain(tree.cell("b"), tree.cell("c"));
    }

    @Test
    void aCellTakenBackTakesThoseAlongThatProtectedNothingButIt() {
        BitSet pattern = cells("a b c d");
        rule.release(tree.cell("c"), pattern, cells("a"));
        assertThat(pattern).isEqualTo(cells("a b"));

        BitSet kept = cells("a b");
        rule.release(tree.cell("b"), kept, cells("a"));
        assertThat(kept).isEqualTo(cells("a"));
    }
}
