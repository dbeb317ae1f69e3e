package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws whole regions on real ground and leaves the maps in {@code target/cartes}, to be looked at. */
class MapGalleryTest {
    private static final Path FOLDER = Path.of("target/cartes");

    @ParameterizedTest
    @CsvSource({
            "32, false, 200093201;200043495;248000531", "32, true, 200093201", "94, false,", "11, false, 200054781-93",
            "53, false,",
            "76, false,", "93, false, 200054807"
    })
    void everyMapOfARegionIsDrawn(String region, boolean schematic, String zooms) throws IOException {
        assumeTrue(OpenGeography.present(), "../shared/data is not beside the project");
        List<String> wanted = zooms == null ? List.of() : List.of(zooms.split(";"));
        PublishedAtlas atlas = OpenGeography.load().atlas(region, schematic, wanted);
        String stem = region + (schematic ? "-schema" : "");
        AtlasMaps maps = AtlasMaps.of(atlas, new BookMetrics());
        write(stem + "-couverture", maps.cover(150, 180));
        write(stem + "-region", maps.region(177, 205));
        for (PublishedTerritory d : atlas.territories(Level.DEP)) {
            write(stem + "-" + d.territory().code(), maps.departement(d.territory().code(), 177, 154));
        }
        for (ZoomMap zoom : atlas.zooms()) {
            write(stem + "-zoom-" + zoom.epci(), maps.zoom(zoom, 177, 172));
        }
    }

    private static void write(String name, MapDrawing map) throws IOException {
        assertThat(map.primitives()).as(name).hasSizeGreaterThan(5);
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".svg"), SvgRendering.of(map, new BookMetrics()));
    }
}
