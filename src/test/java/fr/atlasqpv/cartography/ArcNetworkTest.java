package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class ArcNetworkTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<Geometry> cells = voronoi(300);
    private final ArcNetwork network = ArcNetwork.of(cells);
    private final Sheet sheet = new Sheet(1_000_000, 0, 200_000, new Box(0, 0, 200, 200));
    private final PaperArcs paper = new PaperArcs(network, sheet, all(cells.size()));

    @Test
    void bordersSharedBeforeSimplificationAreSharedAfter() {
        Map<String, Integer> uses = new HashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            int own = cell;
            paper.rings(c -> c == own).forEach(ring -> count(ring, uses));
        }
        Map<String, Integer> outside = new HashMap<>();
        paper.rings(c -> true).forEach(ring -> count(ring, outside));
        assertThat(uses).allSatisfy(
                (segment, times) -> assertThat(times).as(segment).isEqualTo(outside.containsKey(segment) ? 1 : 2));
    }

    @Test
    void theGroupHasTheAreaOfItsCells() {
        double sum = 0;
        for (int cell = 0; cell < 40; cell++) {
            int own = cell;
            sum += area(paper.rings(c -> c == own));
        }
        assertThat(area(paper.rings(c -> c < 40))).isCloseTo(sum, within(1e-6));
    }

    @Test
    void theGroupIsTheUnionOfItsCellsWhenNothingIsSimplified() {
        Geometry union = CoverageUnion.union(cells.subList(0, 40).toArray(Geometry[]::new));
        assertThat(area(network.rings(c -> c < 40, network::points))).isCloseTo(union.getArea(), within(1.0));
    }

    @Test
    void ringsByGroupAreThoseOfEachGroup() {
        int[] group = new int[cells.size()];
        Arrays.setAll(group, c -> c % 7 - 1);
        List<List<double[]>> byGroup = paper.ringsByGroup(group, 6);
        for (int g = 0; g < 6; g++) {
            int own = g;
            assertThat(area(byGroup.get(g))).isCloseTo(area(paper.rings(c -> group[c] == own)), within(1e-6));
        }
    }

    @Test
    void theOuterEdgeIsChosenOnlyWhenAskedFor() {
        List<double[]> inner = paper.lines((l, r) -> l >= 0 && r >= 0);
        Map<String, Integer> outside = new HashMap<>();
        paper.rings(c -> true).forEach(ring -> count(ring, outside));
        for (double[] line : inner) {
            for (int i = 0; i + 3 < line.length; i += 2) {
                assertThat(outside).doesNotContainKey(segment(line, i));
            }
        }
    }

    @Test
    void anIslandIsASingleClosedLine() {
        Geometry island = GEOMETRY.createPoint(new Coordinate(50_000, 50_000)).buffer(10_000);
        ArcNetwork one = ArcNetwork.of(List.of(island));
        assertThat(one.size()).isEqualTo(1);
        List<double[]> rings = one.rings(c -> true, one::points);
        assertThat(area(rings)).isCloseTo(island.getArea(), within(1.0));
    }

    @Test
    void aHoleFilledByAnotherCellHasOneBorder() {
        Geometry around = GEOMETRY.toGeometry(new org.locationtech.jts.geom.Envelope(0, 90, 0, 90));
        Geometry hole = GEOMETRY.toGeometry(new org.locationtech.jts.geom.Envelope(30, 60, 30, 60));
        ArcNetwork two = ArcNetwork.of(List.of(around.difference(hole), hole));
        assertThat(two.size()).isEqualTo(2);
        assertThat(area(two.rings(c -> c == 0, two::points))).isEqualTo(8100 - 900);
        assertThat(two.any((l, r) -> l >= 0 && r >= 0)).isTrue();
    }

    private static List<Geometry> voronoi(int count) {
        Random random = new Random(7);
        Map<String, Coordinate> centres = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            centres.put("c" + (1000 + i),
                    new Coordinate(20_000 + random.nextInt(120_000), 20_000 + random.nextInt(120_000)));
        }
        AffineTransformation wobble = AffineTransformation.rotationInstance(0.1);
        return new ArrayList<>(SchematicGround.cells(centres).values()).stream().map(wobble::transform).toList();
    }

    private static boolean[] all(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }

    private static void count(double[] ring, Map<String, Integer> uses) {
        for (int i = 0; i + 3 < ring.length; i += 2) {
            uses.merge(segment(ring, i), 1, Integer::sum);
        }
    }

    private static String segment(double[] line, int at) {
        String a = line[at] + " " + line[at + 1];
        String b = line[at + 2] + " " + line[at + 3];
        return a.compareTo(b) < 0 ? a + " – " + b : b + " – " + a;
    }

    /** Area by the even-odd rule of rings that do not cross. */
    static double area(List<double[]> rings) {
        Geometry area = GEOMETRY.createPolygon();
        for (double[] ring : rings) {
            Coordinate[] points = new Coordinate[ring.length / 2];
            Arrays.setAll(points, i -> new Coordinate(ring[2 * i], ring[2 * i + 1]));
            area = area.symDifference(GEOMETRY.createPolygon(points).buffer(0));
        }
        return area.getArea();
    }
}
