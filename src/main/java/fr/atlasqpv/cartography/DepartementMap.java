package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import fr.atlasqpv.territory.Zone.Inset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A département: its QPV, the communes that hold them, the EPCI concerned. */
final class DepartementMap {
    /** Insets stand in a column on the right, this wide at most, millimetres. */
    private static final double INSET_WIDTH = 60;
    private static final double INSET_GAP = 2.5;
    private static final Stroke INSET_LINE = new Stroke(Palette.INK, 0.25);
    private static final double MOST_OF_THE_LAND = 0.4;
    private static final int MAIN_TOWNS = 5;
    private static final int LEAST_POINTS = 5;
    private static final double MISSING_EPCI = 3;
    private static final double MISSING_TOWN = 2;
    private static final double MISSING_COMMUNE = 0.3;

    private final PublishedAtlas atlas;
    private final Ground ground;
    private final TextMetrics metrics;
    private final PublishedTerritory departement;

    DepartementMap(PublishedAtlas atlas, Ground ground, TextMetrics metrics, PublishedTerritory departement) {
        this.atlas = atlas;
        this.ground = ground;
        this.metrics = metrics;
        this.departement = departement;
    }

    private String code() {
        return departement.territory().code();
    }

    private boolean in(int cell) {
        return ground.inDepartement(cell, code());
    }

    MapDrawing draw(double width, double height) {
        List<PublishedTerritory> wanted = qpvHere();
        List<Inset> insets = atlas.zone().insets().getOrDefault(code(), List.of());
        Furniture furniture = new Furniture(legend(wanted), mostlyQpv(wanted), ground.schematic(), metrics);
        List<Box> boxes = column(insets, width, height);
        List<Composition> larger = new ArrayList<>();
        for (int i = 0; i < insets.size(); i++) {
            larger.add(larger(insets.get(i), boxes.get(i), wanted, furniture));
        }
        List<Envelope> shown = larger.stream().map(part -> part.sheet().ground()).toList();
        Envelope extent = ground.extent(this::in);
        // An islet of a QPV may lie off the communes as another producer draws them
        wanted.stream().filter(this::known)
                .forEach(q -> QpvShapes.extent(atlas, ground, q).ifPresent(extent::expandToInclude));
        Layout layout = Layout.of(
                ground, insets.isEmpty() ? extent : beside(extent, boxes.getFirst().x() - 2 * INSET_GAP, width, height),
                this::in,
                shown.stream().map(Composition::ring).toList(), boxes, width, height, furniture, false);
        Composition map = new Composition(atlas, ground, metrics, this::in, layout);
        Predicate<Coordinate> here = point -> shown.stream().noneMatch(part -> part.covers(point));
        // At the scale of the whole a circle would stand out of its commune: the inset has it
        drawTerritories(map, wanted.stream()
                .filter(q -> known(q) || here.test(QpvShapes.anchor(atlas, ground, q))).toList());
        Names names = map.names();
        boxes.forEach(box -> names.placer().take(box.grown(1)));
        for (int i = 0; i < insets.size(); i++) {
            Envelope part = shown.get(i);
            map.outline(part, INSET_LINE);
            names.nameOutline(insets.get(i).label(), map.box(part));
        }
        names(map, names, here);
        for (int i = 0; i < insets.size(); i++) {
            map.canvas().rectangle(boxes.get(i), Palette.WHITE, null);
            map.canvas().inlay(larger.get(i).inset(), boxes.get(i).x(), boxes.get(i).y());
        }
        List<String> hollow = Stream.concat(Stream.of(map), larger.stream())
                .flatMap(drawn -> drawn.shapes().stream())
                .filter(QpvShapes.OnPaper::hollow)
                .map(s -> s.territory().territory().code())
                .distinct()
                .toList();
        String alt = new AltText(atlas, ground)
                .departement(departement, hollow.size(), unplaced(), insets.stream().map(Inset::label).toList());
        return map.finish(departement.territory(), Palette.NEIGHBOURS, List.of(), hollow, alt);
    }

    /** Tells whether the QPV are most of the land: they would hide it, its borders and the names on it. */
    private boolean mostlyQpv(List<PublishedTerritory> qpv) {
        double covered = qpv.stream().map(q -> atlas.contours().qpv().get(q.territory().code()))
                .filter(Objects::nonNull).mapToDouble(Geometry::getArea).sum();
        return covered > MOST_OF_THE_LAND * ground.area(this::in);
    }

    /** Where the insets stand: one under the other along the right side, as wide as their heights together let them. */
    private static List<Box> column(List<Inset> insets, double width, double height) {
        double slopes = insets.stream().mapToDouble(i -> i.extent().getHeight() / i.extent().getWidth()).sum();
        double side = Math.min(INSET_WIDTH, (height - INSET_GAP * (insets.size() + 1)) / slopes);
        List<Box> boxes = new ArrayList<>();
        double y = INSET_GAP;
        for (Inset inset : insets) {
            double tall = side * inset.extent().getHeight() / inset.extent().getWidth();
            boxes.add(new Box(width - INSET_GAP - side, y, side, tall));
            y += tall + INSET_GAP;
        }
        return boxes;
    }

