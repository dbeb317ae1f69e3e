package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SimplificationTest {
    @RepeatedTest(20)
    void keepsEndsAndStaysWithinTheTolerance(RepetitionInfo run) {
        double[] walk = walk(new Random(run.getCurrentRepetition()), 400);
        double[] simple = Simplification.simplify(walk);
        assertThat(Arrays.copyOf(simple, 2)).isEqualTo(Arrays.copyOf(walk, 2));
        assertThat(simple[simple.length - 2]).isEqualTo(walk[walk.length - 2]);
        assertThat(simple.length).isLessThan(walk.length);
        double apart = DiscreteHausdorffDistance.distance(line(simple), line(walk), 0.05);
        assertThat(apart).isLessThan(Simplification.TOLERANCE + Simplification.SHORTEST);
    }

    @Test
    void aClosedLineStaysClosed() {
        double[] circle = new double[2 * 361];
        for (int i = 0; i <= 360; i++) {
            circle[2 * i] = 5 * Math.cos(Math.toRadians(i % 360));
            circle[2 * i + 1] = 5 * Math.sin(Math.toRadians(i % 360));
        }
        double[] simple = Simplification.simplify(circle);
        assertThat(simple.length / 2).isBetween(8, 60);
        assertThat(simple[0]).isEqualTo(simple[simple.length - 2]);
        assertThat(simple[1]).isEqualTo(simple[simple.length - 1]);
    }

    @Test
    void aStraightLineKeepsItsEndsOnly() {
        double[] straight = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
        assertThat(Simplification.simplify(straight)).containsExactly(0, 0, 4, 4);
    }

    private static double[] walk(Random random, int steps) {
        double[] line = new double[2 * steps];
        for (int i = 1; i < steps; i++) {
            line[2 * i] = line[2 * i - 2] + 0.2 * random.nextDouble();
            line[2 * i + 1] = line[2 * i - 1] + 0.2 * (random.nextDouble() - 0.5);
        }
        return line;
    }

    private static Geometry line(double[] xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        Arrays.setAll(points, i -> new Coordinate(xy[2 * i], xy[2 * i + 1]));
        return new GeometryFactory().createLineString(points);
    }
}
