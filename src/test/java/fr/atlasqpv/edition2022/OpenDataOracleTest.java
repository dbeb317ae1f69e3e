package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.PdfReadback;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.publication.readback.WorkbookReadback;
import fr.atlasqpv.release.CatalogueJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that the open-data edition gained by its file alone, against the raw files read without any of our readers. */
class OpenDataOracleTest {
    private static final int CELLS = 10;

    private static Path folder;
    private static final Map<String, String> PUBLISHED = new HashMap<>();

    @BeforeAll
    static void readThePublishedFigures() throws IOException {
        assumeThat(OpenDataBooks.get()).as("the open data stand beside the project").isPresent();
        folder = OpenDataBooks.get().orElseThrow().folder();
        PUBLISHED.putAll(RawFiles.published(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "part_menages_1 | insee/qpv/DEMO_2021.csv | ; | TX_TOT_MEN1 | 1",
            "indice_jeunesse | insee/qpv/DEMO_2021.csv | ; | IND_JEUNE | 1",
            "revenu_median | insee/qpv/REVN_2022.csv | ; | DECUC_Q2 | 0",
            "taux_emploi_etrangers | insee/qpv/IPRO_2020.csv | ; | TX_ET_EMPL | 1",
            "demandeurs_emploi | insee/qpv/IPRO_2020.csv | ; | ABC | 0",
            "nb_logements_sociaux | sdes-rpls/rpls_qpv_2022.csv | , | nbLsPls | 0"})
    void tenQuartiersShowWhatTheProducerSaysOfThem(
            String indicator, String file, String separator, String column, int decimals) throws IOException {
        List<Map.Entry<String, Map<String, String>>> told = RawFiles.rows(file, separator).entrySet()
                .stream()
                .filter(row -> row.getKey().matches("QP\\w{6}"))
                .filter(row -> row.getValue().getOrDefault(column, "").matches("-?[0-9]+([.,][0-9]+)?"))
                .filter(row -> !PUBLISHED.getOrDefault("QPV " + row.getKey() + " QPV " + indicator, "").isEmpty())
                .toList();
        assertThat(told).as("the producer tells some").hasSizeGreaterThan(500);
        List<String> compared = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            var row = told.get(i * told.size() / CELLS);
            String expected = new BigDecimal(row.getValue().get(column).replace(',', '.'))
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
            assertThat(PUBLISHED.get("QPV " + row.getKey() + " QPV " + indicator)).as(row.getKey()).isEqualTo(expected);
            compared.add(row.getKey());
        }
        assertThat(compared).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"logements, P18_LOG, ", "taux_vacance, P18_LOGVAC, P18_LOG"})
    void tenDepartementsAddUpTheDwellingsOfTheirCommunes(String indicator, String top, String bottom)
            throws IOException {
        Map<String, BigDecimal> tops = new TreeMap<>();
        Map<String, BigDecimal> bottoms = new TreeMap<>();
        try (ZipFile zip = new ZipFile(
                OpenDataBooks.DATA.resolve("insee/communes/base_cc_comparateur_csv_2022-01.zip").toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.getEntry("base_cc_comparateur.CSV")), StandardCharsets.UTF_8))) {
            RawFiles.rows(lines, ";").forEach((commune, row) -> {
                boolean arrondissement = commune.matches("751\\d\\d|6938[1-9]|132[01]\\d");
                if (!arrondissement && row.getOrDefault(top, "").matches("[0-9.]+")) {
                    tops.merge(commune.substring(0, 2), new BigDecimal(row.get(top)), BigDecimal::add);
                    bottoms.merge(
                            commune.substring(0, 2), bottom == null ? BigDecimal.ONE : new BigDecimal(row.get(bottom)),
                            BigDecimal::add);
                }
            });
        }
        for (String departement : List.of("02", "2A", "13", "22", "33", "59", "69", "75", "85", "95")) {
            BigDecimal expected = bottom == null
                    ? tops.get(departement).setScale(0, RoundingMode.HALF_UP)
                    : tops.get(departement)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(bottoms.get(departement), 1, RoundingMode.HALF_UP);
            assertThat(PUBLISHED.get("DEP " + departement + " ENSEMBLE " + indicator))
                    .as(departement)
                    .isEqualTo(expected.toPlainString());
        }
    }

    @Test
    void everyInhabitantOfTheQuartiersOfTheFileIsCountedOnceInTheRegionOfTheCode() throws IOException {
        Map<String, BigDecimal> expected = new TreeMap<>();
        SortedMap<String, String> overseas = new TreeMap<>(Map.of("971", "01", "972", "02", "973", "03", "974", "04"));
        BigDecimal all = BigDecimal.ZERO;
        for (var row : RawFiles.rows("insee/qpv/DEMO_2021.csv", ";").entrySet()) {
            if (row.getKey().matches("QP\\w{6}")) {
                BigDecimal inhabitants = new BigDecimal(row.getValue().get("POP_MUN"));
                all = all.add(inhabitants);
                String region = overseas.get(row.getKey().substring(2, 5));
                if (region != null) {
                    expected.merge(region, inhabitants, BigDecimal::add);
                    expected.merge(region + " quartiers", BigDecimal.ONE, BigDecimal::add);
                }
            }
        }
        assertThat(expected).hasSize(8).containsEntry("01 quartiers", BigDecimal.valueOf(16))
                .containsEntry("02 quartiers", BigDecimal.valueOf(7))
                .containsEntry("03 quartiers", BigDecimal.valueOf(32))
                .containsEntry("04 quartiers", BigDecimal.valueOf(49));
        for (String region : overseas.values()) {
            assertThat(PUBLISHED.get("REG " + region + " QPV population"))
                    .isEqualTo(expected.get(region).toPlainString());
            assertThat(PUBLISHED.get("REG " + region + " QPV nb_qpv"))
                    .isEqualTo(expected.get(region + " quartiers").toPlainString());
        }
        assertThat(PUBLISHED.get("FRANCE FRHM QPV population")).isEqualTo(all.toPlainString());
    }

    /** The directory of seats differs from where most inhabitants live for two EPCI, and lacks four, each in one département. */
    @Test
    void everyEpciStandsInTheDepartementOfItsSeat() throws IOException {
        Map<String, Map<String, String>> seats = RawFiles.rows("insee/cog/epci_departement_siege_2023_2025.csv", ";");
        List<String> told = Files.readAllLines(folder.resolve("notices.csv")).stream()
                .filter(n -> n.contains(";epci-interdepartemental;")).toList();

        assertThat(told).hasSize(89).allSatisfy(notice -> {
            String siren = notice.substring(notice.lastIndexOf(';') + 1);
            assertThat(notice).contains("celui de son siège, " + seats.get(siren).get("DEP_SIEGE_2023") + ".");
        });
        assertThat(told).filteredOn(n -> n.endsWith(";200068765")).singleElement().asString().contains("siège, 04.");
        assertThat(told).filteredOn(n -> n.endsWith(";200073096")).singleElement().asString().contains("siège, 07.");
        assertThat(Files.readString(folder.resolve("notices.csv"))).doesNotContain("epci-sans-siege");
        assertThat(RawFiles.rows("insee/cog/EPCI_2021.csv", ";").keySet()).filteredOn(e -> !seats.containsKey(e))
                .containsExactlyInAnyOrder("200035459", "200036572", "200067221", "200071157");
    }

    /** The producer publishes the sums of its register too: ours are those for every territory that has not changed since. */
    @Test
    void theSocialDwellingsOfEveryTerritoryAreThoseThatTheProducerAddedUp() throws IOException {
        Map<String, Map<String, String>> told = told();
        SortedMap<String, Integer> compared = new TreeMap<>();
        List<String> apart = new ArrayList<>();
        PUBLISHED.keySet().stream().filter(key -> key.endsWith(" logements_sociaux_territoire")).forEach(key -> {
            String territory = key.substring(0, key.indexOf(" ENSEMBLE"));
            Map<String, String> theirs = told.get(territory);
            if (theirs != null) {
                compared.merge(territory.substring(0, territory.indexOf(' ')), 1, Integer::sum);
                if (!theirs.get("").equals(PUBLISHED.get(key))
                        || !theirs.get("En QPV").equals(
                                PUBLISHED.get(territory + " ENSEMBLE logements_sociaux_des_qpv"))) {
                    apart.add(territory);
                }
                assertThat(new BigDecimal(theirs.get("En QPV")).add(new BigDecimal(theirs.get("Hors QPV"))))
                        .as(territory)
                        .isEqualTo(theirs.get(""));
            }
        });
        assertThat(compared).isEqualTo(Map.of("REG", 17, "DEP", 100, "EPCI", 334));
        assertThat(new BigDecimal(PUBLISHED.get("FRANCE FRHM ENSEMBLE logements_sociaux_territoire")))
                .isEqualTo(regions(told));
        // Communes went from one EPCI to another between 2019 and 2021: these lost or gained some
        assertThat(apart).containsExactlyInAnyOrder(
                "EPCI 200035715", "EPCI 200071926", "EPCI 200040459", "EPCI 242600252", "EPCI 200072130");
    }

    /** Social dwellings of the regions that the producer tells and the books show. */
    private static BigDecimal regions(Map<String, Map<String, String>> told) {
        return told.entrySet()
                .stream()
                .filter(t -> PUBLISHED.containsKey(t.getKey() + " ENSEMBLE logements_sociaux_territoire"))
                .filter(t -> t.getKey().startsWith("REG "))
                .map(t -> new BigDecimal(t.getValue().get("")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Dwellings in a QPV, outside and in all (empty) by territory, as the producer adds them up. */
    private static Map<String, Map<String, String>> told() throws IOException {
        Map<String, String> levels = Map.of("Epci", "EPCI", "Départements", "DEP", "Régions", "REG");
        Map<String, Map<String, String>> told = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(
                        OpenDataBooks.DATA.resolve("sdes-rpls/indicateurs_rpls_2019.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(";", -1)).filter(cells -> cells[7].equals("Ensemble du parc")).forEach(
                    cells -> {
                        String indicator = cells[3].equals("parc_hlm") ? "" : cells[4];
                        if (levels.containsKey(cells[0]) && (cells[3].equals("parc_hlm") || cells[3].equals("qpv"))) {
                            told.computeIfAbsent(levels.get(cells[0]) + " " + cells[2], t -> new HashMap<>())
                                    .put(indicator, cells[5].replace(".0", ""));
                        }
                    });
        }
        return told;
    }

    @Test
    void nothingThatNoSumGivesIsToldAboveTheQuartiers() {
        assertThat(PUBLISHED.keySet())
                .filteredOn(key -> key.endsWith(" revenu_median") || key.endsWith(" indice_jeunesse"))
                .isNotEmpty()
                .allMatch(key -> key.startsWith("QPV "));
    }

    @Test
    void everyIndicatorStandsInThePdfTheWorkbookAndTheTidyFile() throws IOException {
        Catalogue catalogue = CatalogueJson.of(folder);
        Path region = folder.resolve("94-corse");
        String stem = region.resolve("atlas-qpv-2022-open-data-94").toString();
        ReadBook csv = new TidyCsvReadback(catalogue).read(Path.of(stem + "-donnees.csv"));
        ReadBook workbook = new WorkbookReadback(catalogue).read(Path.of(stem + ".xlsx"));
        ReadBook pdf = new PdfReadback(catalogue, csv.labels()).read(Path.of(stem + ".pdf"));
        for (ReadBook book : List.of(csv, workbook, pdf)) {
            assertThat(book.cells().keySet().stream().map(CellKey::indicator).collect(Collectors.toSet()))
                    .as(book.name())
                    .contains(
                            Stream.of(
                                    "part_menages_1", "indice_jeunesse", "revenu_median", "taux_emploi_etrangers",
                                    "demandeurs_emploi", "taux_vacance", "logements", "nb_logements_sociaux")
                                    .map(id -> catalogue.indicator(id).orElseThrow())
                                    .toArray(fr.atlasqpv.indicator.Indicator[]::new));
        }
    }
}
