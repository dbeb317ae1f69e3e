package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.ClassColours;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An indicator on three maps of the region: the intercommunalités, their QPV, and the gap between the two. Published figures only make the
 * classes and stand in them; a figure at a bound is in the class of that bound, the one that has no end on its side.
 */
final class ClassMapPages {
    static final String PART = "Cartes par indicateur";

    private static final double GAP = 7;
    private static final double WIDTH = (Frame.WIDTH - GAP) / 2;
    private static final double CAPTION = 6;
    private static final double MOST_HEIGHT = 96;
    private static final double MOST_ALONE = 165;
    private static final double MOST_LEGEND = 48;
    private static final double BETWEEN = 6;
    private static final double ROW = 5.2;
    private static final double CHIP = 9;
    private static final double NAME = 34;
    private static final double BEFORE_FOOT = 4;
    private static final int DARK_FROM = 3;
    private static final List<String> RANKS = List.of("un", "deux", "trois", "quatre", "cinq");
    private static final Style LIGHT = Style.of(Weight.SEMIBOLD, 7, Palette.WHITE);
    private static final Style DARK = Style.of(Weight.SEMIBOLD, 7, Palette.INK);

    private final Composition composition;

    ClassMapPages(Composition composition) {
        this.composition = composition;
    }

    /** What a map shows of each EPCI of the region: a class, or the sign that stands in place of its figure. */
    private record Shown(String title, String column, List<BigDecimal> bounds, SortedMap<String, Integer> classes,
            SortedMap<String, String> signs) {
        /** Tells whether any EPCI has a class: a map without is not drawn. */
        boolean any() {
            return !bounds.isEmpty() && !classes.isEmpty();
        }

        long count(int rank) {
            return classes.values().stream().filter(c -> c == rank).count();
        }

        long count(String sign) {
            return signs.values().stream().filter(sign::equals).count();
        }
    }

