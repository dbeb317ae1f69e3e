package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a class rests on published cells, and says nothing of the others. */
class PeersTest {
    private static final Indicator CLASS = Indicators2022.TYPOLOGIE_COHESION;
    private static final Indicator RATE = Indicators2022.TAUX_PAUVRETE;
    private static final PublishedAtlas ATLAS = PublishedAtlasFixture.region(2, 3, 4);
    private static final List<Territory> QPV =
            ATLAS.territories(Level.QPV).stream().map(PublishedTerritory::territory).toList();

    private final SortedMap<CellKey, PublishedCell> cells = new TreeMap<>(ATLAS.cells());

    private void put(Territory qpv, Indicator indicator, String value, CellStatus status) {
        CellKey key = new CellKey(qpv, Perimeter.QPV, indicator);
        boolean code = indicator.kind() == Indicator.Kind.CODE;
        cells.put(key, new PublishedCell(key, value == null || code ? null : new BigDecimal(value), code ? value : null,
                status, false));
    }

    private Peers peers() {
        return new Peers(new Composition(AtlasVariants.withCells(ATLAS, cells), new Typefaces()), CLASS);
    }

    /** Puts all QPV but these many into no class, and gives these one class. */
    private void oneClass(int size) {
        for (int i = 0; i < QPV.size(); i++) {
            put(QPV.get(i), CLASS, i < size ? "SEG" : null, i < size ? CellStatus.PUBLIE : CellStatus.NON_DISPONIBLE);
        }
    }

    private void rate(int qpv, String word) {
        switch (word.charAt(0)) {
            case 's' -> put(QPV.get(qpv), RATE, null, CellStatus.SECRET);
            case '≥' -> put(QPV.get(qpv), RATE, word.substring(1), CellStatus.PLAFONNE);
            case '≤' -> put(QPV.get(qpv), RATE, word.substring(1), CellStatus.PLANCHER);
            default -> put(QPV.get(qpv), RATE, word, CellStatus.PUBLIE);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "40 10 30 20, '10,0 20,0 30,0'", // as many as quartiles need
            "10 20 30, ''", // fewer would be the figures themselves
            "10 20 30 s s s, ''", // withheld ones are none
            "10 s 20 s 30 40, '10,0 20,0 30,0'", // and take no rank
            "10 20 30 40 50, '20,0 30,0 40,0'",
            "10 20 30 40 50 60 70 80, '20,0 40,0 60,0'",
            "≥95 ≥95 ≥95 20 10 30, '20,0 30,0 ≥ 95'", // a bound is told as one
            "≤5 ≤5 10 20, '≤ 5 ≤ 5 10,0'",
            "30 30 30 30, '30,0 30,0 30,0'" // all equal
    })
    void quartilesAreFiguresOfTheClass(String rates, String quartiles) {
        String[] words = rates.split(" ");
        oneClass(words.length);
        for (int i = 0; i < words.length; i++) {
            rate(i, words[i]);
        }

        assertThat(peers().quartiles("SEG", RATE).stream().map(Printed::text).collect(Collectors.joining(" "))
                .replace('\u00a0', ' ')).isEqualTo(quartiles);
    }

    @Test
    void aQpvOfNoPublishedClassIsInNoneAndCounted() {
        oneClass(3);
        put(QPV.get(1), CLASS, null, CellStatus.SECRET);

        assertThat(peers().codes()).containsExactly("SEG");
        assertThat(peers().of("SEG")).extracting(PublishedTerritory::territory).containsExactly(QPV.get(0), QPV.get(2));
        assertThat(peers().others()).isEqualTo(QPV.size() - 2);
        assertThat(peers().empty()).isFalse();
        oneClass(0);
        assertThat(peers().empty()).isTrue();
    }

    @Test
    void inhabitantsAreAddedWhereAllArePublishedAsTheyAre() {
        oneClass(3);
        put(QPV.get(0), Indicators2022.POPULATION, "1000", CellStatus.PUBLIE);
        put(QPV.get(1), Indicators2022.POPULATION, "2000", CellStatus.PUBLIE);
        put(QPV.get(2), Indicators2022.POPULATION, "3500", CellStatus.PUBLIE);
        assertThat(peers().inhabitants("SEG")).contains(new BigDecimal("6500"));

        put(QPV.get(2), Indicators2022.POPULATION, null, CellStatus.SECRET);
        assertThat(peers().inhabitants("SEG")).isEqualTo(Optional.empty());
    }

    /** The classes of the départements make those of the region, and no order follows a figure. */
    @Test
    void whateverIsWithheldRowsStandInTheOrderOfTheBookAndCountsAddUp() {
        Random random = new Random(20260);
        List<String> dictionary = List.of("INT", "PET", "SEG", "DEF");
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < QPV.size(); i++) {
                boolean known = random.nextInt(5) > 0;
                put(QPV.get(i), CLASS, known ? dictionary.get(random.nextInt(4)) : null,
                        known ? CellStatus.PUBLIE : CellStatus.NON_DISPONIBLE);
                rate(i, random.nextInt(4) == 0 ? "s" : Integer.toString(random.nextInt(96)));
            }
            Peers peers = peers();
            List<Territory> all = new ArrayList<>();
            for (String code : peers.codes()) {
                List<Integer> order = peers.of(code).stream().map(q -> QPV.indexOf(q.territory())).toList();
                assertThat(order).isSorted();
                assertThat(
                        ATLAS.territories(Level.DEP).stream().mapToLong(d -> CountTable.count(peers.of(code), d)).sum())
                        .isEqualTo(order.size());
                order.forEach(i -> all.add(QPV.get(i)));
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(QPV.size() - peers.others());
            assertThat(dictionary).containsSubsequence(peers.codes());
        }
    }
}
