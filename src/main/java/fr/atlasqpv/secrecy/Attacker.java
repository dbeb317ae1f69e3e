package fr.atlasqpv.secrecy;

import java.util.BitSet;

/**
 * Attacks a table: the least and the greatest value that each count can have, given every figure published and every
 * link, without presuming why a cell is withheld.
 *
 * <p>Bounds are first tightened link by link, which is the answer wherever links form a tree. Blocks where they go round in
 * circles are solved by linear programs, whose results are tightened again through the trees around them, until nothing
 * moves. The result is that of two linear programs per cell over the whole table, at a fraction of their cost.
 */
final class Attacker {
    /** Blocks narrow one another through the trees between them: as many rounds as blocks in a row, and then some. */
    private static final int ROUNDS = 20;

    private final LinkedTable table;
    private final int[][] linksOfCells;
    private int programs;

    Attacker(LinkedTable table) {
        this.table = table;
        this.linksOfCells = table.linksOfCells();
    }

    /** Bounds without linear programs: never tighter than the exact ones. What they give away is given away. */
    Knowledge quick(BitSet withheld) {
        return Knowledge.of(table, linksOfCells, withheld).tighten();
    }

    /** Exact bounds of every cell. */
    Knowledge exact(BitSet withheld) {
        BitSet all = new BitSet();
        all.set(0, table.cells().size());
        return sharpen(quick(withheld), all);
    }

    /**
     * Makes quick bounds exact.
     *
     * @param knowledge quick bounds, narrowed in place
     * @param wanted cells whose bounds must be exact
     */
    Knowledge sharpen(Knowledge knowledge, BitSet wanted) {
        boolean gained = true;
        for (int round = 0; gained && round < ROUNDS && !knowledge.contradiction(); round++) {
            gained = false;
            for (Cycles.Block block : Cycles.of(table, knowledge, wanted)) {
                LinearPrograms linear = new LinearPrograms(table, knowledge, block);
                gained |= linear.narrow();
                programs += linear.solved();
            }
            if (gained) {
                knowledge.tighten();
            }
        }
        return knowledge;
    }

    /** Linear programs solved since the start. */
    int programs() {
        return programs;
    }

    int[][] linksOfCells() {
        return linksOfCells;
    }
}
