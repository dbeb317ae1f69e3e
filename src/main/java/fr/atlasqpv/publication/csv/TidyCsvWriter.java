package fr.atlasqpv.publication.csv;

import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code …-donnees.csv}: every published cell of a region, one a line, in the order of {@code CellKey}. */
public final class TidyCsvWriter {
    /** Columns, in order; a contract with those who load the file. */
    public static final List<String> HEADER = List.of(
            "edition",
            "niveau",
            "code",
            "libelle",
            "perimetre",
            "indicateur",
            "valeur",
            "statut",
            "estime",
            "millesime",
            "source");

    /** Name of the file in the folder of the region. */
    public static String fileName(PublishedAtlas atlas) {
        return atlas.stem() + "-donnees.csv";
    }

    /**
     * Writes the file.
     *
     * @param folder folder of the region, which exists
     * @return the file
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when a cell belongs to a territory that the book does not name
     */
    public Path write(PublishedAtlas atlas, Path folder) throws IOException {
        Path file = folder.resolve(fileName(atlas));
        Map<Territory, PublishedTerritory> territories = atlas.territories().stream()
                .collect(Collectors.toMap(PublishedTerritory::territory, Function.identity()));
        CsvDialect.write(
                file,
                HEADER,
                () -> atlas.cells().values().stream()
                        .map(cell -> row(atlas.edition(), territories.get(cell.key().territory()), cell))
                        .iterator());
        return file;
    }

    private static List<String> row(EditionNotice edition, PublishedTerritory territory, PublishedCell cell) {
        if (territory == null) {
            throw new IllegalArgumentException("cell of a territory that the book does not name: " + cell.key());
        }
        IndicatorNotice indicator = edition.indicator(cell.indicator());
        return List.of(
                edition.id(),
                territory.territory().level().name(),
                territory.territory().code(),
                territory.label(),
                cell.key().perimeter().name(),
                cell.indicator().id(),
                cell.plainValue(),
                cell.status().id(),
                cell.estimated() ? "1" : "0",
                indicator.millesime(),
                indicator.source());
    }
}
