package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts together what the book of a region may say: labels in French typography, territories in printed order, published
 * cells, notes, and the ground of its maps.
 */
public final class AtlasAssembly {
    /** A map is at most this much wider than the territory it shows: neighbours are kept that far. */
    private static final double GROUND = 1.45;

    private final Edition edition;
    private final EditionNotice notice;
    private final Attachment attachment;
    private final SortedMap<CellKey, PublishedCell> cells;
    private final Ground ground;
    private final List<Check> checks;
    private final Set<String> communesWithQpv = new HashSet<>();
    private final Set<String> seats;
    private final Map<String, String> largestCommune = new HashMap<>();

    /**
     * What is known of communes beside their attachment.
     *
     * @param populations commune → municipal population
     * @param seats SIREN → commune of the seat, where known
     * @param contours geometries of the whole input
     */
    public record Ground(Map<String, BigDecimal> populations, Map<String, String> seats, Contours contours) {}

    /**
     * @param edition the edition
     * @param programVersion version of the program
     * @param sources inputs as read
     * @param attachment the attachment table
     * @param cells every published cell of the edition
     * @param ground what is known of communes
     * @param checks results of the checks
     */
    public AtlasAssembly(
            Edition edition,
            String programVersion,
            List<SourceNotice> sources,
            Attachment attachment,
            SortedMap<CellKey, PublishedCell> cells,
            Ground ground,
            List<Check> checks) {
        this.edition = edition;
        this.notice = notice(edition, programVersion, sources);
        this.attachment = attachment;
        this.cells = cells;
        this.ground = ground;
        this.checks = checks;
        attachment.qpv().values().forEach(q -> communesWithQpv.addAll(q.communes()));
        this.seats = new HashSet<>(ground.seats().values());
        attachment.departements().values().forEach(d -> seats.add(d.chefLieu()));
        for (String commune : attachment.communes().keySet()) {
            attachment.epciRowOf(commune).ifPresent(row -> largestCommune.merge(row, commune, this::larger));
        }
    }

    private String larger(String one, String other) {
        return population(other).compareTo(population(one)) > 0 ? other : one;
    }

    private BigDecimal population(String commune) {
        return ground.populations().getOrDefault(commune, BigDecimal.ZERO);
    }

    /** The edition as the books present it. */
    public static EditionNotice notice(Edition edition, String programVersion, List<SourceNotice> sources) {
        return new EditionNotice(
                edition.id(),
                edition.year(),
                edition.title(),
                edition.subtitle(),
                edition.series(),
                edition.date(),
                edition.publisher(),
                edition.contact(),
                edition.licence(),
                edition.qpvOfFrance(),
                programVersion,
                edition.texts(),
                edition.indicators(),
                edition.book(),
                edition.typologies(),
                byGroup(sources));
    }

    /** Inputs under one heading each, headings in the order in which the edition first names them. */
    private static List<SourceNotice> byGroup(List<SourceNotice> sources) {
        List<String> groups =
                sources.stream().map(SourceNotice::group).distinct().toList();
        return sources.stream()
                .sorted(Comparator.comparingInt(s -> groups.indexOf(s.group())))
                .toList();
    }

    /**
     * The book of a region.
     *
     * @param code code of the region
     * @throws IllegalArgumentException when the region is unknown
     */
    public PublishedAtlas of(String code) {
        Region region = attachment.regions().get(code);
        if (region == null) {
            throw new IllegalArgumentException("unknown region: " + code);
        }
        List<PublishedTerritory> territories = territories(region);
        Set<Territory> inBook =
                territories.stream().map(PublishedTerritory::territory).collect(Collectors.toSet());
        TreeMap<CellKey, PublishedCell> own = new TreeMap<>();
        cells.forEach((key, cell) -> {
            if (inBook.contains(key.territory())) {
                own.put(key, cell);
            }
        });
        Predicate<String> onMap = communesOnMap(region);
        return new PublishedAtlas(
                notice,
                code,
                Typography.name(region.label()),
                region.folder(),
                territories,
                own,
                notes(region),
                zooms(territories),
                communes(onMap),
                departements(),
                contours(onMap),
                checks);
    }

