package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.ContourFiles.Drawn;
import fr.atlasqpv.fuzz.Damage;
import fr.atlasqpv.fuzz.Rounds;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damages the files of every source at random: a reader gives rows or notices and fails in no other way, and one that resumes after any
 * row gives the same rows as one that was never cut. See docs/benchmarks.md for a long run.
 */
class ReadersFuzzTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");
    private static final int ROWS = 40;
    /** Every third damage is read twice. */
    private static final int RESUMED = 3;

    @TempDir
    private Path folder;

    /** Layouts that one reader reads, and files of theirs that no shipped edition has in the project. */
    enum Reader {
        TERRITORIES(Set.of(
                Layout.COG_COMMUNES, Layout.COG_DEPARTEMENTS, Layout.COG_REGIONS, Layout.EPCI_LISTE,
                Layout.EPCI_COMPOSITION, Layout.EPCI_SIEGES, Layout.EPCI_DEPARTEMENTS, Layout.POPULATIONS_LEGALES,
                Layout.CENTRES_COMMUNES, Layout.MOUVEMENTS_COMMUNES)),
        PLACES(Set.of(
                Layout.QPV_COMMUNES, Layout.QPV_PREMIERE_COMMUNE, Layout.CORRESPONDANCE_QPV, Layout.LISTE_QPV,
                Layout.LISTE_COMMUNES)),
        FIGURES(Set.of(
                Layout.BASE_COMMUNES, Layout.BASE_QPV, Layout.COMPTAGES_COMMUNES, Layout.COMPTAGES_QPV,
                Layout.REFERENCE)),
        ESTABLISHMENTS(Set.of(Layout.ANNUAIRE_EDUCATION, Layout.BREVET, Layout.EDUCATION_PRIORITAIRE)),
        DWELLINGS(Set.of(Layout.RPLS_LOGEMENTS, Layout.RPLS_COMMUNES, Layout.RPLS_COMPTAGES)),
        CONTOURS(Set.of(Layout.CONTOURS_QPV, Layout.CONTOURS_COMMUNES));

        private final Set<Layout> layouts;

        Reader(Set<Layout> layouts) {
            this.layouts = layouts;
        }
    }

    /** A source and the sound text of its file. */
    private record Case(Edition edition, Edition.Source source, byte[] text) {}

    private static List<Case> sources() {
        Edition model = EditionFile.load(MODEL.resolve("essai-2031.yaml"));
        Edition small = EditionFile.load(MODEL.resolve("trois-indicateurs.yaml"));
        Edition sample = EditionFile.load(Path.of("jobs/2022.yaml"));
        Edition openData = EditionFile.load(Path.of("jobs/2022-open-data.yaml"));
        List<Case> cases = new ArrayList<>();
        model.sources().forEach(s -> cases.add(new Case(model, s, head(MODEL.resolve("input").resolve(s.file())))));
        small.sources().forEach(s -> cases.add(new Case(small, s, head(MODEL.resolve("input").resolve(s.file())))));
        sample.sources().forEach(s -> cases.add(new Case(sample, s, head(Path.of("input/2022").resolve(s.file())))));
        openData.sources().stream().filter(s -> OPEN_DATA.containsKey(s.id())).forEach(
                s -> cases.add(new Case(openData, s, OPEN_DATA.get(s.id()).getBytes(StandardCharsets.UTF_8))));
        Edition quartiersOf2024 = EditionFile.load(Path.of("jobs/2024-open-data.yaml"));
        quartiersOf2024.sources().stream().filter(s -> OPEN_DATA_2024.containsKey(s.id())).forEach(
                s -> cases.add(new Case(
                        quartiersOf2024, s, OPEN_DATA_2024.get(s.id()).getBytes(StandardCharsets.UTF_8))));
        return cases;
    }

    /** Layouts that only the edition of 2024 reads. */
    private static final Map<String, String> OPEN_DATA_2024 = Map.of(
            "epci-departements",
            "EPCI;NOM_EPCI;DEP_SIEGE_2025\n200043495;CA du Pays de Laon;02\n200054781;Grand Paris;75\n",
            "cog-mouvements",
            "MOD;DATE_EFF;TYPECOM_AV;COM_AV;TYPECOM_AP;COM_AP\n32;20089.0;COM;93059;COM;93066\n"
                    + "32;20089.0;COM;93059;COMD;93059\n32;2024-01-01;COM;02077;COM;02564\n",
            "qpv-contours",
            """
                    {"type":"FeatureCollection","name":"qp","features":[
                    {"type":"Feature","properties":{"code_qp":"QN00201M","lib_qp":"Europe","insee_com":["02691","02303"]},
                    "geometry":{"type":"Polygon",
                    "coordinates":[[[3.283,49.854],[3.284,49.853],[3.279,49.846],[3.274,49.848],[3.283,49.854]]]}},
                    {"type":"Feature","properties":{"code_qp":"QN00202M","lib_qp":"Isle","insee_com":["02691"]},"geometry":null}]}
                    """);

    /** Layouts of the open data, whose files are not in the project. */
    private static final Map<String, String> OPEN_DATA = Map.of(
            "qpv-premiere-commune", "code,nom,insee_com\nQP002001,Europe,02691\nQP002002,Faubourg d’Isle,02691\n"
                    + "QP059001,\"Epeule, Alma\",59512\n",
            "qpv-correspondance", "CODE_QP2015;CODE_QP2024\nQP002001;QN00201M\nQP002002;QN00202M\nQP059001;QN05901M\n",
            "cog-communes",
            "TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\nCOM,02691,32,02,Saint-Quentin,\nCOM,21452,27,21,Neuilly,\n"
                    + "COMD,21213,,,Crimolois,21452\n",
            "communes-logements-sociaux-qpv",
            "DEPCOM;construct;nbpiece;qpv;n\n02691;1970;2;En QPV;12\n02691;1971;3;Hors QPV;5\n"
                    + "21213;1990;4;Hors QPV;44\n21452;1990;4;En QPV;3\n75101;1930;1;Hors QPV;7\n",
            "communes-contours",
            """
                    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},
                    "features":[
                    {"type":"Feature","properties":{"depcom":"02691","nom":"Saint-Quentin"},"geometry":{"type":"MultiPolygon",
                    "coordinates":[[[[3.28,49.83],[3.30,49.83],[3.30,49.85],[3.28,49.85],[3.28,49.83]]],
                    [[[3.20,49.83],[3.21,49.83],[3.21,49.84],[3.20,49.83]]]]}},
                    {"type":"Feature","properties":{"depcom":"59512","nom":null},"geometry":{"type":"Polygon",
                    "coordinates":[[[3.15,50.68,12.5],[3.20,50.68,12.5],[3.20,50.70,9],[3.15,50.70,9],[3.15,50.68,12.5]],
                    [[3.16,50.685],[3.17,50.685],[3.17,50.69],[3.16,50.685]]]}}]}
                    """,
            "qpv-contours",
            """
                    {"type":"FeatureCollection","name":"qp","features":[
                    {"type":"Feature","properties":{"code_qp":"QN00201M","insee_com":["02691"]},"geometry":{"type":"Polygon",
                    "coordinates":[[[3.283,49.854],[3.284,49.853],[3.279,49.846],[3.274,49.848],[3.283,49.854]]]}},
                    {"type":"Feature","properties":{"code_qp":"QN00202M"},"geometry":{"type":"Polygon",
                    "coordinates":[[[3.272,49.854],[3.270,49.857],[3.279,49.858],[3.272,49.854]]]}},
                    {"type":"Feature","properties":{"code_qp":"QN00202M"},"geometry":{"type":"Polygon",
                    "coordinates":[[[3.282,49.854],[3.280,49.857],[3.289,49.858],[3.282,49.854]]]}}]}
                    """);

    @ParameterizedTest
    @EnumSource(Reader.class)
    void aDamagedFileGivesRowsOrNotices(Reader reader) throws IOException {
        List<Case> cases = sources().stream().filter(c -> reader.layouts.contains(c.source().layout())).toList();
        assertThat(cases.stream().map(c -> c.source().layout())).as("layouts with a file to damage")
                .containsAll(reader.layouts);
        Files.createDirectories(folder.resolve("geo"));
        Files.writeString(folder.resolve("geo/correspondance_qp2015_qn2024_par_nom.csv"),
                OPEN_DATA.get("qpv-correspondance"));
        Files.createDirectories(folder.resolve("insee/cog"));
        Files.writeString(folder.resolve("insee/cog/commune_2021.csv"), OPEN_DATA.get("cog-communes"));

        Rounds.of(reader.name().toLowerCase(Locale.ROOT), (random, round) -> {
            Case c = cases.get(round % cases.size());
            byte[] damaged = Damage.of(c.text(), random);
            read(c.edition(), c.source(), c.source().file().endsWith(".gz") ? Damage.gzip(damaged) : damaged, random);
        });
    }

    @Test
    void everyLayoutHasAReader() {
        assertThat(Stream.of(Reader.values()).flatMap(r -> r.layouts.stream()))
                .containsExactlyInAnyOrder(Layout.values());
    }

    /** An archive that is damaged itself, or what it holds. */
    @Test
    void aDamagedArchiveGivesRowsOrNotices() throws IOException {
        byte[] text = head(MODEL.resolve("input/base_quartiers.csv"));
        List<Case> cases = List.of(
                named("base_quartiers.csv.gz", Damage.gzip(text)),
                named("base_quartiers.zip", Damage.zip(Map.of("base.csv", text))));

        Rounds.of("archives", (random, round) -> {
            Case c = cases.get(round % cases.size());
            boolean zip = c.source().file().endsWith(".zip");
            byte[] damaged =
                    zip && random.nextInt(4) == 0 ? Damage.inside(c.text(), random) : Damage.of(c.text(), random);
            read(c.edition(), c.source(), damaged, random);
        });
    }

    @Test
    void aDamagedWorkbookGivesRowsOrNotices() throws IOException {
        Case workbook = named("base_quartiers.xlsx", workbook());

        Rounds.of("workbooks", (random, round) -> read(
                workbook.edition(), workbook.source(),
                random.nextInt(5) == 0 ? Damage.of(workbook.text(), random) : Damage.inside(workbook.text(), random),
                random));
    }

    /** Contours in a database, and in an archive whose parts are damaged, as they may be themselves. */
    @Test
    void aDamagedGeoPackageOrShapefileGivesRowsOrNotices() throws IOException {
        List<Case> cases = List.of(
                contoursIn("contours.gpkg", GEO_PACKAGE), contoursIn("contours.zip", ContourFiles.zip(SHAPEFILE)));

        Rounds.of("maps", (random, round) -> {
            Case c = cases.get(round % cases.size());
            boolean zip = c.source().file().endsWith(".zip");
            byte[] damaged =
                    zip && random.nextInt(8) != 0 ? Damage.inside(c.text(), random) : Damage.of(c.text(), random);
            read(c.edition(), c.source(), damaged, random);
        });
    }

    private static final List<Drawn> DRAWN = List.of(
            Drawn.of("QP00201M", "Europe",
                    "POLYGON ((3.283 49.854, 3.284 49.853, 3.279 49.846, 3.274 49.848, 3.283 49.854))"),
            Drawn.of("QP00202M", "Île", "MULTIPOLYGON (((3.27 49.85, 3.27 49.86, 3.28 49.86, 3.27 49.85), "
                    + "(3.272 49.855, 3.273 49.855, 3.272 49.856, 3.272 49.855)), ((3.29 49.85, 3.3 49.85, 3.3 49.86, 3.29 49.85)))"),
            Drawn.of("QP00202M", "Île", null));
    private static final byte[] GEO_PACKAGE =
            ContourFiles.geoPackage(ContourFiles.System.epsg(4326), Map.of("contours", DRAWN));
    private static final Map<String, byte[]> SHAPEFILE =
            ContourFiles.shapefile("contours", DRAWN, StandardCharsets.UTF_8, ContourFiles.WGS_84);

    private Case contoursIn(String file, byte[] content) throws IOException {
        Path job = folder.resolve("contours.yaml");
        Files.writeString(job, Files.readString(MODEL.resolve("essai-2031.yaml"))
                .replaceAll("(file: contours.geojson)((?s:.*?)columns: )\\{code: \\w+",
                        "file: " + file + "$2{code: CODE_QP"));
        Edition edition = EditionFile.load(job);
        return new Case(edition,
                edition.sources().stream().filter(s -> s.file().equals(file)).findFirst().orElseThrow(), content);
    }

    /** What {@code atlas new} looks into: files of any kind under any name. */
    @Test
    void aFolderOfDamagedFilesIsLookedThrough() throws IOException {
        Map<String, byte[]> files = Map.of(
                "a.csv", head(MODEL.resolve("input/base_quartiers.csv")), "b.xlsx", workbook(),
                "c.geojson", head(MODEL.resolve("input/contours.geojson")),
                "d.csv.gz", Damage.gzip(head(MODEL.resolve("input/annuaire.csv"))),
                "f.gpkg", GEO_PACKAGE, "g.zip", ContourFiles.zip(SHAPEFILE), "h.shp", SHAPEFILE.get("contours.shp"),
                "e.zip", Damage.zip(Map.of("x.csv", head(MODEL.resolve("input/epci.csv")), "y.csv",
                        head(MODEL.resolve("input/regions.csv")))));
        List<String> names = files.keySet().stream().sorted().toList();
        Path extracts = Files.createDirectories(folder.resolve("extraits"));
        Files.write(extracts.resolve("h.dbf"), SHAPEFILE.get("contours.dbf"));

        Rounds.of("folders", (random, round) -> {
            String name = names.get(round % names.size());
            byte[] sound = files.get(name);
            boolean inside = name.matches(".*(zip|xlsx)") && random.nextBoolean();
            Path file = extracts.resolve(random.nextInt(20) == 0 ? "autre.csv" : name);
            Files.write(file, inside ? Damage.inside(sound, random) : Damage.of(sound, random));
            FolderOfExtracts.in(extracts).forEach(e -> {
                e.columns();
                e.couldFeed();
                Stream.of(Layout.values()).forEach(l -> e.feeds(l, Map.of("code", "CODGEO")));
            });
            Files.delete(file);
        });
    }

    private Case named(String file, byte[] content) throws IOException {
        Path job = folder.resolve("essai.yaml");
        Files.writeString(job, Files.readString(MODEL.resolve("essai-2031.yaml"))
                .replace("file: base_quartiers.csv", "file: " + file));
        Edition edition = EditionFile.load(job);
        return new Case(edition,
                edition.sources().stream().filter(s -> s.file().equals(file)).findFirst().orElseThrow(),
                content);
    }

    /** Cells of every kind that a spreadsheet writes. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            workbook.createSheet("lisez-moi").createRow(0).createCell(0).setCellValue("Base des quartiers");
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(workbook.getNumberOfSheets() - 1);
            var sheet = workbook.createSheet("base");
            for (String line : Files.readAllLines(MODEL.resolve("input/base_quartiers.csv"))) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String text : line.split(";", -1)) {
                    Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
                    if (text.matches("[0-9]+(,[0-9]+)?")) {
                        cell.setCellValue(Double.parseDouble(text.replace(',', '.')));
                    } else {
                        cell.setCellValue(text);
                    }
                }
            }
            sheet.getRow(2).getCell(3).setCellFormula("1000+569");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.getRow(3).getCell(4).setCellFormula("1/0");
            sheet.getRow(4).getCell(5).setCellValue(true);
            sheet.getRow(5).getCell(6).setCellErrorValue((byte) 42);
            sheet.getRow(6).getCell(7).setCellValue(LocalDate.of(2031, 1, 1));
            sheet.getRow(6).getCell(7).setCellStyle(date);
            sheet.getRow(7).getCell(22).setCellStyle(percent);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** How a reading went: its rows, where the reader stood after each, and what ended it. */
    private record Reading(List<Outcome> rows, List<ReadPosition> places, List<Notice> end) {}

    private void read(Edition edition, Edition.Source source, byte[] content, Random random) throws IOException {
        Path file = folder.resolve(source.file());
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Reading whole = reading(edition, source, ReadPosition.START);
        whole.rows().forEach(row -> {
            if (row instanceof Outcome.Rejected rejected) {
                told(rejected.notices());
            }
        });
        if (!whole.rows().isEmpty() && random.nextInt(RESUMED) == 0) {
            int last = random.nextInt(whole.rows().size());
            Reading rest = reading(edition, source, whole.places().get(last));
            assertThat(rest.rows()).as("rows after row " + last)
                    .isEqualTo(whole.rows().subList(last + 1, whole.rows().size()));
            assertThat(rest.end()).isEqualTo(whole.end());
        }
    }

    private Reading reading(Edition edition, Edition.Source source, ReadPosition from) {
        List<Outcome> rows = new ArrayList<>();
        List<ReadPosition> places = new ArrayList<>();
        try (SourceReader reader = SourceReaders.open(edition, source, folder, from)) {
            for (Outcome row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
                places.add(reader.position());
            }
            reader.closing();
            return new Reading(rows, places, List.of());
        } catch (UnreadableSourceException e) {
            told(e.notices());
            return new Reading(rows, places, e.notices());
        }
    }

    private static void told(List<Notice> notices) {
        assertThat(notices).isNotEmpty();
        for (Notice notice : notices) {
            assertThat(notice.file()).isNotEmpty();
            assertThat(notice.code()).isNotEmpty();
            assertThat(notice.message()).isNotBlank();
            assertThat(notice.value() + notice.message()).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
        }
    }

    /** First rows of a file, unpacked, so that they still make a file. */
    private static byte[] head(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw,
                        StandardCharsets.ISO_8859_1))) {
            List<String> lines = reader.lines().limit(file.toString().endsWith("json") ? 5 : ROWS).toList();
            String text = String.join("\n", lines) + "\n";
            return (text.endsWith(",\n") ? text.substring(0, text.length() - 2) + "]}\n" : text)
                    .getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
