package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

    /** Up to four of five landlords in each QPV; what they have in a territory is what they have in its QPV. */
    private static UnitCounts randomLandlords(ProtectionInput plain, Random random) {
        Map<Territory, Map<Integer, BigDecimal>> units = new HashMap<>();
        for (RawCell cell : plain.cells()) {
            Territory qpv = cell.key().territory();
            if (qpv.level() != Level.QPV) {
                continue;
            }
            int landlords = 1 + random.nextInt(4);
            BigDecimal left = cell.numerator();
            for (int i = 0; i < landlords; i++) {
                BigDecimal part = i == landlords - 1 ? left
                        : left.multiply(BigDecimal.valueOf(random.nextInt(100))).movePointLeft(2)
                                .setScale(0, RoundingMode.DOWN);
                left = left.subtract(part);
                int landlord = (i + random.nextInt(2)) % 5;
                for (Territory territory : holding(qpv, plain.hierarchy())) {
                    units.computeIfAbsent(territory, t -> new HashMap<>()).merge(landlord, part, BigDecimal::add);
                }
            }
        }
        return new UnitCounts() {
            @Override
            public Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
                return plain.counts().count(territory, perimeter, measure);
            }

            @Override
            public Respondents named(Territory territory, Perimeter perimeter, Measure measure) {
                return perimeter == Perimeter.ENSEMBLE ? Respondents.NONE
                        : Respondents.of(units.getOrDefault(territory, Map.of()).values());
            }
        };
    }

    private static List<Territory> holding(Territory qpv, Hierarchy hierarchy) {
        String departement = hierarchy.departementOfQpv().get(qpv.code());
        return List.of(
                qpv, new Territory(Level.EPCI, hierarchy.epciOfQpv().get(qpv.code())),
                new Territory(Level.DEP, departement),
                new Territory(Level.REG, hierarchy.regionOfDepartement().get(departement)));
    }

    @Test
    void inRandomRegionsWhatAnAttackerLearnsReachesAsFarAsTheRulesAsk() {
        List<PrimaryRule> rules = List.of(
                new PPercent(SHARE, SOCIAL, BigDecimal.TEN, 1),
                new MinimumOfRespondents(SHARE, SOCIAL, 3, BigDecimal.valueOf(20)));
        int cells = 0;
        for (long seed = 0; seed < 12; seed++) {
            AtlasFixture atlas = StressAtlas.region(SHARE, 15 + (int) seed, 0, seed);
            ProtectionInput plain = atlas.input(rules);
            ProtectionInput input = new ProtectionInput(
                    plain.cells(), randomLandlords(plain, new Random(seed)), plain.hierarchy(), plain.rules(),
                    plain.elsewhere(), plain.key(), plain.decided());

            ProtectionResult result = Protection.protect(input);

            assertThat(result.disclosures()).as("seed " + seed).isEmpty();
            assertThat(BookAttack.attack(atlas.books(result, rules)).disclosures()).as("seed " + seed).isEmpty();
            for (Review.Cell cell : Protection.review(input).tables().getFirst().cells()) {
                if (cell.lower() > 0) {
                    cells++;
                    assertThat(cell.learnt().low()).as(cell.toString()).isLessThanOrEqualTo(
                            Math.max(cell.possible().low(), cell.count() - cell.lower()) + 1e-6);
                    assertThat(cell.learnt().high()).as(cell.toString()).isGreaterThanOrEqualTo(
                            Math.min(cell.possible().high(), cell.count() + cell.upper()) - 1e-6);
                }
            }
        }
        assertThat(cells).isGreaterThan(50);
    }
}