    private void drawTerritories(Composition map, List<PublishedTerritory> wanted) {
        drawGround(map);
        if (mostlyQpv(wanted)) {
            map.drawQpv(wanted, Palette.QPV_PALE, Signs.QPV_BORDER_PALE);
            map.inner(this::betweenEpci, Signs.EPCI_BORDER_ZOOM);
        } else {
            map.drawQpv(wanted, Palette.QPV, new Stroke(Palette.QPV_DARK, 0.15));
        }
        map.border(ground::inRegion, new Stroke(Palette.REGION_LINE, 0.35));
        map.border(this::in, Signs.SUBJECT_BORDER);
    }

    /** The extent on the left of a frame whose right, from some abscissa, is for the insets. */
    private static Envelope beside(Envelope extent, double left, double width, double height) {
        double whole = Math.max(extent.getWidth() * width / left, extent.getHeight() * width / height);
        return new Envelope(extent.getMinX(), extent.getMinX() + whole, extent.getMinY(), extent.getMaxY());
    }

    /** A part of the département at its own scale, with its own names. */
    private Composition larger(Inset part, Box box, List<PublishedTerritory> wanted, Furniture furniture) {
        Sheet sheet = Sheet.fit(part.extent(), new Box(0, 0, box.width(), box.height()), 0, 0);
        Furniture.Block bar = furniture.bare(sheet.scale());
        Caption label = Caption.of(part.label(), Lettering.MAIN_TOWN, metrics);
        Layout layout =
                Layout.inset(sheet, furniture, bar, QpvShapes.on(sheet, atlas, ground, wanted, QpvShapes.APART));
        Composition map = new Composition(atlas, ground, metrics, this::in, layout);
        drawTerritories(map, wanted);
        Names names = map.names();
        Box at = new Box(2, 2, label.width(), label.height());
        names.put(label, layout.at().grown(1).overlaps(at) ? at.moved(0, box.height() - 4 - at.height()) : at,
                Primitive.Anchor.START);
        names(map, names, town -> true);
        return map;
    }

    /** QPV attached to the département, and those that lie in it though another chapter counts them. */
    private List<PublishedTerritory> qpvHere() {
        List<PublishedTerritory> here = new ArrayList<>();
        for (PublishedTerritory qpv : atlas.territories(Level.QPV)) {
            Coordinate anchor = QpvShapes.anchor(atlas, ground, qpv);
            boolean attached = qpv.departement().equals(code());
            if (anchor != null && (attached || in(ground.cellAt(anchor)))) {
                here.add(qpv);
            }
        }
        return here;
    }

    private int unplaced() {
        return (int) atlas.territories(Level.QPV).stream()
                .filter(q -> q.departement().equals(code()) && QpvShapes.anchor(atlas, ground, q) == null).count();
    }

