package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The region: EPCI concerned, communes with a QPV, its départements with their number of QPV. */
final class RegionMap {
    private static final int MOST_TOWNS = 40;
    private static final int WORTH_NAMING = 30_000;

    private final PublishedAtlas atlas;
    private final Ground ground;
    private final TextMetrics metrics;
    private final Set<String> prefectures = new HashSet<>();

    RegionMap(PublishedAtlas atlas, Ground ground, TextMetrics metrics) {
        this.atlas = atlas;
        this.ground = ground;
        this.metrics = metrics;
        for (Departement d : atlas.departements()) {
            if (d.region().equals(atlas.region()) && ground.cell(d.chefLieu()) >= 0) {
                prefectures.add(d.chefLieu());
            }
        }
    }

    MapDrawing draw(double width, double height) {
        Furniture furniture = new Furniture(legend(), ground.schematic(), metrics);
        Layout layout = Layout.of(ground, ground::inRegion, width, height, furniture, false);
        MapDrawing townsFirst = draw(layout, true);
        boolean allNamed = atlas.territories(Level.DEP).stream()
                .allMatch(d -> townsFirst.labels().stream().anyMatch(l -> l.text().startsWith(capitals(d))));
        return allNamed ? townsFirst : draw(layout, false);
    }

    private MapDrawing draw(Layout layout, boolean townsFirst) {
        Composition map = new Composition(atlas, ground, metrics, ground::inRegion, layout);
        drawGround(map);
        map.openLabels();
        names(map, townsFirst);
        Territory region = new Territory(Level.REG, atlas.region());
        return map.finish(region, List.of(), List.of(), new AltText(atlas, ground).region());
    }

    private List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        boolean commune = false;
        boolean epci = false;
        boolean other = false;
        for (int cell = 0; cell < ground.size(); cell++) {
            if (ground.inRegion(cell)) {
                commune |= ground.hasQpv(cell);
                epci |= ground.concerned(cell) && !ground.hasQpv(cell);
                other |= !ground.concerned(cell) && !ground.hasQpv(cell);
            }
        }
        add(entries, commune, LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un ou plusieurs QPV");
        add(entries, epci, LegendClass.EPCI_CONCERNE, "Intercommunalité concernée par un ou plusieurs QPV");
        add(entries, other, LegendClass.AUTRE_TERRITOIRE, "Autre territoire de la région");
        add(entries, ground.network().any(this::betweenEpci), LegendClass.LIMITE_EPCI, "Limite d’intercommunalité");
        add(entries, ground.network().any(this::betweenDepartements), LegendClass.LIMITE_DEPARTEMENT,
                "Limite de département");
        add(entries, !prefectures.isEmpty(), LegendClass.CHEF_LIEU, "Chef-lieu de département");
        return entries;
    }

    private static void add(List<Entry> entries, boolean drawn, LegendClass what, String words) {
        if (drawn) {
            entries.add(new Entry(what, words));
        }
    }

    private boolean betweenEpci(int left, int right) {
        return ground.inRegion(left) && ground.inRegion(right) && !ground.sameEpci(left, right);
    }

    private boolean betweenDepartements(int left, int right) {
        return ground.inRegion(left) && ground.inRegion(right) && !ground.sameDepartement(left, right);
    }

    private void drawGround(Composition map) {
        map.fill(cell -> !ground.inRegion(cell), Palette.NEIGHBOURS);
        map.canvas().drawn(LegendClass.AUTRE_TERRITOIRE, map.fill(ground::inRegion, Palette.LAND));
        map.canvas().drawn(LegendClass.EPCI_CONCERNE,
                map.fill(cell -> ground.inRegion(cell) && ground.concerned(cell), Palette.EPCI));
        map.canvas().drawn(LegendClass.COMMUNE_AVEC_QPV,
                map.fill(cell -> ground.inRegion(cell) && ground.hasQpv(cell), Palette.COMMUNE));
        map.canvas().drawn(LegendClass.LIMITE_EPCI, map.inner(this::betweenEpci, Signs.EPCI_BORDER));
        map.neighbouringBorders();
        map.canvas().drawn(LegendClass.LIMITE_DEPARTEMENT,
                map.inner(this::betweenDepartements, Signs.DEPARTEMENT_BORDER));
        map.border(ground::inRegion, Signs.SUBJECT_BORDER);
    }

