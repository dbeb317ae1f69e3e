package fr.atlasqpv.book;

import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.ReferenceTerritory;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The territories of the book of a region, in printed order, each with its place on the maps. */
final class TerritoryList {
    private final Attachment attachment;
    private final Places places;
    private final Ground ground;
    private final Set<Territory> withCells;
    private final Map<String, String> largestCommune = new HashMap<>();

    TerritoryList(Attachment attachment, ReferenceTerritory reference, Ground ground, Set<Territory> withCells) {
        this.attachment = attachment;
        this.places = new Places(attachment, reference);
        this.ground = ground;
        this.withCells = withCells;
        for (String commune : attachment.communes().keySet()) {
            attachment.epciRowOf(commune).ifPresent(row -> largestCommune.merge(row, commune, this::larger));
        }
    }

    private String larger(String one, String other) {
        return ground.population(other).compareTo(ground.population(one)) > 0 ? other : one;
    }

    List<PublishedTerritory> of(Region region) {
        List<PublishedTerritory> list = new ArrayList<>();
        list.add(territory(places.reference().territory(), "", "", "", null, ""));
        list.add(territory(
                new Territory(Level.REG, region.code()), "", "", region.code(), ground.at(region.chefLieu()), ""));
        for (Departement departement : attachment.departements().values()) {
            if (departement.region().equals(region.code())) {
                list.add(territory(
                        new Territory(Level.DEP, departement.code()), "", departement.code(), region.code(),
                        ground.at(departement.chefLieu()), ""));
            }
        }
        attachment.epci()
                .values()
                .stream()
                .filter(e -> e.region().equals(region.code()))
                .filter(e -> withCells.contains(new Territory(Level.EPCI, e.code())))
                .sorted(Comparator.comparing(PublishedEpci::departement).thenComparing(PublishedEpci::code))
                .forEach(row -> list.add(territory(
                        new Territory(Level.EPCI, row.code()), "", row.departement(), region.code(),
                        ground.at(seatOf(row)), "")));
        attachment.qpv()
                .values()
                .stream()
                .filter(q -> places.regionOf(q).equals(region.code()))
                .sorted(Comparator.comparing(places::chapterOf)
                        .thenComparing(AttachedQpv::epci)
                        .thenComparing(AttachedQpv::code))
                .forEach(q -> list.add(neighbourhood(q)));
        return list;
    }

    private PublishedTerritory neighbourhood(AttachedQpv qpv) {
        Geometry contour = ground.contours().qpv().get(qpv.code());
        return territory(
                new Territory(Level.QPV, qpv.code()),
                qpv.epci(),
                qpv.departement(),
                qpv.region(),
                contour == null ? ground.at(qpv.commune()) : contour.getInteriorPoint().getCoordinate(),
                qpv.communes().stream().map(places::commune).collect(Collectors.joining(", ")));
    }

    private PublishedTerritory territory(
            Territory territory, String epci, String departement, String region, Coordinate at, String communes) {
        String label = places.name(territory);
        return new PublishedTerritory(
                territory, label, Typography.shortened(label), epci, departement, region,
                at == null ? null : metres(at.x), at == null ? null : metres(at.y), communes);
    }

    /** Whole metres: a point that stands for a territory has no finer meaning. */
    private static double metres(double coordinate) {
        return Math.rint(coordinate);
    }

    /** The seat of an EPCI stands for it; for a part without the seat, its largest commune. */
    private String seatOf(PublishedEpci row) {
        String seat = ground.seats().getOrDefault(row.siren(), "");
        if (!seat.isEmpty() && row.code().equals(attachment.epciRowOf(seat).orElse(""))) {
            return seat;
        }
        return largestCommune.getOrDefault(row.code(), "");
    }
}
