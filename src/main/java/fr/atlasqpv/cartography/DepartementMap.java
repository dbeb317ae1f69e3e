package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/** A département: its QPV, the communes that hold them, the EPCI concerned. */
final class DepartementMap {
    private static final int MAIN_TOWNS = 5;
    private static final int LEAST_POINTS = 5;

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
        Furniture furniture = new Furniture(legend(wanted), ground.schematic(), metrics);
        Layout layout = Layout.of(ground, this::in, width, height, furniture, false);
        Composition map = new Composition(atlas, ground, metrics, this::in, layout);
        drawGround(map);
        List<QpvShapes.OnPaper> shapes = map.drawQpv(wanted, Palette.QPV, new Stroke(Palette.QPV, 0.22));
        map.border(ground::inRegion, new Stroke(Palette.REGION_LINE, 0.35));
        map.border(this::in, Signs.SUBJECT_BORDER);
        map.openLabels();
        names(map);
        List<String> hollow = shapes.stream()
                .filter(QpvShapes.OnPaper::hollow)
                .map(s -> s.territory().territory().code())
                .toList();
        String alt = new AltText(atlas, ground).departement(departement, hollow.size());
        return map.finish(departement.territory(), List.of(), hollow, alt);
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

    private List<Entry> legend(List<PublishedTerritory> qpv) {
        boolean contour = false;
        boolean hollow = false;
        for (PublishedTerritory t : qpv) {
            boolean known = atlas.contours().qpv().containsKey(t.territory().code());
            contour |= known;
            hollow |= !known;
        }
        boolean commune = false;
        boolean epci = false;
        boolean other = false;
        for (int cell = 0; cell < ground.size(); cell++) {
            if (in(cell)) {
                commune |= ground.hasQpv(cell);
                epci |= ground.concerned(cell) && !ground.hasQpv(cell);
                other |= !ground.concerned(cell) && !ground.hasQpv(cell);
            }
        }
        List<Entry> entries = new ArrayList<>();
        add(entries, contour, LegendClass.QPV, "Quartier prioritaire (QPV)");
        add(entries, hollow, LegendClass.QPV_SANS_CONTOUR, "QPV dont le contour n’est pas disponible");
        add(entries, commune, LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un ou plusieurs QPV");
        add(entries, epci, LegendClass.EPCI_CONCERNE, "Intercommunalité concernée par un QPV");
        add(entries, other, LegendClass.AUTRE_TERRITOIRE, "Autre territoire du département");
        add(entries, ground.network().any(this::betweenEpci), LegendClass.LIMITE_EPCI, "Limite d’intercommunalité");
        return entries;
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
        Canvas canvas = map.canvas();
        map.fill(cell -> !in(cell), Palette.NEIGHBOURS);
        canvas.drawn(LegendClass.AUTRE_TERRITOIRE, map.fill(this::in, Palette.LAND));
        canvas.drawn(LegendClass.EPCI_CONCERNE, map.fill(c -> in(c) && ground.concerned(c), Palette.EPCI));
        canvas.drawn(LegendClass.COMMUNE_AVEC_QPV, map.fill(c -> in(c) && ground.hasQpv(c), Palette.COMMUNE));
        canvas.drawn(LegendClass.LIMITE_EPCI, map.inner(this::betweenEpci, Signs.EPCI_BORDER));
        map.neighbouringBorders();
    }

    private void names(Composition map) {
        List<CommuneOnMap> communes = IntStream.range(0, ground.size())
                .filter(cell -> in(cell) && ground.hasQpv(cell))
                .mapToObj(ground::commune)
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .toList();
        List<CommuneOnMap> main = communes.stream().limit(MAIN_TOWNS).toList();
        List<CommuneOnMap> rest = communes.stream().skip(MAIN_TOWNS).toList();
        main.forEach(c -> map.placer().take(sign(map, c)));
        main.forEach(c -> nameTown(map, c, Lettering.MAIN_TOWN));
        nameEpci(map);
        rest.stream().filter(CommuneOnMap::seat).forEach(c -> nameTown(map, c, Lettering.SEAT));
        rest.stream().filter(c -> !c.seat()).forEach(c -> nameTown(map, c, Lettering.COMMUNE));
        map.neighbourNames(map.areas(cell -> ground.commune(cell).departement()), Set.of(code()), true);
    }

    private void nameEpci(Composition map) {
        Composition.Areas areas = map.areas(cell -> in(cell) ? ground.commune(cell).epci() : null);
        for (PublishedTerritory epci : atlas.territories(Level.EPCI)) {
            Territory target = epci.territory();
            if (areas.has(target.code())
                    && !map.nameArea(
                            areas,
                            target.code(),
                            map.broken(epci.shortLabel(), Lettering.EPCI),
                            LEAST_POINTS,
                            target,
                            epci.label())) {
                map.canvas().notPlaced(epci.label());
            }
        }
    }

    private Point at(Composition map, CommuneOnMap commune) {
        return map.sheet().point(ground.centre(ground.cell(commune.code())));
    }

    private Box sign(Composition map, CommuneOnMap commune) {
        return Composition.signBox(at(map, commune), Signs.DOT_RADIUS);
    }

    private void nameTown(Composition map, CommuneOnMap commune, Lettering lettering) {
        LabelPlacer placer = map.placer();
        Point at = at(map, commune);
        Box sign = sign(map, commune);
        placer.release(sign);
        Caption caption = map.caption(commune.label(), lettering);
        Optional<LabelPlacer.Place> place =
                placer.free(sign) ? placer.beside(at, Signs.DOT_RADIUS, caption) : Optional.empty();
        if (place.isEmpty()) {
            map.canvas().notPlaced(commune.label());
            return;
        }
        placer.take(sign);
        Signs.dot(map.canvas(), at);
        map.put(caption, place.get().box(), place.get().anchor());
    }
}
