package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerritoryListTest {
    private static final Set<Territory> WITH_CELLS = Set.of(epci(TwoRegions.A), epci(TwoRegions.B), epci(TwoRegions.C));

    private static Territory epci(String code) {
        return new Territory(Level.EPCI, code);
    }

    private static List<PublishedTerritory> list(Region region, Set<Territory> withCells, Ground ground) {
        return new TerritoryList(TwoRegions.attachment(), Frames.metropole().reference(), ground, withCells).of(region);
    }

    private static PublishedTerritory one(List<PublishedTerritory> list, String code) {
        return list.stream().filter(t -> t.territory().code().equals(code)).findFirst().orElseThrow();
    }

    private static PublishedTerritory one(String code) {
        return one(list(TwoRegions.NORTH, WITH_CELLS, TwoRegions.ground(200)), code);
    }

    @Test
    void fromTheLargestToTheSmallestEachQpvWithItsEpci() {
        assertThat(list(TwoRegions.NORTH, WITH_CELLS, TwoRegions.ground(200))).extracting(t -> t.territory().code())
                .containsExactly(
                        Frames.FRANCE.code(), "32", "59", "62", TwoRegions.A, TwoRegions.B, "QP059001", "QP059002",
                        "QP062001");
        assertThat(list(TwoRegions.SOUTH, WITH_CELLS, TwoRegions.ground(200))).extracting(t -> t.territory().code())
                .containsExactly(Frames.FRANCE.code(), "22", "80", TwoRegions.C, "QP059003");
    }

    @Test
    void anEpciWithoutAnyFigureIsNotPrinted() {
        assertThat(list(TwoRegions.NORTH, Set.of(epci(TwoRegions.A)), TwoRegions.ground(200)))
                .extracting(PublishedTerritory::territory).contains(epci(TwoRegions.A))
                .doesNotContain(epci(TwoRegions.B));
    }

    @Test
    void aQpvKeepsTheTerritoriesThatCountItAndTellsItsCommunes() {
        PublishedTerritory qpv = one("QP059002");

        assertThat(List.of(qpv.epci(), qpv.departement(), qpv.region(), qpv.communes()))
                .containsExactly(TwoRegions.A, "59", "32", "Deux, L’Île");
        assertThat(one(list(TwoRegions.SOUTH, WITH_CELLS, TwoRegions.ground(200)), "QP059003").departement())
                .isEqualTo("59");
    }

    @Test
    void aPlaceIsInWholeMetres() {
        assertThat(List.of(one("32").x(), one("32").y())).as("centre of its chief town, 2.4 and 3.6")
                .containsExactly(2.0, 4.0);
        assertThat(List.of(one("QP059001").x(), one("QP059001").y())).as("inside its contour").containsExactly(25.0,
                25.0);
        assertThat(List.of(one("QP062001").x(), one("QP062001").y())).as("its commune, for it has no contour")
                .containsExactly(5.0, 95.0);
        assertThat(one(Frames.FRANCE.code()).x()).isNull();
    }

    @Test
    void anEpciStandsAtItsSeatOrElseAtItsLargestCommune() {
        Contours contours = TwoRegions.ground(200).contours();
        Ground elsewhere = new Ground(
                TwoRegions.ground(200).populations(), Map.of(TwoRegions.A, "80001"), contours);

        assertThat(one(TwoRegions.A).x()).as("the seat, 59001").isEqualTo(2.0);
        assertThat(one(TwoRegions.B).x()).as("its only commune, 62002").isEqualTo(50.0);
        assertThat(one(list(TwoRegions.NORTH, WITH_CELLS, elsewhere), TwoRegions.A).x())
                .as("a seat that is not in it: 59002 has most inhabitants").isEqualTo(95.0);
    }
}
