package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds where the links of a table go round in circles: the blocks (biconnected parts) of the graph of links and of the
 * cells not yet known for certain. Outside of them tightening link by link is exact; inside it may not be. Blocks that
 * meet in a link are one: what one of them knows of its part of the link is a sum, which bounds cell by cell do not tell.
 */
final class Cycles {
    private final List<Link> links;
    private final int[][] cellsOfLink;
    private final int[][] linksOfCell;
    private final int[] found;
    private final int[] reach;
    private int clock;
    private final ArrayList<long[]> path = new ArrayList<>();
    private final List<BitSet> blocks = new ArrayList<>();

    private Cycles(List<Link> links, int[][] cellsOfLink, int[][] linksOfCell) {
        this.links = links;
        this.cellsOfLink = cellsOfLink;
        this.linksOfCell = linksOfCell;
        this.found = new int[links.size() + linksOfCell.length];
        this.reach = new int[found.length];
    }

    /**
     * Blocks of at least two links.
     *
     * @param table the table
     * @param knowledge what is known of its cells
     * @param wanted cells whose bounds matter: blocks that lead to none of them are left out
     * @return the blocks
     */
    static List<Block> of(LinkedTable table, Knowledge knowledge, BitSet wanted) {
        int cells = table.cells().size();
        int[][] cellsOfLink = new int[table.links().size()][];
        int[] degree = new int[cells];
        for (int l = 0; l < cellsOfLink.length; l++) {
            Link link = table.links().get(l);
            cellsOfLink[l] = knowledge.binds(link)
                    ? Arrays.stream(link.cells()).filter(c -> knowledge.low[c] < knowledge.high[c]).toArray()
                    : new int[0];
            for (int cell : cellsOfLink[l]) {
                degree[cell]++;
            }
        }
        int[][] linksOfCell = new int[cells][];
        for (int c = 0; c < cells; c++) {
            linksOfCell[c] = new int[degree[c]];
        }
        for (int l = cellsOfLink.length - 1; l >= 0; l--) {
            for (int cell : cellsOfLink[l]) {
                linksOfCell[cell][--degree[cell]] = l;
            }
        }
        Cycles cycles = new Cycles(table.links(), cellsOfLink, linksOfCell);
        for (int l = 0; l < cellsOfLink.length; l++) {
            if (cycles.found[l] == 0) {
                cycles.visit(l);
            }
        }
        return cycles.blocks.stream().map(b -> cycles.block(b, wanted)).filter(b -> !b.targets().isEmpty()).toList();
    }

    /**
     * A block.
     *
     * @param links positions of its links, in order
     * @param targets its cells that are wanted, or that lead to wanted cells by links outside of it
     */
    record Block(List<Integer> links, BitSet targets) {}

    private Block block(BitSet members, BitSet wanted) {
        BitSet targets = new BitSet();
        members.stream().forEach(l -> {
            for (int cell : cellsOfLink[l]) {
                if (!targets.get(cell) && leads(cell, members, wanted)) {
                    targets.set(cell);
                }
            }
        });
        return new Block(members.stream().boxed().toList(), targets);
    }

    private boolean leads(int from, BitSet without, BitSet wanted) {
        BitSet seen = new BitSet();
        BitSet passed = (BitSet) without.clone();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        seen.set(from);
        waiting.add(from);
        while (!waiting.isEmpty()) {
            int cell = waiting.poll();
            if (wanted.get(cell)) {
                return true;
            }
            for (int link : linksOfCell[cell]) {
                if (!passed.get(link)) {
                    passed.set(link);
                    for (int other : cellsOfLink[link]) {
                        if (!seen.get(other)) {
                            seen.set(other);
                            waiting.add(other);
                        }
                    }
                }
            }
        }
        return false;
    }

    /** Nodes below the number of links are links, the others cells. */
    private int[] neighbours(int node) {
        return node < links.size() ? cellsOfLink[node] : linksOfCell[node - links.size()];
    }

    private int neighbour(int node, int i) {
        return node < links.size() ? links.size() + cellsOfLink[node][i] : linksOfCell[node - links.size()][i];
    }

    /** Tarjan's search with a stack of our own: a table may be deeper than the thread's. */
    private void visit(int root) {
        ArrayList<int[]> stack = new ArrayList<>();
        found[root] = reach[root] = ++clock;
        stack.add(new int[] {root, -1, 0});
        while (!stack.isEmpty()) {
            int[] frame = stack.getLast();
            int node = frame[0];
            if (frame[2] < neighbours(node).length) {
                int next = neighbour(node, frame[2]++);
                if (next == frame[1]) {
                    continue;
                }
                if (found[next] == 0) {
                    path.add(new long[] {node, next});
                    found[next] = reach[next] = ++clock;
                    stack.add(new int[] {next, node, 0});
                } else if (found[next] < found[node]) {
                    path.add(new long[] {node, next});
                    reach[node] = Math.min(reach[node], found[next]);
                }
            } else {
                stack.removeLast();
                if (!stack.isEmpty()) {
                    int parent = stack.getLast()[0];
                    reach[parent] = Math.min(reach[parent], reach[node]);
                    if (reach[node] >= found[parent]) {
                        close(parent, node);
                    }
                }
            }
        }
    }

    private void close(int parent, int node) {
        BitSet block = new BitSet();
        while (true) {
            long[] edge = path.removeLast();
            for (long end : edge) {
                if (end < links.size()) {
                    block.set((int) end);
                }
            }
            if (edge[0] == parent && edge[1] == node) {
                break;
            }
        }
        if (block.cardinality() > 1) {
            blocks.removeIf(other -> {
                boolean meets = other.intersects(block);
                if (meets) {
                    block.or(other);
                }
                return meets;
            });
            blocks.add(block);
        }
    }
}
