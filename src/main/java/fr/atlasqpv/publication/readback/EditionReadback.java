package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.publication.csv.DataPackageWriter;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tidy books of a whole edition back: the CSV files of its regions, put together. */
public final class EditionReadback {
    /**
     * An edition as read.
     *
     * @param id its id
     * @param labels name of each territory
     * @param parents territory → the one above it, as attached
     * @param cells published cells
     * @param vintages vintage of each indicator
     * @param weights vintage of the bases that weigh the rates of each indicator, as {@code datapackage.json} tells it; empty
     *     for books that do not tell it
     * @param defects what is wrong with the books, with its place; none in sound books
     */
    public record ReadEdition(
            String id,
            SortedMap<Territory, String> labels,
            Map<Territory, Territory> parents,
            SortedMap<CellKey, PublishedCell> cells,
            Map<Indicator, String> vintages,
            Map<Indicator, String> weights,
            List<String> defects) {}

    /**
     * Reads an edition.
     *
     * @param edition folder of the edition: one folder per region, each with its tidy books
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when the folder holds no tidy book, or its manifest no catalogue
     */
    public ReadEdition read(Path edition) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(edition, 2)) {
            files = tree.filter(file -> file.getFileName().toString().endsWith("-donnees.csv")).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(edition.getFileName() + " : aucun fichier …-donnees.csv");
        }
        Catalogue catalogue = CatalogueJson.of(edition);
        SortedMap<Territory, String> labels = new TreeMap<>();
        Map<Territory, Territory> parents = new HashMap<>();
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
        Map<Indicator, String> vintages = new TreeMap<>();
        Map<Indicator, String> weights = new TreeMap<>();
        List<String> defects = new ArrayList<>();
        String id = "";
        for (Path file : files) {
            ReadBook book = new TidyCsvReadback(catalogue).read(file);
            id = book.edition();
            labels.putAll(book.labels());
            book.defects().forEach(defect -> defects.add(book.name() + ", " + defect));
            add(book, cells, defects);
            vintages.putAll(book.vintages());
            Path territories = file.resolveSibling(book.name().replace("-donnees.csv", "-territoires.csv"));
            if (Files.exists(territories)) {
                attach(territories, labels, parents);
            }
            weights(catalogue, file.resolveSibling(DataPackageWriter.FILE_NAME), weights);
        }
        labels.keySet().stream().filter(t -> t.level() == Level.FRANCE).findFirst()
                .ifPresent(reference -> labels.keySet()
                        .stream().filter(t -> t.level() == Level.REG)
                        .forEach(region -> parents.put(region, reference)));
        return new ReadEdition(id, labels, parents, cells, vintages, weights, defects);
    }

    private static void weights(Catalogue catalogue, Path description, Map<Indicator, String> weights)
            throws IOException {
        if (!Files.exists(description)) {
            return;
        }
        try {
            JsonNode indicators = JsonMapper.shared().readTree(Files.readString(description)).at("/atlas:indicateurs");
            for (JsonNode told : indicators.values()) {
                if (told.at("/poids").isString()) {
                    catalogue.indicator(told.at("/id").asString())
                            .ifPresent(i -> weights.put(i, told.at("/poids").asString()));
                }
            }
        } catch (JacksonException e) {
            throw new IOException(description.getFileName() + "\u00a0: ce fichier n’est pas du JSON", e);
        }
    }

    // France stands in every region's book: it must say the same everywhere
    private static void add(ReadBook book, SortedMap<CellKey, PublishedCell> cells, List<String> defects) {
        for (ReadCell cell : book.cells().values()) {
            if (cell.sound()) {
                PublishedCell known = cells.putIfAbsent(cell.key(), cell.published());
                if (known != null && !known.equals(cell.published())) {
                    defects.add(book.name() + ", " + cell.where() + " : un autre livre dit autre chose (" + cell.key()
                            + ")");
                }
            }
        }
    }

    private static void attach(Path file, SortedMap<Territory, String> labels, Map<Territory, Territory> parents)
            throws IOException {
        try (CSVParser rows = CSVParser.parse(
                file, StandardCharsets.UTF_8,
                CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            for (CSVRecord row : rows) {
                Territory territory =
                        new Territory(Level.valueOf(row.get("niveau")), CsvDialect.unescape(row.get("code")));
                labels.putIfAbsent(territory, CsvDialect.unescape(row.get("libelle")));
                switch (territory.level()) {
                    case QPV -> parent(parents, territory, Level.EPCI, row.get("epci"));
                    case EPCI -> parent(parents, territory, Level.DEP, row.get("departement"));
                    case DEP -> parent(parents, territory, Level.REG, row.get("region"));
                    case REG, FRANCE -> {}
                }
            }
        }
    }

    private static void parent(Map<Territory, Territory> parents, Territory territory, Level level, String code) {
        if (!code.isEmpty()) {
            parents.put(territory, new Territory(level, CsvDialect.unescape(code)));
        }
    }
}
