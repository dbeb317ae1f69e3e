package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionStressTest {
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionOf200QpvWithOneInTenSensitiveGivesNothingAway(long seed) {
        TableLine line = protectedSafely(StressAtlas.region(Indicator.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed));
        assertThat(line.cost()).isLessThanOrEqualTo(1.5 * line.lowerBound());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionWhoseCountsAreToldToTheUnitGivesNothingAway(long seed) {
        TableLine line = protectedSafely(
                StressAtlas.region(Indicator.PART_LOGEMENTS_SOCIAUX, 200, 0.10, seed).withLinkedCount());
        assertThat(line.primaryOnly().exposed()).as("what primary suppression alone gives away").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRegionWithAThresholdOf200PersonsGivesNothingAway(long seed) {
        AtlasFixture atlas = StressAtlas.region(Indicator.TAUX_PAUVRETE, 200, 0.10, seed);
        ProtectionResult result = Protection.protect(atlas.input(List.of(AtlasFixture.povertyPersons())));
        assertThat(result.disclosures()).isEmpty();
        TableLine line = result.report().tables().getFirst();
        assertThat(line.released().exposed()).isZero();
        assertThat(line.primaryOnly().exposed()).isPositive();
    }

    @Test
    void metropolitanFranceGivesNothingAway() {
        protectedSafely(StressAtlas.france(Indicator.PART_LOGEMENTS_SOCIAUX, 0.10, 4));
    }

    private static TableLine protectedSafely(AtlasFixture atlas) {
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.disclosures()).isEmpty();
        TableLine line = result.report().tables().getFirst();
        assertThat(line.released().exposed()).isZero();
        assertThat(BookAttack.attack(atlas.books(result, RULES)).disclosures()).isEmpty();
        return line;
    }
}
