package fr.atlasqpv.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNoticeTest {
    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource({
            "0, 0", "1, 100", "47, 100", "149, 100", "150, 200", "9949, 9900", "9950, 10000", "10499, 10000",
            "190084, 190000", "195000, 200000", "999999, 1000000",
    })
    void aRoughNumberHasTwoDigitsAndHundredsAtLeast(long exact, long told) {
        assertThat(SourceNotice.rough(exact)).isEqualTo(told);
    }

    @Test
    void whatIsToldRoughlySaysSo() {
        SourceNotice exact =
                new SourceNotice("id", "G", "L", "P", "M", "f.csv", 3_231_445, "0", List.of(), 190_084, 3, 12_345, "L",
                        true, false);

        assertThat(exact.roughly()).isEqualTo(new SourceNotice(
                "id", "G", "L", "P", "M", "f.csv", 3_200_000, "0", List.of(), 190_000, 3, 12_000, "L", true, true));
    }
}
