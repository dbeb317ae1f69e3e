package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.cli.AtlasCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The edition that follows the open-data edition of 2022, made once beside it from the bases of the year after: every figure that is new
 * in it against the raw files, what it may compare with the edition before and what it may not, and how the vintages are known.
 */
class NextOpenDataOracleTest {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static Path output;
    private static SortedMap<String, String> before;
    private static SortedMap<String, String> now;

    @BeforeAll
    static void makeBothEditions() throws IOException {
        assumeThat(OpenDataBooks.get()).as("the open data stand beside the project").isPresent();
        output = OpenDataBooks.get().orElseThrow().output();
        assertThat(atlas(
                "run", "jobs/2023-open-data.yaml", "--input", OpenDataBooks.DATA.toString(), "--output",
                output.toString())).contains("Édition publiée");
        before = RawFiles.published(output.resolve("2022-open-data"));
        now = RawFiles.published(output.resolve("2023-open-data"));
    }

    /** What a command that ends well says. */
    private static String atlas(String... command) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        assertThat(AtlasCommand.execute(writer, writer, command)).as(said.toString()).isZero();
        return said.toString();
    }

    /** Numbers of a column of a base by QPV; what the producer does not tell is absent. */
    private static SortedMap<String, BigDecimal> column(String base, String column) throws IOException {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        RawFiles.rows("insee/qpv/" + base + ".csv", ";").forEach((code, row) -> {
            String cell = row.getOrDefault(column, "").replace(',', '.');
            if (code.matches("QP\\w{6}") && cell.matches("-?[0-9]+(\\.[0-9]+)?")) {
                numbers.put(code, new BigDecimal(cell));
            }
        });
        return numbers;
    }

    /** Values of an indicator by QPV, those that are told. */
    private static SortedMap<String, String> quartiers(Map<String, String> published, String indicator) {
        SortedMap<String, String> told = new TreeMap<>();
        published.forEach((key, value) -> {
            if (key.startsWith("QPV ") && key.endsWith(" QPV " + indicator) && !value.isEmpty()) {
                told.put(key.substring(4, 12), value);
            }
        });
        return told;
    }

    @ParameterizedTest
    @CsvSource({
            "population, DEMO_2022, POP_MUN, 0, 1400", "population_avant, DEMO_2019, POP_MUN, 0, 1345",
            "part_menages_1, DEMO_2022, TX_TOT_MEN1, 1, 1348", "indice_jeunesse, DEMO_2022, IND_JEUNE, 1, 1000",
            "taux_emploi_femmes, IPRO_2022, TX_F_EMPL, 1, 1295",
            "taux_emploi_etrangers, IPRO_2022, TX_ET_EMPL, 1, 1181",
            "part_emplois_duree_limitee, IPRO_2022, TX_TOT_EDLIM, 1, 1200",
            "demandeurs_emploi, IPRO_2022, ABC, 0, 1300", "demandeurs_emploi_avant, IPRO_2020, ABC, 0, 1300",
            "taux_pauvrete, REVN_2022, TP60, 1, 1300", "revenu_median, REVN_2022, DECUC_Q2, 0, 1352"})
    void everyQuartierShowsWhatTheProducerSaysOfIt(
            String indicator, String base, String column, int decimals, int atLeast) throws IOException {
        SortedMap<String, String> expected = new TreeMap<>();
        column(base, column).forEach(
                (code, n) -> expected.put(code, n.setScale(decimals, RoundingMode.HALF_UP).toPlainString()));
        SortedMap<String, String> told = quartiers(now, indicator);
        // A rate under 5 or above 95 is told as a bound
        expected.keySet().removeIf(code -> !told.containsKey(code) && indicator.equals("taux_pauvrete"));

        assertThat(told).hasSizeGreaterThanOrEqualTo(Math.min(atLeast, expected.size())).isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({
            "evolution_population, DEMO_2019, DEMO_2022, POP_MUN",
            "evolution_demandeurs_emploi, IPRO_2020, IPRO_2022, ABC"})
    void whatChangedIsReckonedFromTheTwoFiles(String indicator, String from, String to, String column)
            throws IOException {
        SortedMap<String, BigDecimal> old = column(from, column);
        SortedMap<String, String> expected = new TreeMap<>();
        column(to, column).forEach((code, n) -> {
            if (old.containsKey(code) && old.get(code).signum() > 0) {
                expected.put(code, n.subtract(old.get(code)).multiply(HUNDRED)
                        .divide(old.get(code), 1, RoundingMode.HALF_UP).toPlainString());
            }
        });

        assertThat(expected).hasSizeGreaterThan(1_250);
        assertThat(quartiers(now, indicator)).isEqualTo(expected);
        assertThat(now.keySet()).filteredOn(k -> k.endsWith(indicator)).as("nothing above the quartiers")
                .allMatch(k -> k.startsWith("QPV "));
    }

    @ParameterizedTest
    @CsvSource({
            "part_menages_1, DEMO_2022, TX_TOT_MEN1", "taux_emploi_femmes, IPRO_2022, TX_F_EMPL",
            "taux_emploi_etrangers, IPRO_2022, TX_ET_EMPL", "part_emplois_duree_limitee, IPRO_2022, TX_TOT_EDLIM",
            "taux_pauvrete, REVN_2022, TP60"})
    void everyRegionHasTheMeanOfItsQuartiersWeighedByTheirInhabitants(String indicator, String base, String column)
            throws IOException {
        SortedMap<String, BigDecimal> inhabitants = column("DEMO_2022", "POP_MUN");
        Map<String, BigDecimal> tops = new HashMap<>();
        Map<String, BigDecimal> bottoms = new HashMap<>();
        for (Map.Entry<String, BigDecimal> rate : column(base, column).entrySet()) {
            BigDecimal weight = inhabitants.get(rate.getKey());
            for (String territory : List.of("REG " + region(rate.getKey()), "FRANCE FRHM")) {
                tops.merge(territory, weight.multiply(rate.getValue()), BigDecimal::add);
                bottoms.merge(territory, weight, BigDecimal::add);
            }
        }

        assertThat(tops).hasSizeGreaterThanOrEqualTo(14);
        tops.forEach((territory, top) -> assertThat(now.get(territory + " QPV " + indicator)).as(territory)
                .isEqualTo(top.divide(bottoms.get(territory), 1, RoundingMode.HALF_UP).toPlainString()));
    }

    private static final Map<String, String> REGIONS = new HashMap<>();

    private static String region(String qpv) throws IOException {
        if (REGIONS.isEmpty()) {
            RawFiles.rows("insee/cog/departement2021.csv", ",")
                    .forEach((code, row) -> REGIONS.put(code, row.get("REG")));
        }
        return Optional.ofNullable(REGIONS.get(qpv.substring(qpv.charAt(2) == '0' ? 3 : 2, 5))).orElseThrow();
    }

    /** What is of the vintage of the edition before is the same, and what is not told is not told. */
    @Test
    void aSeriesOfTheSameVintageHasTheSameFigures() {
        SortedSet<String> same = new TreeSet<>(List.of(
                "population", "taux_pauvrete", "revenu_median", "taux_vacance", "logements", "nb_logements_sociaux",
                "logements_sociaux_territoire", "logements_sociaux_des_qpv", "part_logements_sociaux_des_qpv", "nb_qpv",
                "part_qpv_france", "part_population_qpv", "colleges_publics", "colleges_rep", "colleges_rep_plus"));
        SortedMap<String, String> then = new TreeMap<>(before);
        SortedMap<String, String> after = new TreeMap<>(now);
        List.of(then, after)
                .forEach(e -> e.keySet().removeIf(k -> !same.contains(k.substring(k.lastIndexOf(' ') + 1))));

        assertThat(then).hasSizeGreaterThan(10_000);
        assertThat(after).isEqualTo(then);
        assertThat(then.values()).as("some are not told").contains("");
    }

    @Test
    void aSeriesOfAnotherVintageIsToldAsBrokenAndANewOneAsNew() {
        String said = atlas(
                "compare", output.resolve("2022-open-data").toString(), output.resolve("2023-open-data").toString(),
                "--output", output.resolve("comparaison").toString());

        assertThat(said).contains("territoires\u00a0: les mêmes").doesNotContain("cellules disparues");
        assertThat(lines(said, "ruptures de série"))
                .containsExactlyInAnyOrder(
                        "part_menages_1\u00a0: RP 2018, poids\u00a0: RP 2018 → RP 2019, poids\u00a0: RP 2018",
                        "indice_jeunesse\u00a0: RP 2018 → RP 2019",
                        "taux_emploi_femmes\u00a0: RP 2017, poids\u00a0: RP 2018 → RP 2019, poids\u00a0: RP 2018",
                        "taux_emploi_etrangers\u00a0: RP 2017, poids\u00a0: RP 2018 → RP 2019, poids\u00a0: RP 2018",
                        "demandeurs_emploi\u00a0: base diffusée avec le RP 2017 → base diffusée avec le RP 2019");
        assertThat(lines(said, "cellules apparues").stream().map(l -> l.replaceAll("\u00a0.*", "")))
                .contains("part_emplois_duree_limitee", "population_avant", "evolution_population",
                        "demandeurs_emploi_avant", "evolution_demandeurs_emploi");
    }

    /** Lines below a head, without what follows the vintages. */
    private static List<String> lines(String said, String head) {
        return said.lines().dropWhile(l -> !l.contains(head)).skip(1).takeWhile(l -> l.startsWith("    "))
                .map(l -> l.strip().replaceAll(", [^,a-z]* cellules dont.*", "")).toList();
    }

    @Test
    void nothingWithheldIsFoundByWhoeverHasBothEditions() {
        String said = atlas(
                "audit", output.resolve("2023-open-data").toString(), "--previous",
                output.resolve("2022-open-data").toString(), "--output", output.toString());

        assertThat(said).contains("avec l’édition précédente", "nb_logements_sociaux");
    }

    @Test
    void theVintagesAreThoseThatTheEditionSays() throws IOException {
        assertThat(column("DEMO_2022", "POP_MUN")).as("RP 2018 in both").isEqualTo(column("DEMO_2021", "POP_MUN"));
        assertThat(plain("REVN_2021", "TP60")).as("Filosofi 2017")
                .isEqualTo(plain("data_filo17_qp_revdis", "tp60_a17"));
        assertThat(plain("REVN_2022", "TP60")).as("Filosofi 2018")
                .isEqualTo(plain("data_filo18_qp_revdis", "DISP_TP60_A18"));

        // A census renews a fifth of its surveys: rates that two bases take from the same one change together
        for (String demography : List.of("TX_TOT_ET", "TX_F_ET", "TX_TOT_0A24")) {
            SortedMap<String, BigDecimal> people = change("DEMO_2021", "DEMO_2022", demography);
            assertThat(Math.abs(correlation(people, change("IPRO_2021", "IPRO_2022", "TX_F_EMPL"))))
                    .as("the census of IPRO_2022: " + demography).isGreaterThan(0.18);
            assertThat(Math.abs(correlation(people, change("IPRO_2020", "IPRO_2021", "TX_F_EMPL"))))
                    .as("another one before: " + demography).isLessThan(0.10);
        }
    }

    /** The same number written 47 in one file and 47.0 in the other. */
    private static SortedMap<String, BigDecimal> plain(String base, String column) throws IOException {
        SortedMap<String, BigDecimal> numbers = column(base, column);
        numbers.replaceAll((code, n) -> n.stripTrailingZeros());
        return numbers;
    }

    private static SortedMap<String, BigDecimal> change(String from, String to, String column) throws IOException {
        SortedMap<String, BigDecimal> change = column(to, column);
        SortedMap<String, BigDecimal> old = column(from, column);
        change.keySet().retainAll(old.keySet());
        change.replaceAll((code, n) -> n.subtract(old.get(code)));
        return change;
    }

    /** Coefficient of Pearson. */
    private static double correlation(SortedMap<String, BigDecimal> one, SortedMap<String, BigDecimal> other) {
        List<String> both = one.keySet().stream().filter(other::containsKey).toList();
        double mean = mean(one, both);
        double otherMean = mean(other, both);
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (String qpv : both) {
            double x = one.get(qpv).doubleValue() - mean;
            double y = other.get(qpv).doubleValue() - otherMean;
            product += x * y;
            square += x * x;
            otherSquare += y * y;
        }
        return product / Math.sqrt(square * otherSquare);
    }

    private static double mean(SortedMap<String, BigDecimal> numbers, List<String> of) {
        return of.stream().mapToDouble(q -> numbers.get(q).doubleValue()).average().orElseThrow();
    }
}
