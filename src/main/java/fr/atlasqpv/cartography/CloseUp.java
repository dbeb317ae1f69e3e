package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A commune whose QPV are too many for the zoom of its EPCI: their numbers would hide them. It has a map of its own.
 *
 * @param commune code of the commune
 * @param label its name
 * @param qpv its QPV, in the order of their codes
 */
public record CloseUp(String commune, String label, List<Territory> qpv) {
    private static final int FEWEST = 12;
    /** Paper that a number, its leader and its neighbourhood take, mm². */
    private static final double ROOM_OF_ONE = 80;
    /** How far numbers may stand off the outermost neighbourhoods, millimetres. */
    private static final double AROUND = 6;
    private static final double LEAST_MARGIN = 900;
    private static final double MARGIN = 0.08;

    /** Defensive copy. */
    public CloseUp {
        qpv = List.copyOf(qpv);
    }

    /** The most crowded commune of a zoom on a sheet; empty when all its numbers have room. */
    static Optional<CloseUp> on(Sheet sheet, PublishedAtlas atlas, Ground ground, List<PublishedTerritory> qpv) {
        Map<Integer, List<PublishedTerritory>> byCommune = new TreeMap<>();
        for (PublishedTerritory t : qpv) {
            Coordinate at = QpvShapes.anchor(atlas, ground, t);
            if (at != null) {
                byCommune.computeIfAbsent(ground.cellAt(at), cell -> new ArrayList<>()).add(t);
            }
        }
        CloseUp most = null;
        for (Map.Entry<Integer, List<PublishedTerritory>> entry : byCommune.entrySet()) {
            List<PublishedTerritory> there = entry.getValue();
            boolean more = most == null || there.size() > most.qpv().size();
            if (entry.getKey() >= 0 && there.size() >= FEWEST && more && crowded(sheet, atlas, ground, there)) {
                most = new CloseUp(
                        ground.commune(entry.getKey()).code(), ground.commune(entry.getKey()).label(),
                        there.stream().map(PublishedTerritory::territory).toList());
            }
        }
        return Optional.ofNullable(most);
    }

    private static boolean crowded(Sheet sheet, PublishedAtlas atlas, Ground ground, List<PublishedTerritory> qpv) {
        Envelope extent = extent(atlas, ground, qpv);
        double room = (sheet.length(extent.getWidth()) + 2 * AROUND) * (sheet.length(extent.getHeight()) + 2 * AROUND);
        return qpv.size() * ROOM_OF_ONE > room;
    }

    private static Envelope extent(PublishedAtlas atlas, Ground ground, List<PublishedTerritory> qpv) {
        Envelope extent = new Envelope();
        qpv.forEach(t -> extent.expandToInclude(QpvShapes.anchor(atlas, ground, t)));
        return extent;
    }

    /** What its map shows of the ground: its QPV and some room around them, metres. */
    Envelope extent(PublishedAtlas atlas, Ground ground) {
        Envelope extent = extent(atlas, ground, qpv.stream().map(t -> atlas.territory(t).orElseThrow()).toList());
        extent.expandBy(Math.max(LEAST_MARGIN, MARGIN * Math.max(extent.getWidth(), extent.getHeight())));
        return extent;
    }
}
