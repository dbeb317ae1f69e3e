package fr.atlasqpv.sample;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.sample.Print.PrintedQpv;
import fr.atlasqpv.sample.Print.PrintedTerritory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Recomputes the printed rates from the committed files, with none of the arithmetic of the generator or the program. */
class SampleReachesThePrintTest {
    private static final Path SAMPLE = Path.of("input/2022");
    private static final BigDecimal FEWEST = BigDecimal.valueOf(11);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(95);

    private final Print print = Print.transcribed();
    private final Cog cog = Cog.read(SAMPLE);

    @Test
    void rates_of_the_qpv_round_to_the_print() {
        Map<String, Map<Measure, BigDecimal>> counts = counts("insee/qpv/comptages_qpv.csv.gz");
        occupiedDwellings().forEach((code, dwellings) -> counts.get(code)
                .put(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, BigDecimal.valueOf(dwellings)));
        SoftAssertions soft = new SoftAssertions();
        for (PrintedQpv qpv : print.qpv()) {
            qpv.rates().forEach((rate, printed) -> {
                if (rate != Rate.BREVET) {
                    BigDecimal percent = percent(counts, Set.of(qpv.code()), rate);
                    soft.assertThat(rate == Rate.PART_SOCIALE ? percent.min(HIGHEST) : percent)
                            .as("%s %s", qpv.code(), rate)
                            .isEqualByComparingTo(BigDecimal.valueOf(printed));
                }
            });
        }
        soft.assertAll();
    }

    @Test
    void rates_of_epci_departements_and_region_round_to_the_print() {
        Map<String, Map<Measure, BigDecimal>> counts = counts("insee/communes/comptages_communes.csv.gz");
        for (CSVRecord row : Table.read(SAMPLE.resolve("sdes-rpls/rpls_2017_communes.csv"), ',')) {
            counts.get(row.get("DEPCOM_ARM"))
                    .put(
                            Measures2022.LOGEMENTS_SOCIAUX_OCCUPES,
                            new BigDecimal(row.get("nb_ls"))
                                    .subtract(new BigDecimal(row.get("nb_vacants")))
                                    .subtract(new BigDecimal(row.get("nb_vides"))));
        }
        brevetByCommune().forEach((commune, results) -> counts.get(commune).putAll(results));
        SoftAssertions soft = new SoftAssertions();
        for (PrintedTerritory territory : print.territories()) {
            if (territory.perimeter().equals("ENSEMBLE") && !territory.level().equals("FRANCE")) {
                territory.rates().forEach((rate, printed) -> soft.assertThat(
                        percent(counts, communes(territory), rate))
                        .as("%s %s %s", territory.level(), territory.code(), rate)
                        .isEqualByComparingTo(BigDecimal.valueOf(printed)));
            }
        }
        soft.assertAll();
    }

    @Test
    void only_the_shares_that_the_print_withholds_stand_on_fewer_than_eleven_dwellings() {
        Map<String, Map<Measure, BigDecimal>> counts = counts("insee/qpv/comptages_qpv.csv.gz");
        Set<String> sensitive = new TreeSet<>();
        occupiedDwellings().forEach((code, dwellings) -> {
            BigDecimal occupied = BigDecimal.valueOf(dwellings);
            BigDecimal others = counts.get(code).get(Measures2022.RESIDENCES_PRINCIPALES).subtract(occupied);
            if (isFew(occupied) || isFew(others)) {
                sensitive.add(code);
            }
        });
        assertThat(sensitive).containsExactly("QP059017", "QP059061", "QP059081", "QP062044");
    }

    private static boolean isFew(BigDecimal dwellings) {
        return dwellings.signum() > 0 && dwellings.compareTo(FEWEST) < 0;
    }

    private Collection<String> communes(PrintedTerritory territory) {
        return cog.communes().values().stream()
                .filter(c -> switch (territory.level()) {
                    case "EPCI" -> c.epci().equals(territory.code());
                    case "DEP" -> c.departement().equals(territory.code());
                    default -> c.region().equals(territory.code());
                })
                .map(Cog.Commune::code)
                .toList();
    }

    private static BigDecimal percent(
            Map<String, Map<Measure, BigDecimal>> counts, Collection<String> codes, Rate rate) {
        return sum(counts, codes, rate.numerator())
                .multiply(BigDecimal.valueOf(100))
                .divide(sum(counts, codes, rate.denominator()), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(
            Map<String, Map<Measure, BigDecimal>> counts, Collection<String> codes, Measure measure) {
        return codes.stream()
                .map(code -> counts.get(code).getOrDefault(measure, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, Map<Measure, BigDecimal>> counts(String file) {
        Map<String, Map<Measure, BigDecimal>> counts = new HashMap<>();
        for (CSVRecord row : packed(file, StandardCharsets.UTF_8)) {
            counts.computeIfAbsent(row.get("CODGEO"), c -> new TreeMap<>())
                    .put(Measures2022.valueOf(row.get("MESURE")), new BigDecimal(row.get("VALEUR")));
        }
        return counts;
    }

    private static Map<String, Integer> occupiedDwellings() {
        Map<String, Integer> occupied = new HashMap<>();
        for (CSVRecord row : packed("sdes-rpls/rpls_2017_detail.csv.gz", StandardCharsets.ISO_8859_1)) {
            if (!Set.of("2", "3").contains(row.get("MODE"))) {
                occupied.merge(row.get("CODE_QP"), 1, Integer::sum);
            }
        }
        return occupied;
    }

    private static Map<String, Map<Measure, BigDecimal>> brevetByCommune() {
        Map<String, Map<Measure, BigDecimal>> results = new HashMap<>();
        for (CSVRecord row : packed("depp/brevet_par_etablissement.csv.gz", StandardCharsets.UTF_8)) {
            if (Set.of("2019", "2020").contains(row.get("Session"))
                    && row.get("Type d'etablissement").equals("COLLEGE")
                    && row.get("Secteur d'enseignement").equals("PUBLIC")
                    && !row.get("Presents").equals("-")) {
                Map<Measure, BigDecimal> commune =
                        results.computeIfAbsent(row.get("Commune"), c -> new TreeMap<>());
                commune.merge(Measures2022.BREVET_PRESENTS, new BigDecimal(row.get("Presents")), BigDecimal::add);
                commune.merge(Measures2022.BREVET_ADMIS, new BigDecimal(row.get("Admis")), BigDecimal::add);
            }
        }
        return results;
    }

    private static List<CSVRecord> packed(String file, Charset charset) {
        try (Reader reader = new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SAMPLE.resolve(file))), charset)) {
            return new ArrayList<>(Table.read(reader, ';'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
