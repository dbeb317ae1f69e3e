package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast of every colour that text has on every ground that it stands on (WCAG 2.1, 1.4.3: 4.5 at least). */
class PaletteTest {
    static Stream<Arguments> textOnGround() {
        return Stream.of(
                Arguments.of("text on paper", Palette.INK, Palette.WHITE),
                Arguments.of("text on reference rows", Palette.INK, Palette.PALE),
                Arguments.of("text on zebra", Palette.INK, Palette.ZEBRA),
                Arguments.of("secondary text on paper", Palette.INK_2, Palette.WHITE),
                Arguments.of("secondary text on reference rows", Palette.INK_2, Palette.PALE),
                Arguments.of("secondary text on zebra", Palette.INK_2, Palette.ZEBRA),
                Arguments.of("entries of the contents", Palette.INK_SUB, Palette.WHITE),
                Arguments.of("titles on paper", Palette.TEAL, Palette.WHITE),
                Arguments.of("titles on bands", Palette.TEAL, Palette.PALE),
                Arguments.of("terms on paper", Palette.TEAL_2, Palette.WHITE),
                Arguments.of("QPV on paper", Palette.QPV_TEXT, Palette.WHITE),
                Arguments.of("QPV on zebra", Palette.QPV_TEXT, Palette.ZEBRA),
                Arguments.of("QPV on reference rows", Palette.QPV_TEXT, Palette.PALE),
                Arguments.of("statuses on paper", Palette.GREY, Palette.WHITE),
                Arguments.of("statuses on zebra", Palette.GREY, Palette.ZEBRA),
                Arguments.of("statuses on reference rows", Palette.GREY, Palette.PALE),
                Arguments.of("white on tabs", Palette.WHITE, Palette.TEAL),
                Arguments.of("text on the cover", Palette.COVER_TEXT, Palette.TEAL),
                Arguments.of("warning on the cover", Palette.COVER_WARNING, Palette.TEAL),
                Arguments.of("letters on the mark of QRR", Palette.WHITE, Palette.INK),
                Arguments.of("darkest chip, cohésion", Palette.INK, 0xAE9BCB),
                Arguments.of("darkest chip, emploi", Palette.INK, 0xEBD09C),
                Arguments.of("darkest chip, cadre de vie", Palette.INK, 0x8FBFC6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("textOnGround")
    void textStandsOutFromItsGround(String where, int text, int ground) {
        assertThat(Contrast.of(text, ground)).as(where).isGreaterThanOrEqualTo(4.5);
    }
}
