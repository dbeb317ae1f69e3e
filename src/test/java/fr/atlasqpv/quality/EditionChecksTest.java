package fr.atlasqpv.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EPCI A has its seat in 59 and a QPV living in 62; B lies in 62. */
class EditionChecksTest {
    private final SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
    private final Attachment attachment = Attachment.of(new AttachmentInput(
            List.of(
                    new Commune("59001", "Une", "59", "32"),
                    new Commune("62001", "Deux", "62", "32"),
                    new Commune("62002", "Trois", "62", "32")),
            List.of(new Departement("59", "Nord", "32", ""), new Departement("62", "Pas-de-Calais", "32", "")),
            List.of(new Region("32", "Hauts-de-France", "")),
            List.of(new Epci("A", "CA A", ""), new Epci("B", "CA B", "")),
            Map.of("59001", "A", "62001", "A", "62002", "B"),
            Map.of("A", "59"),
            Map.of(),
            List.of(new Qpv("QP059001", ""), new Qpv("QP062001", ""), new Qpv("QP062002", "")),
            Map.of(
                    "QP059001", List.of(new QpvShare("59001", null)),
                    "QP062001", List.of(new QpvShare("62001", null)),
                    "QP062002", List.of(new QpvShare("62002", null))),
            Map.of(),
            Set.of()));

    @BeforeEach
    void a_sound_edition() {
        population(Level.QPV, "QP059001", Perimeter.QPV, 1000);
        population(Level.QPV, "QP062001", Perimeter.QPV, 200);
        population(Level.QPV, "QP062002", Perimeter.QPV, 30);
        population(Level.EPCI, "A", Perimeter.QPV, 1200);
        population(Level.EPCI, "B", Perimeter.QPV, 30);
        population(Level.DEP, "59", Perimeter.QPV, 1000);
        population(Level.DEP, "62", Perimeter.QPV, 230);
        population(Level.REG, "32", Perimeter.QPV, 1230);
        population(Level.DEP, "59", Perimeter.ENSEMBLE, 5000);
        population(Level.DEP, "62", Perimeter.ENSEMBLE, 6000);
        population(Level.REG, "32", Perimeter.ENSEMBLE, 11000);
        population(Level.FRANCE, Frames.FRANCE.code(), Perimeter.ENSEMBLE, 11000);
        population(Level.FRANCE, Frames.FRANCE.code(), Perimeter.QPV, 1230);
        put(Level.DEP, "59", Perimeter.QPV, Indicators2022.NB_QPV, "1");
        put(Level.DEP, "62", Perimeter.QPV, Indicators2022.NB_QPV, "2");
        put(Level.REG, "32", Perimeter.QPV, Indicators2022.NB_QPV, "3");
        put(Level.REG, "32", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE, "46.6");
    }

    @Test
    void a_sound_edition_passes_every_check_and_says_what_crosses() {
        List<Check> checks = run();

        assertThat(checks).allMatch(Check::passed);
        assertThat(checks).anySatisfy(c -> {
            assertThat(c.id()).isEqualTo("population-departement-epci");
            assertThat(c.label()).contains("59 : + 0 − 200", "62 : + 200 − 0");
        });
    }

    @ParameterizedTest
    @CsvSource({
            "DEP, 59, ENSEMBLE, population, 5001, population-region-ensemble",
            "REG, 32, QPV, population, 1229, population-region-qpv",
            "EPCI, A, QPV, population, 1201, population-epci-qpv",
            "DEP, 62, QPV, population, 30, population-departement-epci",
            "REG, 32, QPV, nb_qpv, 4, nb_qpv-region-qpv",
            "DEP, 59, QPV, population, 5001, population-qpv-dans-ensemble",
            "REG, 32, QPV, taux_pauvrete, 100.1, taux-0-100",
            "QPV, QP059001, ENSEMBLE, population, 1, cellules-prevues",
            "FRANCE, FRMETRO, ENSEMBLE, population, 11001, population-france-ensemble",
            "FRANCE, FRMETRO, QPV, population, 1231, population-france-qpv"
    })
    void one_wrong_figure_fails_its_check(
            Level level, String code, Perimeter perimeter, String indicator, String value, String check) {
        put(level, code, perimeter, Indicators2022.of(indicator).orElseThrow(), value);

        assertThat(run()).filteredOn(c -> !c.passed()).extracting(Check::id).contains(check);
    }

    private List<Check> run() {
        return EditionChecks.run(cells, attachment, List.of(Indicators2022.POPULATION, Indicators2022.NB_QPV),
                new TreeSet<>(Set.of("32")), true, Frames.reference(3, "32"));
    }

    private void population(Level level, String code, Perimeter perimeter, int value) {
        put(level, code, perimeter, Indicators2022.POPULATION, String.valueOf(value));
    }

    private void put(Level level, String code, Perimeter perimeter, Indicator indicator, String value) {
        CellKey key = CellKey.of(level, code, perimeter, indicator);
        cells.put(key, new PublishedCell(key, new BigDecimal(value), null, CellStatus.PUBLIE, false));
    }
}
