package fr.atlasqpv.indicator;

import static fr.atlasqpv.territory.Perimeter.ENSEMBLE;
import static fr.atlasqpv.territory.Perimeter.QPV;
import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A region of two départements; EPCI A (two communes, two QPV) and B (one of each) in 59, C (one of each) in 62. */
class AggregationTest {
    private final Map<Measure, Map<String, BigDecimal>> communes = new TreeMap<>();
    private final Map<Measure, Map<String, BigDecimal>> qpv = new TreeMap<>();
    private final Map<Indicator, Map<String, BigDecimal>> qpvRates = new TreeMap<>();
    private final Map<Indicator, Map<String, Availability>> missing = new TreeMap<>();
    private final Set<Measure> zeroWhenAbsent = new TreeSet<>();
    private Map<String, Establishment> colleges = new TreeMap<>();
    private Set<String> unlisted = Set.of();
    private Set<String> unlabelled = Set.of();
    private final Map<Measure, Map<String, BigDecimal>> results = new TreeMap<>(
            Map.of(Measures2022.BREVET_PRESENTS, new HashMap<>(), Measures2022.BREVET_ADMIS, new HashMap<>()));
    private final SortedMap<String, SortedMap<String, Double>> near = new TreeMap<>();
    private final Map<Indicator, Map<String, Programme>> programmes = new TreeMap<>();
    private final Map<CellKey, BigDecimal> references = new HashMap<>();
    private final List<AggregationInput.Contribution> respondents = new ArrayList<>();
    private boolean wholeOfFrance;

    private AggregationResult aggregate() {
        var attachment = Attachment.of(new AttachmentInput(
                List.of(
                        new Commune("59001", "Une", "59", "32"),
                        new Commune("59002", "Deux", "59", "32"),
                        new Commune("59003", "Trois", "59", "32"),
                        new Commune("62001", "Quatre", "62", "32")),
                List.of(new Departement("59", "Nord", "32", ""), new Departement("62", "Pas-de-Calais", "32", "")),
                List.of(new Region("32", "Hauts-de-France", "")),
                List.of(new Epci("A", "CA A", ""), new Epci("B", "CC B", ""), new Epci("C", "CC C", "")),
                Map.of("59001", "A", "59002", "A", "59003", "B", "62001", "C"),
                Map.of(),
                Map.of(),
                List.of(
                        new Qpv("QP059001", "Un"),
                        new Qpv("QP059002", "Deux"),
                        new Qpv("QP059003", "Trois"),
                        new Qpv("QP062001", "Quatre")),
                Map.of(
                        "QP059001", List.of(new QpvShare("59001", null)),
                        "QP059002", List.of(new QpvShare("59002", null)),
                        "QP059003", List.of(new QpvShare("59003", null)),
                        "QP062001", List.of(new QpvShare("62001", null))),
                Map.of(),
                Set.of()));
        return Aggregation.of(new AggregationInput(
                attachment,
                Catalogue2022.CATALOGUE,
                new TreeSet<>(Set.of("32")),
                wholeOfFrance,
                new Contributions(communes, Map.of(), Map.of(), Map.of(), Map.of(), Set.of()),
                new Contributions(
                        qpv, qpvRates, Map.of(Indicators2022.TAUX_PAUVRETE, Measures2022.POPULATION), Map.of(), missing,
                        zeroWhenAbsent),
                colleges,
                unlisted,
                unlabelled,
                new Contributions(results, Map.of(), Map.of(), Map.of(), Map.of(), Set.of()),
                near,
                programmes,
                references,
                Frames.metropole().reference(),
                respondents));
    }