    /** The chapter; without a page when the edition asks for none, nothing can be drawn, or too little is published. */
    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        composition.classMaps().forEach(map -> pages.add(page(map, pages.isEmpty())));
        return new Chapter(BookSection.CLASS_MAPS, 8, false, pages);
    }

    private PlannedPage page(ThematicMap map, boolean first) {
        String label = French.typeset(composition.notice(map.indicator()).label());
        Frame frame = composition.frame(PART, label, composition.classMapsTab());
        return new PlannedPage(frame, List.of(Anchors.classMaps(map.indicator())), (page, section) -> {
            page.destination(Anchors.classMaps(map.indicator()), 0);
            if (first) {
                page.bookmark(0, PART, 0);
            }
            page.bookmark(1, label, 0);
            Headings.chapter(page, section, label,
                    "Par intercommunalité. Les classes sont les mêmes dans tous les livres.");
            draw(page, section, map, Frame.TOP + TypeScale.H1_LEADING + 1 + TypeScale.BODY_LEADING + 3.5);
        });
    }

    private void draw(Page page, Element section, ThematicMap map, double top) {
        TableFoot foot = new TableFoot(composition, List.of(map.indicator()), ChapterTable.LEVELS, false, List.of(
                "Une classe réunit à peu près autant de valeurs publiées que les autres, dans toute l’édition ; sa borne "
                        + "inférieure en fait partie. Les territoires clairs n’ont pas de quartier prioritaire. Une valeur publiée à une borne est dans la classe de cette borne."));
        List<Shown> values = Stream.of(shown("Ensemble", "Ensemble", map, Perimeter.ENSEMBLE),
                shown("Quartiers prioritaires", "QPV", map, Perimeter.QPV)).filter(Shown::any).toList();
        Shown gap = gap(map);
        String unit = unit(map);
        double x = Frame.left(page);
        double bottom = Frame.BOTTOM - foot.height() - BEFORE_FOOT;
        double end;
        if (values.size() == 1) {
            double height = Math.min(MOST_ALONE, bottom - top - CAPTION - BETWEEN - MOST_LEGEND);
            map(page, section, values.getFirst(), map, x, top, Frame.WIDTH, height);
            end = legend(page, section, "Classes de la valeur", values, unit, x, top + CAPTION + height + BETWEEN);
        } else {
            double height = Math.min(MOST_HEIGHT, (bottom - top - BETWEEN) / 2 - CAPTION);
            double right = x + WIDTH + GAP;
            double low = top + CAPTION + height + BETWEEN;
            map(page, section, values.getFirst(), map, x, top, WIDTH, height);
            map(page, section, values.getLast(), map, right, top, WIDTH, height);
            if (gap.any()) {
                map(page, section, gap, map, x, low, WIDTH, height);
                double y = legend(page, section, "Classes de la valeur", values, unit, right, low);
                y = legend(page, section, "Classes de l’écart", List.of(gap), "points", right, y + BETWEEN);
                end = Math.max(y, low + CAPTION + height);
            } else {
                end = legend(page, section, "Classes de la valeur", values, unit, x, low);
            }
        }
        foot.draw(page, section, x, end + BEFORE_FOOT);
    }

    private String unit(ThematicMap map) {
        return composition.notice(map.indicator()).unit();
    }

    private List<PublishedTerritory> epci() {
        return composition.departements().stream().flatMap(d -> composition.epciOf(d).stream()).toList();
    }

    private Shown shown(String title, String column, ThematicMap map, Perimeter perimeter) {
        SortedMap<String, Integer> classes = new TreeMap<>();
        SortedMap<String, String> signs = new TreeMap<>();
        for (PublishedTerritory epci : epci()) {
            String code = epci.territory().code();
            Optional<PublishedCell> cell = composition.cell(epci.territory(), perimeter, map.indicator());
            if (cell.isPresent() && cell.get().value() != null) {
                classes.put(code, ThematicMap.of(cell.get().value(), map.bounds()));
            } else {
                signs.put(code, Printed.of(cell).text());
            }
        }
        return new Shown(title, column, map.bounds(), classes, signs);
    }

    /** The gap of two figures that are published as they are; of others nothing is said. */
    private Shown gap(ThematicMap map) {
        SortedMap<String, Integer> classes = new TreeMap<>();
        SortedMap<String, String> signs = new TreeMap<>();
        for (PublishedTerritory epci : epci()) {
            Optional<PublishedCell> qpv = composition.cell(epci.territory(), Perimeter.QPV, map.indicator());
            Optional<PublishedCell> whole = composition.cell(epci.territory(), Perimeter.ENSEMBLE, map.indicator());
            ThematicMap.gap(qpv, whole).ifPresentOrElse(
                    gap -> classes.put(epci.territory().code(), ThematicMap.of(gap, map.gaps())),
                    () -> signs.put(epci.territory().code(), AtlasColumns.NONE));
        }
        return new Shown("Écart : quartiers moins ensemble", "Nombre", map.gaps(), classes, signs);
    }

    private void map(Page page, Element section, Shown shown, ThematicMap map, double x, double top, double width,
            double height) {
        Headings.small(page, section, French.typeset(shown.title), x, top);
        MapDrawing drawing = composition.maps().classes(
                width, height, shown.classes, shown.signs, alternative(shown, map));
        new MapFigure(drawing, x, top + CAPTION).draw(page, section, composition);
    }

    /** The EPCI of each class, which the legend gives the bounds of: a number beside a name is taken for a figure of that territory. */
    private String alternative(Shown shown, ThematicMap map) {
        List<String> parts = new ArrayList<>();
        for (int rank = 0; rank <= shown.bounds.size(); rank++) {
            int here = rank;
            List<String> names = names(shown.classes, c -> c == here);
            if (!names.isEmpty()) {
                parts.add("Classe " + RANKS.get(rank) + " : " + String.join(", ", names));
            }
        }
        for (String sign : shown.signs.values().stream().distinct().sorted().toList()) {
            parts.add(meaning(sign) + " : " + String.join(", ", names(shown.signs, sign::equals)));
        }
        return "Carte des intercommunalités de la région " + composition.atlas().regionLabel() + ", "
                + French.inSentence(composition.notice(map.indicator()).label()) + " (" + French.inSentence(shown.title)
                + "), de la classe la plus basse à la plus haute. " + String.join(". ", parts)
                + ". Celles qui n’ont pas de quartier prioritaire sont en clair. Les valeurs sont dans les tableaux par "
                + "intercommunalité.";
    }

    private <V> List<String> names(Map<String, V> shown, Predicate<V> those) {
        return epci().stream()
                .filter(e -> shown.containsKey(e.territory().code()) && those.test(shown.get(e.territory().code())))
                .map(PublishedTerritory::label).toList();
    }

    private static String meaning(String sign) {
        return switch (sign) {
            case Printed.SECRET -> "Secret statistique";
            case Printed.NOT_APPLICABLE -> "Sans objet";
            case Printed.NOT_AVAILABLE -> "Non disponible";
            default -> "Sans écart publié";
        };
    }

    private static String words(List<BigDecimal> bounds, int rank, String unit) {
        String sign = Composition.isSign(unit) ? French.NO_BREAK + unit : " " + unit;
        if (rank == 0) {
            return "moins de " + French.plain(bounds.getFirst()) + sign;
        }
        String from = French.plain(bounds.get(rank - 1));
        return rank == bounds.size() ? from + sign + " ou plus"
                : "de " + from + " à moins de " + French.plain(bounds.get(rank)) + sign;
    }

    private double legend(Page page, Element section, String title, List<Shown> shown, String unit, double x,
            double top) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(Column.Kind.SIGN, "N°", "", CHIP, CHIP),
                Column.words(Column.Kind.NAME, title, "", NAME, 0)));
        shown.forEach(map -> columns.add(Column.words(Column.Kind.SIGN, map.column, "", CHIP, 0)));
        TableSpec spec = new TableSpec(title + " : nombre d’intercommunalités", columns, AtlasColumns.LIST);
        TableDrawer table = new TableDrawer(composition.type(), spec,
                TableLayout.of(composition.type(), columns, AtlasColumns.LIST, WIDTH), 0);
        List<Block> rows = new ArrayList<>();
        for (int rank = 0; rank <= shown.getFirst().bounds.size(); rank++) {
            int here = rank;
            Cell chip =
                    new Cell(Rich.of(Integer.toString(rank + 1), rank < DARK_FROM ? DARK : LIGHT), null, null, "", null,
                            Double.NaN, 0, ClassColours.of(rank), Cell.Sign.NONE, null, "");
            rows.add(row(chip, French.capital(French.typeset(words(shown.getFirst().bounds, rank, unit))),
                    shown.stream().map(map -> map.count(here)).toList(), rows.size()));
        }
        for (String sign : shown.stream().flatMap(map -> map.signs.values().stream()).distinct().sorted().toList()) {
            rows.add(row(Cell.of(sign, TypeScale.STATUS), meaning(sign),
                    shown.stream().map(map -> map.count(sign)).toList(), rows.size()));
        }
        table.begin(section);
        double end = table.draw(page, rows, x, top);
        table.end();
        return end;
    }

    private static Block row(Cell sign, String name, List<Long> counts, int rank) {
        List<Cell> row = new ArrayList<>(List.of(sign, Cell.name(name, "", TypeScale.TABLE, TypeScale.DETAIL)));
        counts.forEach(count -> row.add(count == 0 ? Cell.of(AtlasColumns.NONE, TypeScale.STATUS).telling("aucune")
                : Cell.of(French.integer(count), TypeScale.TABLE)));
        return new Block.Rows(List.of(new Row("", ROW, row)), false, rank % 2 == 1, "");
    }
}
