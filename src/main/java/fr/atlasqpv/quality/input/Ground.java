package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Where the communes are, in metres of the projection: by their contour where there is one, else by their centre. */
final class Ground {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Map<String, Geometry> communes = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> places;

    Ground(Evidence evidence) {
        evidence.facts(Fact.CentreFact.class).forEach(f -> communes.put(
                f.fact().commune(), GEOMETRY.createPoint(new Coordinate(f.fact().x(), f.fact().y()))));
        evidence.facts(Fact.ContourFact.class).stream().filter(f -> f.fact().kind() == Kind.COMMUNE)
                .forEach(f -> communes.put(f.fact().code(), f.fact().geometry()));
        places = evidence.places();
    }

    /** Communes that are somewhere. */
    Map<String, Geometry> communes() {
        return communes;
    }

    /** Kilometres from a place to a commune; empty when nobody says where it is. */
    OptionalDouble kilometres(Geometry from, String commune) {
        Geometry there = communes.get(commune);
        return there == null ? OptionalDouble.empty() : OptionalDouble.of(from.distance(there) / 1000);
    }

    /** Kilometres from the contour of a QPV to the nearest of its communes. */
    OptionalDouble kilometresToItsCommune(String qpv, Geometry contour) {
        return places.containsKey(qpv)
                ? places.get(qpv).stream().map(c -> kilometres(contour, c)).filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble).min()
                : OptionalDouble.empty();
    }

    /** Communes of a QPV; null when none is told. */
    SortedSet<String> of(String qpv) {
        return places.get(qpv);
    }

    static Geometry point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }
}
