package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Occupied dwellings are dwellings: what that ties, and what the exact counts keep from being tied. Random tables: {@link InequalityPropertyTest}. */
class InequalityLinksTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final Indicator NUMBER = Indicators2022.NB_LOGEMENTS_SOCIAUX;
    private static final Measure OCCUPIED = Measures2022.LOGEMENTS_SOCIAUX_OCCUPES;
    private static final Measure ALL = Measures2022.LOGEMENTS_SOCIAUX;
    private static final CellKey PART = CellKey.of(Level.QPV, "QP000001", Perimeter.QPV, SHARE);
    private static final CellKey WHOLE = CellKey.of(Level.QPV, "QP000001", Perimeter.QPV, NUMBER);
    private static final CellKey ELSEWHERE = CellKey.of(Level.QPV, "QP000002", Perimeter.QPV, NUMBER);

    private static Figure figure(CellKey key, int count) {
        BigDecimal numerator = BigDecimal.valueOf(count);
        RawCell cell = key.indicator().equals(SHARE)
                ? RawCell.rate(key, numerator, BigDecimal.valueOf(100), false)
                : RawCell.count(key, numerator, false);
        return new Figure(
                key, Publication.of(cell, Optional.empty()), numerator,
                key.indicator().equals(SHARE) ? BigDecimal.valueOf(100) : null, true);
    }

    private static List<Link> links(UnitCounts known, Map<CellKey, Integer> positions, Figure... figures) {
        return links(new Inequality(List.of(OCCUPIED), ALL, false), known, positions, figures);
    }

    private static List<Link> links(
            Inequality inequality, UnitCounts known, Map<CellKey, Integer> positions, Figure... figures) {
        SecrecyRules rules = new SecrecyRules(
                List.of(), List.of(), BigDecimal.TEN, List.of(), List.of(),
                List.of(inequality), List.of(), BigDecimal.ZERO);
        SortedMap<CellKey, Figure> byKey = new TreeMap<>();
        for (Figure figure : figures) {
            byKey.put(figure.key(), figure);
        }
        return new InequalityLinks(byKey, positions, new Terms(rules, Elsewhere.NOTHING, known, AtlasFixture.KEY))
                .links();
    }

    private static UnitCounts nothing() {
        return (territory, perimeter, measure) -> Optional.empty();
    }

    private static UnitCounts counted(int all) {
        return (territory, perimeter, measure) -> measure.equals(ALL) ? Optional.of(BigDecimal.valueOf(all))
                : Optional.empty();
    }

    @Test
    void thePartsOfATerritoryAreAtMostTheWholeOfTheSame() {
        List<Link> links =
                links(nothing(), Map.of(PART, 0, WHOLE, 1, ELSEWHERE, 2), figure(PART, 30), figure(WHOLE, 40),
                        figure(ELSEWHERE, 50));

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.cells()).containsExactly(1, 0);
            assertThat(link.signs()).containsExactly(1, -1);
            assertThat(link.low()).isZero();
            assertThat(link.high()).isEqualTo(LinkedTable.NO_BOUND);
            assertThat(link.sum()).isFalse();
        });
    }

    @Test
    void aKnownWholeBoundsTheParts() {
        assertThat(links(counted(40), Map.of(PART, 0), figure(PART, 30))).singleElement().satisfies(link -> {
            assertThat(link.cells()).containsExactly(0);
            assertThat(link.low()).isZero();
            assertThat(link.high()).isEqualTo(40);
        });
    }

    @Test
    void asMuchAsTheWholeIsNoContradictionAndMoreIsOne() {
        Map<CellKey, Integer> positions = Map.of(PART, 0, WHOLE, 1);

        assertThat(links(nothing(), positions, figure(PART, 40), figure(WHOLE, 40))).hasSize(1);
        assertThat(links(nothing(), positions, figure(PART, 41), figure(WHOLE, 40))).isEmpty();
        assertThat(links(counted(40), Map.of(PART, 0), figure(PART, 40))).hasSize(1);
        assertThat(links(counted(40), Map.of(PART, 0), figure(PART, 41))).isEmpty();
    }

    /** Vacant and occupied dwellings are all of them: a total and one part tell the other. */
    @Test
    void partsThatMakeUpTheWholeAreJustAsManyWhereAllOfThemAreCounted() {
        Inequality made = new Inequality(List.of(OCCUPIED), ALL, true);
        Inequality half = new Inequality(List.of(OCCUPIED, Measures2022.PERSONNES), ALL, true);
        Map<CellKey, Integer> positions = Map.of(PART, 0, WHOLE, 1);

        assertThat(links(made, nothing(), positions, figure(PART, 40), figure(WHOLE, 40))).singleElement()
                .satisfies(link -> assertThat(link.high()).isZero());
        assertThat(links(made, counted(40), Map.of(PART, 0), figure(PART, 40))).singleElement()
                .satisfies(link -> assertThat(link.low()).isEqualTo(link.high()).isEqualTo(40));
        assertThat(links(half, nothing(), positions, figure(PART, 40), figure(WHOLE, 40))).as("a part is not counted")
                .singleElement().satisfies(link -> assertThat(link.high()).isEqualTo(LinkedTable.NO_BOUND));
        assertThat(links(made, nothing(), positions, figure(PART, 30), figure(WHOLE, 40))).as("contradicted")
                .singleElement().satisfies(link -> assertThat(link.high()).isEqualTo(LinkedTable.NO_BOUND));
        assertThat(links(made, counted(40), Map.of(PART, 0), figure(PART, 30))).as("contradicted")
                .singleElement().satisfies(link -> assertThat(link.low()).isZero());
    }

    @Test
    void oneCellIsNotTiedToItselfNorAWholeToNothing() {
        assertThat(links(nothing(), Map.of(PART, 0, WHOLE, 0), figure(PART, 40), figure(WHOLE, 40))).isEmpty();
        assertThat(links(counted(40), Map.of(WHOLE, 0), figure(WHOLE, 40))).isEmpty();
    }

    @Test
    void withoutExactCountsTheInequalityIsTakenAtItsWord() {
        Figure unknown = new Figure(PART, figure(PART, 30).shown(), null, BigDecimal.valueOf(100), true);

        assertThat(links(counted(10), Map.of(PART, 0), unknown)).hasSize(1);
    }
}
