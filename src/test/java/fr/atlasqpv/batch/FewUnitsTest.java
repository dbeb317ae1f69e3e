package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check tells how many figures rest on a handful of units: QP059001 has five social dwellings. */
class FewUnitsTest {
    private static final Measure A = new Measure("a", "A", "u", false);
    private static final Measure B = new Measure("b", "B", "u", false);

    @TempDir
    private Path folder;

    private static List<String> told(TinyEdition edition) throws Exception {
        try (AtlasApplication program = AtlasApplication.inMemory(edition.request(), Progress.SILENT)) {
            return program.check().notices().stream()
                    .filter(n -> n.code().equals(FewUnits.CODE))
                    .map(Notice::message)
                    .toList();
        }
    }

    @Test
    void aFigureThatNoRuleProtectsIsCountedByIndicatorAndLevelWithoutItsCode() throws Exception {
        TinyEdition edition = TinyEdition.withFewDwellingsInOneQpv(folder);
        String job = Files.readString(edition.jobFile());
        String rule = job.lines().filter(l -> l.contains("rule: few-on-one-side")).findFirst().orElseThrow();
        Files.writeString(
                edition.jobFile(), job.replace(
                        rule, "    - {rule: none, indicator: nb_logements_sociaux, because: \"pour cet essai\"}"));

        assertThat(told(edition)).contains(
                "nb_logements_sociaux\u00a0: 1 chiffres qui seraient publiés reposent sur moins de 11 unités (QPV\u00a0: 1), "
                        + "sans règle de secret\u00a0: pour cet essai");
        assertThat(edition.request().papersFolder().resolve("rapport.html")).content()
                .contains("reposent sur moins de 11 unités");
        assertThat(edition.request().papersFolder().resolve("notices.csv")).content()
                .contains("reposent sur moins de 11 unités").doesNotContain("QP059001");
    }

    @Test
    void aFigureThatARuleWithholdsIsNot() throws Exception {
        assertThat(told(TinyEdition.withFewDwellingsInOneQpv(folder)))
                .noneMatch(m -> m.startsWith("nb_logements_sociaux"));
    }

    @ParameterizedTest(name = "{0} of {1}, scale {2}: {3}")
    @CsvSource({
            "0, , , false", "1, , , true", "10, , , true", "10.9, , , true", "11, , , false",
            "0, 500, 100, true", "10, 500, 100, true", "11, 500, 100, false", "489, 500, 100, false",
            "490, 500, 100, true",
            "0, 0, 100, false", "490, 500, 1000, false", "30, 9, 1, true", "30, 11, 1, false",
    })
    void aCountOfSomeOrASideOfAShareUnderTheWidth(
            BigDecimal numerator, BigDecimal denominator, BigDecimal scale, boolean few) {
        Form form = denominator == null ? new Form.Count(A) : new Form.Ratio(A, B, scale);
        CellKey key = CellKey.of(
                Level.QPV, "QP059001", Perimeter.QPV,
                new Indicator("x", form, 1, Set.of(Level.values()), Set.of(Perimeter.values())));
        RawCell cell = denominator == null ? RawCell.count(key, numerator, false)
                : RawCell.rate(key, numerator, denominator, false);

        assertThat(FewUnits.few(cell, BigDecimal.valueOf(11))).isEqualTo(few);
    }

    @Test
    void aMedianTellsNoUnits() {
        CellKey key = CellKey.of(
                Level.QPV, "QP059001", Perimeter.QPV,
                new Indicator("x", new Form.Delivered(null), 0, Set.of(Level.QPV), Set.of(Perimeter.QPV)));

        assertThat(FewUnits.few(RawCell.count(key, BigDecimal.ONE, false), BigDecimal.valueOf(11))).isFalse();
    }
}
