package fr.atlasqpv.book;

import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Zone;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The ground of the maps of a region: its communes and those of its neighbours. */
final class MapGround {
    /** A map is at most this much wider than the territory it shows: neighbours are kept that far. */
    private static final double REACH = 1.45;

    private final Attachment attachment;
    private final Frame frame;
    private final Ground ground;
    private final Set<String> communesWithQpv = new HashSet<>();
    private final Set<String> seats;
    private Map<String, Geometry> outlines;

    MapGround(Attachment attachment, Frame frame, Ground ground) {
        this.attachment = attachment;
        this.frame = frame;
        this.ground = ground;
        attachment.qpv().values().forEach(q -> communesWithQpv.addAll(q.communes()));
        this.seats = new HashSet<>(ground.seats().values());
        attachment.departements().values().forEach(d -> seats.add(d.chefLieu()));
    }

    /** Tells whether a commune is near enough to a region to be drawn: its neighbours are, the rest of France is not. */
    Predicate<String> communesNear(Region region) {
        Envelope reach = new Envelope();
        for (Commune commune : attachment.communes().values()) {
            Envelope own = commune.region().equals(region.code()) ? ground.envelope(commune.code()) : null;
            if (own != null) {
                reach.expandToInclude(own);
            }
        }
        double side = Math.max(reach.getWidth(), reach.getHeight()) * REACH;
        reach.expandBy((side - reach.getWidth()) / 2, (side - reach.getHeight()) / 2);
        Optional<Zone> zone = frame.ofRegion(region.code());
        return commune -> {
            Envelope own = ground.envelope(commune);
            // Metres of another zone are not of this ground
            return own != null && reach.intersects(own) && frame.ofCommune(commune).equals(zone);
        };
    }

    List<CommuneOnMap> communes(Predicate<String> drawn) {
        return attachment.communes()
                .values()
                .stream()
                .filter(c -> drawn.test(c.code()))
                .map(c -> new CommuneOnMap(
                        c.code(),
                        Typography.name(c.label()),
                        attachment.epciRowOf(c.code()).orElse(""),
                        c.departement(),
                        c.region(),
                        ground.population(c.code()).longValue(),
                        communesWithQpv.contains(c.code()),
                        seats.contains(c.code())))
                .toList();
    }

    List<Departement> departements() {
        return attachment.departements()
                .values()
                .stream()
                .map(d -> new Departement(d.code(), Typography.name(d.label()), d.region(), d.chefLieu()))
                .toList();
    }

    Contours contours(Predicate<String> drawn) {
        Contours all = ground.contours();
        return new Contours(
                kept(all.communes(), drawn),
                kept(all.centres(), drawn),
                kept(all.qpv(), code -> {
                    AttachedQpv qpv = attachment.qpv().get(code);
                    return qpv != null && drawn.test(qpv.commune());
                }));
    }

    /**
     * The regions as a map of the country shows them, by code; none when a region of the main zone has no contour, or when it is
     * alone there.
     */
    synchronized Map<String, Geometry> outlines() {
        if (outlines == null) {
            outlines = RegionOutlines.of(attachment, frame, ground.contours());
        }
        return outlines;
    }

    private static <T> Map<String, T> kept(Map<String, T> map, Predicate<String> filter) {
        return map.entrySet()
                .stream()
                .filter(e -> filter.test(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
