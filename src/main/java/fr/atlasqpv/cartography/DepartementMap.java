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
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** A département: its QPV, the communes that hold them, the EPCI concerned. */
final class DepartementMap {
    private static final double INSET_WIDTH = 47;
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
        Optional<Inset> inset = Optional.ofNullable(atlas.zone().insets().get(code()));
        Furniture furniture = new Furniture(legend(wanted), ground.schematic(), metrics);
        Envelope extent = ground.extent(this::in);
        Layout layout = Layout.of(
                ground, inset.isPresent() ? aside(extent, width, height) : extent, this::in,
                inset.map(part -> Composition.ring(part.extent())).stream().toList(), width, height, furniture, false);
        Composition map = new Composition(atlas, ground, metrics, this::in, layout);
        List<QpvShapes.OnPaper> shapes = drawTerritories(map, wanted);
        Names names = map.names();
        inset.ifPresentOrElse(part -> {
            Composition larger = larger(part, wanted, furniture);
            Box frame = larger.canvas().frame();
            Box box = layout.room(
                    ground, this::in, Composition.ring(part.extent()), frame.width(), frame.height());
            names.placer().take(box.grown(1));
            names(map, names);
            map.canvas().rectangle(box, Palette.WHITE, null);
            map.canvas().inlay(larger.inset(), box.x(), box.y());
            map.outline(part.extent(), new Stroke(Palette.INK, 0.25));
        }, () -> names(map, names));
        List<String> hollow = shapes.stream()
                .filter(QpvShapes.OnPaper::hollow)
                .map(s -> s.territory().territory().code())
                .toList();
        String alt = new AltText(atlas, ground)
                .departement(departement, hollow.size(), unplaced(), inset.map(Inset::label).orElse(""));
        return map.finish(departement.territory(), Palette.NEIGHBOURS, List.of(), hollow, alt);
    }

    private List<QpvShapes.OnPaper> drawTerritories(Composition map, List<PublishedTerritory> wanted) {
        drawGround(map);
        List<QpvShapes.OnPaper> shapes = map.drawQpv(wanted, Palette.QPV, new Stroke(Palette.QPV_DARK, 0.15));
        map.border(ground::inRegion, new Stroke(Palette.REGION_LINE, 0.35));
        map.border(this::in, Signs.SUBJECT_BORDER);
        return shapes;
    }

    /** The extent with all the room that the frame leaves beside it on one side, for the inset and the furniture. */
    private static Envelope aside(Envelope extent, double width, double height) {
        double spare = extent.getHeight() * width / height - extent.getWidth();
        return spare <= 0 ? extent
                : new Envelope(extent.getMinX(), extent.getMaxX() + spare, extent.getMinY(), extent.getMaxY());
    }

    /** A part of the département at its own scale, with its own names. */
    private Composition larger(Inset part, List<PublishedTerritory> wanted, Furniture furniture) {
        double height = INSET_WIDTH * part.extent().getHeight() / part.extent().getWidth();
        Sheet sheet = Sheet.fit(part.extent(), new Box(0, 0, INSET_WIDTH, height), 0, 0);
        Furniture.Block bar = furniture.bare(sheet.scale());
        Box at = new Box(2, height - bar.height() - 2, bar.width(), bar.height());
        Composition map =
                new Composition(atlas, ground, metrics, this::in, new Layout(sheet, furniture, bar, at, height));
        drawTerritories(map, wanted);
        Names names = map.names();
        Caption label = names.caption(part.label(), Lettering.MAIN_TOWN);
        names.put(label, new Box(2, 2, label.width(), label.height()), Primitive.Anchor.START);
        names(map, names);
        return map;
    }

    /** QPV attached to the département, and those that lie in it though another chapter counts them. */
    private List<PublishedTerritory> qpvHere() {
        List<PublishedTerritory> here = new ArrayList<>();
        for (PublishedTerritory qpv : atlas.territories(Level.QPV)) {
            Coordinate anchor = QpvShapes.anchor(atlas, qpv);
            boolean attached = qpv.departement().equals(code());
            if (anchor != null && (attached || in(ground.cellAt(anchor)))) {
                here.add(qpv);
            }
        }
        return here;
    }

    private int unplaced() {
        return (int) atlas.territories(Level.QPV).stream()
                .filter(q -> q.departement().equals(code()) && QpvShapes.anchor(atlas, q) == null).count();
    }

    private List<Entry> legend(List<PublishedTerritory> qpv) {
        boolean contour = false;
        boolean hollow = false;
        for (PublishedTerritory t : qpv) {
            boolean known = atlas.contours().qpv().containsKey(t.territory().code());
            contour |= known;
            hollow |= !known;
        }
        List<Entry> entries = new ArrayList<>();
        add(entries, contour, LegendClass.QPV, "Quartier prioritaire (QPV)");
        add(entries, hollow, LegendClass.QPV_SANS_CONTOUR, "QPV dont le contour n’est pas disponible");
        add(entries, ground.any(this::commune), LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un ou plusieurs QPV");
        add(entries, ground.any(this::epci), LegendClass.EPCI_CONCERNE, "Intercommunalité concernée par un QPV");
        add(entries, ground.any(this::other), LegendClass.AUTRE_TERRITOIRE, "Autre territoire du département");
        add(entries, ground.network().any(this::betweenEpci), LegendClass.LIMITE_EPCI, "Limite d’intercommunalité");
        return entries;
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

    private void names(Composition map, Names names) {
        List<CommuneOnMap> communes = IntStream.range(0, ground.size())
                .filter(cell -> in(cell) && ground.hasQpv(cell))
                .mapToObj(ground::commune)
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .toList();
        List<CommuneOnMap> main = new ArrayList<>(communes.stream().limit(MAIN_TOWNS).toList());
        prefecture().filter(p -> !main.contains(p)).ifPresent(main::add);
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
        placer.take(sign);
        Signs.dot(map.canvas(), at);
        names.put(caption, place.get().box(), place.get().anchor());
        return true;
    }
}
