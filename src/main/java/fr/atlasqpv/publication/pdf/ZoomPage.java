package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.CloseUp;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.Fitted;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** An EPCI with its numbered QPV, and their list: on a page, or two small ones on one. */
final class ZoomPage {
    private static final double TALLEST_MAP = 165;
    private static final double LOWEST_MAP = 90;
    private static final double LOWEST_SMALL_MAP = 50;
    /** So many QPV are listed in three rows: half a page is enough. */
    private static final int MOST_ON_HALF_A_PAGE = 9;
    private static final double BETWEEN = 8;
    private static final double HALF = (Frame.BOTTOM - Frame.TOP - BETWEEN) / 2;
    private static final double COLUMN = 56.2;
    private static final double STEP = 60.4;
    private static final double NUMBER_WIDTH = 4.6;
    private static final double ROW = 4.78;
    private static final double TALL_ROW = 6.2;
    private static final double LIST_TITLE = 6.8;
    private static final double LEGEND = 9;
    private static final double UNDER_SUBTITLE = 2.6;
    private static final Style STRONG = Style.of(Weight.BOLD, 9.5, Palette.TEAL);
    private static final Style NUMBER = Style.of(Weight.BOLD, 7.4, Palette.QPV_TEXT);

    private final Composition composition;
    private final PublishedTerritory epci;
    private final ZoomMap zoom;
    private final AtlasColumns cells;
    private final TableLayout layout;
    private final TableDrawer drawer;

