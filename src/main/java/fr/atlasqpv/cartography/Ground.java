package fr.atlasqpv.cartography;

import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Centroid;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** The communes around the region as a coverage, with what maps ask of each. Cells are numbered by commune code. */
final class Ground {
    /** How far the ground reaches from the middle of the region, in sizes of the region: more than any frame shows. */
    private static final double REACH = 0.8;
    /** Farther than this from all its QPV, the middle of a commune is not its town, metres. */
    private static final double OUT_OF_TOWN = 5_000;
    /** The middle of a larger commune may be that far from its town, metres. */
    private static final double VAST = 3 * OUT_OF_TOWN;

    private final List<CommuneOnMap> communes;
    private final List<Geometry> shapes;
    private final Map<String, Integer> cellByCode = new HashMap<>();
    private final Map<String, Coordinate> knownCentres;
    private final Map<Integer, List<Coordinate>> quarters = new HashMap<>();
    private final Set<String> concerned = new HashSet<>();
    private final ArcNetwork network;
    private final boolean schematic;
    private final String region;

    private Ground(PublishedAtlas atlas, List<CommuneOnMap> communes, Map<String, Geometry> shapes, boolean schematic) {
        this.communes = communes;
        this.shapes = communes.stream().map(c -> shapes.get(c.code())).toList();
        this.knownCentres = atlas.contours().centres();
        this.network = ArcNetwork.of(this.shapes);
        this.schematic = schematic;
        this.region = atlas.region();
        for (int cell = 0; cell < communes.size(); cell++) {
            CommuneOnMap commune = communes.get(cell);
            cellByCode.put(commune.code(), cell);
            if (commune.hasQpv() && !commune.epci().isEmpty()) {
                concerned.add(commune.epci());
            }
        }
        atlas.territories(Level.EPCI).forEach(t -> concerned.add(t.territory().code()));
        for (Geometry contour : schematic ? List.<Geometry>of() : atlas.contours().qpv().values()) {
            if (!contour.isEmpty()) {
                Coordinate at = middle(contour);
                quarters.computeIfAbsent(cellAt(at), cell -> new ArrayList<>()).add(at);
            }
        }
    }

    /** The ground of a book: contours of communes when it has them, cells around their centres otherwise. */
    static Ground of(PublishedAtlas atlas) {
        Contours contours = atlas.contours();
        boolean schematic = contours.schematic();
        Map<String, Geometry> shapes = schematic ? schematic(atlas, contours) : contours.communes();
        Envelope extent = new Envelope();
        for (CommuneOnMap commune : atlas.communes()) {
            if (commune.region().equals(atlas.region()) && shapes.containsKey(commune.code())) {
                extent.expandToInclude(shapes.get(commune.code()).getEnvelopeInternal());
            }
        }
        Envelope reach = new Envelope();
        if (!extent.isNull()) {
            double half = REACH * Math.max(extent.getWidth(), extent.getHeight());
            reach = new Envelope(extent.centre());
            reach.expandBy(half);
        }
        List<CommuneOnMap> near = new ArrayList<>();
        for (CommuneOnMap commune : atlas.communes()) {
            Geometry shape = shapes.get(commune.code());
            if (shape != null && reach.intersects(shape.getEnvelopeInternal())) {
                near.add(commune);
            }
        }
        near.sort(Comparator.comparing(CommuneOnMap::code));
        return new Ground(atlas, near, shapes, schematic);
    }

    private static Map<String, Geometry> schematic(PublishedAtlas atlas, Contours contours) {
        Set<String> known = atlas.communes().stream().map(CommuneOnMap::code).collect(Collectors.toSet());
        Map<String, Coordinate> centres = new HashMap<>(contours.centres());
        centres.keySet().retainAll(known);
        return SchematicGround.cells(centres);
    }

    ArcNetwork network() {
        return network;
    }

    boolean schematic() {
        return schematic;
    }

    int size() {
        return communes.size();
    }

    CommuneOnMap commune(int cell) {
        return communes.get(cell);
    }

    /** Cell of a commune, {@link ArcNetwork#NOTHING} when it has none. */
    int cell(String commune) {
        return cellByCode.getOrDefault(commune, ArcNetwork.NOTHING);
    }

