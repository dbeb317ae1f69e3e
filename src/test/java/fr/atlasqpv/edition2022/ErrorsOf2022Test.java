package fr.atlasqpv.edition2022;

import static fr.atlasqpv.indicator.Indicators2022.NB_LOGEMENTS_SOCIAUX;
import static fr.atlasqpv.indicator.Indicators2022.NB_QPV;
import static fr.atlasqpv.indicator.Indicators2022.PART_LOGEMENTS_SOCIAUX;
import static fr.atlasqpv.indicator.Indicators2022.POPULATION;
import static fr.atlasqpv.indicator.Indicators2022.TAUX_PAUVRETE;
import static fr.atlasqpv.territory.Level.DEP;
import static fr.atlasqpv.territory.Level.EPCI;
import static fr.atlasqpv.territory.Level.FRANCE;
import static fr.atlasqpv.territory.Level.QPV;
import static fr.atlasqpv.territory.Level.REG;
import static fr.atlasqpv.territory.Perimeter.ENSEMBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the printed edition of 2022 got wrong, each on the books of the sample, in the order of the list of errors. */
class ErrorsOf2022Test {
    private static SampleBooks books;

    @BeforeAll
    static void run_the_sample() {
        books = SampleBooks.get();
    }

    @ParameterizedTest(name = "1. {1} counts {2} inhabitants: no commune is counted once per former code")
    @CsvSource({
            "245900428, CU de Dunkerque, 195917",
            "246000582, CC des Sablons, 38511",
            "200069037, CA du Pays de Saint-Omer, 105169",
            "200072031, CA de la Région de Château-Thierry, 54593",
            "200067999, CA du Beauvaisis, 103191",
            "200043495, CA du Pays de Laon, 42622"
    })
    void error_1_no_commune_is_counted_once_per_former_code(String epci, String label, int inhabitants) {
        assertThat(books.number(EPCI, epci, ENSEMBLE, POPULATION)).isEqualTo(inhabitants);
    }

    @Test
    void error_2_no_qpv_is_counted_twice() {
        assertThat(books.number(EPCI, "245900428", Perimeter.QPV, POPULATION)).isEqualTo(25018);
        assertThat(books.number(REG, "32", Perimeter.QPV, POPULATION)).isEqualTo(653409);
        assertThat(books.number(FRANCE, Frames.FRANCE.code(), Perimeter.QPV, POPULATION)).isEqualTo(4829250);
        assertThat(books.territories(QPV).stream()
                .mapToDouble(t -> books.number(QPV, t.code(), Perimeter.QPV, POPULATION))
                .sum())
                .isEqualTo(653409);
    }

    @ParameterizedTest(name = "3. {1}: about {3} %, not the {2} % of its first member")
    @CsvSource({
            "EPCI, 200093201, 95.0, 57",
            "EPCI, 200068500, 9.2, 46",
            "EPCI, 200071785, 48.2, 74",
            "REG, 32, 80.1, 70"
    })
    void error_3_a_share_above_the_qpv_is_an_aggregate_not_the_first_value(
            Level level, String code, double printed, double right) {
        if (books.status(level, code, Perimeter.QPV, PART_LOGEMENTS_SOCIAUX) == CellStatus.SECRET) {
            return;
        }
        double published = books.number(level, code, Perimeter.QPV, PART_LOGEMENTS_SOCIAUX);
        assertThat(published).isCloseTo(right, within(2.0)).isNotEqualTo(printed);
    }

    @Test
    void error_4_the_straddling_qpv_is_counted_once_where_its_inhabitants_live() {
        SampleBooks.TerritoryRow cornuault = books.territory(QPV, "QP062040");

        assertThat(cornuault.epci()).isEqualTo("246200299");
        assertThat(cornuault.departement()).isEqualTo("62");
        assertThat(books.number(DEP, "59", Perimeter.QPV, POPULATION))
                .isEqualTo(361125)
                .isEqualTo(sumOfEpci("59"));
        assertThat(books.number(DEP, "62", Perimeter.QPV, POPULATION))
                .isEqualTo(149900)
                .isEqualTo(sumOfEpci("62"));
    }

