package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.ArcNetwork.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The arcs of the ground on one sheet, each simplified once, when it is first needed. */
final class PaperArcs {
    /** Extent under which an area is left out, millimetres. */
    private static final double SPECK = 0.3;

    private final ArcNetwork network;
    private final Sheet sheet;
    private final int[] near;
    private final double[][] simplified;

    /**
     * @param network the ground
     * @param sheet where it is drawn
     * @param near cells that reach into the frame: the others are not looked at
     */
    PaperArcs(ArcNetwork network, Sheet sheet, boolean[] near) {
        this.network = network;
        this.sheet = sheet;
        this.near = network.chosen((l, r) -> (l >= 0 && near[l]) || (r >= 0 && near[r]));
        this.simplified = new double[network.size()][];
    }

    private double[] arc(int index) {
        if (simplified[index] == null) {
            simplified[index] = rounded(Simplification.simplify(sheet.line(network.points(index))));
        }
        return simplified[index];
    }

    /** Rings around a group of cells, millimetres; specks are left out. */
    List<double[]> rings(IntPredicate inside) {
        List<double[]> rings = new ArrayList<>();
        for (double[] ring : network.chain(near, ArcNetwork.around(inside), this::arc)) {
            if (extent(ring) >= SPECK) {
                rings.add(ring);
            }
        }
        return rings;
    }

    /** Rings around each of many groups of cells; group −1 is none. */
    List<List<double[]>> ringsByGroup(int[] group, int groups) {
        return network.ringsByGroup(near, group, groups, this::arc);
    }

    /** Chosen borders, joined, millimetres; closed specks are left out. */
    List<double[]> lines(Sides sides) {
        List<double[]> lines = new ArrayList<>();
        for (double[] line : network.chain(near, sides, this::arc)) {
            boolean closed = line[0] == line[line.length - 2] && line[1] == line[line.length - 1];
            if (!closed || extent(line) >= SPECK) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Coordinates to the hundredth of a millimetre. */
    static double[] rounded(double[] line) {
        double[] out = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            out[i] = Math.rint(line[i] * 100) / 100;
        }
        return out;
    }

    /** The larger side of the rectangle around a line. */
    static double extent(double[] line) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.POSITIVE_INFINITY;
        double south = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.length; i += 2) {
            west = Math.min(west, line[i]);
            east = Math.max(east, line[i]);
            north = Math.min(north, line[i + 1]);
            south = Math.max(south, line[i + 1]);
        }
        return Math.max(east - west, south - north);
    }
}