    boolean inRegion(int cell) {
        return cell >= 0 && communes.get(cell).region().equals(region);
    }

    boolean inDepartement(int cell, String departement) {
        return cell >= 0 && communes.get(cell).departement().equals(departement);
    }

    boolean inEpci(int cell, String epci) {
        return cell >= 0 && communes.get(cell).epci().equals(epci);
    }

    boolean hasQpv(int cell) {
        return cell >= 0 && communes.get(cell).hasQpv();
    }

    /** Tells whether the commune belongs to an EPCI that has a QPV. */
    boolean concerned(int cell) {
        return cell >= 0 && concerned.contains(communes.get(cell).epci());
    }

    boolean sameEpci(int left, int right) {
        return communes.get(left).epci().equals(communes.get(right).epci());
    }

    boolean sameDepartement(int left, int right) {
        return communes.get(left).departement().equals(communes.get(right).departement());
    }

    /** Tells whether any commune is in the group. */
    boolean any(IntPredicate inside) {
        return IntStream.range(0, communes.size()).anyMatch(inside);
    }

    /** Area of a group of communes, square metres. */
    double area(IntPredicate inside) {
        return IntStream.range(0, shapes.size()).filter(inside).mapToDouble(cell -> shapes.get(cell).getArea()).sum();
    }

    /** Extent of a group of communes, metres. */
    Envelope extent(IntPredicate inside) {
        Envelope extent = new Envelope();
        for (int cell = 0; cell < communes.size(); cell++) {
            if (inside.test(cell)) {
                extent.expandToInclude(shapes.get(cell).getEnvelopeInternal());
            }
        }
        return extent;
    }

    /** Tells which cells reach into a rectangle, metres. */
    boolean[] within(Envelope window) {
        boolean[] near = new boolean[communes.size()];
        for (int cell = 0; cell < near.length; cell++) {
            near[cell] = shapes.get(cell).getEnvelopeInternal().intersects(window);
        }
        return near;
    }

    /**
     * Where the sign of a commune stands: its centre when given and inside, else its middle; else, where that is far out of
     * town, the nearest of the QPV whose contour is known.
     */
    Coordinate centre(int cell) {
        Optional<Coordinate> known = knownCentre(cell);
        if (known.isPresent()) {
            return known.get();
        }
        Coordinate middle = middle(shapes.get(cell));
        return quarters.getOrDefault(cell, List.of()).stream()
                .min(Comparator.comparingDouble(middle::distance))
                .filter(nearest -> nearest.distance(middle) > OUT_OF_TOWN)
                .orElse(middle);
    }

    /** Tells whether {@link #centre} is in town, or near enough: a vast commune may have it anywhere. */
    boolean situated(int cell) {
        Envelope extent = shapes.get(cell).getEnvelopeInternal();
        return knownCentre(cell).isPresent() || quarters.containsKey(cell)
                || Math.max(extent.getWidth(), extent.getHeight()) <= VAST;
    }

    private Optional<Coordinate> knownCentre(int cell) {
        return Optional.ofNullable(knownCentres.get(communes.get(cell).code()))
                .filter(known -> schematic || inside(shapes.get(cell), known));
    }

    /** The centroid of a shape, a point inside where that one is not. */
    static Coordinate middle(Geometry shape) {
        Coordinate centroid = Centroid.getCentroid(shape);
        return inside(shape, centroid) ? centroid : InteriorPointArea.getInteriorPoint(shape);
    }

    /** Tells whether a commune covers a point of the ground. */
    boolean covers(int cell, Coordinate point) {
        return inside(shapes.get(cell), point);
    }

    /** The commune at a point of the ground, {@link ArcNetwork#NOTHING} outside all. */
    int cellAt(Coordinate point) {
        for (int cell = 0; cell < shapes.size(); cell++) {
            Geometry shape = shapes.get(cell);
            if (shape.getEnvelopeInternal().covers(point) && inside(shape, point)) {
                return cell;
            }
        }
        return ArcNetwork.NOTHING;
    }

    private static boolean inside(Geometry shape, Coordinate point) {
        return SimplePointInAreaLocator.locate(point, shape) != Location.EXTERIOR;
    }
}