    private static double sumOfEpci(String departement) {
        return books.territories(EPCI).stream()
                .filter(t -> t.departement().equals(departement))
                .mapToDouble(t -> books.number(EPCI, t.code(), Perimeter.QPV, POPULATION))
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"02, 17", "59, 91", "60, 18", "62, 64", "80, 9"})
    void error_5_key_figures_tables_and_territories_count_the_same_qpv(String departement, int qpv) {
        assertThat(books.number(DEP, departement, Perimeter.QPV, NB_QPV)).isEqualTo(qpv);
        assertThat(books.territories(QPV)).filteredOn(t -> t.departement().equals(departement)).hasSize(qpv);
    }

    @ParameterizedTest
    @CsvSource({"Brunehaut, CA Valenciennes Métropole", "Nouméa, CA d’Hénin-Carvin",
            "Quartier de la Haute Voie, CA d’Hénin-Carvin"})
    void error_6_every_qpv_stands_under_its_own_epci(String label, String epci) {
        SampleBooks.TerritoryRow row = books.territories(QPV).stream()
                .filter(t -> t.label().equals(label))
                .findFirst()
                .orElseThrow();

        assertThat(books.territory(EPCI, row.epci()).label()).isEqualTo(epci);
    }

    @Test
    void error_7_an_epci_with_one_qpv_has_the_rates_of_that_qpv() {
        Map<String, List<SampleBooks.TerritoryRow>> byEpci = books.territories(QPV).stream()
                .collect(Collectors.groupingBy(SampleBooks.TerritoryRow::epci));
        List<List<SampleBooks.TerritoryRow>> single =
                byEpci.values().stream().filter(l -> l.size() == 1).toList();

        assertThat(single).hasSize(13);
        for (List<SampleBooks.TerritoryRow> one : single) {
            for (Indicator indicator : Indicators2022.chapterIndicators()) {
                assertThat(books.cell(EPCI, one.getFirst().epci(), Perimeter.QPV, indicator))
                        .as("%s %s", one.getFirst().code(), indicator.id())
                        .isEqualTo(books.cell(QPV, one.getFirst().code(), Perimeter.QPV, indicator));
            }
        }
    }

    @Test
    void error_8_the_poverty_of_a_single_qpv_is_not_withheld_at_one_level_and_printed_at_the_other() {
        books.territories(EPCI).forEach(epci -> {
            List<SampleBooks.TerritoryRow> inside = books.territories(QPV).stream()
                    .filter(q -> q.epci().equals(epci.code()))
                    .toList();
            if (inside.size() == 1) {
                assertThat(books.status(EPCI, epci.code(), Perimeter.QPV, TAUX_PAUVRETE))
                        .as(epci.label())
                        .isEqualTo(CellStatus.PUBLIE);
            }
        });
    }

    @Test
    void error_9_one_vocabulary_of_statuses_and_one_number_format() {
        assertThat(books.cells()).isNotEmpty().allSatisfy((key, cell) -> {
            assertThat(cell.value().isEmpty()).as(key.toString()).isNotEqualTo(cell.status().hasValue());
            if (key.indicator().kind() == Indicator.Kind.RATE && cell.status().hasValue()) {
                assertThat(cell.value()).as(key.toString()).matches("\\d+\\.\\d");
            }
            if (key.indicator().kind() == Indicator.Kind.COUNT && cell.status().hasValue()) {
                assertThat(cell.value()).as(key.toString()).matches("\\d+");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"QP059017, 573", "QP059061, 1011", "QP059081, 420", "QP062044, 867"})
    void error_10_share_and_count_are_decided_together_unless_their_vintages_differ(String qpv, int count) {
        assertThat(books.status(QPV, qpv, Perimeter.QPV, PART_LOGEMENTS_SOCIAUX)).isEqualTo(CellStatus.SECRET);
        assertThat(books.number(QPV, qpv, Perimeter.QPV, NB_LOGEMENTS_SOCIAUX)).isEqualTo(count);
        assertThat(books.millesime(QPV, qpv, PART_LOGEMENTS_SOCIAUX))
                .isNotEqualTo(books.millesime(QPV, qpv, NB_LOGEMENTS_SOCIAUX));
    }

    @Test
    void error_11_a_code_means_one_thing_in_each_typology() {
        Map<String, Map<String, String>> dictionaries = books.edition().typologies();

        assertThat(dictionaries.get("typologie_cadre_vie").get("PET"))
                .isNotBlank()
                .isNotEqualTo(dictionaries.get("typologie_cohesion").get("PET"));
    }

    @Test
    void error_12_every_entry_of_the_summary_is_on_the_page_it_announces() {
        Matcher entry = Pattern.compile("(?m)^\\s*(\\p{L}+)\\b.*?(\\d+)\\s*$").matcher(books.page(3));
        int entries = 0;
        while (entry.find()) {
            String firstWord = entry.group(1).toLowerCase(Locale.FRENCH).replaceFirst("s$", "");
            assertThat(books.page(Integer.parseInt(entry.group(2))).toLowerCase(Locale.FRENCH))
                    .as(entry.group())
                    .contains(firstWord);
            entries++;
        }
        assertThat(entries).isGreaterThan(20);
    }
}
