package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.ProtectionReport;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a figure came about; what is behind it only where nobody learns another one from it. */
class ExplanationsTest {
    private static final Publication TOLD = new Publication(BigDecimal.TEN, null, CellStatus.PUBLIE, false);

    private Edition edition;

    @BeforeEach
    void readAnEditionThatCountsEstablishments(@TempDir Path folder) throws IOException {
        String model = Files.readString(Path.of("src/test/resources/fr/atlasqpv/edition/minimal.yaml"));
        edition = EditionFile.load(Files.writeString(folder.resolve("edition.yaml"), model.replace(
                "\nbook:",
                "  colleges: {form: near, distance: 300, levels: [QPV, EPCI], perimeters: [QPV, ENSEMBLE], label: C, "
                        + "short-label: C, band: B, definition: D, unit: u, source: S, millesime: M, sources: []}\n"
                        + "\nbook:")));
    }

    private CellKey key(String indicator, Level level, String code, Perimeter perimeter) {
        return CellKey.of(level, code, perimeter, edition.catalogue().indicator(indicator).orElseThrow());
    }

    private Explanation explained(CellKey key, Publication publication, Set<CellKey> tied, boolean wholeOfFrance) {
        RawCell cell = RawCell.count(key, BigDecimal.valueOf(12), false);
        ProtectionResult protection = new ProtectionResult(
                new TreeMap<>(Map.of(key, publication)), List.of(), new ProtectionReport(List.of(), List.of()),
                List.of(), tied);
        return new Explanations(
                edition, source -> source.required(), wholeOfFrance, TwoRegions.attachment(), Map.of(key, cell),
                protection, new TreeMap<>(Map.of(
                        "QP059001", new TreeSet<>(Set.of("0590002B", "0590001A")),
                        "QP059002", new TreeSet<>(Set.of("0590002B", "0590003C")))))
                .of(key);
    }

    private Explanation explained(CellKey key) {
        return explained(key, TOLD, Set.of(), true);
    }

    @ParameterizedTest(name = "{0} {1} {2} sums {4}: {3}")
    @CsvSource(delimiter = '|', value = {
            "QPV | QP062001 | QPV | QP062001 Quartier De La Gare | quartiers",
            "EPCI | 200093201 | QPV | QP059001 Un, QP059002 Deux, QP062001 Quartier De La Gare | quartiers",
            "DEP | 62 | QPV | QP062001 Quartier De La Gare | quartiers",
            "REG | 22 | QPV | '' | quartiers",
            "EPCI | 200093201 | ENSEMBLE | 59001 Une, 59002 Deux, 62001 Quatre | communes",
            "DEP | 62 | ENSEMBLE | 62001 Quatre, 62002 L'Île | communes",
            "REG | 22 | ENSEMBLE | 80001 Six | communes",
    })
    void namesWhatIsSummedByCode(Level level, String code, Perimeter perimeter, String parts, String kind) {
        Explanation explanation = explained(key("population", level, code, perimeter));

        assertThat(String.join(", ", explanation.parts())).isEqualTo(parts);
        assertThat(explanation.kindOfParts()).isEqualTo(kind);
    }

    @Test
    void tellsTheCountsBehindAFigureThatIsTiedToNothing() {
        CellKey key = key("population", Level.DEP, "59", Perimeter.ENSEMBLE);

        assertThat(explained(key).counts()).hasValue(new Explanation.Counts(BigDecimal.valueOf(12), null));
        assertThat(explained(key).territory()).isEqualTo("Nord");
        assertThat(explained(key).publication()).isEqualTo(TOLD);
    }

    @Test
    void keepsTheCountsOfAFigureThatIsWithheldOrTiedToOneThatIs() {
        CellKey key = key("population", Level.DEP, "59", Perimeter.ENSEMBLE);

        assertThat(explained(key, TOLD, Set.of(key), true).counts()).isEmpty();
        assertThat(explained(key, Publication.without(CellStatus.SECRET), Set.of(), true).counts()).isEmpty();
    }

    @Test
    void aFigureTakenOverFromAPublicationHasNothingBehindItHere() {
        CellKey key = key("population", Level.FRANCE, Frames.FRANCE.code(), Perimeter.ENSEMBLE);

        Explanation quoted = explained(key, TOLD, Set.of(), false);
        assertThat(quoted.reference()).isTrue();
        assertThat(quoted.parts()).isEmpty();
        assertThat(quoted.counts()).isEqualTo(Optional.empty());
        Explanation own = explained(key);
        assertThat(own.reference()).isFalse();
        assertThat(own.parts()).hasSize(6);
        assertThat(own.counts()).isPresent();
    }

    @ParameterizedTest(name = "near {0} {1}: {2}")
    @CsvSource(delimiter = '|', value = {
            "QPV | QP059001 | 0590001A 0590002B",
            "EPCI | 200093201 | 0590001A 0590002B 0590003C",
            "QPV | QP059003 | ''",
    })
    void anEstablishmentNearTwoQpvIsNamedOnce(Level level, String code, String names) {
        Explanation explanation = explained(key("colleges", level, code, Perimeter.QPV));

        assertThat(explanation.parts())
                .isEqualTo(names.isEmpty() ? List.of() : Arrays.asList(names.split(" ")));
        assertThat(explanation.kindOfParts()).isEqualTo("établissements");
    }

    @Test
    void namesTheSourcesOfTheIndicatorWhoseFilesAreThere() {
        assertThat(explained(key("population", Level.DEP, "59", Perimeter.ENSEMBLE)).sources())
                .extracting(Source::id).containsExactly("qpv-base");
        assertThat(explained(key("taux_pauvrete", Level.DEP, "59", Perimeter.ENSEMBLE)).sources()).isEmpty();
    }
}