    ZoomPage(Composition composition, ZoomMap zoom) {
        this.composition = composition;
        this.zoom = zoom;
        this.epci = composition.atlas()
                .territory(new Territory(Level.EPCI, zoom.epci()))
                .orElseThrow(() -> new IllegalArgumentException("a zoom is asked for an EPCI that the book lacks: "
                        + zoom.epci()));
        this.cells = new AtlasColumns(composition, AtlasColumns.LIST, EnumSet.of(Level.QPV));
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(Column.Kind.WORDS, "Numéro", "", NUMBER_WIDTH, 0),
                Column.words(Column.Kind.NAME, "Quartier", "", NUMBER_WIDTH, COLUMN)));
        composition.book().inhabitants()
                .ifPresent(count -> columns.add(cells.ofQpv(count, French.capital(composition.notice(count).unit()))));
        TableSpec spec = new TableSpec("Numéro et nom de chaque quartier de la carte", columns,
                AtlasColumns.LIST.headless());
        this.layout = TableLayout.of(composition.type(), columns, spec.look(), COLUMN);
        this.drawer = new TableDrawer(composition.type(), spec, layout, 0);
    }

    /** The zooms of some EPCI: those that take a page first, then the small ones two by two, each in the order given. */
    static List<PlannedPage> pages(Composition composition, List<ZoomMap> zooms, Frame frame) {
        List<PlannedPage> pages = new ArrayList<>();
        List<ZoomPage> small = new ArrayList<>();
        for (ZoomMap zoom : zooms) {
            ZoomPage map = new ZoomPage(composition, zoom);
            if (map.small()) {
                small.add(map);
            } else {
                pages.addAll(map.whole(frame));
            }
        }
        for (int i = 0; i + 1 < small.size(); i += 2) {
            pages.add(small.get(i).with(small.get(i + 1), frame));
        }
        if (small.size() % 2 == 1) {
            pages.addAll(small.getLast().whole(frame));
        }
        return pages;
    }

    private boolean small() {
        return composition.qpvOf(epci).size() <= MOST_ON_HALF_A_PAGE;
    }

    private List<PlannedPage> whole(Frame frame) {
        List<PlannedPage> pages = new ArrayList<>();
        pages.add(new PlannedPage(frame, List.of(Anchors.zoom(zoom.epci())), this::draw));
        crowded().ifPresent(commune -> pages.add(new PlannedPage(
                frame, List.of(), (page, section) -> drawCloseUp(page, section, commune))));
        return pages;
    }

    private PlannedPage with(ZoomPage lower, Frame frame) {
        return new PlannedPage(frame, List.of(Anchors.zoom(zoom.epci()), Anchors.zoom(lower.zoom.epci())),
                (page, section) -> {
                    draw(page, section, Frame.TOP, mapHeight(HALF, TypeScale.H2_LEADING, LOWEST_SMALL_MAP),
                            TypeScale.H2, TypeScale.H2_LEADING);
                    lower.draw(page, section, Frame.TOP + HALF + BETWEEN,
                            lower.mapHeight(HALF, TypeScale.H2_LEADING, LOWEST_SMALL_MAP), TypeScale.H2,
                            TypeScale.H2_LEADING);
                });
    }

    private void draw(Page page, Element section) {
        draw(page, section, Frame.TOP, mapHeight(), TypeScale.H1, TypeScale.H1_LEADING);
    }

    private void draw(Page page, Element section, double from, double mapHeight, Style heading, double leading) {
        double x = Frame.left(page);
        page.destination(Anchors.zoom(zoom.epci()), from == Frame.TOP ? 0 : from);
        page.bookmark(2, "Zoom : " + French.typeset(epci.label()), from == Frame.TOP ? 0 : from);
        double top = title(page, section, French.typeset(epci.label()), French.typeset(epci.shortLabel()), subtitle(),
                from, heading, leading);
        MapNote note = MapNote.zoom(composition, epci);
        MapDrawing map = composition.maps().zoom(zoom, Frame.WIDTH, mapHeight);
        new MapFigure(map, x, top).draw(page, section, composition);
        double y = note.under(map).draw(page, section, x, top + map.height() + 1.4);
        list(page, section, map.key(), x, y + 2.2);
    }

    /** The commune whose numbers need a map of their own; empty when the map of the whole has room for all. */
    private Optional<CloseUp> crowded() {
        return composition.maps().crowded(zoom, Frame.WIDTH, mapHeight());
    }

    /** Draws the map of the crowded commune. */
    private void drawCloseUp(Page page, Element section, CloseUp commune) {
        double x = Frame.left(page);
        String name = French.typeset(commune.label());
        page.bookmark(3, name, 0);
        Rich subtitle = Rich.of(Integer.toString(commune.qpv().size()), STRONG)
                .and(" des " + composition.qpvOf(epci).size() + " quartiers de l’intercommunalité" + French.NO_BREAK
                        + "; les numéros sont ceux de la liste de la page "
                        + composition.folio(Anchors.zoom(zoom.epci())), TypeScale.SUBTITLE);
        double top = title(page, section, name, name, subtitle, Frame.TOP, TypeScale.H1, TypeScale.H1_LEADING);
        MapNote note = MapNote.zoom(composition, epci);
        double height = Frame.BOTTOM - top - note.height() - 1.4;
        MapDrawing map = composition.maps().closeUp(zoom, commune, Frame.WIDTH, height);
        new MapFigure(map, x, top).draw(page, section, composition);
        note.under(map).draw(page, section, x, top + map.height() + 1.4);
    }

    private double title(Page page, Element section, String name, String shorter, Rich subtitle, double from,
            Style heading, double leading) {
        double x = Frame.left(page);
        double room = Frame.WIDTH - composition.type().width(" zoom", TypeScale.H1_ASIDE);
        String title = composition.type().width(name, heading) <= room ? name : composition.cut(shorter, heading, room);
        page.heading(section, Role.H2, Rich.of(title + " ", heading).and("zoom", TypeScale.H1_ASIDE), x,
                from + Pen.baselineIn(leading, heading.size()));
        return page.paragraph(section, subtitle, x, from + leading + 1, Frame.WIDTH, TypeScale.BODY_LEADING)
                + UNDER_SUBTITLE;
    }

    /** The list takes what it needs, the map the rest. */
    private double mapHeight() {
        return mapHeight(Frame.BOTTOM - Frame.TOP, TypeScale.H1_LEADING, LOWEST_MAP);
    }

    private double mapHeight(double height, double leading, double lowest) {
        double title = leading + 1 + TypeScale.BODY_LEADING + UNDER_SUBTITLE;
        double list = LIST_TITLE + listHeight() + 2.2 + MapNote.zoom(composition, epci).height() + 1.4;
        return Math.clamp(height - title - LEGEND - list, lowest, TALLEST_MAP);
    }

    private Rich subtitle() {
        Rich count = Rich.of(Integer.toString(composition.qpvOf(epci).size()), STRONG)
                .and(composition.qpvOf(epci).size() < 2 ? " quartier prioritaire" : " quartiers prioritaires",
                        TypeScale.SUBTITLE);
        Rich text = composition.inhabitants(epci.territory(), Perimeter.QPV)
                .map(cell -> count.and(", ", TypeScale.SUBTITLE).and(Printed.of(cell).text(), STRONG)
                        .and(" " + composition.notice(cell.indicator()).unit(), TypeScale.SUBTITLE))
                .orElse(count);
        return composition.shareInQpv(epci.territory())
                .map(share -> text.and(", soit ", TypeScale.SUBTITLE)
                        .and(French.decimal(share) + French.NO_BREAK + "%", STRONG.coloured(Palette.QPV_TEXT))
                        .and(" de sa population", TypeScale.SUBTITLE))
                .orElse(text);
    }

    private void list(Page page, Element section, List<MapDrawing.KeyEntry> key, double x, double top) {
        String told = composition.book().inhabitants().map(composition::notice)
                .map(n -> ", " + n.unit() + (n.millesime().isEmpty() ? "" : " (" + n.millesime() + ")")).orElse("");
        Rich title = Rich.of("Liste des quartiers ", TypeScale.H3)
                .and(French.typeset("numéro, nom" + told), TypeScale.SUBTITLE);
        page.heading(section, Role.H3, title, x, top + Pen.baselineIn(TypeScale.H3_LEADING, 11));
        double[] heights = rowHeights();
        for (int from = 0; from < key.size(); from += heights.length) {
            List<Block.Rows> column = new ArrayList<>();
            for (int i = from; i < Math.min(key.size(), from + heights.length); i++) {
                column.add(entry(key.get(i), heights[i - from]));
            }
            drawer.begin(section);
            drawer.draw(page, column, x + from / heights.length * STEP, top + LIST_TITLE);
            drawer.end();
        }
    }

    private double listHeight() {
        return Arrays.stream(rowHeights()).sum();
    }

    /** A row is taller where one of its three names takes two lines. */
    private double[] rowHeights() {
        List<PublishedTerritory> qpv = composition.qpvOf(epci).stream()
                .sorted(Comparator.comparing(t -> t.territory().code()))
                .toList();
        double[] heights = new double[(qpv.size() + 2) / 3];
        Arrays.fill(heights, ROW);
        for (int i = 0; i < qpv.size(); i++) {
            Cell name = name(qpv.get(i));
            if (Fitted.of(composition.type(), name.text().plain(), name.shorter(), TypeScale.TABLE, TypeScale.DETAIL,
                    layout.room(0, 1)).lines().size() > 1) {
                heights[i % heights.length] = TALL_ROW;
            }
        }
        return heights;
    }

    private static Cell name(PublishedTerritory qpv) {
        return Cell.name(French.typeset(qpv.label()), French.typeset(qpv.shortLabel()), TypeScale.TABLE,
                TypeScale.DETAIL);
    }

    private Block.Rows entry(MapDrawing.KeyEntry entry, double height) {
        Cell name = composition.atlas().territory(entry.qpv()).map(ZoomPage::name)
                .orElseGet(() -> Cell.name(French.typeset(entry.name()), "", TypeScale.TABLE, TypeScale.DETAIL));
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(Integer.toString(entry.number()), NUMBER).signed(Cell.Sign.RING),
                name.leadingTo(composition.toDetail(entry.qpv(), entry.name()))));
        composition.book().inhabitants()
                .ifPresent(count -> row.add(cells.cell(entry.qpv(), Perimeter.QPV, count, TypeScale.TABLE)));
        return new Block.Rows(List.of(new Row(AtlasColumns.address(entry.qpv(), Perimeter.QPV), height, row)), false,
                false,
                "");
    }
}
