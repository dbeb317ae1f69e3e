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
import fr.atlasqpv.territory.Zone;
import fr.atlasqpv.territory.Zone.Inset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

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
                a.communes(), departements, contours, a.outlines(), a.checks(), a.withoutFigure());
    }

    /** Départements of which the first shows so many of its communes with a QPV a second time. */
    static PublishedAtlas withInsets(int departements, int insets) {
        PublishedAtlas a = withContours(departements);
        List<CommuneOnMap> first = a.communes().stream().filter(CommuneOnMap::hasQpv).limit(insets).toList();
        Frame frame = Frames.withInsets(
                a.edition().frame(), first.getFirst().departement(),
                first.stream().map(c -> new Inset(
                        "Vallée " + c.code(), a.contours().communes().get(c.code()).getEnvelopeInternal())).toList());
        return framed(a, frame, a.outlines());
    }

    private static PublishedAtlas framed(PublishedAtlas a, Frame frame, Map<String, Geometry> outlines) {
        EditionNotice e = a.edition();
        return new PublishedAtlas(
                new EditionNotice(
                        e.id(), e.year(), e.title(), e.subtitle(), e.series(), e.date(), e.publisher(), e.contact(),
                        e.licence(), frame, e.programVersion(), e.texts(), e.indicators(), e.book(), e.typologies(),
                        e.sources()),
                a.region(), a.regionLabel(), a.folder(), a.territories(), a.cells(), a.notes(), a.zooms(),
                a.communes(), a.departements(), a.contours(), outlines, a.checks(), a.withoutFigure());
    }

    /** Communes so many times as wide, their QPV as large as before, in a corner. */
    static PublishedAtlas vast(double times) {
        PublishedAtlas atlas = withContours(2);
        Contours c = atlas.contours();
        Map<String, Geometry> communes = new TreeMap<>();
        c.communes().forEach((code, shape) -> communes.put(
                code, AffineTransformation.scaleInstance(times, times).transform(shape)));
        Map<String, Geometry> qpv = new TreeMap<>();
        c.qpv().forEach((code, shape) -> {
            Coordinate at = shape.getInteriorPoint().getCoordinate();
            qpv.put(code, AffineTransformation.translationInstance((times - 1) * at.x, (times - 1) * at.y)
                    .transform(shape));
        });
        Map<String, Geometry> corner = new TreeMap<>();
        qpv.forEach((code, shape) -> {
            Geometry commune = communes.values().stream().filter(s -> s.covers(shape.getInteriorPoint())).findFirst()
                    .orElseThrow();
            corner.put(code, AffineTransformation.translationInstance(
                    commune.getEnvelopeInternal().getMinX() + 1_000 - shape.getEnvelopeInternal().getMinX(), 0)
                    .transform(shape));
        });
        return with(atlas, new Contours(communes, Map.of(), corner));
    }

    /** A first département that one of its QPV covers. */
    static PublishedAtlas covered(int departements) {
        PublishedAtlas atlas = withContours(departements);
        Contours c = atlas.contours();
        String departement = atlas.communes().getFirst().departement();
        Map<String, Geometry> qpv = new TreeMap<>(c.qpv());
        String first = atlas.territories(fr.atlasqpv.territory.Level.QPV).stream()
                .filter(q -> q.departement().equals(departement) && qpv.containsKey(q.territory().code()))
                .findFirst().orElseThrow().territory().code();
        atlas.territories(fr.atlasqpv.territory.Level.QPV)
                .forEach(q -> qpv.putIfAbsent(q.territory().code(), qpv.get(first)));
        qpv.put(first, c.communes().get(atlas.communes().getFirst().code()).getFactory().buildGeometry(
                atlas.communes().stream().filter(m -> m.departement().equals(departement))
                        .map(m -> c.communes().get(m.code())).toList())
                .union());
        return with(atlas, new Contours(c.communes(), c.centres(), qpv));
    }

    /** Nine regions in a square, of which the book's is in a column and a row; or eight, and the book's in another zone. */
    static PublishedAtlas located(int column, int row, boolean apart) {
        PublishedAtlas a = withContours(2);
        Map<String, Geometry> outlines = new TreeMap<>();
        GeometryFactory geometry = new GeometryFactory();
        for (int i = 0; i < 9; i++) {
            boolean own = i == 3 * row + column;
            double west = 100_000.0 * (i % 3);
            double south = 100_000.0 * (i / 3);
            outlines.put(own ? a.region() : "R" + i,
                    geometry.toGeometry(new Envelope(west, west + 100_000, south, south + 100_000)));
        }
        Zone z = a.edition().frame().zones().getFirst();
        SortedSet<String> main = new TreeSet<>(outlines.keySet());
        if (apart) {
            main.remove(a.region());
        }
        List<Zone> zones = new ArrayList<>(List.of(zone(z, "terre", main)));
        if (apart) {
            zones.add(zone(z, "large", new TreeSet<>(List.of(a.region()))));
        }
        return framed(a, new Frame(a.edition().frame().reference(), zones), outlines);
    }

    private static Zone zone(Zone z, String id, SortedSet<String> regions) {
        return new Zone(id, z.epsg(), z.projection(), regions, z.departements(), z.extent(), z.surroundings(),
                z.insets());
    }

    /** Every map of made-up books, and of real ones when open data is there. */
    static Stream<MapDrawing> maps() {
        Stream<PublishedAtlas> madeUp = Stream.of(withContours(2), withContours(5), schematic(3), withInsets(2, 1),
                withInsets(1, 3));
        Stream<PublishedAtlas> real = OpenGeography.present()
                ? Stream.of(
                        OpenGeography.load().atlas("32", false, List.of("200093201")),
                        OpenGeography.load().atlas("94", false, List.of()),
                        OpenGeography.load().atlas("93", false, List.of("200054807")),
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