    private List<PublishedTerritory> territories(Region region) {
        List<PublishedTerritory> list = new ArrayList<>();
        list.add(territory(Territory.FRANCE, "France métropolitaine", "", "", "", null, ""));
        list.add(territory(
                new Territory(Level.REG, region.code()),
                Typography.name(region.label()),
                "",
                "",
                region.code(),
                at(region.chefLieu()),
                ""));
        for (Departement departement : attachment.departements().values()) {
            if (departement.region().equals(region.code())) {
                list.add(territory(
                        new Territory(Level.DEP, departement.code()),
                        Typography.name(departement.label()),
                        "",
                        departement.code(),
                        region.code(),
                        at(departement.chefLieu()),
                        ""));
            }
        }
        List<PublishedEpci> rows = attachment.epci()
                .values()
                .stream()
                .filter(e -> e.region().equals(region.code()) && hasCells(new Territory(Level.EPCI, e.code())))
                .sorted(Comparator.comparing(PublishedEpci::departement).thenComparing(PublishedEpci::code))
                .toList();
        rows.forEach(row -> list.add(territory(
                new Territory(Level.EPCI, row.code()),
                Typography.name(row.label()),
                "",
                row.departement(),
                region.code(),
                at(seatOf(row)),
                "")));
        attachment.qpv()
                .values()
                .stream()
                .filter(q -> regionOfBook(q).equals(region.code()))
                .sorted(Comparator.comparing(this::chapterOf)
                        .thenComparing(AttachedQpv::epci)
                        .thenComparing(AttachedQpv::code))
                .forEach(q -> list.add(neighbourhood(q)));
        return list;
    }

    private PublishedTerritory neighbourhood(AttachedQpv qpv) {
        Geometry contour = ground.contours().qpv().get(qpv.code());
        return territory(
                new Territory(Level.QPV, qpv.code()),
                Typography.neighbourhood(qpv.label()),
                qpv.epci(),
                qpv.departement(),
                qpv.region(),
                contour == null ? at(qpv.commune()) : contour.getInteriorPoint().getCoordinate(),
                qpv.communes().stream().map(this::communeName).collect(Collectors.joining(", ")));
    }

    private static PublishedTerritory territory(
            Territory territory,
            String label,
            String epci,
            String departement,
            String region,
            Coordinate at,
            String communes) {
        return new PublishedTerritory(
                territory,
                label,
                Typography.shortened(label),
                epci,
                departement,
                region,
                at == null ? null : metres(at.x),
                at == null ? null : metres(at.y),
                communes);
    }

    /** Whole metres: a point that stands for a territory has no finer meaning. */
    private static double metres(double coordinate) {
        return Math.rint(coordinate);
    }

    private boolean hasCells(Territory territory) {
        return edition.indicators()
                .stream()
                .anyMatch(i -> java.util.Arrays.stream(
                        fr.atlasqpv.territory.Perimeter.values())
                        .anyMatch(p -> cells.containsKey(new CellKey(territory, p, i.indicator()))));
    }

    private String chapterOf(AttachedQpv qpv) {
        PublishedEpci row = attachment.epci().get(qpv.epci());
        return row == null ? qpv.departement() : row.departement();
    }

    private String regionOfBook(AttachedQpv qpv) {
        PublishedEpci row = attachment.epci().get(qpv.epci());
        return row == null ? qpv.region() : row.region();
    }

    private String seatOf(PublishedEpci row) {
        String seat = ground.seats().getOrDefault(row.siren(), "");
        if (!seat.isEmpty() && row.code().equals(attachment.epciRowOf(seat).orElse(""))) {
            return seat;
        }
        return largestCommune.getOrDefault(row.code(), "");
    }

    private Coordinate at(String commune) {
        Coordinate centre = ground.contours().centres().get(commune);
        if (centre != null) {
            return centre;
        }
        Geometry contour = ground.contours().communes().get(commune);
        return contour == null ? null : contour.getInteriorPoint().getCoordinate();
    }

    private String communeName(String code) {
        Commune commune = attachment.communes().get(code);
        return commune == null ? code : Typography.name(commune.label());
    }

    private List<ZoomMap> zooms(List<PublishedTerritory> territories) {
        List<ZoomMap> zooms = new ArrayList<>();
        for (String asked : edition.zooms()) {
            territories.stream()
                    .filter(t -> t.territory().level() == Level.EPCI)
                    .filter(t -> t.territory().code().equals(asked)
                            || t.territory().code().startsWith(asked + "-"))
                    .forEach(t -> zooms.add(new ZoomMap(t.territory().code(), t.departement())));
        }
        return zooms;
    }

