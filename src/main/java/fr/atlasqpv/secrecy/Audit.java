package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.ProtectionReport.Attack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Judges what an attacker knows of a pattern: which withheld cells are given away, and by which sum. */
final class Audit {
    private final LinkedTable table;
    private final BitSet withheld;
    private final Knowledge knowledge;

    Audit(LinkedTable table, BitSet withheld, Knowledge knowledge) {
        this.table = table;
        this.withheld = withheld;
        this.knowledge = knowledge;
    }

    /**
     * Every cell that is given away, withheld or told as a bound that protects, in order of address, then every sum with a single
     * withheld cell.
     */
    List<Disclosure> disclosures() {
        List<Disclosure> disclosures = new ArrayList<>();
        table.watched(withheld).stream().forEach(c -> {
            Cell cell = table.cells().get(c);
            Reason reason = withheld.get(c) ? cell.reason(knowledge.of(c)) : cell.reasonWhenTold(knowledge.of(c));
            if (reason != null) {
                boolean elsewhere = withheld.get(c) && cell.reason(cell.known()) != null;
                disclosures.add(new Disclosure(
                        cell.keys(),
                        elsewhere ? Reason.PREVIOUS_EDITION : reason,
                        elsewhere ? List.of() : equation(c)));
            }
        });
        RuleOfSums rule = new RuleOfSums(table);
        for (Link sum : rule.broken(withheld)) {
            int alone = Arrays.stream(sum.cells())
                    .filter(c -> withheld.get(c) && rule.counts(sum, c))
                    .findFirst()
                    .orElseThrow();
            disclosures.add(
                    sum.status()
                            ? new Disclosure(table.cells().get(alone).keys(), Reason.SAME_CELL_TOLD, List.of())
                            : new Disclosure(table.cells().get(alone).keys(), Reason.ALONE_IN_A_SUM, names(sum)));
        }
        return disclosures;
    }

    Attack attack() {
        int exact = 0;
        int narrow = 0;
        int sensitive = 0;
        for (int c = withheld.nextSetBit(0); c >= 0; c = withheld.nextSetBit(c + 1)) {
            Reason reason = table.cells().get(c).reason(knowledge.of(c));
            exact += reason == Reason.EXACT ? 1 : 0;
            narrow += reason == Reason.NARROW ? 1 : 0;
            sensitive += reason == Reason.SENSITIVE_RANGE ? 1 : 0;
        }
        return new Attack(withheld.cardinality(), exact, narrow, sensitive);
    }

    /** Clamped cells, told as a bound, that the other figures pin more tightly than the width of a withheld one. */
    int clampedNarrow() {
        int narrow = 0;
        for (int c = 0; c < table.cells().size(); c++) {
            Cell cell = table.cells().get(c);
            boolean tight = knowledge.of(c).length() < Math.min(cell.width(), cell.open().length());
            narrow += cell.clamped() && !withheld.get(c) && tight ? 1 : 0;
        }
        return narrow;
    }

    /** The published sum that bounds the cell most tightly. */
    private List<CellKey> equation(int cell) {
        Link tightest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Link link : table.sums().stream().filter(l -> !l.status()).toList()) {
            double others = 0;
            boolean there = false;
            for (int other : link.cells()) {
                there |= other == cell;
                others += other == cell ? 0 : knowledge.of(other).length();
            }
            if (there && others < least) {
                least = others;
                tightest = link;
            }
        }
        return tightest == null ? List.of() : names(tightest);
    }

    private List<CellKey> names(Link link) {
        return Arrays.stream(link.cells())
                .mapToObj(c -> table.cells().get(c).keys())
                .filter(keys -> !keys.isEmpty())
                .map(List::getFirst)
                .toList();
    }
}
