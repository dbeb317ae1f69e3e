package fr.atlasqpv.edition2022;

import fr.atlasqpv.cli.AtlasCommand;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The books of the shipped sample, made once for all the tests by the command that a newcomer types, and read as a reader
 * would: from the files.
 */
public final class SampleBooks {
    private static SampleBooks made;

    private final Path output;
    private final Path folder;
    private final SortedMap<CellKey, Cell> cells = new TreeMap<>();
    private final Map<CellKey, String> millesimes = new HashMap<>();
    private final List<TerritoryRow> territories = new ArrayList<>();

    /** A cell as the tidy file has it. */
    public record Cell(String value, CellStatus status, String estimated) {}

    /** A row of the file of territories. */
    public record TerritoryRow(Level level, String code, String label, String epci, String departement) {}

    private SampleBooks(Path output) throws IOException {
        this.output = output;
        this.folder = output.resolve("2022").resolve("32-hauts-de-france");
        readCells();
        readTerritories();
    }

    /** The books, made at the first call. */
    public static synchronized SampleBooks get() {
        if (made == null) {
            try {
                Path output = Files.createTempDirectory("atlas-sample");
                StringWriter said = new StringWriter();
                PrintWriter writer = new PrintWriter(said, true);
                int code = AtlasCommand.execute(
                        writer, writer, "run", "jobs/2022.yaml", "--output", output.toString());
                if (code != 0) {
                    throw new IllegalStateException("the sample ended with " + code + ":\n" + said);
                }
                made = new SampleBooks(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    /** Root of what the run left. */
    public Path output() {
        return output;
    }

    /** Folder of the region. */
    public Path folder() {
        return folder;
    }

    /** Every cell of the tidy file. */
    public SortedMap<CellKey, Cell> cells() {
        return cells;
    }

    /** A cell of the tidy file. */
    public Cell cell(Level level, String code, Perimeter perimeter, Indicator indicator) {
        Cell cell = cells.get(CellKey.of(level, code, perimeter, indicator));
        if (cell == null) {
            throw new AssertionError("no such cell: " + CellKey.of(level, code, perimeter, indicator));
        }
        return cell;
    }

    /** Its number. */
    public double number(Level level, String code, Perimeter perimeter, Indicator indicator) {
        return Double.parseDouble(cell(level, code, perimeter, indicator).value());
    }

    /** Its status. */
    public CellStatus status(Level level, String code, Perimeter perimeter, Indicator indicator) {
        return cell(level, code, perimeter, indicator).status();
    }

    /** Its vintage, perimeter QPV. */
    public String millesime(Level level, String code, Indicator indicator) {
        return millesimes.get(CellKey.of(level, code, Perimeter.QPV, indicator));
    }

    /** Rows of a level in the file of territories. */
    public List<TerritoryRow> territories(Level level) {
        return territories.stream().filter(t -> t.level() == level).toList();
    }

    /** A row of the file of territories. */
    public TerritoryRow territory(Level level, String code) {
        return territories(level).stream()
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such territory: " + level + " " + code));
    }

    /** The edition file. */
    public Edition edition() {
        return EditionFile.load(Path.of("jobs/2022.yaml"));
    }

    /** Text of a page of the book, from 1. */
    public String page(int number) {
        try (PDDocument book = Loader.loadPDF(folder.resolve("atlas-qpv-2022-32.pdf").toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            return stripper.getText(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readCells() throws IOException {
        for (CSVRecord row : rows("atlas-qpv-2022-32-donnees.csv")) {
            CellKey key = CellKey.of(
                    Level.valueOf(row.get("niveau")),
                    row.get("code"),
                    Perimeter.valueOf(row.get("perimetre")),
                    Indicators2022.of(row.get("indicateur")).orElseThrow());
            CellStatus status = CellStatus.of(row.get("statut")).orElseThrow();
            cells.put(key, new Cell(row.get("valeur"), status, row.get("estime")));
            millesimes.put(key, row.get("millesime"));
        }
    }

    private void readTerritories() throws IOException {
        for (CSVRecord row : rows("atlas-qpv-2022-32-territoires.csv")) {
            territories.add(new TerritoryRow(
                    Level.valueOf(row.get("niveau")),
                    row.get("code"),
                    row.get("libelle"),
                    row.get("epci"),
                    row.get("departement")));
        }
    }

    private List<CSVRecord> rows(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }
}
