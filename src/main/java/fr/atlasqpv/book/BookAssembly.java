package fr.atlasqpv.book;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what the book of a region may say: territories in printed order, cells, notes, and the ground of its maps. */
public final class BookAssembly {
    private final EditionNotice notice;
    private final List<String> zooms;
    private final int zoomsFrom;
    private final SortedMap<Territory, SortedMap<CellKey, PublishedCell>> cells = new TreeMap<>();
    private final List<Check> checks;
    private final SortedMap<String, Region> regions;
    private final TerritoryList territories;
    private final CrossingNotes notes;
    private final MapGround maps;

    /**
     * @param edition the edition
     * @param programVersion version of the program
     * @param sources inputs as read
     * @param attachment the attachment table
     * @param published every published cell of the edition
     * @param ground what is known of communes
     * @param checks results of the checks
     * @param reserves what a reader must know of the inputs, in sentences
     */
    public BookAssembly(
            Edition edition,
            String programVersion,
            List<SourceNotice> sources,
            Attachment attachment,
            SortedMap<CellKey, PublishedCell> published,
            Ground ground,
            List<Check> checks,
            List<String> reserves) {
        this.notice = notice(edition, edition.book().mapped(map -> map.over(published.values())), programVersion,
                sources, reserves);
        this.zooms = edition.zooms();
        this.zoomsFrom = edition.zoomsFrom();
        this.checks = checks;
        this.regions = attachment.regions();
        published.forEach((key, cell) -> cells.computeIfAbsent(key.territory(), t -> new TreeMap<>()).put(key, cell));
        this.territories = new TerritoryList(attachment, edition.frame().reference(), ground, cells.keySet());
        this.notes = new CrossingNotes(attachment, new Places(attachment, edition.frame().reference()));
        this.maps = new MapGround(attachment, edition.frame(), ground);
    }

    /** The edition as the books present it; inputs under one heading each, in the order in which the edition names these. */
    public static EditionNotice notice(
            Edition edition, String programVersion, List<SourceNotice> sources, List<String> reserves) {
        return notice(edition, edition.book(), programVersion, sources, reserves);
    }

    private static EditionNotice notice(Edition edition, BookSpec book, String programVersion,
            List<SourceNotice> sources, List<String> reserves) {
        Map<String, String> texts = new LinkedHashMap<>(edition.texts());
        if (!reserves.isEmpty()) {
            texts.put(EditionNotice.RESERVES, String.join("\n", reserves.stream().map(r -> "- " + r).toList()));
        }
        List<String> groups =
                sources.stream().map(SourceNotice::group).distinct().toList();
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
                edition.frame(),
                programVersion,
                texts,
                edition.indicators(),
                book,
                edition.typologies(),
                sources.stream().sorted(Comparator.comparingInt(s -> groups.indexOf(s.group()))).toList());
    }

    /**
     * The book of a region.
     *
     * @param code code of the region
     * @throws IllegalArgumentException when the region is unknown
     */
    public PublishedAtlas of(String code) {
        Region region = regions.get(code);
        if (region == null) {
            throw new IllegalArgumentException("unknown region: " + code);
        }
        List<PublishedTerritory> printed = territories.of(region);
        SortedMap<CellKey, PublishedCell> own = new TreeMap<>();
        printed.forEach(t -> own.putAll(cells.getOrDefault(t.territory(), new TreeMap<>())));
        Predicate<String> drawn = maps.communesNear(region);
        return new PublishedAtlas(
                notice,
                code,
                Typography.name(region.label()),
                region.folder(),
                printed,
                own,
                notes.of(region),
                zooms(printed),
                maps.communes(drawn),
                maps.departements(),
                maps.contours(drawn),
                maps.outlines(),
                checks,
                PublishedAtlas.withoutFigure(notice, own.values()));
    }

    /** Those that are named, in their order; where the number of QPV decides, all in the order of the book. */
    private List<ZoomMap> zooms(List<PublishedTerritory> printed) {
        if (zoomsFrom > 0) {
            Map<String, Long> qpv = printed.stream().filter(t -> t.territory().level() == Level.QPV)
                    .collect(Collectors.groupingBy(PublishedTerritory::epci, Collectors.counting()));
            return printed.stream()
                    .filter(t -> t.territory().level() == Level.EPCI)
                    .filter(t -> qpv.getOrDefault(t.territory().code(), 0L) >= zoomsFrom
                            || zooms.contains(t.territory().code().replaceFirst("-.*", "")))
                    .map(t -> new ZoomMap(t.territory().code(), t.departement()))
                    .toList();
        }
        return zooms.stream()
                .flatMap(asked -> printed.stream()
                        .filter(t -> t.territory().level() == Level.EPCI)
                        .filter(t -> t.territory().code().equals(asked)
                                || t.territory().code().startsWith(asked + "-")))
                .map(t -> new ZoomMap(t.territory().code(), t.departement()))
                .toList();
    }
}
