package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapGroundTest {
    private static MapGround ground(double south) {
        return new MapGround(TwoRegions.attachment(), Frames.metropole(), TwoRegions.ground(south));
    }

    // The north is 100 metres wide: maps of it reach 22.5 metres further
    @ParameterizedTest(name = "a neighbour at {0} metres: {1}")
    @CsvSource({"100, true", "122, true", "123, false", "500, false", "-32, true", "-33, false"})
    void aNeighbourIsDrawnAsFarAsAMapReaches(double at, boolean drawn) {
        assertThat(ground(at).communesNear(TwoRegions.NORTH).test("80001")).isEqualTo(drawn);
        assertThat(ground(at).communesNear(TwoRegions.NORTH).test("59001")).isTrue();
    }

    @Test
    void aCommuneWithoutAnyPlaceIsNotDrawn() {
        assertThat(ground(100).communesNear(TwoRegions.NORTH).test("59999")).isFalse();
    }

    @Test
    void communesTellWhatAMapShowsOfThem() {
        assertThat(ground(500).communes(code -> code.startsWith("59") || code.equals("62002"))).containsExactly(
                new CommuneOnMap("59001", "Une", TwoRegions.A, "59", "32", 100, true, true),
                new CommuneOnMap("59002", "Deux", TwoRegions.A, "59", "32", 300, true, false),
                new CommuneOnMap("59003", "Trois", TwoRegions.C, "59", "32", 0, true, false),
                new CommuneOnMap("62002", "L’Île", TwoRegions.B, "62", "32", 0, true, false));
        assertThat(ground(500).communes(code -> code.equals("80001"))).containsExactly(
                new CommuneOnMap("80001", "Six", TwoRegions.C, "80", "22", 0, false, true));
    }

    @Test
    void contoursAreThoseOfTheCommunesDrawnAndOfTheirQpv() {
        Contours kept = ground(500).contours(code -> code.equals("59001") || code.equals("62002"));

        assertThat(kept.communes()).containsOnlyKeys("59001");
        assertThat(kept.centres()).containsOnlyKeys("59001", "62002");
        assertThat(kept.qpv()).as("one elsewhere, one that no list knows").containsOnlyKeys("QP059001");
    }

    @Test
    void everyDepartementIsNamed() {
        assertThat(ground(500).departements()).extracting(Departement::label)
                .containsExactly("Nord", "Pas-de-Calais", "Somme");
    }
}
