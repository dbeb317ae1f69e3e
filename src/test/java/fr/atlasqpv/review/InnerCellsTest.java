package fr.atlasqpv.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Reviews;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.MatrixR064;
import org.ojalgo.scalar.RationalNumber;

/** Every cell is written with cells that nothing ties, and all that ties the others follows from that. */
class InnerCellsTest {
    private final Review.Table table = Reviews.region().tables().getFirst();
    private final List<SortedMap<Integer, RationalNumber>> combinations = InnerCells.of(table);

    private Set<Integer> inner() {
        Set<Integer> inner = new TreeSet<>();
        combinations.forEach(c -> inner.addAll(c.keySet()));
        return inner;
    }

    private List<Review.Link> equations() {
        return table.links().stream().filter(l -> l.exact() && l.low() == 0).toList();
    }

    @Test
    void theCountsFollowFromThoseOfTheInnerCells() {
        for (int c = 0; c < combinations.size(); c++) {
            double sum = combinations.get(c).entrySet().stream()
                    .mapToDouble(e -> e.getValue().doubleValue() * table.cells().get(e.getKey()).count())
                    .sum();
            assertThat(sum).isCloseTo(table.cells().get(c).count(), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void anInnerCellIsItselfAndNothingElse() {
        assertThat(inner()).allSatisfy(c -> assertThat(combinations.get(c)).hasSize(1).containsKey(c));
    }

    @Test
    void thereAreAsManyAsTheEquationsLeaveFree() {
        double[][] rows = new double[equations().size()][table.cells().size()];
        for (int e = 0; e < rows.length; e++) {
            Review.Link link = equations().get(e);
            for (int i = 0; i < link.cells().size(); i++) {
                rows[e][link.cells().get(i)] += link.signs().get(i);
            }
        }
        int rank = MatrixR064.FACTORY.rows(rows).getRank();

        assertThat(inner()).hasSize(table.cells().size() - rank);
    }
}
