package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.ThematicMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of a map are told apart in print without colours and by readers who see fewer. */
class ClassColoursTest {
    /** Least ratio of lightness between neighbours. */
    private static final double APART = 1.25;

    /** Linear light as somebody sees it (Viénot, Brettel, Mollon 1999; Machado et al. 2009 for the third). */
    enum Sight {
        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        GREY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722),
        PROTANOPIA(0.1124, 0.8876, 0, 0.1124, 0.8876, 0, 0.0040, -0.0040, 1),
        DEUTERANOPIA(0.2928, 0.7072, 0, 0.2928, 0.7072, 0, -0.0223, 0.0223, 1),
        TRITANOPIA(1.2555, -0.0767, -0.1788, -0.0784, 0.9308, 0.1476, 0.0047, 0.6914, 0.3039);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        private double lightness(int rgb) {
            double[] light = {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
            double[] weights = {0.2126, 0.7152, 0.0722};
            double sum = 0;
            for (int row = 0; row < 3; row++) {
                double seen = 0;
                for (int column = 0; column < 3; column++) {
                    seen += matrix[3 * row + column] * light[column];
                }
                sum += weights[row] * Math.clamp(seen, 0, 1);
            }
            return sum;
        }

        private static double linear(int channel) {
            double part = channel / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachClassIsDarkerThanTheOneBefore(Sight sight) {
        double before = sight.lightness(Palette.LAND.rgb());
        for (int rank = 0; rank < ThematicMap.MOST; rank++) {
            double lightness = sight.lightness(ClassColours.of(rank));
            assertThat((before + 0.05) / (lightness + 0.05)).as("class %d", rank)
                    .isGreaterThan(rank == 0 ? 1.15 : APART);
            before = lightness;
        }
    }
}
