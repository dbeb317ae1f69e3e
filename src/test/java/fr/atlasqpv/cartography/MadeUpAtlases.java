package fr.atlasqpv.cartography;

import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Zone.Inset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/** The made-up region of the writers' tests as maps need it: with its départements, and without contours of communes. */
final class MadeUpAtlases {
    private MadeUpAtlases() {}

    static PublishedAtlas withContours(int departements) {
        PublishedAtlas atlas = PublishedAtlasFixture.region(departements, 3, 4);
        return with(atlas, atlas.contours());
    }

    static PublishedAtlas schematic(int departements) {
        PublishedAtlas atlas = PublishedAtlasFixture.region(departements, 3, 4);
        Map<String, Coordinate> centres = new TreeMap<>();
        atlas.contours().communes().forEach((code, shape) -> centres.put(code, shape.getCentroid().getCoordinate()));
        return with(atlas, new Contours(Map.of(), centres, atlas.contours().qpv()));
    }

    private static PublishedAtlas with(PublishedAtlas a, Contours contours) {
        List<Departement> departements = a.communes().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        CommuneOnMap::departement, TreeMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(List::getFirst)
                .map(c -> new Departement(c.departement(), "Pays-" + c.departement(), c.region(), c.code()))
                .toList();
        return new PublishedAtlas(
                a.edition(), a.region(), a.regionLabel(), a.folder(), a.territories(), a.cells(), a.notes(), a.zooms(),
                a.communes(), departements, contours, a.checks(), a.withoutFigure());
    }

    /** Départements of which the first shows its westernmost commune with a QPV a second time. */
    static PublishedAtlas withInset(int departements) {
        PublishedAtlas a = withContours(departements);
        CommuneOnMap first = a.communes().stream().filter(CommuneOnMap::hasQpv).findFirst().orElseThrow();
        Frame frame = Frames.withInset(
                a.edition().frame(), first.departement(),
                new Inset("Vallée", a.contours().communes().get(first.code()).getEnvelopeInternal()));
        EditionNotice e = a.edition();
        return new PublishedAtlas(
                new EditionNotice(
                        e.id(), e.year(), e.title(), e.subtitle(), e.series(), e.date(), e.publisher(), e.contact(),
                        e.licence(), frame, e.programVersion(), e.texts(), e.indicators(), e.book(), e.typologies(),
                        e.sources()),
                a.region(), a.regionLabel(), a.folder(), a.territories(), a.cells(), a.notes(), a.zooms(),
                a.communes(), a.departements(), a.contours(), a.checks(), a.withoutFigure());
    }

    /** Every map of made-up books, and of real ones when open data is there. */
    static Stream<MapDrawing> maps() {
        Stream<PublishedAtlas> madeUp = Stream.of(withContours(2), withContours(5), schematic(3), withInset(2));
        Stream<PublishedAtlas> real = OpenGeography.present()
                ? Stream.of(
                        OpenGeography.load().atlas("32", false, List.of("200093201")),
                        OpenGeography.load().atlas("94", false, List.of()),
                        OpenGeography.load().atlas("32", true, List.of()))
                : Stream.of();
        return Stream.concat(madeUp, real).flatMap(MadeUpAtlases::mapsOf);
    }

    static Stream<MapDrawing> mapsOf(PublishedAtlas atlas) {
        AtlasMaps maps = AtlasMaps.of(atlas, new BookMetrics());
        Stream<MapDrawing> departements = atlas.territories(fr.atlasqpv.territory.Level.DEP).stream()
                .map(d -> maps.departement(d.territory().code(), 177, 154));
        Stream<MapDrawing> zooms = atlas.zooms().stream().map(z -> maps.zoom(z, 177, 172));
        Stream<MapDrawing> closeUps = atlas.zooms().stream().map(z -> maps.closeUp(z, closeUp(atlas, z), 177, 210));
        return Stream.of(Stream.of(maps.region(177, 205)), departements, zooms, closeUps).flatMap(s -> s);
    }

    /** The QPV of an EPCI as if its first commune were too crowded. */
    static CloseUp closeUp(PublishedAtlas atlas, ZoomMap zoom) {
        CommuneOnMap commune = atlas.communes().stream()
                .filter(c -> c.epci().equals(zoom.epci()) && c.hasQpv())
                .findFirst()
                .orElseThrow();
        return new CloseUp(commune.code(), commune.label(),
                atlas.qpvOf(zoom.epci()).stream().map(PublishedTerritory::territory).toList());
    }
}
