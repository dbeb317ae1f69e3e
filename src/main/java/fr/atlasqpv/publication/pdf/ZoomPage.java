package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.CloseUp;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An EPCI with its numbered QPV, and their list. */
final class ZoomPage {
    private static final double TALLEST_MAP = 165;
    private static final double LOWEST_MAP = 90;
    private static final double COLUMN = 56.2;
    private static final double STEP = 60.4;
    private static final double ROW = 4.78;
    private static final double TALL_ROW = 6.2;
    private static final double LIST_TITLE = 6.8;
    private static final double LEGEND = 9;
    private static final double SUBTITLE_TOP = Frame.TOP + TypeScale.H1_LEADING + 1;
    private static final double UNDER_SUBTITLE = 2.6;
    private static final Style STRONG = Style.of(Weight.BOLD, 9.5, Palette.TEAL);
    private static final Style NUMBER = Style.of(Weight.BOLD, 7.4, Palette.QPV_TEXT);

    private final Composition composition;
    private final PublishedTerritory epci;
    private final ZoomMap zoom;

    ZoomPage(Composition composition, ZoomMap zoom) {
        this.composition = composition;
        this.zoom = zoom;
        this.epci = composition.atlas()
                .territory(new Territory(Level.EPCI, zoom.epci()))
                .orElseThrow(() -> new IllegalArgumentException("a zoom is asked for an EPCI that the book lacks: "
                        + zoom.epci()));
    }

    void draw(Page page, Element section) {
        double x = Frame.left(page);
        page.destination(Anchors.zoom(zoom.epci()), 0);
        page.bookmark(2, "Zoom : " + French.typeset(epci.label()), 0);
        double top = title(page, section, French.typeset(epci.label()), French.typeset(epci.shortLabel()), subtitle());
        MapNote note = MapNote.zoom(composition, epci);
        MapDrawing map = composition.maps().zoom(zoom, Frame.WIDTH, mapHeight());
        new MapFigure(map, x, top).draw(page, section, composition);
        double y = note.draw(page, section, x, top + map.height() + 1.4);
        list(page, section, map.key(), x, y + 2.2);
    }

    /** The commune whose numbers need a map of their own; empty when the map of the whole has room for all. */
    Optional<CloseUp> crowded() {
        return composition.maps().crowded(zoom, Frame.WIDTH, mapHeight());
    }

    /** Draws the map of the crowded commune. */
    void drawCloseUp(Page page, Element section, CloseUp commune) {
        double x = Frame.left(page);
        String name = French.typeset(commune.label());
        page.bookmark(3, name, 0);
        Rich subtitle = Rich.of(Integer.toString(commune.qpv().size()), STRONG)
                .and(" des " + composition.qpvOf(epci).size() + " quartiers de l’intercommunalité" + French.NO_BREAK
                        + "; les numéros sont ceux de la liste de la page "
                        + composition.folio(Anchors.zoom(zoom.epci())), TypeScale.SUBTITLE);
        double top = title(page, section, name, name, subtitle);
        MapNote note = MapNote.zoom(composition, epci);
        double height = Frame.BOTTOM - top - note.height() - 1.4;
        MapDrawing map = composition.maps().closeUp(zoom, commune, Frame.WIDTH, height);
        new MapFigure(map, x, top).draw(page, section, composition);
        note.draw(page, section, x, top + map.height() + 1.4);
    }

    private double title(Page page, Element section, String name, String shorter, Rich subtitle) {
        double x = Frame.left(page);
        double room = Frame.WIDTH - composition.type().width(" zoom", TypeScale.H1_ASIDE);
        String title = composition.type().width(name, TypeScale.H1) <= room
                ? name
                : composition.cut(shorter, TypeScale.H1, room);
        page.heading(section, Role.H2, Rich.of(title + " ", TypeScale.H1).and("zoom", TypeScale.H1_ASIDE), x,
                Headings.h1Baseline(Frame.TOP));
        return page.paragraph(section, subtitle, x, SUBTITLE_TOP, Frame.WIDTH, TypeScale.BODY_LEADING) + UNDER_SUBTITLE;
    }

    /** The list takes what it needs, the map the rest. */
    private double mapHeight() {
        double top = SUBTITLE_TOP + TypeScale.BODY_LEADING + UNDER_SUBTITLE;
        double list = LIST_TITLE + listHeight() + 2.2 + MapNote.zoom(composition, epci).height() + 1.4;
        return Math.clamp(Frame.BOTTOM - top - LEGEND - list, LOWEST_MAP, TALLEST_MAP);
    }

