package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chain of sums: ab = a + b, abc = ab + c, abcd = abc + d; and xy = x + y apart. */
class NeighbourhoodTest {
    private final TableFixture chain = new TableFixture(11).count("a", 1).count("b", 1).count("c", 1).count("d", 1)
            .count("ab", 2).count("abc", 3).count("abcd", 4).count("x", 1).count("y", 1).count("xy", 2)
            .sum("ab", "a", "b").sum("abc", "ab", "c").sum("abcd", "abc", "d").sum("xy", "x", "y");
    private final Neighbourhood neighbourhood = new Neighbourhood(chain.table());

    private BitSet cells(String names) {
        return names == null ? new BitSet() : chain.cells(names.split(" "));
    }

    @ParameterizedTest(name = "{0}, {1} links away: {2}")
    @CsvSource({"a, 0, a", "a, 1, a b ab", "a, 2, a b ab c abc", "a, 3, a b ab c abc d abcd",
            "a, 9, a b ab c abc d abcd", "abc, 1, abc ab c abcd d", "x, 5, x y xy"})
    void reachesSoManyLinksAway(String cell, int distance, String reached) {
        assertThat(neighbourhood.within(chain.cell(cell), distance)).isEqualTo(cells(reached));
        assertThat(neighbourhood.around(cells(cell), distance)).isEqualTo(cells(reached));
    }

    @Test
    void aroundSeveralIsAroundEachAndLeavesThemAsTheyAre() {
        BitSet both = cells("a y");

        assertThat(neighbourhood.around(both, 1)).isEqualTo(cells("a b ab x y xy"));
        assertThat(both).isEqualTo(cells("a y"));
        assertThat(neighbourhood.around(new BitSet(), 3).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"a, a", "a b, a b", "a c, a | c", "a ab c, a c ab", "a b x y, a b | x y", "a d x, a | d | x",
            "x y a c d, a | c | d | x y", "d abc ab a, a d ab abc", ", ''"})
    void cellsThatMeetInLinksAreOneCluster(String withheld, String clusters) {
        List<BitSet> expected = clusters.isEmpty() ? List.of()
                : Arrays.stream(clusters.split(" \\| ")).map(this::cells).toList();

        assertThat(neighbourhood.clusters(cells(withheld))).isEqualTo(expected);
    }
}
