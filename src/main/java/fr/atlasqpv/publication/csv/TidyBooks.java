package fr.atlasqpv.publication.csv;

import fr.atlasqpv.release.PublishedAtlas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The tidy books of a region: {@code …-donnees.csv}, {@code …-territoires.csv} and {@code datapackage.json}. */
public final class TidyBooks {
    /**
     * Writes the three files.
     *
     * @param folder folder of the region, which exists
     * @return the files, in the order they were written
     * @throws IOException when one cannot be written
     */
    public List<Path> write(PublishedAtlas atlas, Path folder) throws IOException {
        Path data = new TidyCsvWriter().write(atlas, folder);
        Path territories = new TerritoriesCsvWriter().write(atlas, folder);
        Path description = new DataPackageWriter().write(atlas, folder);
        return List.of(data, territories, description);
    }
}
