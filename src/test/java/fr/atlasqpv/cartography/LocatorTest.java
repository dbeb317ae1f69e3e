package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.release.PublishedAtlas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorTest {
    private static MapDrawing locator(PublishedAtlas atlas) {
        return AtlasMaps.of(atlas, new BookMetrics()).locator(26).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, au sud-ouest", "2, 2, au nord-est", "1, 1, au centre", "1, 2, au nord", "0, 1, à l’ouest"})
    void itTellsWhereTheRegionIsAmongThoseOfItsZone(int column, int row, String where) {
        MapDrawing map = locator(MadeUpAtlases.located(column, row, false));

        assertThat(map.altText().replace('\u00A0', ' ')).startsWith("Carte de situation : la région ")
                .contains(where + " des 9 régions");
        assertThat(lit(map)).hasSize(1);
        Box box = lit(map).getFirst();
        assertThat(box.centreX()).isBetween(map.width() * column / 3, map.width() * (column + 1) / 3);
        assertThat(box.centreY()).isBetween(map.height() * (2 - row) / 3, map.height() * (3 - row) / 3);
    }

    @Test
    void aRegionOfAnotherZoneStandsBesideAtItsOwnScale() {
        MapDrawing map = locator(MadeUpAtlases.located(0, 0, true));

        assertThat(map.altText().replace('\u00A0', ' ')).contains("dans un cadre à son échelle, à côté de 8 régions");
        assertThat(lit(map)).hasSize(1);
        assertThat(lit(map).getFirst().height()).as("as large as its frame").isGreaterThan(6);
        assertThat(lit(map).getFirst().right()).isLessThan(9);
    }

    @Test
    void thereIsNoneWithoutTheOutlinesOfTheRegions() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);

        assertThat(atlas.outlines()).isEqualTo(Map.of());
        assertThat(AtlasMaps.of(atlas, new BookMetrics()).locator(26)).isEmpty();
    }

    /** What is painted as the region of the book. */
    private static List<Box> lit(MapDrawing map) {
        return map.primitives().stream()
                .filter(p -> p instanceof Path path && Palette.COVER_QPV.equals(path.fill()))
                .map(p -> ((Path) p).lines().stream().flatMap(line -> line.points().stream())
                        .map(point -> new Box(point.x(), point.y(), 0, 0)).reduce(Box::union).orElseThrow())
                .toList();
    }
}
