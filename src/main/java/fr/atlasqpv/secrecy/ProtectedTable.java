package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.LinkedTable.Standing;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The protection of one set of linked indicators, from primary cells to the attack on the pattern. */
final class ProtectedTable {
    private final List<Indicator> indicators;
    private final LinkedTable table;
    private final BitSet primary = new BitSet();
    private BitSet pattern = new BitSet();
    private final List<Disclosure> disclosures = new ArrayList<>();
    private TableLine line;
    private Suppression suppression;
    private Knowledge knowledge;

    ProtectedTable(
            List<Indicator> indicators,
            Collection<Figure> figures,
            Hierarchy hierarchy,
            Terms terms,
            Set<CellKey> withheld) {
        this.indicators = indicators;
        TableBuilder builder = new TableBuilder(figures, hierarchy, terms);
        LinkedTable free = builder.build();
        figures.stream().map(Figure::key).filter(withheld::contains).forEach(k -> primary.set(builder.position(k)));
        withholdWhatNoClampHides(free);
        BitSet told = new BitSet();
        figures.stream()
                .map(Figure::key)
                .filter(terms.decided().published()::contains)
                .forEach(k -> told.set(builder.position(k)));
        this.table = decided(free, told);
    }

    /** A cell that a rule withholds is no longer one that is told, nor is one that has one status with it; what has one status with a
     * cell that is told is told. */
    private LinkedTable decided(LinkedTable free, BitSet told) {
        BitSet bound = (BitSet) told.clone();
        for (int c = 0; c < free.cells().size(); c++) {
            if (!free.cells().get(c).available()) {
                bound.set(c);
            }
        }
        if (bound.isEmpty()) {
            return free;
        }
        List<BitSet> oneStatus = new Neighbourhood(
                new LinkedTable(free.cells(), free.links().stream().filter(Link::status).toList())).clusters(all(free));
        Map<Integer, Standing> standings = new TreeMap<>();
        for (BitSet cells : oneStatus) {
            if (cells.intersects(bound) && cells.intersects(primary)) {
                primary.or(cells);
            } else if (cells.intersects(told)) {
                cells.stream().filter(c -> free.cells().get(c).available())
                        .forEach(c -> standings.put(c, Standing.TOLD));
            }
        }
        return free.standing(standings);
    }

    private static BitSet all(LinkedTable table) {
        BitSet all = new BitSet();
        all.set(0, table.cells().size());
        return all;
    }

    void protect() {
        if (table.watched(primary).isEmpty()) {
            return;
        }
        Attacker attacker = new Attacker(table);
        suppression = new Suppression(table, primary, attacker);
        pattern = suppression.pattern();
        Attacker last = new Attacker(table);
        knowledge = last.exact(pattern);
        if (knowledge.contradiction()) {
            throw new IllegalStateException("the links of the table contradict its counts: " + indicators);
        }
        Audit audit = new Audit(table, pattern, knowledge);
        disclosures.addAll(audit.disclosures());
        line = new TableLine(
                indicators,
                table.cells().size(),
                table.sums().size(),
                audit.attack(),
                suppression.points(pattern),
                audit.clampedNarrow(),
                last.programs());
    }

    /** A bound that leaves less than its width by itself protects nobody: the cell is withheld. */
    private void withholdWhatNoClampHides(LinkedTable table) {
        for (int c = 0; c < table.cells().size(); c++) {
            LinkedTable.Cell cell = table.cells().get(c);
            if (cell.reasonWhenTold(cell.shown().and(cell.known())) != null) {
                primary.set(c);
            }
        }
    }

    SortedSet<CellKey> withheldKeys() {
        SortedSet<CellKey> keys = new TreeSet<>();
        pattern.stream().forEach(c -> keys.addAll(table.cells().get(c).keys()));
        return keys;
    }

    /** Withheld cells that anybody can read elsewhere. */
    SortedSet<CellKey> knownElsewhere() {
        SortedSet<CellKey> keys = new TreeSet<>();
        pattern.stream()
                .mapToObj(table.cells()::get)
                .filter(c -> c.standing() == Standing.KNOWN)
                .forEach(c -> keys.addAll(c.keys()));
        return keys;
    }

    LinkedTable table() {
        return table;
    }

