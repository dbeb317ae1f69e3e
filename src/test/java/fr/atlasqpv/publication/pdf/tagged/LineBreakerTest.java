package fr.atlasqpv.publication.pdf.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where lines end. */
class LineBreakerTest {
    private static final Style TEXT = Style.of(Weight.REGULAR, 10, 0);
    private static final Typefaces TYPEFACES = new Typefaces();

    private static List<String> lines(String text, double width) {
        return TYPEFACES.broken(Rich.of(text, TEXT), width).stream()
                .map(line -> String.join("", line.pieces().stream().map(TextLine.Piece::text).toList()))
                .toList();
    }

    @Test
    void aLineEndsAfterASpaceWhichStaysInItsText() {
        assertThat(lines("un deux trois", 16)).containsExactly("un deux ", "trois");
    }

    @Test
    void aNoBreakSpaceHoldsItsTwoWordsTogether() {
        assertThat(lines("un deux\u00A0trois", 16)).containsExactly("un ", "deux\u00A0trois");
    }

    @Test
    void aHyphenInsideAWordMayEndALine() {
        assertThat(lines("Longueville-sur-Brume", 25)).containsExactly("Longueville-sur-", "Brume");
    }

    @Test
    void aHyphenBetweenFiguresMayNot() {
        assertThat(lines("en 2019-2020", 12)).first().isEqualTo("en ");
    }

    @Test
    void aBreakAskedForIsMade() {
        assertThat(lines("un\ndeux", 100)).containsExactly("un", "deux");
    }

    @Test
    void aWordWiderThanTheColumnIsCut() {
        assertThat(lines("anticonstitutionnellement", 12)).hasSizeGreaterThan(2);
    }

    @Test
    void noLineIsWiderThanItsColumn() {
        String text = "Une intercommunalité est rattachée au département de son siège, un quartier à cheval là où "
                + "vivent la plupart de ses habitants ; c’est-à-dire presque toujours au même.";
        for (double width = 20; width < 120; width += 7) {
            double column = width;
            assertThat(TYPEFACES.broken(Rich.of(text, TEXT), width))
                    .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(column + 1e-6));
        }
    }

    @Test
    void nothingIsLostAtTheEndsOfLines() {
        String text = "des mots, des mots-valises, et rien que des mots";
        assertThat(String.join("", lines(text, 21))).isEqualTo(text);
    }
}
