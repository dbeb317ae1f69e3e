package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link PartnerDraw} against an attacker who has read the source code: of two cells withheld together, which is the one that a rule withholds, and which was
 * chosen to protect it? He protects the table anew with keys of his own, once as if either were primary, and bets on the one that
 * led more often to what he sees.
 */
class MinimalityTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final int KEYS = 16;

    /** What the attacker counted. */
    private static final class Bets {
        private int pairs;
        private int oneWay;
        private int symmetric;
        private double right;
        private double rightInSymmetric;

        /** A bet on one pair. */
        void add(LinkedTable table, BitSet others, int primary, int other, BitSet pair) {
            Seen fromPrimary = seen(table, others, primary, pair);
            Seen fromOther = seen(table, others, other, pair);
            double won = Math.signum(fromPrimary.times - fromOther.times) / 2 + 0.5;
            pairs++;
            right += won;
            oneWay += fromOther.times == 0 ? 1 : 0;
            if (fromPrimary.patterns == fromOther.patterns) {
                symmetric++;
                rightInSymmetric += won;
            }
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%d pairs, right in %.1f %%; %d symmetric, right in %.1f %%; %d one way", pairs,
                    100 * right / pairs, symmetric, 100 * rightInSymmetric / symmetric, oneWay);
        }
    }

    /** How often some keys led to the pair, and to how many patterns they led. */
    private record Seen(int times, int patterns) {}

    private static Seen seen(LinkedTable table, BitSet others, int primary, BitSet pair) {
        int times = 0;
        Set<BitSet> patterns = new HashSet<>();
        for (int k = 0; k < KEYS; k++) {
            BitSet pattern = pattern(table, others, primary, key(k));
            BitSet mine = clusterOf(table, pattern, primary);
            patterns.add(mine);
            times += mine.equals(pair) ? 1 : 0;
        }
        return new Seen(times, patterns.size());
    }

    private static BitSet clusterOf(LinkedTable table, BitSet pattern, int cell) {
        return new Neighbourhood(table).clusters(pattern).stream().filter(c -> c.get(cell)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"TREE, 600", "STRADDLING, 500", "PERIMETERS, 500", "ANY, 400"})
    void inARandomTableHeGuessesNoBetterThanACoin(Shape shape, int tables) {
        Bets bets = new Bets();
        for (int seed = 0; seed < tables; seed++) {
            Sample sample = RandomTables.sample(shape, seed);
            LinkedTable table = sample.table();
            List<Integer> sensitive = IntStream.range(0, table.cells().size())
                    .filter(c -> table.cells().get(c).mayBeSensitive(Interval.exactly(sample.truth()[c])))
                    .boxed()
                    .toList();
            if (sensitive.isEmpty()) {
                continue;
            }
            int primary = sensitive.get(new Random(seed).nextInt(sensitive.size()));
            BitSet pattern = pattern(table, new BitSet(), primary, key(1_000_000 + seed));
            if (pattern.cardinality() == 2) {
                int other = pattern.stream().filter(c -> c != primary).findFirst().orElseThrow();
                bets.add(table, new BitSet(), primary, other, pattern);
            }
        }
        System.out.println(shape + ": " + bets);
        assertThat(bets.rightInSymmetric / bets.symmetric).as(shape + ": " + bets).isLessThanOrEqualTo(0.55);
    }

    /** He who knows how many partners each of the two could have had knows the odds without trying keys. */
    @Test
    void inARegionTheOddsAreEven() {
        int pairs = 0;
        int even = 0;
        int deniable = 0;
        double odds = 0;
        for (long seed = 1; seed <= 4; seed++) {
            ProtectedTable made = StressAtlas.region(SHARE, 200, 0.08, seed).table(SHARE);
            for (BitSet cluster : new Neighbourhood(made.table()).clusters(made.pattern())) {
                BitSet primary = (BitSet) cluster.clone();
                primary.and(made.primary());
                if (cluster.cardinality() == 2 && primary.cardinality() == 1) {
                    int first = primary.nextSetBit(0);
                    int other = cluster.stream().filter(c -> c != first).findFirst().orElseThrow();
                    int fromFirst = partners(made, cluster, first, other).cardinality();
                    BitSet fromOther = partners(made, cluster, other, first);
                    pairs++;
                    deniable += fromOther.get(first) ? 1 : 0;
                    even += fromOther.get(first) && fromOther.cardinality() == fromFirst ? 1 : 0;
                    odds += fromOther.get(first)
                            ? Math.max(fromFirst, fromOther.cardinality())
                                    / (double) (fromFirst + fromOther.cardinality())
                            : 1;
                }
            }
        }
        String told = String.format(Locale.ROOT, "%d pairs, %d even, %d with another world, right in %.1f %%", pairs,
                even, deniable, 100 * odds / pairs);
        System.out.println("four regions: " + told);
        assertThat(odds / pairs).as(told).isLessThanOrEqualTo(0.6);
    }

    private static BitSet partners(ProtectedTable made, BitSet cluster, int primary, int partner) {
        BitSet start = (BitSet) made.primary().clone();
        start.set(primary);
        start.clear(partner);
        Suppression suppression = new Suppression(made.table(), start, new Attacker(made.table()));
        return suppression.partnerDraw().partners(made.pattern(), cluster, partner);
    }

    private static DrawKey key(int number) {
        return DrawKey.of(String.format(Locale.ROOT, "%032x", number));
    }

    private static BitSet pattern(LinkedTable table, BitSet others, int primary, DrawKey key) {
        DrawKey.Draws draws = key.draws();
        LinkedTable keyed = new LinkedTable(
                table.cells().stream().map(c -> c.costing(
                        TableBuilder.points(c.cost()) * TableBuilder.COST_OF_A_POINT + 1 + draws.of(c.name())))
                        .toList(),
                table.links());
        BitSet start = (BitSet) others.clone();
        start.set(primary);
        return new Suppression(keyed, start, new Attacker(keyed)).pattern();
    }
}
