package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.cartography.MapDrawing.KeyEntry;
import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.cartography.Primitive.Polyline;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** An EPCI at a scale where each QPV is seen, numbered in the order of the codes; the key gives their names. */
final class EpciZoom {
    private static final int LARGE_COMMUNES = 4;
    private static final int LARGE_FROM = 20_000;
    private static final Stroke COMMUNE_BORDER = new Stroke(Palette.WHITE, 0.18);
    private static final Stroke LEADER = new Stroke(Palette.QPV_DARK, 0.3);
    private static final double QPV_OPACITY = 0.88;
    private static final double COMFORTABLE = 6;
    private static final double LEADER_DOT = 0.35;
    /** How many times the surroundings of its QPV an EPCI must be for these to be shown alone. */
    private static final double MOSTLY_EMPTY = 3;
    private static final double AROUND = 0.15;
    /** Least ground around the QPV, metres. */
    private static final double LEAST_AROUND = 3_000;

    private final PublishedAtlas atlas;
    private final Ground ground;
    private final TextMetrics metrics;
    private final PublishedTerritory epci;
    private final List<PublishedTerritory> qpv;
    private final CloseUp apart;

    /**
     * @param apart the commune whose QPV have their numbers on another map, null when there is none
     */
    EpciZoom(PublishedAtlas atlas, Ground ground, TextMetrics metrics, PublishedTerritory epci, CloseUp apart) {
        this.atlas = atlas;
        this.ground = ground;
        this.metrics = metrics;
        this.epci = epci;
        this.apart = apart;
        this.qpv = atlas.qpvOf(epci.territory().code()).stream()
                .sorted(Comparator.comparing(t -> t.territory().code()))
                .toList();
    }

    private boolean in(int cell) {
        return ground.inEpci(cell, epci.territory().code());
    }

    /** The commune whose numbers would not find room on the map of the whole EPCI. */
    Optional<CloseUp> crowded(double width, double height) {
        Sheet sheet = Sheet.fit(shown(), new Box(0, 0, width, height), 0, 0);
        return CloseUp.on(sheet, atlas, ground, qpv);
    }

    /** What the map shows of the ground: the EPCI, or the surroundings of its QPV when they take little of it. */
    private Envelope shown() {
        Envelope whole = ground.extent(this::in);
        Envelope quarters = new Envelope();
        for (PublishedTerritory t : qpv) {
            QpvShapes.extent(atlas, ground, t).ifPresent(quarters::expandToInclude);
        }
        if (quarters.isNull()) {
            return whole;
        }
        quarters.expandBy(Math.max(LEAST_AROUND, AROUND * Math.max(quarters.getWidth(), quarters.getHeight())));
        return whole.getArea() > MOSTLY_EMPTY * quarters.getArea() ? quarters : whole;
    }

    private boolean inPart() {
        return !shown().equals(ground.extent(this::in));
    }

    /** The whole EPCI; the QPV of the commune shown apart have no number here. */
    MapDrawing draw(double width, double height) {
        Set<String> elsewhere = apart == null ? Set.of()
                : apart.qpv().stream().map(Territory::code).collect(Collectors.toSet());
        return draw(width, height, shown(), elsewhere, false);
    }

    /** The commune shown apart, with all the QPV that its frame shows. */
    MapDrawing drawCloseUp(double width, double height) {
        return draw(width, height, apart.extent(atlas, ground), Set.of(), true);
    }

    private MapDrawing draw(double width, double height, Envelope extent, Set<String> elsewhere, boolean closeUp) {
        Sheet rough = Sheet.fit(extent, new Box(0, 0, width, height), 0, 0);
        Furniture furniture = new Furniture(legend(ground.within(rough.ground())), false, ground.schematic(), metrics);
        Layout layout = Layout.of(ground, extent, this::in, List.of(), List.of(), width, height, furniture, true);
        Composition map = new Composition(atlas, ground, metrics, this::in, layout);
        drawGround(map);
        List<QpvShapes.OnPaper> shapes =
                map.drawQpv(qpv, Palette.QPV.withOpacity(QPV_OPACITY), new Stroke(Palette.QPV_DARK, 0.15),
                        closeUp ? QpvShapes.FAR_APART : QpvShapes.APART);
        map.border(ground::inRegion, new Stroke(Palette.REGION_LINE, 0.35));
        map.border(this::in, Signs.SUBJECT_BORDER);
        Box inside = map.canvas().frame().grown(-Signs.NUMBER_RADIUS);
        List<QpvShapes.OnPaper> numbered = shapes.stream()
                .filter(s -> !elsewhere.contains(s.territory().territory().code()))
                .filter(s -> inside.contains(new Box(s.at().x(), s.at().y(), 0, 0)))
                .toList();
        names(map, map.names(), shapes, numbered, !elsewhere.isEmpty());
        List<String> hollow = shapes.stream()
                .filter(QpvShapes.OnPaper::hollow)
                .map(s -> s.territory().territory().code())
                .toList();
        Set<Territory> shown = numbered.stream().map(s -> s.territory().territory()).collect(Collectors.toSet());
        List<KeyEntry> key = closeUp ? key().stream().filter(k -> shown.contains(k.qpv())).toList() : key();
        return map.finish(epci.territory(), Palette.LAND, key, hollow, alt(closeUp, numbered.size(), hollow.size()));
    }

