package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
        assertThat(parts(Level.FRANCE, Frames.FRANCE.code(), Perimeter.QPV, SHARE)).isEmpty();
    }

    /** EPCI A, QP1 and QP2 are in 59 with QP9, which no EPCI holds. */
    @Test
    void aQpvWithoutEpciStandsByItselfInItsDepartement() {
        Hierarchy hierarchy = new Hierarchy(
                new TreeMap<>(Map.of("QP1", "A", "QP2", "A")),
                new TreeMap<>(Map.of("QP1", "59", "QP2", "59", "QP9", "59")), new TreeMap<>(Map.of("A", "59")),
                new TreeMap<>(Map.of("59", "32")), new TreeSet<>(List.of("32")), new TreeSet<>(), new TreeSet<>());

        assertThat(new PublishedSums(hierarchy, k -> true)
                .parts(CellKey.of(Level.DEP, "59", Perimeter.QPV, SHARE)))
                .extracting(k -> k.territory().code()).containsExactly("A", "QP9");
    }

    @Test
    void aPartWithoutAFigureIsReplacedByItsOwnParts() {
        assertThat(told("59").parts(CellKey.of(Level.DEP, "59", Perimeter.QPV, SHARE)))
                .extracting(k -> k.territory().code()).as("neither EPCI nor QPV").isEmpty();
        assertThat(told("59", "QP1", "QP2", "QP3", "B").parts(CellKey.of(Level.DEP, "59", Perimeter.QPV, SHARE)))
                .extracting(k -> k.territory().code()).as("A is not told").containsExactly("QP1", "QP2", "QP3");
        assertThat(told("32", "59", "QP5", "C").parts(CellKey.of(Level.REG, "32", Perimeter.QPV, SHARE)))
                .extracting(k -> k.territory().code()).as("62 is not").containsExactly("59", "C");
        assertThat(told("32", "59").parts(CellKey.of(Level.REG, "32", Perimeter.ENSEMBLE, SHARE)))
                .extracting(k -> k.territory().code()).containsExactly("59");
    }

    private static PublishedSums told(String... codes) {
        return new PublishedSums(HIERARCHY, k -> List.of(codes).contains(k.territory().code()));
    }

    @Test
    void aRegionIsCompleteWhenEveryDepartementTellsItAndFranceWhenEveryRegionDoes() {
        CellKey region = CellKey.of(Level.REG, "32", Perimeter.ENSEMBLE, SHARE);
        assertThat(told("59", "62").complete(region)).isTrue();
        assertThat(told("59").complete(region)).isFalse();
        assertThat(told().complete(region)).isFalse();

        CellKey france = CellKey.of(Level.FRANCE, Frames.FRANCE.code(), Perimeter.ENSEMBLE, SHARE);
        Hierarchy whole = new AtlasFixture(SHARE).departement("59", "32", "1", "2").wholeOfFrance().hierarchy();
        assertThat(new PublishedSums(whole, k -> k.territory().code().equals("32")).complete(france)).isTrue();
        assertThat(new PublishedSums(whole, k -> k.territory().code().equals("59")).complete(france)).isFalse();
        assertThat(told().complete(CellKey.of(Level.DEP, "59", Perimeter.ENSEMBLE, SHARE)))
                .as("below a region nothing makes up the whole").isTrue();
    }

    @Test
    void franceIsTheSumOfTheRegionsOfARunThatCoversIt() {
        Hierarchy whole = new AtlasFixture(SHARE).departement("59", "32", "1", "2").departement("75", "11", "1", "2")
                .wholeOfFrance().hierarchy();

        assertThat(new PublishedSums(whole, k -> true)
                .parts(CellKey.of(Level.FRANCE, Frames.FRANCE.code(), Perimeter.ENSEMBLE, SHARE)))
                .extracting(k -> k.territory().code()).containsExactly("11", "32");
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
