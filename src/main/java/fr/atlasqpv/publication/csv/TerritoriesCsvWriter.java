package fr.atlasqpv.publication.csv;

import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Writes {@code …-territoires.csv}: the territories of a region with their parents as attached, by level and code. */
public final class TerritoriesCsvWriter {
    /** Columns, in order; {@code x} and {@code y} are metres of the projection of the region, to the metre. */
    public static final List<String> HEADER =
            List.of("code", "niveau", "libelle", "epci", "departement", "region", "x", "y");

    /** Name of the file in the folder of the region. */
    public static String fileName(PublishedAtlas atlas) {
        return atlas.stem() + "-territoires.csv";
    }

    /**
     * Writes the file.
     *
     * @param folder folder of the region, which exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(PublishedAtlas atlas, Path folder) throws IOException {
        Path file = folder.resolve(fileName(atlas));
        CsvDialect.write(
                file,
                HEADER,
                () -> atlas.territories().stream()
                        .sorted(Comparator.comparing(PublishedTerritory::territory))
                        .map(TerritoriesCsvWriter::row)
                        .iterator());
        return file;
    }

    private static List<String> row(PublishedTerritory t) {
        return List.of(
                t.territory().code(),
                t.territory().level().name(),
                t.label(),
                t.epci(),
                t.departement(),
                t.region(),
                metres(t.x()),
                metres(t.y()));
    }

    private static String metres(Double coordinate) {
        return coordinate == null
                ? ""
                : BigDecimal.valueOf(coordinate).setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