    private String alt(boolean closeUp, int numbered, int hollow) {
        AltText words = new AltText(atlas, ground);
        if (closeUp) {
            return words.closeUp(epci, apart.label(), numbered, hollow);
        }
        return words.zoom(epci, inPart(), qpv.size(), hollow, unplaced())
                + (apart == null ? "" : " " + AltText.apart(apart.label()));
    }

    private int unplaced() {
        return (int) qpv.stream().filter(q -> QpvShapes.anchor(atlas, ground, q) == null).count();
    }

    private List<KeyEntry> key() {
        List<KeyEntry> key = new ArrayList<>();
        for (PublishedTerritory t : qpv) {
            key.add(new KeyEntry(key.size() + 1, t.territory(), t.label()));
        }
        return key;
    }

    private List<Entry> legend(boolean[] near) {
        boolean contour = false;
        boolean hollow = false;
        for (PublishedTerritory t : qpv) {
            boolean known = atlas.contours().qpv().containsKey(t.territory().code());
            contour |= known;
            hollow |= !known && t.x() != null;
        }
        List<Entry> entries = new ArrayList<>();
        add(entries, contour, LegendClass.QPV, "Quartier prioritaire");
        add(entries, hollow, LegendClass.QPV_SANS_CONTOUR, "Quartier situé par sa commune");
        add(entries, contour || hollow, LegendClass.NUMERO, "Numéro de la liste");
        add(entries, ground.any(this::commune), LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un QPV");
        add(entries, ground.any(this::other), LegendClass.AUTRE_COMMUNE, "Autre commune");
        add(entries, ground.any(c -> near[c] && neighbour(c)), LegendClass.COMMUNE_VOISINE_AVEC_QPV,
                "Commune voisine ayant un QPV");
        return entries;
    }

    private boolean commune(int cell) {
        return in(cell) && ground.hasQpv(cell);
    }

    private boolean other(int cell) {
        return in(cell) && !ground.hasQpv(cell);
    }

    private boolean neighbour(int cell) {
        return !in(cell) && ground.hasQpv(cell);
    }

    private static void add(List<Entry> entries, boolean drawn, LegendClass what, String words) {
        if (drawn) {
            entries.add(new Entry(what, words));
        }
    }

    private void drawGround(Composition map) {
        map.fill(cell -> !ground.inRegion(cell), Palette.NEIGHBOURS);
        map.fill(cell -> ground.inRegion(cell) && !in(cell), Palette.LAND);
        map.fillClass(
                LegendClass.COMMUNE_VOISINE_AVEC_QPV, this::neighbour, this::neighbour, Palette.NEIGHBOUR_COMMUNE);
        map.fillClass(LegendClass.AUTRE_COMMUNE, this::in, this::other, Palette.EPCI);
        map.fillClass(LegendClass.COMMUNE_AVEC_QPV, this::commune, this::commune, Palette.COMMUNE);
        map.inner((l, r) -> true, COMMUNE_BORDER);
        map.inner((l, r) -> commune(l) != commune(r), Signs.COMMUNE_BORDER_ZOOM);
        map.inner((l, r) -> neighbour(l) != neighbour(r) && !commune(l) && !commune(r), Signs.EPCI_BORDER);
        map.inner((l, r) -> !ground.sameEpci(l, r) && !(in(l) || in(r)), Signs.EPCI_BORDER_ZOOM);
        map.neighbouringBorders();
    }

    private void names(Composition map, Names names, List<QpvShapes.OnPaper> shapes,
            List<QpvShapes.OnPaper> numbered, boolean elsewhere) {
        Areas areas = map.areas(cell -> in(cell) ? ground.commune(cell).code() : null);
        List<CommuneOnMap> communes = IntStream.range(0, ground.size())
                .filter(this::in)
                .mapToObj(ground::commune)
                .sorted(Comparator.comparing((CommuneOnMap c) -> !c.hasQpv())
                        .thenComparing(Comparator.comparingLong(CommuneOnMap::population).reversed())
                        .thenComparing(CommuneOnMap::code))
                .toList();
        List<CommuneOnMap> large = new ArrayList<>();
        for (CommuneOnMap commune : communes) {
            boolean first = large.isEmpty();
            boolean worth = commune.population() >= LARGE_FROM && large.size() < LARGE_COMMUNES;
            if (commune.hasQpv() && (first || worth)) {
                large.add(commune);
            }
        }
        for (CommuneOnMap commune : large) {
            if (elsewhere && commune.code().equals(apart.commune())) {
                nameApart(map, names, areas, commune);
            } else {
                nameCommune(map, names, areas, commune, Lettering.LARGE_TOWN, 1);
            }
        }
        numbers(map, names, shapes, numbered);
        for (CommuneOnMap commune : communes) {
            if (!large.contains(commune)) {
                nameCommune(map, names, areas, commune, Lettering.TOWN, commune.hasQpv() ? 3 : 5);
            }
        }
        neighbours(map, names);
        names.surroundings();
    }

    private void nameCommune(Composition map, Names names, Areas areas, CommuneOnMap commune, Lettering l, int least) {
        List<Caption> plain = new ArrayList<>();
        plain.add(names.caption(commune.label(), l));
        names.broken(commune.label(), l).stream().filter(c -> c.lines().size() == 2).forEach(plain::add);
        Optional<LabelPlacer.AreaPlace> place = names.findArea(areas, commune.code(), plain, least);
        if (place.isEmpty() || place.get().score() < COMFORTABLE) {
            List<Caption> hyphens = List.of(names.brokenAtHyphens(commune.label(), l));
            Optional<LabelPlacer.AreaPlace> broken = names.findArea(areas, commune.code(), hyphens, least);
            place = broken.isPresent() ? broken : place;
        }
        if (place.isPresent()) {
            names.put(place.get(), null, "");
        } else {
            map.canvas().notPlaced(commune.label());
        }
    }

    /** The name of the commune shown apart says so. */
    private void nameApart(Composition map, Names names, Areas areas, CommuneOnMap commune) {
        Caption caption = Caption.of(
                List.of(
                        new Caption.Line(commune.label(), Lettering.LARGE_TOWN),
                        new Caption.Line("voir la carte suivante", Lettering.REMARK)),
                metrics);
        if (!names.nameArea(areas, commune.code(), List.of(caption), 1, null, "")) {
            nameCommune(map, names, areas, commune, Lettering.LARGE_TOWN, 1);
        }
    }

    private void numbers(Composition map, Names names, List<QpvShapes.OnPaper> shapes,
            List<QpvShapes.OnPaper> numbered) {
        Map<String, Integer> numberOf = new HashMap<>();
        key().forEach(k -> numberOf.put(k.qpv().code(), k.number()));
        NumberPlacer numbers = new NumberPlacer(names.placer(), map.qpvRaster());
        Map<PublishedTerritory, NumberPlacer.Place> places = new LinkedHashMap<>();
        for (int rank = 0; rank < shapes.size(); rank++) {
            PublishedTerritory t = shapes.get(rank).territory();
            if (!numbered.contains(shapes.get(rank))) {
                continue;
            }
            NumberPlacer.Place place = numbers.place(shapes.get(rank), rank);
            if (place == null) {
                map.canvas().notPlaced(numberOf.get(t.territory().code()) + " " + t.label());
            } else {
                places.put(t, place);
            }
        }
        places.values().stream().filter(p -> p.anchor() != null).forEach(p -> leader(map.canvas(), p));
        places.forEach((t, place) -> number(map.canvas(), place.centre(), numberOf.get(t.territory().code()), t));
    }

    private static void leader(Canvas canvas, NumberPlacer.Place place) {
        Point at = place.centre();
        Point end = place.anchor();
        double share = Signs.NUMBER_RADIUS / Math.hypot(end.x() - at.x(), end.y() - at.y());
        Point start = new Point(
                Canvas.hundredth(at.x() + share * (end.x() - at.x())),
                Canvas.hundredth(at.y() + share * (end.y() - at.y())));
        Point tip = new Point(Canvas.hundredth(end.x()), Canvas.hundredth(end.y()));
        canvas.add(new Path(List.of(new Polyline(List.of(start, tip), false)), null, LEADER));
        canvas.circle(tip, LEADER_DOT, Palette.QPV_DARK, null);
    }

    private static void number(Canvas canvas, Point at, int number, PublishedTerritory t) {
        Signs.number(canvas, at, number);
        canvas.drawn(LegendClass.NUMERO);
        Box box = Box.around(at.x(), at.y(), 2 * Signs.NUMBER_RADIUS, 2 * Signs.NUMBER_RADIUS);
        canvas.label(Integer.toString(number), box);
        canvas.link(t.territory(), box, number + ". " + t.label());
    }

    private void neighbours(Composition map, Names names) {
        Areas areas = map.areas(cell -> in(cell) ? null : ground.commune(cell).epci());
        for (PublishedTerritory t : atlas.territories(Level.EPCI)) {
            if (areas.has(t.territory().code())) {
                names.nameArea(
                        areas,
                        t.territory().code(),
                        names.broken(t.shortLabel(), Lettering.NEIGHBOUR_EPCI),
                        8,
                        t.territory(),
                        t.label());
            }
        }
    }
}
