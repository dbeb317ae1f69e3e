package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.cli.AtlasCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The books of the QPV of 2024, made once from the open data, against the raw files read without any of our readers. */
class OpenData2024OracleTest {
    private static final Pattern FEATURE =
            Pattern.compile("\"code_qp\":\"(Q\\w+)\",\"lib_qp\":\"[^\"]+\",\"insee_com\":\\[([^]]*)]");
    private static final Map<String, String> PUBLISHED = new HashMap<>();

    @TempDir
    private static Path output;

    @BeforeAll
    static void makeTheBooks() throws IOException {
        assumeThat(OpenDataBooks.DATA).as("the open data stand beside the project").isDirectory();
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        assertThat(AtlasCommand.execute(
                writer, writer, "run", "jobs/2024-open-data.yaml", "--input", OpenDataBooks.DATA.toString(),
                "--output", output.toString())).as(said.toString()).isZero();
        for (Path file : books("-donnees.csv")) {
            for (String line : Files.readAllLines(file)) {
                String[] cell = line.split(";", -1);
                PUBLISHED.put(String.join(" ", cell[1], cell[2], cell[4], cell[5]), cell[6]);
            }
        }
    }

    private static List<Path> books(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve("2024-open-data"))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Rows of a packed table, cells by name. */
    private static List<Map<String, String>> rows(String file, String charset) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(OpenDataBooks.DATA.resolve(file))),
                Charset.forName(charset)))) {
            String[] names = lines.readLine().split(";");
            return lines.lines().map(line -> line.split(";", -1)).map(cells -> {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                return row;
            }).toList();
        }
    }

    /** Communes of each QPV, from the text of the contours. */
    private static SortedMap<String, List<String>> quartiers() throws IOException {
        String contours = Files.readString(OpenDataBooks.DATA.resolve("geo/qpv2024_france.geojson"));
        SortedMap<String, List<String>> quartiers = new TreeMap<>();
        FEATURE.matcher(contours).results().forEach(
                hit -> quartiers.put(hit.group(1), List.of(hit.group(2).replaceAll("[\"\\s]", "").split(","))));
        return quartiers;
    }

    private static String departement(String qpv) {
        return qpv.charAt(2) == '0' ? qpv.substring(3, 5) : qpv.substring(2, 5);
    }

    @Test
    void eighteenRegionsAndEveryDepartementHaveTheQuartiersOfTheirCode() throws IOException {
        Map<String, String> regionOf = new HashMap<>();
        rows("insee/cog/commune_2025.csv.gz", "UTF-8").forEach(row -> regionOf.put(row.get("DEP"), row.get("REG")));
        Map<String, Integer> expected = new TreeMap<>();
        int all = 0;
        for (String qpv : quartiers().keySet()) {
            String departement = departement(qpv);
            if (regionOf.containsKey(departement)) {
                all++;
                expected.merge("DEP " + departement, 1, Integer::sum);
                expected.merge("REG " + regionOf.get(departement), 1, Integer::sum);
            }
        }

        assertThat(quartiers()).hasSize(1_584);
        assertThat(all).as("1,362 of the mainland, and 131").isEqualTo(1_493);
        assertThat(expected.keySet()).filteredOn(k -> k.startsWith("REG")).hasSize(18);
        assertThat(books(".pdf")).hasSize(18);
        assertThat(PUBLISHED.keySet()).filteredOn(k -> k.matches("(REG|DEP) \\S+ QPV nb_qpv"))
                .hasSameSizeAs(expected.keySet());
        BigDecimal whole = BigDecimal.valueOf(all);
        expected.forEach((territory, count) -> {
            assertThat(PUBLISHED.get(territory + " QPV nb_qpv")).as(territory).isEqualTo(count.toString());
            assertThat(PUBLISHED.get(territory + " QPV part_qpv_france")).as(territory).isEqualTo(
                    BigDecimal.valueOf(100L * count).divide(whole, 1, RoundingMode.HALF_UP).toPlainString());
        });
    }

    @Test
    void everyIntercommunaliteHasTheQuartiersOfItsCommunesAndTheirInhabitants() throws IOException {
        Map<String, String> epciOf = new HashMap<>();
        Map<String, BigDecimal> inhabitants = new TreeMap<>();
        for (Map<String, String> row : rows("insee/cog/perimetre-epci-a-fp_2025.csv.gz", "windows-1252")) {
            if (!row.get("insee").isEmpty()) {
                epciOf.put(row.get("insee"), row.get("siren"));
                BigDecimal count = new BigDecimal(row.get("pmun_2025").replaceAll("\\D", ""));
                inhabitants.merge("EPCI " + row.get("siren"), count, BigDecimal::add);
                inhabitants.merge("DEP " + row.get("dep_com"), count, BigDecimal::add);
            }
        }
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> most = new TreeMap<>();
        epciOf.put("93059", epciOf.get("93066")); // Pierrefitte is part of Saint-Denis since the year of the COG
        quartiers().forEach((qpv, communes) -> {
            Set<String> epci = communes.stream().map(epciOf::get).filter(Objects::nonNull)
                    .map(e -> e.equals("200054781") ? e + "-" + departement(qpv) : e).collect(Collectors.toSet());
            epci.forEach(e -> {
                expected.merge(e, epci.size() == 1 ? 1 : 0, Integer::sum);
                most.merge(e, 1, Integer::sum);
            });
        });

        int counted = 0;
        for (String epci : expected.keySet()) {
            int count = Integer.parseInt(PUBLISHED.get("EPCI " + epci + " QPV nb_qpv"));
            assertThat(count).as(epci).isBetween(expected.get(epci), most.get(epci));
            counted += count;
        }
        assertThat(counted).isEqualTo(1_493);
        assertThat(expected).containsKey("200054781-93");
        assertThat(expected.values().stream().mapToInt(Integer::intValue).sum()).as("ten over two").isEqualTo(1_483);
        assertThat(PUBLISHED.keySet()).filteredOn(k -> k.matches("EPCI \\S+ QPV nb_qpv"))
                .hasSameSizeAs(expected.keySet());
        assertThat(inhabitants).hasSizeGreaterThan(1_300);
        inhabitants.forEach((territory, count) -> {
            String told = PUBLISHED.get(territory + " ENSEMBLE population");
            assertThat(told == null || told.equals(count.toPlainString())).as(territory + " " + told).isTrue();
        });
        assertThat(PUBLISHED.get("DEP 59 ENSEMBLE population")).isEqualTo(inhabitants.get("DEP 59").toPlainString());
        assertThat(PUBLISHED.get("DEP 976 ENSEMBLE population")).isEqualTo(inhabitants.get("DEP 976").toPlainString());
    }

    @Test
    void aBookNamesEveryQuartierOfItsRegion() throws IOException {
        String text = text("-03.pdf");

        assertThat(quartiers().keySet()).filteredOn(qpv -> departement(qpv).equals("973")).hasSize(29)
                .allSatisfy(qpv -> assertThat(text).contains(qpv));
        assertThat(text).doesNotContain("la plupart de ses habitants").contains("d’une seule de ses communes");
        assertThat(text("-32.pdf")).as("where there are several départements").contains("n’est compté que dans un");
    }

    private static String text(String book) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(books(book).getFirst().toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void whoHasNoBookIsToldOnceByTerritoryWithHowManyQuartiers() throws IOException {
        List<String> notices = Files.readAllLines(output.resolve("2024-open-data/notices.csv"));
        Map<String, Long> aside = quartiers().keySet().stream().filter(q -> q.matches("QN9[78][78].*"))
                .collect(Collectors.groupingBy(OpenData2024OracleTest::departement, Collectors.counting()));

        assertThat(aside).isEqualTo(Map.of("978", 3L, "987", 88L));
        assertThat(notices).filteredOn(n -> n.contains(";quartiers-sans-livre;")).hasSize(2)
                .allMatch(n -> n.contains("Accepté par"))
                .anyMatch(n -> n.contains("88\u00a0quartiers") && n.endsWith(";987"))
                .anyMatch(n -> n.contains("3\u00a0quartiers") && n.endsWith(";978"));
        assertThat(1_493 + 3 + 88).isEqualTo(quartiers().size());
    }

    @Test
    void aQuartierThatIsTooLargeIsAcceptedByNameAndTheThresholdIsThatOfAll() throws IOException {
        List<String> notices = Files.readAllLines(output.resolve("2024-open-data/notices.csv"));

        assertThat(notices).noneMatch(n -> n.contains("controle-modifie"));
        assertThat(notices).filteredOn(n -> n.contains(";contour-hors-echelle;")).hasSize(11)
                .filteredOn(n -> n.contains("20\u00a0km² au plus")).hasSize(10)
                .allMatch(n -> n.contains("Accepté par"));
    }

    @Test
    void whatMergedIsDrawnAndToldAndOnlyWhatCameBackHasNoContour() throws IOException {
        List<String> notices = Files.readAllLines(output.resolve("2024-open-data/notices.csv"));

        assertThat(notices).filteredOn(n -> n.contains("commune-devenue") && n.startsWith("geo/qpv2024")).hasSize(3);
        assertThat(notices).noneMatch(n -> n.contains("commune-inconnue"));
        assertThat(notices).as("most of its inhabitants live in the Drôme, its seat is in Ardèche")
                .filteredOn(n -> n.endsWith(";200073096") && n.contains("epci-interdepartemental"))
                .singleElement().asString().contains("celui de son siège, 07");
        assertThat(notices).noneMatch(n -> n.contains("epci-sans-siege"));
        assertThat(notices).filteredOn(n -> n.contains("qpv-premiere-commune"))
                .allMatch(n -> n.contains("celle où il s’étend le plus"))
                .hasSize((int) quartiers().entrySet().stream()
                        .filter(q -> q.getValue().size() > 1 && !q.getKey().matches("QN9[78][78].*|QN09342M")).count());
        assertThat(notices).filteredOn(n -> n.startsWith("geo/") && n.contains("territoire-absent"))
                .singleElement().asString().matches(".*\\D7\\D?communes sur.*");
    }
}
