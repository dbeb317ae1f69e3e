package fr.atlasqpv.cartography;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapGalleryTest {
    private static final Path FOLDER = Path.of("target/cartes");

    @ParameterizedTest
    @CsvSource({
            "32,false,200093201", "32,true,200093201", "94,false,", "11,false,200054781-93", "53,false,",
            "76,false,", "93,false,200054807"
    })
    void everyMapOfARegion(String region, boolean schematic, String zooms) throws IOException {
        assumeTrue(OpenGeography.present(), "../shared/data is not beside the project");
        String only = System.getProperty("region");
        assumeTrue(only == null || only.equals(region + (schematic ? "s" : "")));
        OpenGeography open = OpenGeography.load();
        PublishedAtlas atlas = open.atlas(region, schematic, zooms == null ? List.of() : List.of(zooms.split(";")));
        Files.createDirectories(FOLDER);
        String stem = region + (schematic ? "-schema" : "");
        long start = System.nanoTime();
        AtlasMaps maps = AtlasMaps.of(atlas, new BookMetrics());
        time(stem + " ground", start);
        start = System.nanoTime();
        write(stem + "-couverture", maps.cover(150, 180));
        write(stem + "-region", maps.region(177, 205));
        for (PublishedTerritory d : atlas.territories(Level.DEP)) {
            write(stem + "-" + d.territory().code(), maps.departement(d.territory().code(), 177, 154));
        }
        for (ZoomMap zoom : atlas.zooms()) {
            write(stem + "-zoom-" + zoom.epci(), maps.zoom(zoom, 177, 172));
        }
        time(stem + " maps", start);
    }

    private static void time(String what, long start) {
        System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    }

    private static void write(String name, MapDrawing map) throws IOException {
        Files.writeString(FOLDER.resolve(name + ".svg"), SvgRendering.of(map));
        System.out.printf("%s 1:%.0f %s%n  %s%n", name, map.scale(), map.notPlaced(), map.altText());
    }

    @Test
    void exists() {}
}