    /** Cells that the primary rules withhold. */
    BitSet primary() {
        return (BitSet) primary.clone();
    }

    /** Cells withheld in the end. */
    BitSet pattern() {
        return (BitSet) pattern.clone();
    }

    List<Disclosure> disclosures() {
        return disclosures;
    }

    Optional<TableLine> line() {
        return Optional.ofNullable(line);
    }

    /**
     * What a reviewer reads of it, once it is protected; empty when there is nothing to protect.
     *
     * @param rules rules that withhold each cell
     */
    Optional<Review.Table> review(Map<CellKey, List<PrimaryRule>> rules) {
        if (line == null) {
            return Optional.empty();
        }
        List<Review.Cell> cells = new ArrayList<>();
        for (int c = 0; c < table.cells().size(); c++) {
            cells.add(reviewed(c, rules));
        }
        List<Review.Link> links = table.links().stream()
                .filter(l -> !l.status())
                .map(l -> new Review.Link(list(l.cells()), list(l.signs()), l.low(), l.high()))
                .toList();
        return Optional.of(new Review.Table(
                indicators, cells, links, draws(), worth()));
    }

    /** What a run does not need to know, and takes longer to find than the pattern itself. */
    private Review.Worth worth() {
        Attacker attacker = new Attacker(table);
        BitSet naive = suppression.naive();
        return new Review.Worth(
                new Audit(table, primary, attacker.exact(primary)).attack(),
                new Audit(table, naive, attacker.exact(naive)).attack(),
                line.released(),
                line.cost(),
                new LowerBound(table, primary, suppression.hopeless(), attacker).points());
    }

    private Review.Cell reviewed(int position, Map<CellKey, List<PrimaryRule>> rules) {
        LinkedTable.Cell cell = table.cells().get(position);
        Review.Role role = primary.get(position) ? Review.Role.PRIMARY
                : pattern.get(position) ? Review.Role.COMPLEMENTARY
                        : cell.guarded() ? Review.Role.BOUNDED : Review.Role.TOLD;
        Interval said = (pattern.get(position) ? cell.open() : cell.shown()).and(cell.known());
        return new Review.Cell(
                cell.keys(), role,
                cell.keys().stream().flatMap(k -> rules.getOrDefault(k, List.of()).stream()).toList(),
                cell.levels().truth(), Review.Bounds.of(cell.open()), Review.Bounds.of(said),
                Review.Bounds.of(knowledge.of(position)),
                role == Review.Role.BOUNDED ? cell.levels().clampWidth() : cell.width(), cell.levels().lower(),
                cell.levels().upper(), TableBuilder.points(cell.cost()),
                table.exposed(position, pattern, knowledge.of(position)));
    }

    /** The clusters in which one cell protects the others: there alone the draw had a choice. */
    private List<Review.Draw> draws() {
        List<Review.Draw> draws = new ArrayList<>();
        PartnerDraw draw = suppression.partnerDraw();
        for (BitSet cluster : new Neighbourhood(table).clusters(pattern)) {
            BitSet partner = (BitSet) cluster.clone();
            partner.andNot(primary);
            if (partner.cardinality() == 1 && cluster.cardinality() > 1) {
                int chosen = partner.nextSetBit(0);
                BitSet others = (BitSet) cluster.clone();
                others.clear(chosen);
                draws.add(new Review.Draw(
                        others.stream().boxed().toList(), chosen,
                        draw.partners(pattern, cluster, chosen).stream().boxed().toList()));
            }
        }
        return draws;
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** Cells that links lead to, at any remove, from a withheld or clamped one. */
    Set<CellKey> tied() {
        BitSet reached = (BitSet) pattern.clone();
        for (int c = 0; c < table.cells().size(); c++) {
            if (table.cells().get(c).clamped()) {
                reached.set(c);
            }
        }
        int before = -1;
        while (reached.cardinality() != before) {
            before = reached.cardinality();
            for (Link link : table.links()) {
                boolean touched = false;
                for (int cell : link.cells()) {
                    touched |= reached.get(cell);
                }
                if (touched) {
                    for (int cell : link.cells()) {
                        reached.set(cell);
                    }
                }
            }
        }
        Set<CellKey> keys = new TreeSet<>();
        reached.stream().forEach(c -> keys.addAll(table.cells().get(c).keys()));
        return keys;
    }
}
