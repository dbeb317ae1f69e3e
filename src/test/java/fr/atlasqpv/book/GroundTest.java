package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

class GroundTest {
    private final Ground ground = TwoRegions.ground(200);

    @Test
    void nobodyIsKnownToLiveWhereNoPopulationIsGiven() {
        assertThat(ground.population("59001")).isEqualByComparingTo("100");
        assertThat(ground.population("80001")).isZero();
    }

    @Test
    void theCentreStandsForACommuneElseAPointInside() {
        assertThat(ground.at("59001")).isEqualTo(new Coordinate(2.4, 3.6));
        assertThat(ground.at("59002")).isEqualTo(new Coordinate(95, 5));
        assertThat(ground.at("59999")).isNull();
    }

    @Test
    void aCommuneCoversItsContourElseItsCentre() {
        assertThat(ground.envelope("59001")).isEqualTo(new Envelope(0, 10, 0, 10));
        assertThat(ground.envelope("62002")).isEqualTo(new Envelope(50, 50, 50, 50));
        assertThat(ground.envelope("59999")).isNull();
    }
}