    private Rich subtitle() {
        Rich text = Rich.of(Integer.toString(composition.qpvOf(epci).size()), STRONG)
                .and(composition.qpvOf(epci).size() < 2 ? " quartier prioritaire, " : " quartiers prioritaires, ",
                        TypeScale.SUBTITLE)
                .and(composition.printed(epci.territory(), Perimeter.QPV, Indicator.POPULATION).text(), STRONG)
                .and(" habitants", TypeScale.SUBTITLE);
        return composition.shareInQpv(epci.territory())
                .map(share -> text.and(", soit ", TypeScale.SUBTITLE)
                        .and(French.decimal(share) + French.NO_BREAK + "%", STRONG.coloured(Palette.QPV_TEXT))
                        .and(" de sa population", TypeScale.SUBTITLE))
                .orElse(text);
    }

    private void list(Page page, Element section, List<MapDrawing.KeyEntry> key, double x, double top) {
        String population = composition.notice(Indicator.POPULATION).map(IndicatorNotice::millesime).orElse("");
        Rich title = Rich.of("Liste des quartiers ", TypeScale.H3)
                .and("numéro, nom, habitants" + (population.isEmpty() ? "" : " (" + population + ")"),
                        TypeScale.SUBTITLE);
        page.heading(section, Role.H3, title, x, top + Pen.baselineIn(TypeScale.H3_LEADING, 11));
        Table table = new Table(section, 3, "Numéro, nom et nombre d’habitants de chaque quartier de la carte");
        table.page(page, heads -> {
            Table.Row head = heads.row(top, LIST_TITLE);
            head.head(Table.Scope.COLUMN, x, 6).hidden("Numéro");
            head.head(Table.Scope.COLUMN, x, 40).hidden("Quartier");
            head.head(Table.Scope.COLUMN, x, 10).hidden("Habitants");
        });
        double[] rows = rowHeights();
        double[] tops = new double[rows.length];
        for (int row = 1; row < rows.length; row++) {
            tops[row] = tops[row - 1] + rows[row - 1];
        }
        for (int i = 0; i < key.size(); i++) {
            int row = i % rows.length;
            entry(page, table, key.get(i), x + i / rows.length * STEP, top + LIST_TITLE + tops[row], rows[row]);
        }
        table.end();
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
            if (name(qpv.get(i)).lines().size() > 1) {
                heights[i % heights.length] = TALL_ROW;
            }
        }
        return heights;
    }

    private TwoLines name(PublishedTerritory qpv) {
        Printed inhabitants = composition.printed(qpv.territory(), Perimeter.QPV, Indicator.POPULATION);
        double room = COLUMN - 7.2 - composition.type().width(inhabitants.text(), TypeScale.TABLE);
        return TwoLines.of(composition, qpv, TypeScale.TABLE, room);
    }

    private void entry(Page page, Table table, MapDrawing.KeyEntry entry, double x, double y, double height) {
        double middle = y + height / 2;
        page.artifact().circle(x + 2, middle, 1.95, null, Integer.valueOf(Palette.QPV), 0.3);
        page.artifact().line(x, y + height, x + COLUMN, y + height, 0.12, Palette.LINE);
        Table.Row row = table.row(y, height);
        row.data(x, 5).text(Integer.toString(entry.number()), NUMBER, x + 2, middle + 0.88, Anchor.MIDDLE);
        Pen cell = row.head(Table.Scope.ROW, x + 5, COLUMN - 5);
        Pen link = cell.child(Role.LINK);
        composition.atlas().territory(entry.qpv())
                .map(this::name)
                .orElseGet(() -> TwoLines.of(French.typeset(entry.name()), TypeScale.TABLE))
                .draw(link, x + 5.2, middle);
        link.leadingTo(
                new LinkTarget(Anchors.detailRow(entry.qpv()), French.typeset(entry.name()) + " : détail"),
                cell.room());
        Printed inhabitants = composition.printed(entry.qpv(), Perimeter.QPV, Indicator.POPULATION);
        inhabitants.pen(row.data(x + COLUMN - 12, 12))
                .text(inhabitants.text(), TypeScale.TABLE, x + COLUMN, middle + 0.95, Anchor.END);
    }
}
