package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One landlord has the 180 social dwellings of QP000002, ten share those of each other territory. */
class UnitCountsTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final Measure SOCIAL = Measures2022.LOGEMENTS_SOCIAUX_OCCUPES;

    private record Landlords(UnitCounts counts) implements UnitCounts {
        @Override
        public Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
            return counts.count(territory, perimeter, measure);
        }

        @Override
        public Respondents named(Territory territory, Perimeter perimeter, Measure measure) {
            BigDecimal all = counts.count(territory, perimeter, measure).orElseThrow();
            return Respondents.of(
                    territory.code().equals("QP000002") ? List.of(all)
                            : Collections.nCopies(10, all.movePointLeft(1)));
        }
    }

    private static ProtectionInput input(AtlasFixture atlas, PrimaryRule rule) {
        ProtectionInput plain = atlas.input(List.of(rule));
        return new ProtectionInput(
                plain.cells(), new Landlords(plain.counts()), plain.hierarchy(), plain.rules(), plain.elsewhere(),
                plain.key(), plain.decided());
    }

    /**
     * QP000001, 493 of 500, is the cheaper partner; it leaves QP000002 seven units below its 180, no more. Where the rule asks for more
     * than that, the dearer one is withheld.
     */
    @ParameterizedTest(name = "{0} %: {1} units on either side, partner {2}")
    @CsvSource({"1, 1.8, QP000001", "3, 5.4, QP000001", "10, 18, QP000003", "50, 90, QP000003"})
    void thePartnerLeavesAsMuchOnEitherSideAsTheRuleAsks(BigDecimal percent, double level, String partner) {
        PPercent rule = new PPercent(SHARE, SOCIAL, percent, 1);
        AtlasFixture atlas = AtlasFixture.fiveQpv("493", "180")
                .decided(CellKey.of(Level.QPV, "QP000003", Perimeter.QPV, SHARE), null, 2);

        ProtectionResult result = Protection.protect(input(atlas, rule));

        assertThat(result.safe()).isTrue();
        assertThat(result.publications().entrySet().stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(e -> e.getKey().territory().code()))
                .containsExactlyInAnyOrder("QP000002", partner);
        assertThat(BookAttack.attack(atlas.books(result, List.of(rule))).safe()).isTrue();
        assertThat(Protection.review(input(atlas, rule)).tables().getFirst().cells())
                .filteredOn(cell -> cell.role() == Review.Role.PRIMARY)
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.lower()).isEqualTo(level);
                    assertThat(cell.upper()).isEqualTo(level);
                    assertThat(cell.learnt().low()).isLessThanOrEqualTo(180 - level);
                    assertThat(cell.learnt().high()).isGreaterThanOrEqualTo(180 + level);
                });
    }

    @Test
    void whereNobodyNamesRespondentsTheRuleIsNotedAsUnchecked() {
        PPercent rule = new PPercent(SHARE, SOCIAL, BigDecimal.TEN, 1);

        ProtectionResult result = Protection.protect(AtlasFixture.fiveQpv("493", "180").input(List.of(rule)));

        assertThat(result.publications().values()).noneMatch(p -> p.status() == CellStatus.SECRET);
        assertThat(result.notices()).singleElement()
                .satisfies(n -> assertThat(n.code()).isEqualTo("regle-non-verifiable"));
    }
}
