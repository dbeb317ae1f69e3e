package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.release.BookSpec.Detail;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Books of invented years, with other indicators than those of 2022: three of them, or forty with long names. */
public final class OtherEditions {
    private static final Set<Level> ALL = Set.of(Level.values());
    private static final Set<Level> QPV = Set.of(Level.QPV);
    private static final Set<Perimeter> BOTH = Set.of(Perimeter.values());
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PublishedAtlas ground;
    private final List<IndicatorNotice> notices = new ArrayList<>();
    private final Map<String, Map<String, String>> typologies = new LinkedHashMap<>();
    private final List<Indicator> chapters = new ArrayList<>();

    private OtherEditions(PublishedAtlas ground) {
        this.ground = ground;
    }

    /** Three rates: no inhabitants, no key figure, no code, no list. */
    public static PublishedAtlas few(PublishedAtlas ground) {
        OtherEditions edition = new OtherEditions(ground);
        for (String name : List.of("Part des seuls", "Taux d’équipement", "Part des boursiers")) {
            edition.rate(name, "", 100);
        }
        return edition.atlas(new BookSpec(Optional.empty(), List.of(), edition.chapters,
                List.of(new Detail("indicateurs", edition.chapters)), edition.chapters, List.of(),
                edition.chapters, List.of(), List.of()));
    }

    /** Forty indicators: fourteen by territory in five bands, three tables of QPV, dictionaries of six classes. */
    public static PublishedAtlas many(PublishedAtlas ground) {
        OtherEditions edition = new OtherEditions(ground);
        Indicator inhabitants =
                edition.add("Habitants", "Population", "habitants", new Form.Count(measure(0)), 0, ALL, null);
        edition.chapters.add(inhabitants);
        List<String> bands =
                List.of("Ménages", "Insertion et formation professionnelles", "Habitat", "Santé", "Population");
        for (int i = 0; i < 11; i++) {
            edition.rate("Part des ménages concernés par le point " + i, bands.get(i / 3), 40 + 20 * (i % 4));
        }
        edition.chapters.add(edition.add("Médiane du revenu disponible par unité de consommation", "Revenus",
                "euros par an", new Form.Delivered(null), 0, ALL, null));
        edition.chapters
                .add(edition.add("Demandeurs d’emploi inscrits en catégories A, B et C", "Revenus", "demandeurs",
                        new Form.Count(measure(90)), 0, ALL, 5_000));
        List<Indicator> codes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            codes.add(edition.add("Typologie des contextes, " + i, "Typologies", "classe", new Form.Code(), 0, QPV,
                    null));
            Map<String, String> classes = new LinkedHashMap<>();
            for (int c = 0; c < 6; c++) {
                classes.put("C" + i + c, "Quartiers de la classe " + c + ", dont le nom demande plus d’une ligne");
            }
            edition.typologies.put(codes.getLast().id(), classes);
        }
        List<Indicator> lists = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Form form = i % 4 == 3 ? new Form.Near(new Form.Establishments("lycée", "public", List.of(), 500))
                    : new Form.Listed(i % 4 == 2 ? Form.Says.NUMBER : Form.Says.BELONGS);
            lists.add(edition.add((i % 5 == 0 ? "Programme d’accompagnement renforcé " : "Contrat ") + i,
                    i < 12 ? "Programmes" : "Équipements", i % 4 < 2 ? "oui ou non" : "lieux", form, 0, QPV,
                    i == 14 ? 300 : null));
        }
        List<Indicator> first = new ArrayList<>(edition.chapters);
        first.addAll(codes);
        return edition.atlas(new BookSpec(
                Optional.of(inhabitants),
                List.of(new BookSpec.KeyFigure(inhabitants, "habitant", "habitants en QPV", Optional.empty(), ""),
                        new BookSpec.KeyFigure(edition.chapters.get(1), "%", "% de ménages", Optional.empty(), ""),
                        new BookSpec.KeyFigure(edition.chapters.getLast(), "demandeur", "demandeurs d’emploi",
                                Optional.of(edition.chapters.get(2)), "des actifs du territoire")),
                edition.chapters,
                List.of(new Detail("chiffres", first), new Detail("programmes", lists.subList(0, 12)),
                        new Detail("équipements, contrats", lists.subList(12, 24))),
                edition.chapters.subList(1, 12), List.of(), edition.chapters.subList(1, 12), lists.subList(0, 6),
                codes));
    }

    private static Measure measure(int n) {
        return new Measure("m" + n, "mesure " + n, "unités", true);
    }

    private void rate(String name, String band, int axis) {
        int n = notices.size();
        chapters.add(add(name, band, "%", new Form.Ratio(measure(n), measure(n + 1), HUNDRED), 1, ALL, axis));
    }

    private Indicator add(String name, String band, String unit, Form form, int decimals, Set<Level> levels,
            Integer axis) {
        Indicator indicator = new Indicator("i" + notices.size(), form, decimals, levels, BOTH);
        notices.add(new IndicatorNotice(
                indicator, name, name.replaceFirst("^(Part|Taux) (des |d’)", ""), band, "Dit en une phrase.", unit,
                "Institut " + notices.size() % 7, "202" + notices.size() % 5, "", "",
                axis == null ? null : BigDecimal.valueOf(axis), null, null, List.of(), false));
        return indicator;
    }

    private PublishedAtlas atlas(BookSpec book) {
        EditionNotice e = ground.edition();
        EditionNotice edition = new EditionNotice(
                "2031", "2031", e.title(), e.subtitle(), e.series(), e.date(), e.publisher(), e.contact(), e.licence(),
                e.frame(), e.programVersion(), e.texts(), notices, book, typologies, e.sources());
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
        for (PublishedTerritory territory : ground.territories()) {
            for (IndicatorNotice notice : notices) {
                for (Perimeter perimeter : Perimeter.values()) {
                    if (notice.indicator().exists(territory.territory().level(), perimeter)) {
                        CellKey key = new CellKey(territory.territory(), perimeter, notice.indicator());
                        cells.put(key, cell(key, notice, Math.floorMod(key.toString().hashCode(), 997)));
                    }
                }
            }
        }
        return new PublishedAtlas(
                edition, ground.region(), ground.regionLabel(), ground.folder(), ground.territories(), cells,
                ground.notes(), ground.zooms(), ground.communes(), ground.departements(),
                ground.contours(), ground.outlines(), ground.checks(),
                PublishedAtlas.withoutFigure(edition, cells.values()));
    }

    private PublishedCell cell(CellKey key, IndicatorNotice notice, int n) {
        String text = null;
        BigDecimal value = switch (notice.indicator().kind()) {
            case COUNT -> BigDecimal.valueOf(notice.unit().equals("lieux") ? n % 12 : n * 1_237L % 90_000);
            case RATE -> BigDecimal.valueOf(n, 1);
            case FIGURE -> BigDecimal.valueOf(9_000 + n * 13L);
            case FLAG -> BigDecimal.valueOf(n % 2);
            case CODE -> null;
        };
        if (value == null) {
            List<String> codes = List.copyOf(typologies.get(notice.indicator().id()).keySet());
            text = codes.get(n % codes.size());
        }
        if (n % 17 == 3) {
            return new PublishedCell(
                    key, null, null, CellStatus.SECRET, false);
        }
        return new PublishedCell(
                key, value, text, CellStatus.PUBLIE, text == null && n % 11 == 5);
    }
}
