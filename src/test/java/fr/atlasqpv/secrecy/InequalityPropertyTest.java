package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Occupied dwellings are dwellings: a share and a number of one vintage bound one another ({@link InequalityLinks}). The run, which knows the counts, the audit,
 * which reads the books, and whoever tries every solution must judge alike.
 */
class InequalityPropertyTest {
    private static final int TABLES = 5_000;
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final Indicator NUMBER = Indicators2022.NB_LOGEMENTS_SOCIAUX;
    private static final Measure OCCUPIED = Measures2022.LOGEMENTS_SOCIAUX_OCCUPES;
    private static final Measure ALL = Measures2022.LOGEMENTS_SOCIAUX;
    private static final BigDecimal LEAST = BigDecimal.TWO;
    private static final SecrecyRules RULES = new SecrecyRules(
            List.of(
                    new FewOnEitherSide(SHARE, OCCUPIED, Measures2022.RESIDENCES_PRINCIPALES, LEAST),
                    new FewOnOneSide(NUMBER, ALL, LEAST)),
            List.of(), LEAST, List.of(Measures2022.RESIDENCES_PRINCIPALES), List.of(),
            List.of(new Inequality(List.of(OCCUPIED), ALL, false)), List.of(), BigDecimal.ZERO);

    /** A region of a few QPV in two EPCI, and which of its cells are withheld. */
    private record Atlas(int[] residences, int[] occupied, int[] all, Hierarchy hierarchy, List<RawCell> cells,
            Set<CellKey> withheld) {
        static Atlas random(long seed) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(2);
            int[] residences = random.ints(size, 2, 4).toArray();
            int[] occupied = IntStream.of(residences).map(n -> random.nextInt(n + 1)).toArray();
            int[] all = IntStream.of(occupied).map(n -> n + random.nextInt(3)).toArray();
            Map<String, String> epci = new TreeMap<>();
            Map<String, String> departement = new TreeMap<>();
            for (int i = 0; i < size; i++) {
                epci.put("QP" + i, i == 0 ? "E0" : "E" + random.nextInt(2));
                departement.put("QP" + i, "D0");
            }
            Map<String, String> departementOfEpci = new TreeMap<>();
            epci.values().forEach(e -> departementOfEpci.put(e, "D0"));
            Hierarchy hierarchy = new Hierarchy(
                    new TreeMap<>(epci), new TreeMap<>(departement), new TreeMap<>(departementOfEpci),
                    new TreeMap<>(Map.of("D0", "R0")), new TreeSet<>(Set.of("R0")),
                    new TreeSet<>(departementOfEpci.keySet()), new TreeSet<>());
            Atlas atlas = new Atlas(residences, occupied, all, hierarchy, new ArrayList<>(), new TreeSet<>());
            for (CellKey key : keys(epci)) {
                BigDecimal count = BigDecimal.valueOf(atlas.sum(key, atlas.counted(key)));
                atlas.cells.add(
                        key.indicator().equals(SHARE)
                                ? RawCell.rate(key, count, BigDecimal.valueOf(atlas.sum(key, residences)), false)
                                : RawCell.count(key, count, false));
                if (random.nextInt(3) == 0
                        && !(key.indicator().equals(NUMBER) && key.territory().level() == Level.REG)) {
                    atlas.withheld.add(key);
                }
            }
            return atlas;
        }

        private static List<CellKey> keys(Map<String, String> epci) {
            List<CellKey> keys = new ArrayList<>();
            epci.keySet().forEach(q -> {
                keys.add(CellKey.of(Level.QPV, q, Perimeter.QPV, SHARE));
                keys.add(CellKey.of(Level.QPV, q, Perimeter.QPV, NUMBER));
            });
            new TreeSet<>(epci.values()).forEach(e -> keys.add(CellKey.of(Level.EPCI, e, Perimeter.QPV, SHARE)));
            keys.add(CellKey.of(Level.DEP, "D0", Perimeter.QPV, SHARE));
            keys.add(CellKey.of(Level.REG, "R0", Perimeter.QPV, SHARE));
            keys.add(CellKey.of(Level.REG, "R0", Perimeter.QPV, NUMBER));
            return keys;
        }

        int[] counted(CellKey key) {
            return key.indicator().equals(SHARE) ? occupied : all;
        }

        /** Sum over the QPV of a territory. */
        int sum(CellKey key, int[] counts) {
            return IntStream.range(0, counts.length).filter(i -> holds(key, i)).map(i -> counts[i]).sum();
        }

        boolean holds(CellKey key, int qpv) {
            String code = key.territory().code();
            return switch (key.territory().level()) {
                case QPV -> code.equals("QP" + qpv);
                case EPCI -> code.equals(hierarchy.epciOfQpv().get("QP" + qpv));
                default -> true;
            };
        }

