package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import fr.atlasqpv.territory.Zone;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;

/**
 * Everything that the books of one region may say, and nothing else: the only thing that writers see.
 *
 * @param edition the edition
 * @param region code of the region
 * @param regionLabel its name
 * @param folder name of its folder ({@code 32-hauts-de-france})
 * @param territories territories of the book: that of reference, the region, its départements by code, EPCI by (département, SIREN),
 *     QPV by (département, SIREN of the EPCI, code)
 * @param cells every cell of the book
 * @param notes notes under the tables
 * @param zooms zoom maps in order
 * @param communes communes of the region and of its neighbours, for the maps
 * @param departements départements of the region and of its neighbours, for the maps: names of neighbours, prefectures;
 *     empty when unknown
 * @param contours geometries in metres of the projection of the zone
 * @param outlines coarse outlines of the regions by code, each in metres of the projection of its own zone: where in the country
 *     the region is; empty when the edition has not the contours of all that are drawn together
 * @param checks checks on the edition
 * @param withoutFigure indicators of which the book has no figure: it says so once, and does not show them
 */
public record PublishedAtlas(
        EditionNotice edition,
        String region,
        String regionLabel,
        String folder,
        List<PublishedTerritory> territories,
        SortedMap<CellKey, PublishedCell> cells,
        List<TableNote> notes,
        List<ZoomMap> zooms,
        List<CommuneOnMap> communes,
        List<Departement> departements,
        Contours contours,
        Map<String, Geometry> outlines,
        List<Check> checks,
        Set<Indicator> withoutFigure) {
    /** Defensive copies. */
    public PublishedAtlas {
        territories = List.copyOf(territories);
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        notes = List.copyOf(notes);
        zooms = List.copyOf(zooms);
        communes = List.copyOf(communes);
        departements = List.copyOf(departements);
        outlines = Collections.unmodifiableSortedMap(new TreeMap<>(outlines));
        checks = List.copyOf(checks);
        withoutFigure = Collections.unmodifiableSortedSet(new TreeSet<>(withoutFigure));
    }

    /** Indicators of an edition of which none of the cells of a book has a figure or a secret. */
    public static Set<Indicator> withoutFigure(EditionNotice edition, Collection<PublishedCell> cells) {
        Set<Indicator> without = new HashSet<>();
        edition.indicators().forEach(notice -> without.add(notice.indicator()));
        cells.stream().filter(cell -> cell.status() != CellStatus.NON_DISPONIBLE)
                .forEach(cell -> without.remove(cell.indicator()));
        return without;
    }

    /** The territory that the book compares with. */
    public Territory reference() {
        return edition.frame().reference().territory();
    }

    /** The zone that the region is drawn in. */
    public Zone zone() {
        return edition.frame().ofRegion(region)
                .orElseThrow(() -> new IllegalStateException("placed nowhere: " + region));
    }

    /** Stem of the file names: {@code atlas-qpv-2022-32}. */
    public String stem() {
        return "atlas-qpv-" + edition.id() + "-" + region;
    }

    /** A cell of the book; empty when the indicator does not exist there. */
    public Optional<PublishedCell> cell(Level level, String code, Perimeter perimeter, Indicator indicator) {
        return Optional.ofNullable(cells.get(CellKey.of(level, code, perimeter, indicator)));
    }

    /** Territories of a level, in printed order. */
    public List<PublishedTerritory> territories(Level level) {
        return territories.stream().filter(t -> t.territory().level() == level).toList();
    }

    /** EPCI rows of the chapter of a département, in printed order. */
    public List<PublishedTerritory> epciOf(String departement) {
        return territories(Level.EPCI).stream()
                .filter(t -> t.departement().equals(departement))
                .toList();
    }

    /** QPV attached to an EPCI row, in printed order. */
    public List<PublishedTerritory> qpvOf(String epci) {
        return territories(Level.QPV).stream().filter(t -> t.epci().equals(epci)).toList();
    }

    /** A territory of the book. */
    public Optional<PublishedTerritory> territory(Territory territory) {
        return territories.stream().filter(t -> t.territory().equals(territory)).findFirst();
    }
}