    private void names(Composition map, boolean townsFirst) {
        List<Town> chefsLieux = towns(map, prefectures, Lettering.LARGE_TOWN, Signs.SQUARE_HALF);
        List<Town> others = towns(map, otherTowns(), Lettering.TOWN, Signs.DOT_RADIUS);
        chefsLieux.forEach(t -> map.placer().take(t.sign()));
        chefsLieux.forEach(t -> name(map, t, true));
        Composition.Areas areas = map.areas(cell -> ground.commune(cell).departement());
        if (townsFirst) {
            others.forEach(t -> name(map, t, false));
        }
        for (PublishedTerritory departement : atlas.territories(Level.DEP)) {
            nameDepartement(map, areas, departement);
        }
        if (!townsFirst) {
            others.forEach(t -> name(map, t, false));
        }
        Set<String> own = new HashSet<>();
        atlas.territories(Level.DEP).forEach(d -> own.add(d.territory().code()));
        map.neighbourNames(areas, own, false);
    }

    private record Town(Caption caption, Point at, double radius, Box sign) {}

    private List<Town> towns(Composition map, Set<String> codes, Lettering lettering, double radius) {
        List<CommuneOnMap> communes = codes.stream()
                .map(code -> ground.commune(ground.cell(code)))
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .toList();
        List<Town> towns = new ArrayList<>();
        for (CommuneOnMap commune : communes) {
            Point at = map.sheet().point(ground.centre(ground.cell(commune.code())));
            towns.add(new Town(map.caption(commune.label(), lettering), at, radius, Composition.signBox(at, radius)));
        }
        return towns;
    }

    /** The most populous commune with a QPV of each EPCI, and the other large ones. */
    private Set<String> otherTowns() {
        Map<String, CommuneOnMap> first = new HashMap<>();
        List<CommuneOnMap> large = new ArrayList<>();
        for (int cell = 0; cell < ground.size(); cell++) {
            CommuneOnMap commune = ground.commune(cell);
            if (ground.inRegion(cell) && commune.hasQpv()) {
                first.merge(commune.epci(), commune, (a, b) -> b.population() > a.population() ? b : a);
                if (commune.population() >= WORTH_NAMING) {
                    large.add(commune);
                }
            }
        }
        Set<CommuneOnMap> towns = new HashSet<>(first.values());
        towns.addAll(large);
        towns.removeIf(c -> prefectures.contains(c.code()));
        Set<String> codes = new HashSet<>();
        towns.stream()
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .limit(MOST_TOWNS)
                .forEach(c -> codes.add(c.code()));
        return codes;
    }

    private void name(Composition map, Town town, boolean prefecture) {
        LabelPlacer placer = map.placer();
        placer.release(town.sign());
        boolean room = placer.free(town.sign());
        var place = room ? placer.beside(town.at(), town.radius(), town.caption())
                : java.util.Optional.<LabelPlacer.Place>empty();
        if (prefecture) {
            Signs.square(map.canvas(), town.at());
            map.canvas().drawn(LegendClass.CHEF_LIEU);
        } else if (place.isPresent()) {
            Signs.dot(map.canvas(), town.at());
        }
        if (prefecture || place.isPresent()) {
            placer.take(town.sign());
        }
        place.ifPresentOrElse(
                p -> map.put(town.caption(), p.box(), p.anchor()), () -> map.canvas().notPlaced(town.caption().text()));
    }

    private static String capitals(PublishedTerritory departement) {
        return departement.label().toUpperCase(Locale.FRENCH);
    }

    private void nameDepartement(Composition map, Composition.Areas areas, PublishedTerritory departement) {
        String name = capitals(departement);
        long count = AltText.numberOfQpv(atlas, departement.territory());
        Caption.Line qpv = new Caption.Line(count + "\u00A0QPV", Lettering.COUNT);
        List<Caption> large = new ArrayList<>();
        large.add(Caption.of(List.of(new Caption.Line(name, Lettering.DEPARTEMENT), qpv), metrics));
        List<Caption> small = new ArrayList<>();
        for (double width : new double[] {60, 22, 14}) {
            List<Caption.Line> lines = new ArrayList<>(
                    Caption.wrap(name.replace("-", "- "), Lettering.DEPARTEMENT_SMALL, width, metrics));
            lines.replaceAll(l -> new Caption.Line(l.text().replace("- ", "-"), l.lettering()));
            lines.add(qpv);
            small.add(Caption.of(lines, metrics));
        }
        Territory target = departement.territory();
        String link = departement.label() + " (" + target.code() + ")";
        boolean placed = map.nameArea(areas, target.code(), large, 6, target, link)
                || map.nameArea(areas, target.code(), small, 6, target, link)
                || map.nameArea(areas, target.code(), large, 3, target, link)
                || map.nameArea(areas, target.code(), small, 1, target, link);
        if (!placed) {
            map.canvas().notPlaced(departement.label());
        }
    }
}