        UnitCounts known() {
            return (territory, perimeter, measure) -> measure.equals(Measures2022.RESIDENCES_PRINCIPALES)
                    ? Optional.of(BigDecimal.valueOf(sum(new CellKey(territory, perimeter, SHARE), residences)))
                    : Optional.empty();
        }
    }

    @Test
    void theRunTheAuditAndWhoeverTriesEverySolutionJudgeAlike() {
        int exposed = 0;
        for (long seed = 0; seed < TABLES; seed++) {
            Atlas atlas = Atlas.random(seed);
            List<Figure> figures = atlas.cells.stream()
                    .map(c -> new Figure(
                            c.key(), Publication.of(c, Optional.empty()), c.numerator(), c.denominator(), true))
                    .toList();
            Terms terms = new Terms(RULES, Elsewhere.NOTHING, atlas.known(), AtlasFixture.KEY);
            TableBuilder builder = new TableBuilder(figures, atlas.hierarchy, terms);
            LinkedTable table = builder.build();
            BitSet pattern = new BitSet();
            atlas.withheld.forEach(k -> pattern.set(builder.position(k)));
            Knowledge run = new Attacker(table).exact(pattern);
            Interval[] tried = tried(atlas, table, pattern);
            for (int c = 0; c < tried.length; c++) {
                String where = "seed " + seed + " " + table.cells().get(c).name();
                assertThat(run.of(c)).as(where).isEqualTo(tried[c]);
            }

            SortedMap<CellKey, Publication> books = new TreeMap<>();
            atlas.cells.forEach(c -> books.put(
                    c.key(),
                    pattern.get(builder.position(c.key()))
                            ? Publication.without(CellStatus.SECRET)
                            : Publication.of(c, Optional.empty())));
            BookAttack.Result audit = BookAttack.attack(new BookAttack.Input(
                    books, atlas.hierarchy, atlas.known(), RULES, Set.of(OCCUPIED, ALL), Elsewhere.NOTHING));
            List<Disclosure> disclosed = new Audit(table, pattern, run).disclosures();
            assertThat(audit.disclosures().stream().filter(d -> d.reason() != Disclosure.Reason.SENSITIVE_TOLD))
                    .as("seed " + seed)
                    .extracting(Disclosure::cells)
                    .containsExactlyInAnyOrderElementsOf(disclosed.stream().map(Disclosure::cells).toList());
            exposed += disclosed.isEmpty() ? 0 : 1;
        }
        assertThat(exposed).as("tables that give something away").isBetween(TABLES / 10, TABLES * 9 / 10);
    }

    /** Lowest and highest value of each cell over all counts that print what is published. */
    private static Interval[] tried(Atlas atlas, LinkedTable table, BitSet pattern) {
        int size = atlas.residences.length;
        int most = IntStream.of(atlas.all).sum();
        int[] occupied = new int[size];
        int[] all = new int[size];
        Map<CellKey, Integer> truth = new HashMap<>();
        Set<CellKey> told = new TreeSet<>();
        for (int c = 0; c < table.cells().size(); c++) {
            Cell cell = table.cells().get(c);
            cell.keys().forEach(k -> truth.put(k, atlas.sum(k, atlas.counted(k))));
            if (!pattern.get(c)) {
                told.addAll(cell.keys());
            }
        }
        double[] low = new double[table.cells().size()];
        double[] high = new double[low.length];
        java.util.Arrays.fill(low, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(high, Double.NEGATIVE_INFINITY);
        each(atlas, told, occupied, all, 0, most, () -> {
            double[] values = new double[low.length];
            for (int c = 0; c < values.length; c++) {
                CellKey key = table.cells().get(c).keys().getFirst();
                values[c] = atlas.sum(key, key.indicator().equals(SHARE) ? occupied : all);
                if (!pattern.get(c) && values[c] != truth.get(key)) {
                    return;
                }
            }
            for (int c = 0; c < values.length; c++) {
                low[c] = Math.min(low[c], values[c]);
                high[c] = Math.max(high[c], values[c]);
            }
        });
        return IntStream.range(0, low.length).mapToObj(c -> new Interval(low[c], high[c])).toArray(Interval[]::new);
    }

    /** Every choice for one QPV after another; what it publishes itself leaves one, and the region's number bounds the others. */
    private static void each(
            Atlas atlas, Set<CellKey> told, int[] occupied, int[] all, int qpv, int left, Runnable check) {
        if (qpv == occupied.length) {
            check.run();
            return;
        }
        boolean share = told.contains(CellKey.of(Level.QPV, "QP" + qpv, Perimeter.QPV, SHARE));
        boolean number = told.contains(CellKey.of(Level.QPV, "QP" + qpv, Perimeter.QPV, NUMBER));
        for (int n = share ? atlas.occupied[qpv] : 0; n <= (share ? atlas.occupied[qpv] : atlas.residences[qpv]); n++) {
            int last = number ? atlas.all[qpv] : left;
            for (int m = Math.max(n, number ? last : 0); m <= last; m++) {
                occupied[qpv] = n;
                all[qpv] = m;
                each(atlas, told, occupied, all, qpv + 1, left - m, check);
            }
        }
    }
}
