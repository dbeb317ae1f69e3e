package fr.atlasqpv.book;

import fr.atlasqpv.territory.Contours;
import java.math.BigDecimal;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What is known of communes beside their attachment.
 *
 * @param populations commune → municipal population
 * @param seats SIREN → commune of the seat, where known
 * @param contours geometries of the whole input
 */
public record Ground(Map<String, BigDecimal> populations, Map<String, String> seats, Contours contours) {
    /** Inhabitants of a commune, 0 when unknown. */
    BigDecimal population(String commune) {
        return populations.getOrDefault(commune, BigDecimal.ZERO);
    }

    /** The point that stands for a commune, null when it has neither centre nor contour. */
    Coordinate at(String commune) {
        Coordinate centre = contours.centres().get(commune);
        Geometry contour = contours.communes().get(commune);
        return centre != null || contour == null ? centre : contour.getInteriorPoint().getCoordinate();
    }

    /** What a commune covers, its centre at least; null when it has neither. */
    Envelope envelope(String commune) {
        Geometry contour = contours.communes().get(commune);
        Coordinate centre = contours.centres().get(commune);
        if (contour != null) {
            return contour.getEnvelopeInternal();
        }
        return centre == null ? null : new Envelope(centre);
    }
}
