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
import java.util.Optional;
import java.util.Set;

/** The region: EPCI concerned, communes with a QPV, its départements with their number of QPV. */
final class RegionMap {
    private static final int MOST_TOWNS = 40;
    private static final int WORTH_NAMING = 30_000;

    private static final double[] SMALL_WIDTHS = {60, 22, 14};
    private static final double MISSING_DEPARTEMENT = 20;
    private static final double MISSING_PREFECTURE = 3;
    private static final double MISSING_TOWN = 0.5;
    private static final double GIVEN_UP = 0.1;
    private static final int LEAST_POINTS = 1;
    private static final double COMFORTABLE = 8;

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
        Furniture furniture = new Furniture(legend(), false, ground.schematic(), metrics);
        Layout layout = Layout.of(ground, ground::inRegion, width, height, furniture, false);
        Composition map = new Composition(atlas, ground, metrics, ground::inRegion, layout);
        drawGround(map);
        names(map, map.names());
        Territory region = new Territory(Level.REG, atlas.region());
        return map.finish(region, Palette.NEIGHBOURS, List.of(), List.of(), new AltText(atlas, ground).region());
    }

    private boolean commune(int cell) {
        return ground.inRegion(cell) && ground.hasQpv(cell);
    }

    private boolean epci(int cell) {
        return ground.inRegion(cell) && ground.concerned(cell) && !ground.hasQpv(cell);
    }

    private boolean other(int cell) {
        return ground.inRegion(cell) && !ground.concerned(cell) && !ground.hasQpv(cell);
    }

    private List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        add(entries, ground.any(this::commune), LegendClass.COMMUNE_AVEC_QPV, "Commune ayant un ou plusieurs QPV");
        add(entries, ground.any(this::epci), LegendClass.EPCI_CONCERNE,
                "Intercommunalité concernée par un ou plusieurs QPV");
        add(entries, ground.any(this::other), LegendClass.AUTRE_TERRITOIRE, "Autre territoire de la région");
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
        map.fillClass(LegendClass.AUTRE_TERRITOIRE, ground::inRegion, this::other, Palette.LAND);
        map.fillClass(LegendClass.EPCI_CONCERNE, c -> ground.inRegion(c) && !other(c), this::epci, Palette.EPCI);
        map.fillClass(LegendClass.COMMUNE_AVEC_QPV, this::commune, this::commune, Palette.COMMUNE);
        map.canvas().drawn(LegendClass.LIMITE_EPCI, map.inner(this::betweenEpci, Signs.EPCI_BORDER));
        map.inner((l, r) -> commune(l) != commune(r), Signs.COMMUNE_BORDER);
        map.neighbouringBorders();
        map.canvas().drawn(LegendClass.LIMITE_DEPARTEMENT,
                map.inner(this::betweenDepartements, Signs.DEPARTEMENT_BORDER));
        map.border(ground::inRegion, Signs.SUBJECT_BORDER);
    }

    private void names(Composition map, Names names) {
        List<Town> chefsLieux = towns(map, names, prefectures, Lettering.LARGE_TOWN, Signs.SQUARE_HALF);
        List<Town> others = towns(map, names, otherTowns(), Lettering.TOWN, Signs.DOT_RADIUS);
        Areas areas = map.areas(cell -> ground.commune(cell).departement());
        chefsLieux.forEach(t -> names.placer().take(t.sign()));
        names.bestOf(List.of(
                () -> towns(map, names, chefsLieux, true) + towns(map, names, others, false)
                        + departements(map, names, areas),
                () -> towns(map, names, chefsLieux, true) + departements(map, names, areas)
                        + towns(map, names, others, false),
                () -> departements(map, names, areas) + towns(map, names, chefsLieux, true)
                        + towns(map, names, others, false)));
        Set<String> own = new HashSet<>();
        atlas.territories(Level.DEP).forEach(d -> own.add(d.territory().code()));
        names.neighbourNames(areas, own, false);
        names.surroundings();
    }

    private double towns(Composition map, Names names, List<Town> towns, boolean prefectures) {
        double missing = 0;
        for (Town town : towns) {
            missing += name(map, names, town, prefectures) ? 0 : prefectures ? MISSING_PREFECTURE : MISSING_TOWN;
        }
        return missing;
    }

    private double departements(Composition map, Names names, Areas areas) {
        double missing = 0;
        for (PublishedTerritory departement : atlas.territories(Level.DEP)) {
            missing += nameDepartement(map, names, areas, departement);
        }
        return missing;
    }

    private record Town(Caption caption, Caption smaller, Point at, double radius, Box sign, boolean situated) {}

    private List<Town> towns(Composition map, Names names, Set<String> codes, Lettering lettering, double radius) {
        List<CommuneOnMap> communes = codes.stream()
                .map(code -> ground.commune(ground.cell(code)))
                .sorted(Comparator.comparingLong(CommuneOnMap::population).reversed().thenComparing(CommuneOnMap::code))
                .toList();
        List<Town> towns = new ArrayList<>();
        for (CommuneOnMap commune : communes) {
            Point at = map.sheet().point(ground.centre(ground.cell(commune.code())));
            Caption smaller = names.caption(commune.label(), Lettering.SEAT);
            Box sign = Names.signBox(at, radius);
            towns.add(new Town(names.caption(commune.label(), lettering), smaller, at, radius, sign,
                    ground.situated(ground.cell(commune.code()))));
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

    private boolean name(Composition map, Names names, Town town, boolean prefecture) {
        LabelPlacer placer = names.placer();
        placer.release(town.sign());
        boolean room = placer.free(town.sign());
        Caption caption = town.caption();
        Optional<LabelPlacer.Place> place =
                room ? placer.beside(town.at(), town.radius(), caption) : Optional.empty();
        if (room && prefecture && place.isEmpty()) {
            caption = town.smaller();
            place = placer.beside(town.at(), town.radius(), caption);
        }
        if (prefecture) {
            Signs.square(map.canvas(), town.at());
            map.canvas().drawn(LegendClass.CHEF_LIEU);
        } else if (place.isPresent() && town.situated()) {
            Signs.dot(map.canvas(), town.at());
        }
        if (prefecture || place.isPresent()) {
            placer.take(town.sign());
        }
        if (place.isPresent()) {
            names.put(caption, place.get().box(), place.get().anchor());
        } else {
            map.canvas().notPlaced(caption.text());
        }
        return place.isPresent();
    }

    /** Places the name and number of QPV of a département; tells how much it had to give up for it. */
    private double nameDepartement(Composition map, Names names, Areas areas, PublishedTerritory departement) {
        Territory target = departement.territory();
        String name = departement.label().toUpperCase(Locale.FRENCH);
        long count = AltText.numberOfQpv(atlas, target);
        Caption.Line qpv = new Caption.Line(count + "\u00A0QPV", Lettering.COUNT);
        List<Caption> large = List.of(Caption.of(List.of(new Caption.Line(name, Lettering.DEPARTEMENT), qpv), metrics));
        List<Caption> small = new ArrayList<>();
        for (double width : SMALL_WIDTHS) {
            small.add(Caption.of(lines(name, width, qpv), metrics));
        }
        String link = departement.label() + " (" + target.code() + ")";
        Optional<LabelPlacer.AreaPlace> wide = names.findArea(areas, target.code(), large, LEAST_POINTS);
        boolean comfortable = wide.isPresent() && wide.get().score() >= COMFORTABLE;
        Optional<LabelPlacer.AreaPlace> narrow =
                comfortable ? Optional.empty() : names.findArea(areas, target.code(), small, LEAST_POINTS);
        boolean wideIsBetter = narrow.isEmpty() || (wide.isPresent() && wide.get().score() >= narrow.get().score());
        Optional<LabelPlacer.AreaPlace> best = wideIsBetter ? wide : narrow;
        if (best.isPresent()) {
            names.put(best.get(), target, link);
            return GIVEN_UP * (9 - best.get().score());
        }
        map.canvas().notPlaced(departement.label());
        return MISSING_DEPARTEMENT;
    }

    private List<Caption.Line> lines(String name, double width, Caption.Line last) {
        List<Caption.Line> lines = new ArrayList<>();
        for (Caption.Line line : Caption.wrap(name.replace("-", "- "), Lettering.DEPARTEMENT_SMALL, width, metrics)) {
            lines.add(new Caption.Line(line.text().replace("- ", "-"), line.lettering()));
        }
        lines.add(last);
        return lines;
    }
}
