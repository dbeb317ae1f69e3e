package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which cells are near which, counted in links. */
final class Neighbourhood {
    private final LinkedTable table;
    private final int[][] linksOfCells;

    Neighbourhood(LinkedTable table) {
        this.table = table;
        this.linksOfCells = table.linksOfCells();
    }

    /** Cells at most so many links away, the cell itself among them. */
    BitSet within(int cell, int distance) {
        BitSet alone = new BitSet();
        alone.set(cell);
        return around(alone, distance);
    }

    /** Cells at most so many links away from some others, these among them. */
    BitSet around(BitSet cells, int distance) {
        BitSet reached = (BitSet) cells.clone();
        BitSet edge = (BitSet) reached.clone();
        for (int step = 0; step < distance && !edge.isEmpty(); step++) {
            BitSet next = new BitSet();
            edge.stream().forEach(c -> {
                for (int link : linksOfCells[c]) {
                    for (int other : table.links().get(link).cells()) {
                        next.set(other);
                    }
                }
            });
            next.andNot(reached);
            reached.or(next);
            edge = next;
        }
        return reached;
    }

    /** Groups of the cells that meet in links, directly or one through the other; in order of their first cell. */
    List<BitSet> clusters(BitSet cells) {
        List<BitSet> clusters = new ArrayList<>();
        cells.stream().forEach(c -> {
            BitSet alone = new BitSet();
            alone.set(c);
            clusters.add(alone);
        });
        for (Link link : table.links()) {
            BitSet met = new BitSet();
            for (int cell : link.cells()) {
                if (cells.get(cell)) {
                    met.set(cell);
                }
            }
            if (met.cardinality() > 1) {
                clusters.removeIf(cluster -> {
                    boolean meets = cluster.intersects(met);
                    if (meets) {
                        met.or(cluster);
                    }
                    return meets;
                });
                clusters.add(met);
            }
        }
        clusters.sort((a, b) -> Integer.compare(a.nextSetBit(0), b.nextSetBit(0)));
        return clusters;
    }
}
