package fr.atlasqpv.publication;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** Atlases made from the fixture by one change. */
public final class AtlasVariants {
    private AtlasVariants() {}

    /** The names of the QPV replaced, one after the other, by these. */
    public static PublishedAtlas withQpvLabels(PublishedAtlas atlas, List<String> labels) {
        List<PublishedTerritory> territories = new ArrayList<>();
        int next = 0;
        for (PublishedTerritory t : atlas.territories()) {
            boolean renamed = t.territory().level() == Level.QPV && next < labels.size();
            territories.add(renamed ? relabelled(t, labels.get(next++)) : t);
        }
        return with(atlas, atlas.edition(), territories);
    }

    /** The sources changed. */
    public static PublishedAtlas withSources(PublishedAtlas atlas, UnaryOperator<List<SourceNotice>> change) {
        EditionNotice e = atlas.edition();
        EditionNotice changed = new EditionNotice(
                e.id(), e.year(), e.title(), e.subtitle(), e.series(), e.date(), e.publisher(), e.contact(),
                e.licence(),
                e.frame(), e.programVersion(), e.texts(), e.indicators(), e.book(), e.typologies(),
                change.apply(e.sources()));
        return with(atlas, changed, atlas.territories());
    }

    /** Other figures. */
    public static PublishedAtlas withCells(PublishedAtlas a, SortedMap<CellKey, PublishedCell> cells) {
        return new PublishedAtlas(
                a.edition(), a.region(), a.regionLabel(), a.folder(), a.territories(), cells, a.notes(), a.zooms(),
                a.communes(), a.departements(), a.contours(), a.outlines(), a.checks(),
                PublishedAtlas.withoutFigure(a.edition(), cells.values()));
    }

    /** A zoom of every EPCI. */
    public static PublishedAtlas withAllZooms(PublishedAtlas a) {
        return new PublishedAtlas(
                a.edition(), a.region(), a.regionLabel(), a.folder(), a.territories(), a.cells(), a.notes(),
                a.territories(Level.EPCI).stream()
                        .map(epci -> new ZoomMap(epci.territory().code(), epci.departement())).toList(),
                a.communes(), a.departements(), a.contours(), a.outlines(), a.checks(),
                PublishedAtlas.withoutFigure(a.edition(), a.cells().values()));
    }

    private static PublishedAtlas with(PublishedAtlas a, EditionNotice edition, List<PublishedTerritory> territories) {
        return new PublishedAtlas(
                edition, a.region(), a.regionLabel(), a.folder(), territories, a.cells(), a.notes(), a.zooms(),
                a.communes(), a.departements(), a.contours(), a.outlines(), a.checks(),
                PublishedAtlas.withoutFigure(edition, a.cells().values()));
    }

    private static PublishedTerritory relabelled(PublishedTerritory t, String label) {
        return new PublishedTerritory(
                t.territory(), label, label, t.epci(), t.departement(), t.region(), t.x(), t.y(), t.communes());
    }
}
