package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the open data give of Hauts-de-France, for all inhabitants, against the printed atlas: the same, or as far as the vintages are apart. */
class OpenDataAgainstThePrintTest {
    private static final Path PRINT = OpenDataBooks.DATA.resolveSibling("reference");
    /** The print has the vacancy of RP 2017, the open data that of RP 2018: points between the two, once each is rounded. */
    private static final BigDecimal A_YEAR = new BigDecimal("0.3");

    private static final Map<String, String> PUBLISHED = new HashMap<>();

    @BeforeAll
    static void readTheTidyFile() throws IOException {
        assumeThat(PRINT).as("the printed figures stand beside the project").isDirectory();
        assumeThat(OpenDataBooks.get()).as("the open data stand beside the project").isPresent();
        Path tidy = OpenDataBooks.get().orElseThrow().folder().resolve(
                "32-hauts-de-france/atlas-qpv-2022-open-data-32-donnees.csv");
        for (CSVRecord row : rows(tidy, ';')) {
            if (row.get("perimetre").equals("ENSEMBLE")) {
                PUBLISHED.put(
                        String.join(" ", row.get("niveau"), row.get("code"), row.get("indicateur")), row.get("valeur"));
            }
        }
    }

    private static List<CSVRecord> rows(Path file, char delimiter) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    /** A column of the print by code, for all inhabitants. */
    private static SortedMap<String, String> printed(String file, String code, String column) throws IOException {
        SortedMap<String, String> printed = new TreeMap<>();
        for (CSVRecord row : rows(PRINT.resolve(file), ',')) {
            if (row.get("scope").equals("ALL") && (!row.isMapped("level") || row.get("level").equals("department"))) {
                printed.put(row.get(code), row.get(column));
            }
        }
        return printed;
    }

    @Test
    void theFiveDepartementsHaveTheInhabitantsOfThePrint() throws IOException {
        SortedMap<String, String> printed = printed("departments.csv", "code", "population");

        assertThat(printed).hasSize(5).allSatisfy(
                (departement, inhabitants) -> assertThat(PUBLISHED.get("DEP " + departement + " population"))
                        .as(departement)
                        .isEqualTo(inhabitants));
    }

    /** The print counts a merged commune once per former code in the other six. */
    @Test
    void thirtyFourOfTheFortyEpciHaveTheInhabitantsOfThePrint() throws IOException {
        SortedMap<String, String> printed = printed("epci.csv", "epci", "population");
        SortedMap<String, String> others = new TreeMap<>();
        printed.forEach((epci, inhabitants) -> {
            String ours = PUBLISHED.get("EPCI " + epci + " population");
            if (!inhabitants.equals(ours)) {
                others.put(epci, ours);
            }
        });

        assertThat(printed).hasSize(40);
        assertThat(others).isEqualTo(Map.of(
                "200043495", "42622", "200067999", "103191", "200069037", "105169", "200072031", "54593",
                "245900428", "195917", "246000582", "38511"));
    }

    @ParameterizedTest
    @CsvSource({"EPCI, epci.csv, epci, 40", "DEP, departments.csv, code, 5"})
    void theVacancyIsAYearAwayFromThePrint(String level, String file, String code, int territories)
            throws IOException {
        assertThat(printed(file, code, "vacancy")).hasSize(territories).allSatisfy((territory, rate) -> {
            String ours = PUBLISHED.get(level + " " + territory + " taux_vacance");
            assertThat(new BigDecimal(ours)).as(territory).isCloseTo(new BigDecimal(rate), within(A_YEAR));
        });
    }
}
