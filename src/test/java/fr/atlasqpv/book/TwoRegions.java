package fr.atlasqpv.book;

import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Two regions whose EPCI and QPV cross every border. EPCI {@link #A} has its seat in 59 and a commune in 62; EPCI
 * {@link #C} has its seat in 80, in the other region, and a commune in 59. A QPV of 59 reaches into 62.
 */
final class TwoRegions {
    static final String A = "200093201";
    static final String B = "200000002";
    static final String C = "200000003";
    static final Region NORTH = new Region("32", "Hauts-de-France", "59001");
    static final Region SOUTH = new Region("22", "Picardie", "80001");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private TwoRegions() {}

    static Attachment attachment() {
        return Attachment.of(new AttachmentInput(
                List.of(
                        new Commune("59001", "Une", "59", "32"), new Commune("59002", "Deux", "59", "32"),
                        new Commune("59003", "Trois", "59", "32"), new Commune("62001", "Quatre", "62", "32"),
                        new Commune("62002", "L'Île", "62", "32"), new Commune("80001", "Six", "80", "22")),
                List.of(
                        new Departement("59", "Nord", "32", "59001"),
                        new Departement("62", "Pas-de-Calais", "32", "62001"),
                        new Departement("80", "Somme", "22", "80001")),
                List.of(NORTH, SOUTH),
                List.of(new Epci(A, "CA de l'A", ""), new Epci(B, "CC B", ""), new Epci(C, "CC C", "")),
                Map.of("59001", A, "59002", A, "62001", A, "62002", B, "59003", C, "80001", C),
                Map.of(A, "59", C, "80"),
                Map.of(),
                List.of(
                        new Qpv("QP059001", "Un"), new Qpv("QP059002", "Deux"), new Qpv("QP059003", "Trois"),
                        new Qpv("QP062001", "Quartier De La Gare")),
                Map.of(
                        "QP059001", List.of(new QpvShare("59001", null)),
                        "QP059002", List.of(
                                new QpvShare("59002", BigDecimal.valueOf(60)),
                                new QpvShare("62002", BigDecimal.valueOf(40))),
                        "QP059003", List.of(new QpvShare("59003", null)),
                        "QP062001", List.of(new QpvShare("62001", null))),
                Map.of(),
                Set.of()));
    }

    /** A square of ten metres whose lower left corner is there. */
    static Geometry square(double x, double y) {
        return GEOMETRY.toGeometry(new Envelope(x, x + 10, y, y + 10));
    }

    /** The communes of the north between 0 and 100 metres; the one of the south where the test wants it. */
    static Ground ground(double south) {
        Map<String, Geometry> communes = new HashMap<>(Map.of(
                "59001", square(0, 0), "59002", square(90, 0), "62001", square(0, 90), "80001", square(south, 0)));
        Map<String, Coordinate> centres = new HashMap<>(Map.of(
                "59001", new Coordinate(2.4, 3.6), "62002", new Coordinate(50, 50), "59003", new Coordinate(60, 60)));
        Map<String, Geometry> qpv = Map.of("QP059001", square(20, 20), "QP059003", square(60, 60), "QP999999",
                square(0, 0));
        return new Ground(
                Map.of("59001", BigDecimal.valueOf(100), "59002", BigDecimal.valueOf(300), "62001",
                        BigDecimal.valueOf(200)),
                Map.of(A, "59001", C, "80001"), new Contours(communes, centres, qpv));
    }
}
