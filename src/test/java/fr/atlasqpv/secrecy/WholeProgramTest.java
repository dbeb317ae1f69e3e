package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeProgramTest {

    @ParameterizedTest(name = "seed {0}, weighted counts: {1}")
    @CsvSource({"1, false", "2, false", "3, true", "4, true", "5, true", "6, true"})
    void theAttackFindsWhatTwoProgramsOverTheWholeTableFind(long seed, boolean weighted) {
        AtlasFixture atlas = StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 60, 0.15, seed);
        UnaryOperator<BigDecimal> weight = weighted ? new Weights(seed) : n -> n;
        LinkedTable table = table(atlas, weight);
        BitSet withheld = new BitSet();
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            withheld.set(random.nextInt(table.cells().size()));
        }
        Knowledge attack = new Attacker(table).exact(withheld);
        assertThat(attack.contradiction()).isFalse();
        Offset<Double> noise = Offset.offset(weighted ? 1e-3 : 0.999_999);
        withheld.stream().forEach(c -> {
            Interval whole = WholeProgram.of(table, withheld, c);
            assertThat(attack.low[c]).as(table.cells().get(c).name()).isCloseTo(whole.low(), noise);
            assertThat(attack.high[c]).as(table.cells().get(c).name()).isCloseTo(whole.high(), noise);
        });
    }

    /** All counts divided by one number: sums stay sums, counts are no longer integers. */
    private record Weights(long seed) implements UnaryOperator<BigDecimal> {
        @Override
        public BigDecimal apply(BigDecimal count) {
            return count.multiply(new BigDecimal("1.0375").add(BigDecimal.valueOf(seed, 3)));
        }
    }

    private static LinkedTable table(AtlasFixture atlas, UnaryOperator<BigDecimal> weight) {
        Clamp clamp = AtlasFixture.clamps().getFirst();
        List<Figure> figures = atlas.cells().stream().map(cell -> {
            CellKey key = cell.key();
            RawCell weighted =
                    RawCell.rate(key, weight.apply(cell.numerator()), weight.apply(cell.denominator()), false);
            return new Figure(key, Publication.of(weighted, Optional.of(clamp)), weighted.numerator(),
                    weighted.denominator(), true);
        }).toList();
        TableBuilder.Terms terms = new TableBuilder.Terms(
                AtlasFixture.rules(List.of(AtlasFixture.socialShare()), false), Elsewhere.NOTHING,
                BookAttack.nothingKnown(), AtlasFixture.KEY);
        return new TableBuilder(figures, atlas.hierarchy(), terms).build();
    }
}