    private static void give(Map<Measure, Map<String, BigDecimal>> to, Measure measure, Object... pairs) {
        Map<String, BigDecimal> values = to.computeIfAbsent(measure, m -> new HashMap<>());
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], new BigDecimal(pairs[i + 1].toString()));
        }
    }

    private RawCell cell(Level level, String code, Perimeter perimeter, Indicator indicator) {
        return aggregate().cells().get(CellKey.of(level, code, perimeter, indicator));
    }

    private static String rate(RawCell cell) {
        return Share.of(cell.numerator(), cell.denominator()).rounded(1).toPlainString();
    }

    @Test
    void a_rate_is_the_ratio_of_the_sums_not_the_first_qpv_nor_the_mean() {
        give(qpv, Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, "QP059001", 950, "QP059002", 100);
        give(qpv, Measures2022.RESIDENCES_PRINCIPALES, "QP059001", 1000, "QP059002", 3000);

        RawCell epci = cell(Level.EPCI, "A", QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);

        assertThat(rate(epci)).isEqualTo("26.3");
        assertThat(epci.estimated()).isFalse();
    }

    @Test
    void the_rate_of_a_departement_is_not_that_of_its_first_epci() {
        give(qpv, Measures2022.PERSONNES_PAUVRES, "QP059001", 500, "QP059002", 500, "QP059003", 100, "QP062001", 900);
        give(qpv, Measures2022.PERSONNES, "QP059001", 1000, "QP059002", 1000, "QP059003", 1000, "QP062001", 1000);

        assertThat(rate(cell(Level.DEP, "59", QPV, Indicators2022.TAUX_PAUVRETE))).isEqualTo("36.7");
        assertThat(rate(cell(Level.REG, "32", QPV, Indicators2022.TAUX_PAUVRETE))).isEqualTo("50.0");
    }

    @Test
    void populations_of_a_departement_are_the_sum_of_those_of_its_epci() {
        give(communes, Measures2022.POPULATION, "59001", 10, "59002", 20, "59003", 40, "62001", 80);
        give(qpv, Measures2022.POPULATION, "QP059001", 1, "QP059002", 2, "QP059003", 4, "QP062001", 8);

        assertThat(cell(Level.EPCI, "A", ENSEMBLE, Indicators2022.POPULATION).numerator()).isEqualByComparingTo("30");
        assertThat(cell(Level.DEP, "59", ENSEMBLE, Indicators2022.POPULATION).numerator()).isEqualByComparingTo("70");
        assertThat(cell(Level.DEP, "59", QPV, Indicators2022.POPULATION).numerator()).isEqualByComparingTo("7");
        assertThat(cell(Level.REG, "32", QPV, Indicators2022.POPULATION).numerator()).isEqualByComparingTo("15");
        assertThat(rate(cell(Level.DEP, "62", QPV, Indicators2022.PART_POPULATION_QPV))).isEqualTo("10.0");
        assertThat(rate(cell(Level.REG, "32", QPV, Indicators2022.PART_POPULATION_QPV))).isEqualTo("10.0");
    }

    @Test
    void the_figures_of_an_epci_with_one_qpv_are_those_of_the_qpv() {
        give(qpv, Measures2022.LOGEMENTS_VACANTS, "QP059003", 7.3);
        give(qpv, Measures2022.LOGEMENTS, "QP059003", 91.7);
        qpvRates.put(Indicators2022.TAUX_PAUVRETE, Map.of("QP059003", new BigDecimal("38.9")));

        for (Indicator indicator : List.of(Indicators2022.TAUX_VACANCE, Indicators2022.TAUX_PAUVRETE)) {
            RawCell epci = cell(Level.EPCI, "B", QPV, indicator);
            assertThat(rate(epci)).isEqualTo(rate(cell(Level.QPV, "QP059003", QPV, indicator)));
            assertThat(epci.estimated()).isFalse();
        }
    }

    @Test
    void a_source_that_only_gives_rates_weighs_them_with_the_population_and_marks_the_aggregate() {
        qpvRates.put(Indicators2022.TAUX_PAUVRETE, Map.of("QP059001", new BigDecimal("40.0"), "QP059002",
                new BigDecimal("60.0")));
        give(qpv, Measures2022.POPULATION, "QP059001", 3000, "QP059002", 1000);

        RawCell epci = cell(Level.EPCI, "A", QPV, Indicators2022.TAUX_PAUVRETE);

        assertThat(rate(epci)).isEqualTo("45.0");
        assertThat(epci.estimated()).isTrue();
        assertThat(rate(cell(Level.QPV, "QP059001", QPV, Indicators2022.TAUX_PAUVRETE))).isEqualTo("40.0");
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.TAUX_PAUVRETE).estimated()).isFalse();
    }

    @Test
    void unknown_parts_leave_an_estimate_over_the_known_ones_and_a_remark() {
        give(qpv, Measures2022.FEMMES_EMPLOI, "QP059001", 40, "QP059002", 10);
        give(qpv, Measures2022.FEMMES_15_64, "QP059001", 100);

        RawCell epci = cell(Level.EPCI, "A", QPV, Indicators2022.TAUX_EMPLOI_FEMMES);

        assertThat(rate(epci)).isEqualTo("40.0");
        assertThat(epci.estimated()).isTrue();
        assertThat(aggregate().remarks()).anyMatch(
                r -> r.code().equals("parts-inconnues") && r.subject().equals("taux_emploi_femmes"));
    }

    @Test
    void where_nothing_is_known_the_figure_is_not_available_and_never_zero() {
        RawCell epci = cell(Level.EPCI, "A", QPV, Indicators2022.TAUX_EMPLOI_HOMMES);

        assertThat(epci.availability()).isEqualTo(Availability.NON_DISPONIBLE);
        assertThat(epci.numerator()).isNull();
    }

    @Test
    void a_figure_withheld_by_its_producer_stays_withheld() {
        give(qpv, Measures2022.POPULATION, "QP059001", 3000);
        missing.put(Indicators2022.TAUX_PAUVRETE, Map.of("QP059001", Availability.SECRET_A_LA_SOURCE));

        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.TAUX_PAUVRETE).availability())
                .isEqualTo(Availability.SECRET_A_LA_SOURCE);
    }

    @Test
    void a_qpv_without_dwelling_in_a_file_of_dwellings_counts_zero() {
        zeroWhenAbsent.add(Measures2022.LOGEMENTS_SOCIAUX);
        give(qpv, Measures2022.LOGEMENTS_SOCIAUX, "QP059001", 12);

        assertThat(cell(Level.QPV, "QP059002", QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX).numerator())
                .isEqualByComparingTo("0");
        assertThat(cell(Level.REG, "32", QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX).numerator())
                .isEqualByComparingTo("12");
    }

    @Test
    void a_college_near_two_qpv_counts_in_each_and_once_above() {
        school("U1", "59001", "REP+", 100, 90);
        school("U2", "59002", "", 100, 50);
        near.put("QP059001", new TreeMap<>(Map.of("U1", 0.0)));
        near.put("QP059002", new TreeMap<>(Map.of("U1", 0.0, "U2", 0.0)));
        near.put("QP059003", new TreeMap<>());

        assertThat(rate(cell(Level.QPV, "QP059001", QPV, Indicators2022.REUSSITE_BREVET))).isEqualTo("90.0");
        assertThat(rate(cell(Level.QPV, "QP059002", QPV, Indicators2022.REUSSITE_BREVET))).isEqualTo("70.0");
        assertThat(rate(cell(Level.EPCI, "A", QPV, Indicators2022.REUSSITE_BREVET))).isEqualTo("70.0");
        assertThat(cell(Level.QPV, "QP059002", QPV, Indicators2022.COLLEGES_PUBLICS).numerator())
                .isEqualByComparingTo("2");
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.COLLEGES_REP_PLUS).numerator())
                .isEqualByComparingTo("1");
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.COLLEGES_REP).numerator()).isEqualByComparingTo("0");
    }

    @Test
    void nobody_knows_how_many_bear_a_label_without_the_list_that_gives_it() {
        school("U1", "59001", "", 100, 90);
        near.put("QP059001", new TreeMap<>(Map.of("U1", 0.0)));
        unlabelled = Set.of("59");

        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.COLLEGES_PUBLICS).numerator())
                .isEqualByComparingTo("1");
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.COLLEGES_REP).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);
    }

    @Test
    void without_college_the_brevet_makes_no_sense_and_without_contour_it_is_not_available() {
        near.put("QP059003", new TreeMap<>());

        assertThat(cell(Level.QPV, "QP059003", QPV, Indicators2022.REUSSITE_BREVET).availability())
                .isEqualTo(Availability.SANS_OBJET);
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.REUSSITE_BREVET).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.COLLEGES_PUBLICS).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);
        assertThat(aggregate().remarks()).anyMatch(r -> r.code().equals("contour-absent"));
    }

    @Test
    void in_the_whole_territory_the_brevet_is_that_of_the_public_colleges_of_its_communes() {
        school("U1", "59001", "", 100, 90);
        school("U2", "59003", "", 300, 210);

        assertThat(rate(cell(Level.DEP, "59", ENSEMBLE, Indicators2022.REUSSITE_BREVET))).isEqualTo("75.0");
        assertThat(rate(cell(Level.EPCI, "B", ENSEMBLE, Indicators2022.REUSSITE_BREVET))).isEqualTo("70.0");
    }

    @Test
    void where_no_directory_holds_a_departement_its_colleges_are_unknown_and_what_contains_it_is_over_the_others() {
        school("U1", "59001", "", 100, 80);
        unlisted = Set.of("62");

        assertThat(rate(cell(Level.DEP, "59", ENSEMBLE, Indicators2022.REUSSITE_BREVET))).isEqualTo("80.0");
        assertThat(cell(Level.DEP, "59", ENSEMBLE, Indicators2022.REUSSITE_BREVET).estimated()).isFalse();
        assertThat(cell(Level.DEP, "62", ENSEMBLE, Indicators2022.REUSSITE_BREVET).availability())
                .as("not “sans objet”: there may be collèges")
                .isEqualTo(Availability.NON_DISPONIBLE);
        assertThat(cell(Level.REG, "32", ENSEMBLE, Indicators2022.REUSSITE_BREVET).estimated()).isTrue();
    }

    @Test
    void without_a_school_directory_nothing_is_said_of_colleges() {
        colleges = null;

        assertThat(cell(Level.REG, "32", ENSEMBLE, Indicators2022.REUSSITE_BREVET).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);
    }

    @Test
    void key_figures_count_by_attachment() {
        assertThat(cell(Level.DEP, "59", QPV, Indicators2022.NB_QPV).numerator()).isEqualByComparingTo("3");
        assertThat(rate(cell(Level.REG, "32", QPV, Indicators2022.PART_QPV_FRANCE))).isEqualTo("0.3");
        assertThat(aggregate().cells()).doesNotContainKey(
                CellKey.of(Level.FRANCE, Frames.FRANCE.code(), QPV, Indicators2022.NB_QPV));
    }

    @Test
    void a_list_says_zero_of_those_it_leaves_out_and_nothing_when_it_is_not_there() {
        programmes.put(Indicators2022.CITES_EDUCATIVES, Map.of("QP059001", new Programme(BigDecimal.TWO, null)));
        programmes.put(Indicators2022.NPNRU, Map.of("QP059001", new Programme(null, "QIN")));

        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.CITES_EDUCATIVES).numerator())
                .isEqualByComparingTo("2");
        assertThat(cell(Level.QPV, "QP059002", QPV, Indicators2022.CITES_EDUCATIVES).numerator())
                .isEqualByComparingTo("0");
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.NPNRU).text()).isEqualTo("QIN");
        assertThat(cell(Level.QPV, "QP059002", QPV, Indicators2022.NPNRU).availability())
                .isEqualTo(Availability.SANS_OBJET);
        assertThat(cell(Level.QPV, "QP059001", QPV, Indicators2022.ZFU).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);
    }

    @Test
    void france_comes_from_references_unless_the_input_covers_it() {
        references.put(CellKey.of(Level.FRANCE, Frames.FRANCE.code(), ENSEMBLE, Indicators2022.TAUX_PAUVRETE),
                new BigDecimal("14.6"));
        give(communes, Measures2022.POPULATION, "59001", 10, "59002", 20, "59003", 40, "62001", 80);

        assertThat(rate(cell(Level.FRANCE, Frames.FRANCE.code(), ENSEMBLE, Indicators2022.TAUX_PAUVRETE)))
                .isEqualTo("14.6");
        assertThat(cell(Level.FRANCE, Frames.FRANCE.code(), ENSEMBLE, Indicators2022.POPULATION).availability())
                .isEqualTo(Availability.NON_DISPONIBLE);

        wholeOfFrance = true;
        assertThat(cell(Level.FRANCE, Frames.FRANCE.code(), ENSEMBLE, Indicators2022.POPULATION).numerator())
                .isEqualByComparingTo("150");
    }

    @Test
    void exactly_the_cells_of_the_contract_exist() {
        aggregate().cells()
                .keySet()
                .forEach(key -> assertThat(
                        key.indicator().exists(key.territory().level(), key.perimeter())).as(key.toString()).isTrue());
        // FRANCE 16, REG 16 + 2 + 3, 2 DEP × (16 + 3), 3 EPCI × 16, 4 QPV × 21
        assertThat(aggregate().cells()).hasSize(16 + 21 + 2 * 19 + 3 * 16 + 4 * 21);
    }

    @ParameterizedTest(name = "{0} without figure of {1}")
    @CsvSource({"59001, 1 commune n’a", "59001 59002, 2 communes n’ont"})
    void a_remark_counts_the_communes_without_figure(String without, String told) {
        give(communes, Measures2022.POPULATION, "59001", 10, "59002", 20, "59003", 40, "62001", 80);
        communes.get(Measures2022.POPULATION).keySet().removeAll(Set.of(without.split(" ")));

        assertThat(remarks(Indicators2022.POPULATION)).singleElement().asString().startsWith(told);
    }

    @ParameterizedTest(name = "{0} without figure")
    @CsvSource(delimiter = ';', value = {"QP059002; 1 quartier n’a pas de valeur (QP059002)",
            "QP059002 QP059001; 2 quartiers n’ont pas de valeur (QP059001, QP059002)"})
    void a_remark_names_the_qpv_without_figure(String without, String told) {
        give(qpv, Measures2022.POPULATION, "QP059001", 1, "QP059002", 2, "QP059003", 4, "QP062001", 8);
        qpv.get(Measures2022.POPULATION).keySet().removeAll(Set.of(without.split(" ")));

        assertThat(remarks(Indicators2022.POPULATION)).singleElement().asString().startsWith(told + " ;");
    }

    @Test
    void nothing_is_remarked_where_everything_is_known_or_nothing_is() {
        give(communes, Measures2022.POPULATION, "59001", 10, "59002", 20, "59003", 40, "62001", 80);
        give(qpv, Measures2022.POPULATION, "QP059001", 1, "QP059002", 2, "QP059003", 4, "QP062001", 8);

        assertThat(remarks(Indicators2022.POPULATION)).isEmpty();
        assertThat(remarks(Indicators2022.TAUX_EMPLOI_HOMMES)).isEmpty();
    }

    @Test
    void a_remark_counts_the_qpv_without_contour() {
        near.putAll(Map.of("QP059001", new TreeMap<>(), "QP059002", new TreeMap<>(), "QP059003", new TreeMap<>()));
        assertThat(remarks(Indicators2022.REUSSITE_BREVET)).singleElement().asString().startsWith("1 quartier n’a");

        near.remove("QP059001");
        assertThat(remarks(Indicators2022.REUSSITE_BREVET)).singleElement().asString().startsWith("2 quartiers n’ont");

        near.putAll(Map.of("QP059001", new TreeMap<>(), "QP062001", new TreeMap<>()));
        assertThat(remarks(Indicators2022.REUSSITE_BREVET)).isEmpty();
    }

    @Test
    void sums_behind_the_rules_stand_for_each_territory_whose_members_are_known() {
        give(communes, Measures2022.POPULATION, "59001", 10, "59002", 20, "59003", 40, "62001", 80);
        give(qpv, Measures2022.POPULATION, "QP059001", 1, "QP059002", 2, "QP062001", 8);
        AggregationResult result = aggregate();
        Territory nord = new Territory(Level.DEP, "59");

        assertThat(result.total(nord, ENSEMBLE, Measures2022.POPULATION)).contains(BigDecimal.valueOf(70));
        assertThat(result.total(nord, QPV, Measures2022.POPULATION)).contains(BigDecimal.valueOf(3));
        assertThat(result.total(new Territory(Level.QPV, "QP059002"), QPV, Measures2022.POPULATION))
                .contains(BigDecimal.TWO);
        assertThat(result.total(new Territory(Level.EPCI, "B"), QPV, Measures2022.POPULATION)).isEmpty();
        assertThat(result.total(nord, ENSEMBLE, Measures2022.PERSONNES)).isEmpty();
    }

    @Test
    void a_list_that_gives_nothing_but_zeros_makes_a_sum_of_zero() {
        zeroWhenAbsent.add(Measures2022.LOGEMENTS_SOCIAUX);

        assertThat(aggregate().total(new Territory(Level.REG, "32"), QPV, Measures2022.LOGEMENTS_SOCIAUX))
                .contains(BigDecimal.ZERO);
    }

    @Test
    void a_rate_whose_base_counts_nobody_stands_for_itself() {
        qpvRates.put(Indicators2022.TAUX_PAUVRETE, Map.of("QP059001", new BigDecimal("40.0")));
        give(qpv, Measures2022.POPULATION, "QP059001", 0);

        assertThat(rate(cell(Level.QPV, "QP059001", QPV, Indicators2022.TAUX_PAUVRETE))).isEqualTo("40.0");
    }

    private List<String> remarks(Indicator indicator) {
        return aggregate().remarks()
                .stream()
                .filter(r -> r.subject().equals(indicator.id()))
                .map(r -> r.message().replace('\u00a0', ' '))
                .toList();
    }

    private void school(String uai, String commune, String label, int sat, int passed) {
        colleges.put(uai, new Establishment(
                uai, "COLLEGE", "PUBLIC", commune, 0.0, 0.0, label.isEmpty() ? Set.of() : Set.of(label)));
        results.get(Measures2022.BREVET_PRESENTS).put(uai, BigDecimal.valueOf(sat));
        results.get(Measures2022.BREVET_ADMIS).put(uai, BigDecimal.valueOf(passed));
    }

    private void contributes(String respondent, Perimeter perimeter, String code, int units) {
        respondents.add(new AggregationInput.Contribution(
                perimeter, code, Measures2022.LOGEMENTS_SOCIAUX, respondent, BigDecimal.valueOf(units)));
    }

    private static List<Integer> respondents(AggregationResult result, Level level, String code, Perimeter perimeter) {
        return result.respondents()
                .get(new TotalKey(new Territory(level, code), perimeter, Measures2022.LOGEMENTS_SOCIAUX))
                .contributions().stream().map(BigDecimal::intValue).toList();
    }

    /** QP059001 and QP059002 lie in EPCI A, QP059003 in B; all three in the Nord. */
    @Test
    void aRespondentOfTwoQpvIsOneRespondentOfWhatHoldsThemBoth() {
        contributes("x", Perimeter.QPV, "QP059001", 30);
        contributes("x", Perimeter.QPV, "QP059002", 12);
        contributes("y", Perimeter.QPV, "QP059002", 5);
        contributes("y", Perimeter.QPV, "QP059003", 50);
        contributes("x", Perimeter.ENSEMBLE, "59001", 99);
        contributes("x", Perimeter.QPV, "QP999999", 7);

        AggregationResult result = aggregate();

        assertThat(respondents(result, Level.QPV, "QP059002", Perimeter.QPV)).containsExactly(12, 5);
        assertThat(respondents(result, Level.EPCI, "A", Perimeter.QPV)).containsExactly(42, 5);
        assertThat(respondents(result, Level.DEP, "59", Perimeter.QPV)).containsExactly(55, 42);
        assertThat(respondents(result, Level.REG, "32", Perimeter.QPV)).containsExactly(55, 42);
        assertThat(respondents(result, Level.EPCI, "A", Perimeter.ENSEMBLE)).containsExactly(99);
        assertThat(result.respondents()).hasSize(3 + 2 + 1 + 1 + 1 + 4);
        assertThat(result.remarks()).noneMatch(r -> r.code().equals("repondant-non-nomme"));
    }

    @Test
    void thoseWhomNoRowNamesAreOneUnknownRespondentAndANoticeTellsTheirPartRoughly() {
        contributes("", Perimeter.ENSEMBLE, "59001", 31);
        contributes("", Perimeter.ENSEMBLE, "59002", 2);
        contributes("x", Perimeter.ENSEMBLE, "59002", 67);

        AggregationResult result = aggregate();

        assertThat(respondents(result, Level.EPCI, "A", Perimeter.ENSEMBLE)).containsExactly(67, 33);
        assertThat(result.remarks()).filteredOn(r -> r.code().equals("repondant-non-nomme")).singleElement()
                .satisfies(r -> {
                    assertThat(r.subject()).isEqualTo("logements_sociaux");
                    assertThat(r.message()).contains("environ 33\u00a0%");
                });
    }
}
