package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.extract.Fact.RepeatedRowsFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of rows that come again are found, wherever they stand; rows that look alike are not. */
class RepeatedRowsTest {
    private static List<Located<Fact>> found(RepeatedRows repeated, List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            repeated.add(new Table.Cells(i + 2L, i + 2L, 0, List.of(rows.get(i)), List.of(), false));
        }
        return repeated.found("s");
    }

    private static List<String> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "ligne " + i).toList();
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    @ParameterizedTest(name = "rows {0} to {1} of 1000 again after {2} others")
    @CsvSource({"0, 1000, 0", "100, 400, 0", "100, 400, 500", "980, 1000, 3", "0, 16, 0"})
    void aRunIsToldWithBothItsLines(int from, int to, int between) {
        List<String> file = joined(rows(0, 1000), rows(5000, 5000 + between), rows(from, to), rows(9000, 9100));

        assertThat(found(new RepeatedRows(), file)).containsExactly(new Located<>(
                "s", 1002 + between, new RepeatedRowsFact(to - from, 1001 + between + to - from, from + 2, to + 1)));
    }

    @Test
    void rowsThatRepeatOneAnotherTellNothing() {
        List<String> alike = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            alike.add("type " + random.nextInt(4));
        }

        assertThat(found(new RepeatedRows(), alike)).isEmpty();
        assertThat(found(new RepeatedRows(), rows(0, 20_000))).isEmpty();
        assertThat(found(new RepeatedRows(), joined(rows(0, 500), rows(0, 15), rows(900, 950)))).isEmpty();
    }

    @Test
    void aLargeFileIsLookedThroughInBoundedMemory() {
        List<Located<Fact>> found =
                found(new RepeatedRows(1_000), joined(rows(0, 50_000), rows(20_000, 24_000), rows(60_000, 70_000)));

        assertThat(found).singleElement().satisfies(f -> {
            RepeatedRowsFact run = (RepeatedRowsFact) f.fact();
            assertThat(run.rows()).isBetween(3_000L, 4_000L);
            assertThat(f.line() - run.firstLine()).as("distance of the two runs").isEqualTo(30_000);
        });
    }
}