    private List<TableNote> notes(Region region) {
        List<TableNote> notes = new ArrayList<>();
        for (AttachedQpv qpv : attachment.qpv().values()) {
            Set<String> over = qpv.communes()
                    .stream()
                    .map(c -> attachment.communes().get(c).departement())
                    .collect(Collectors.toCollection(java.util.TreeSet::new));
            over.add(chapterOf(qpv));
            if (over.size() > 1) {
                String text = crossing(qpv);
                over.stream()
                        .filter(d -> attachment.departements().get(d).region().equals(region.code()))
                        .forEach(d -> notes.add(new TableNote(d, text)));
            }
        }
        return notes;
    }

    private String crossing(AttachedQpv qpv) {
        String label = Typography.neighbourhood(qpv.label());
        String name = (label.startsWith("Quartier") ? "Le " + label.substring(0, 1).toLowerCase(Locale.ROOT)
                + label.substring(1) : "Le quartier " + label) + " (" + qpv.code() + ")";
        String counted = departementName(qpv.departement());
        List<String> elsewhere = qpv.communes()
                .stream()
                .filter(c -> !attachment.communes().get(c).departement().equals(qpv.departement()))
                .map(this::communeName)
                .toList();
        String partly = elsewhere.isEmpty() ? "" : ", en partie à " + String.join(" et à ", elsewhere) + ",";
        String row = chapterOf(qpv).equals(qpv.departement())
                ? ""
                : " et figure avec son intercommunalité, "
                        + Typography.name(attachment.epci().get(qpv.epci()).label()) + ", dans le chapitre "
                        + departementName(chapterOf(qpv));
        return name + partly + " est compté dans le département " + counted + row + ".";
    }

    private String departementName(String code) {
        return Typography.name(attachment.departements().get(code).label()) + " (" + code + ")";
    }

    /** Communes around the region, as far as a map frame can reach, so that neighbours are drawn. */
    private Predicate<String> communesOnMap(Region region) {
        Envelope reach = new Envelope();
        for (Commune commune : attachment.communes().values()) {
            if (commune.region().equals(region.code())) {
                Envelope own = envelope(commune.code());
                if (own != null) {
                    reach.expandToInclude(own);
                }
            }
        }
        double side = Math.max(reach.getWidth(), reach.getHeight()) * GROUND;
        reach.expandBy((side - reach.getWidth()) / 2, (side - reach.getHeight()) / 2);
        return commune -> {
            Envelope own = envelope(commune);
            return own != null && reach.intersects(own);
        };
    }

    private Envelope envelope(String commune) {
        Geometry contour = ground.contours().communes().get(commune);
        if (contour != null) {
            return contour.getEnvelopeInternal();
        }
        Coordinate centre = ground.contours().centres().get(commune);
        return centre == null ? null : new Envelope(centre);
    }

    private List<CommuneOnMap> communes(Predicate<String> onMap) {
        Collection<Commune> all = attachment.communes().values();
        return all.stream()
                .filter(c -> onMap.test(c.code()))
                .map(c -> new CommuneOnMap(
                        c.code(),
                        Typography.name(c.label()),
                        attachment.epciRowOf(c.code()).orElse(""),
                        c.departement(),
                        c.region(),
                        population(c.code()).longValue(),
                        communesWithQpv.contains(c.code()),
                        seats.contains(c.code())))
                .toList();
    }

    private List<Departement> departements() {
        return attachment.departements()
                .values()
                .stream()
                .map(d -> new Departement(d.code(), Typography.name(d.label()), d.region(), d.chefLieu()))
                .toList();
    }

    private Contours contours(Predicate<String> onMap) {
        Contours all = ground.contours();
        return new Contours(
                kept(all.communes(), onMap),
                kept(all.centres(), onMap),
                kept(all.qpv(), code -> {
                    AttachedQpv qpv = attachment.qpv().get(code);
                    return qpv != null && onMap.test(qpv.commune());
                }));
    }

    private static <T> Map<String, T> kept(Map<String, T> map, Predicate<String> filter) {
        return map.entrySet()
                .stream()
                .filter(e -> filter.test(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