    private List<Entry> legend(List<PublishedTerritory> qpv) {
        boolean contour = false;
        boolean hollow = false;
        for (PublishedTerritory t : qpv) {
            contour |= known(t);
            hollow |= !known(t);
        }
        List<Entry> entries = new ArrayList<>();
        add(entries, contour, LegendClass.QPV, "Quartier prioritaire (QPV)");
        add(entries, hollow, LegendClass.QPV_SANS_CONTOUR, "QPV dont seule la commune est connue");
        add(entries, ground.any(this::commune), LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un ou plusieurs QPV");
        add(entries, ground.any(this::epci), LegendClass.EPCI_CONCERNE, "Intercommunalité concernée par un QPV");
        add(entries, ground.any(this::other), LegendClass.AUTRE_TERRITOIRE, "Autre territoire du département");
        add(entries, ground.network().any(this::betweenEpci), LegendClass.LIMITE_EPCI, "Limite d’intercommunalité");
        return entries;
    }

    private boolean known(PublishedTerritory qpv) {
        return atlas.contours().qpv().containsKey(qpv.territory().code());
    }

    private boolean commune(int cell) {
        return in(cell) && ground.hasQpv(cell);
    }

    private boolean epci(int cell) {
        return in(cell) && ground.concerned(cell) && !ground.hasQpv(cell);
    }

    private boolean other(int cell) {
        return in(cell) && !ground.concerned(cell) && !ground.hasQpv(cell);
    }

    private static void add(List<Entry> entries, boolean drawn, LegendClass what, String words) {
        if (drawn) {
            entries.add(new Entry(what, words));
        }
    }

    private boolean betweenEpci(int left, int right) {
        return in(left) && in(right) && !ground.sameEpci(left, right);
    }

    private void drawGround(Composition map) {
        map.fill(cell -> !in(cell), Palette.NEIGHBOURS);
        map.fillClass(LegendClass.AUTRE_TERRITOIRE, this::in, this::other, Palette.LAND);
        map.fillClass(LegendClass.EPCI_CONCERNE, c -> in(c) && !other(c), this::epci, Palette.EPCI);
        map.fillClass(LegendClass.COMMUNE_AVEC_QPV, this::commune, this::commune, Palette.COMMUNE);
        map.canvas().drawn(LegendClass.LIMITE_EPCI, map.inner(this::betweenEpci, Signs.EPCI_BORDER));
        map.inner((l, r) -> commune(l) != commune(r), Signs.COMMUNE_BORDER);
        map.neighbouringBorders();
    }

    /** @param here which towns this map names, by where they are on the ground */
    private void names(Composition map, Names names, Predicate<Coordinate> here) {
        List<CommuneOnMap> communes = IntStream.range(0, ground.size())
                .filter(cell -> in(cell) && ground.hasQpv(cell) && here.test(ground.centre(cell)))
                .mapToObj(ground::commune)
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .toList();
        List<CommuneOnMap> main = new ArrayList<>(communes.stream().limit(MAIN_TOWNS).toList());
        prefecture().filter(p -> !main.contains(p) && here.test(ground.centre(ground.cell(p.code()))))
                .ifPresent(main::add);
        List<CommuneOnMap> others = communes.stream().filter(c -> !main.contains(c)).toList();
        List<CommuneOnMap> seats = others.stream().filter(CommuneOnMap::seat).toList();
        List<CommuneOnMap> rest = others.stream().filter(c -> !c.seat()).toList();
        Areas areas = map.areas(cell -> in(cell) ? ground.commune(cell).epci() : null);
        names.bestOf(List.of(
                () -> keepSigns(map, names, main, seats)
                        + towns(map, names, main, Lettering.MAIN_TOWN, MISSING_TOWN)
                        + epci(map, names, areas)
                        + towns(map, names, seats, Lettering.SEAT, MISSING_TOWN)
                        + towns(map, names, rest, Lettering.COMMUNE, MISSING_COMMUNE),
                () -> keepSigns(map, names, main, seats)
                        + towns(map, names, main, Lettering.MAIN_TOWN, MISSING_TOWN)
                        + towns(map, names, seats, Lettering.SEAT, MISSING_TOWN)
                        + epci(map, names, areas)
                        + towns(map, names, rest, Lettering.COMMUNE, MISSING_COMMUNE)));
        names.neighbourNames(map.areas(cell -> ground.commune(cell).departement()), Set.of(code()), true);
        names.surroundings();
    }

    /** The prefecture: named even without a QPV, since every reader knows where it is. */
    private Optional<CommuneOnMap> prefecture() {
        return atlas.departements().stream()
                .filter(d -> d.code().equals(code()) && in(ground.cell(d.chefLieu())))
                .map(d -> ground.commune(ground.cell(d.chefLieu())))
                .findFirst();
    }

    private double keepSigns(Composition map, Names names, List<CommuneOnMap> main, List<CommuneOnMap> seats) {
        main.forEach(c -> names.placer().take(sign(map, c)));
        seats.forEach(c -> names.placer().take(sign(map, c)));
        return 0;
    }

    private double towns(Composition map, Names names, List<CommuneOnMap> towns, Lettering lettering, double missing) {
        double sum = 0;
        for (CommuneOnMap town : towns) {
            sum += nameTown(map, names, town, lettering) ? 0 : missing;
        }
        return sum;
    }

    private double epci(Composition map, Names names, Areas areas) {
        double missing = 0;
        for (PublishedTerritory epci : atlas.territories(Level.EPCI)) {
            Territory target = epci.territory();
            List<Caption> name = names.broken(epci.shortLabel(), Lettering.EPCI);
            if (areas.has(target.code())
                    && !names.nameArea(areas, target.code(), name, LEAST_POINTS, target, epci.label())) {
                map.canvas().notPlaced(epci.label());
                missing += MISSING_EPCI;
            }
        }
        return missing;
    }

    private Point at(Composition map, CommuneOnMap commune) {
        return map.sheet().point(ground.centre(ground.cell(commune.code())));
    }

    private Box sign(Composition map, CommuneOnMap commune) {
        return Names.signBox(at(map, commune), Signs.DOT_RADIUS);
    }

    private boolean nameTown(Composition map, Names names, CommuneOnMap commune, Lettering lettering) {
        LabelPlacer placer = names.placer();
        Point at = at(map, commune);
        Box sign = sign(map, commune);
        placer.release(sign);
        Caption caption = names.caption(commune.label(), lettering);
        Optional<LabelPlacer.Place> place =
                placer.free(sign) ? placer.beside(at, Signs.DOT_RADIUS, caption) : Optional.empty();
        if (place.isEmpty()) {
            map.canvas().notPlaced(commune.label());
            return false;
        }
        if (ground.situated(ground.cell(commune.code()))) {
            placer.take(sign);
            Signs.dot(map.canvas(), at);
        }
        names.put(caption, place.get().box(), place.get().anchor());
        return true;
    }
}
