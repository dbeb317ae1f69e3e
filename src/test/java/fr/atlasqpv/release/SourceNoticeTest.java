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

    private static final SourceNotice EXACT = new SourceNotice("id", "G", "L", "P", "M", "f.shp", 3_231_445, "0",
            List.of(new SourceNotice.Beside("f.dbf", 12_345, "1")), 190_084, 3, 12_345, "L", true, false);

    @Test
    void rowsThatAreUnitsAreToldRoughly() {
        assertThat(EXACT.roughly()).isEqualTo(new SourceNotice("id", "G", "L", "P", "M", "f.shp", 3_231_445, "0",
                EXACT.beside(), 190_000, 3, 12_000, "L", true, true));
    }

    @Test
    void aFileOfProtectedFiguresHasNeitherFingerprintNorExactSize() {
        assertThat(EXACT.sealed()).isEqualTo(new SourceNotice("id", "G", "L", "P", "M", "f.shp", 3_200_000, "",
                List.of(new SourceNotice.Beside("f.dbf", 12_000, "")), 190_084, 3, 12_345, "L", true, false));
    }
}
