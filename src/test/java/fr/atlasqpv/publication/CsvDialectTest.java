package fr.atlasqpv.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
            "=1+1, '=1+1",
            "+33 1, '+33 1",
            "@x, '@x",
            "-, '-",
            "|  =x|, |'  =x|",
            "'=x, ''=x",
            "＝x, '＝x"})
    void aTextThatBeginsLikeAFormulaGetsAnApostrophe(String text, String written) {
        assertThat(CsvDialect.escape(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14.3", "-12", "-0,5", "L’Épinette", "'quoted'", "a=b", "QP002010", "Saint-Omer"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvDialect.escape(text)).isEqualTo(text);
        assertThat(CsvDialect.unescape(text)).isEqualTo(text);
    }

    static List<String> dangerous() {
        return Formulas.LABELS;
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void whatWasEscapedIsReadBackAsItWas(String text) {
        assertThat(CsvDialect.unescape(CsvDialect.escape(text))).isEqualTo(text);
    }

    @Test
    void filesAreUtf8WithoutMarkSemicolonsAndLineFeeds(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("x.csv");

        CsvDialect.write(file, List.of("a", "b"), List.of(List.of("é;x", ""), List.of("\"", "2")));

        assertThat(Files.readString(file)).isEqualTo("a;b\n\"é;x\";\n\"\"\"\";2\n");
    }
}
