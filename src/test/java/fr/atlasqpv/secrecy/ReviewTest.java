package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.Review.Cell;
import fr.atlasqpv.secrecy.Review.Draw;
import fr.atlasqpv.secrecy.Review.Link;
import fr.atlasqpv.secrecy.Review.Role;
import fr.atlasqpv.secrecy.Review.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a reviewer reads is what the run does: the same cells withheld, with the counts that the run had. */
class ReviewTest {
    private final Review review = Reviews.region();
    private final Table table = review.tables().getFirst();

    @Test
    void whatIsWithheldIsWhatTheRunWithholds() {
        Set<CellKey> withheld = Protection.protect(Reviews.stress().input(List.of(AtlasFixture.socialShare())))
                .publications().entrySet().stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());

        assertThat(review.tables()).hasSize(1);
        assertThat(table.cells().stream().filter(Cell::withheld).flatMap(c -> c.keys().stream()))
                .containsExactlyInAnyOrderElementsOf(withheld);
    }

    @Test
    void eachCellHasItsCountAndIsPrimaryExactlyWhereTheRuleSaysSo() {
        Map<CellKey, RawCell> raw = Reviews.stress().cells().stream().collect(Collectors.toMap(RawCell::key, c -> c));
        for (Cell cell : table.cells()) {
            for (CellKey key : cell.keys()) {
                assertThat(cell.count()).isEqualTo(raw.get(key).numerator().doubleValue());
            }
            assertThat(cell.role() == Role.PRIMARY).isEqualTo(!cell.rules().isEmpty());
        }
    }

    @Test
    void whatAnAttackerLearnsHoldsTheCountAndIsAsWideAsItMustBe() {
        assertThat(table.cells()).filteredOn(Cell::withheld).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.count()).isBetween(cell.learnt().low() - 1e-6, cell.learnt().high() + 1e-6);
            assertThat(cell.learnt().low()).isGreaterThanOrEqualTo(cell.possible().low() - 1e-6);
            assertThat(cell.learnt().width()).isGreaterThanOrEqualTo(cell.required() - 1e-6);
            assertThat(cell.toldTooWell()).isFalse();
        });
        assertThat(table.cells()).noneMatch(Cell::toldTooWell);
    }

    @Test
    void theCountsMeetEveryLink() {
        assertThat(table.links()).isNotEmpty()
                .allSatisfy(link -> assertThat(sum(link, c -> table.cells().get(c).count()))
                        .isBetween(link.low() - 1e-6, link.high() + 1e-6));
    }

    private static double sum(Link link, Function<Integer, Double> value) {
        double sum = 0;
        for (int i = 0; i < link.cells().size(); i++) {
            sum += link.signs().get(i) * value.apply(link.cells().get(i));
        }
        return sum;
    }

    @Test
    void theChosenOneIsAmongThoseItWasDrawnFromAndProtectsPrimaryCells() {
        assertThat(table.draws()).isNotEmpty().allSatisfy((Draw draw) -> {
            assertThat(draw.candidates()).contains(draw.chosen()).doesNotHaveDuplicates();
            assertThat(table.cells().get(draw.chosen()).role()).isEqualTo(Role.COMPLEMENTARY);
            assertThat(draw.protectedCells()).isNotEmpty()
                    .allMatch(c -> table.cells().get(c).role() == Role.PRIMARY);
            assertThat(draw.candidates()).extracting(c -> table.cells().get(c).points())
                    .containsOnly(table.cells().get(draw.chosen()).points());
        });
    }

    @Test
    void costsAreThoseOfTheCellsThatProtectOthers() {
        assertThat(table.worth().points()).isEqualTo(table.cells().stream()
                .filter(c -> c.role() == Role.COMPLEMENTARY).mapToLong(Cell::points).sum());
        assertThat(table.worth().leastPoints()).isPositive().isLessThanOrEqualTo(table.worth().points());
    }

    @Test
    void withNothingWithheldThereIsNothingToReview() {
        assertThat(Protection.review(Reviews.stress().input(List.of())).tables()).isEmpty();
    }
}
