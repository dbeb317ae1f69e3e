package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedSumsTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;

    /** EPCI A and B in 59; QP4 stands with B and is counted in 62, where C is. */
    private static final Hierarchy HIERARCHY = new AtlasFixture(SHARE)
            .departement("59", "32", "1", "2")
            .departement("62", "32", "1", "2")
            .epci("A", "59", "1", "2")
            .epci("B", "59", "1", "2")
            .epci("C", "62", "1", "2")
            .qpv("QP1", "A", "59", "1", "2")
            .qpv("QP2", "A", "59", "1", "2")
            .qpv("QP3", "B", "59", "1", "2")
            .qpv("QP4", "B", "62", "1", "2")
            .qpv("QP5", "C", "62", "1", "2")
            .hierarchy();

    @Test
    void anEpciIsTheSumOfItsQpv() {
        assertThat(parts(Level.EPCI, "B", Perimeter.QPV, SHARE)).containsExactly("QP3", "QP4");
    }

    @Test
    void aDepartementIsTheSumOfItsEpciAndOfTheQpvOfThoseThatStraddle() {
        assertThat(parts(Level.DEP, "59", Perimeter.QPV, SHARE)).containsExactly("A", "QP3");
        assertThat(parts(Level.DEP, "62", Perimeter.QPV, SHARE)).containsExactly("C", "QP4");
    }

    @Test
    void aRegionIsTheSumOfItsDepartementsInBothPerimeters() {
        assertThat(parts(Level.REG, "32", Perimeter.QPV, SHARE)).containsExactly("59", "62");
        assertThat(parts(Level.REG, "32", Perimeter.ENSEMBLE, SHARE)).containsExactly("59", "62");
    }

    @Test
    void aLevelThatDoesNotTellTheIndicatorIsSkipped() {
        assertThat(parts(Level.REG, "32", Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX))
                .containsExactlyInAnyOrder("QP1", "QP2", "QP3", "QP4", "QP5");
    }

    @Test
    void communesAreNotPublishedSoWholeTerritoriesBelowTheRegionAreNoSums() {
        assertThat(parts(Level.DEP, "59", Perimeter.ENSEMBLE, SHARE)).isEmpty();
        assertThat(parts(Level.EPCI, "A", Perimeter.ENSEMBLE, SHARE)).isEmpty();
    }

    @Test
    void franceIsASumOnlyWhenTheRunCoversIt() {
        assertThat(parts(Level.FRANCE, Level.FRANCE_CODE, Perimeter.QPV, SHARE)).isEmpty();
    }

    private static List<String> parts(Level level, String code, Perimeter perimeter, Indicator indicator) {
        PublishedSums sums = new PublishedSums(
                HIERARCHY, k -> k.indicator().exists(k.territory().level(), k.perimeter()));
        return sums.parts(CellKey.of(level, code, perimeter, indicator))
                .stream()
                .map(k -> k.territory().code())
                .toList();
    }
}
