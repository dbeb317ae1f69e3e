package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    static List<Lettering> letterings() {
        return List.of(
                Lettering.MAIN_TOWN, Lettering.LARGE_TOWN, Lettering.TOWN, Lettering.SEAT, Lettering.COMMUNE,
                Lettering.EPCI, Lettering.DEPARTEMENT, Lettering.DEPARTEMENT_SMALL, Lettering.COUNT,
                Lettering.NEIGHBOUR,
                Lettering.NEIGHBOUR_EPCI, Lettering.SEA, Lettering.COUNTRY, Lettering.NUMBER, Lettering.LEGEND,
                Lettering.SMALL, Lettering.REMARK, Lettering.NORTH);
    }

    @ParameterizedTest
    @MethodSource("letterings")
    void textIsReadableOnItsHaloAndOnNeighbouringLand(Lettering lettering) {
        assertThat(contrast(lettering.ink(), Palette.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(lettering.ink(), Palette.LAND)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void aQpvStandsOutOfWhatSurroundsIt() {
        assertThat(contrast(Palette.QPV, Palette.EPCI)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(Palette.QPV_DARK, Palette.COMMUNE)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(Palette.COVER_QPV, Palette.TEAL)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(Palette.COVER_QPV, Palette.COVER_REGION)).as("on the cover, where it is")
                .isGreaterThanOrEqualTo(3);
        assertThat(contrast(Signs.QPV_BORDER_PALE.ink(), Palette.QPV_PALE)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(Palette.INK, Palette.QPV_PALE)).as("names on pale QPV").isGreaterThanOrEqualTo(4.5);
    }

    /** The fills are light so that names read on them: what tells one class from the next is the line between them. */
    @Test
    void theLineBetweenTwoClassesStandsOutOfBoth() {
        for (Ink ground : List.of(Palette.COMMUNE, Palette.EPCI, Palette.LAND, Palette.NEIGHBOURS, Palette.WHITE)) {
            assertThat(contrast(Signs.COMMUNE_BORDER.ink(), ground)).isGreaterThanOrEqualTo(3);
            assertThat(contrast(Signs.COMMUNE_BORDER_ZOOM.ink(), ground)).isGreaterThanOrEqualTo(3);
        }
        for (Ink ground : List.of(Palette.EPCI, Palette.LAND, Palette.NEIGHBOUR_COMMUNE, Palette.NEIGHBOURS)) {
            assertThat(contrast(Signs.EPCI_BORDER.ink(), ground)).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void bordersOfSubjectsAreSeenOnEveryGround() {
        for (Ink ground : List.of(Palette.WHITE, Palette.LAND, Palette.EPCI, Palette.COMMUNE, Palette.NEIGHBOURS)) {
            assertThat(contrast(Palette.TEAL, ground)).isGreaterThanOrEqualTo(3);
        }
    }

    /** WCAG 2.1, relative luminance and contrast ratio. */
    private static double contrast(Ink a, Ink b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(Ink ink) {
        return 0.2126 * linear(ink.red()) + 0.7152 * linear(ink.green()) + 0.0722 * linear(ink.blue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
