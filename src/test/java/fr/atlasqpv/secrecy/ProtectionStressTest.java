package fr.atlasqpv.secrecy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.PrimaryRule.Finding;
import fr.atlasqpv.secrecy.Review.Worth;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionStressTest {
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionOf200QpvWithOneInTenSensitiveGivesNothingAway(long seed) {
        Worth worth = protectedSafely(StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed));
        assertThat(worth.points()).isLessThanOrEqualTo(1.5 * worth.leastPoints());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionWhoseCountsAreToldToTheUnitGivesNothingAway(long seed) {
        Worth worth = protectedSafely(
                StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed).withLinkedCount());
        assertThat(worth.primaryOnly().exposed()).as("what primary suppression alone gives away").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionWithAThresholdOf200PersonsGivesNothingAway(long seed) {
        AtlasFixture atlas = StressAtlas.region(Indicators2022.TAUX_PAUVRETE, 200, 0.10, seed);
        ProtectionResult result = Protection.protect(atlas.input(List.of(AtlasFixture.povertyPersons())));
        assertThat(result.disclosures()).isEmpty();
        Worth worth = worth(atlas, List.of(AtlasFixture.povertyPersons()));
        assertThat(worth.released().exposed()).isZero();
        assertThat(worth.primaryOnly().exposed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noComplementarySuppressionOfARegionCanBeTakenBack(long seed) {
        List<RawCell> cells = StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed).cells();
        ProtectionInput input = StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed).input(RULES);
        Map<Indicator, Clamp> clamps = AtlasFixture.clamps().stream().collect(toMap(Clamp::indicator, c -> c));
        List<Figure> figures = cells.stream()
                .map(c -> new Figure(
                        c.key(), Publication.of(c, Optional.of(clamps.get(c.key().indicator()))), c.numerator(),
                        c.denominator(), true))
                .toList();
        TableBuilder builder =
                new TableBuilder(figures, input.hierarchy(),
                        new Terms(
                                AtlasFixture.rules(RULES, false), Elsewhere.NOTHING, input.counts(), AtlasFixture.KEY));
        LinkedTable table = builder.build();
        BitSet primary = new BitSet();
        cells.stream()
                .map(RawCell::key)
                .filter(k -> RULES.getFirst().judge(input.counts(), k.territory(), k.perimeter()) == Finding.WITHHELD)
                .forEach(k -> primary.set(builder.position(k)));
        BitSet pattern = new Suppression(table, primary, new Attacker(table)).pattern();

        assertThat(disclosures(table, pattern)).isEmpty();
        assertThat(pattern.cardinality()).as("something is withheld besides").isGreaterThan(primary.cardinality());
        pattern.stream().filter(c -> !primary.get(c)).forEach(c -> {
            BitSet without = (BitSet) pattern.clone();
            without.clear(c);
            assertThat(disclosures(table, without)).as(table.cells().get(c).name() + " told").isNotEmpty();
        });
    }

    private static List<Disclosure> disclosures(LinkedTable table, BitSet pattern) {
        return new Audit(table, pattern, new Attacker(table).exact(pattern)).disclosures();
    }

    @Test
    void metropolitanFranceGivesNothingAway() {
        protectedSafely(StressAtlas.france(Indicators2022.PART_LOGEMENTS_SOCIAUX, 0.10, 4));
    }

    private static Worth protectedSafely(AtlasFixture atlas) {
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.disclosures()).isEmpty();
        assertThat(result.report().tables().getFirst().released().exposed()).isZero();
        assertThat(BookAttack.attack(atlas.books(result, RULES)).disclosures()).isEmpty();
        return worth(atlas, RULES);
    }

    private static Worth worth(AtlasFixture atlas, List<PrimaryRule> rules) {
        return Protection.review(atlas.input(rules)).tables().getFirst().worth();
    }
}
