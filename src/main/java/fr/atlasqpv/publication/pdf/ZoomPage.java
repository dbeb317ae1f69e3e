package fr.atlasqpv.publication.pdf;

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
import java.util.List;

/** An EPCI with its numbered QPV, and their list. */
final class ZoomPage {
    private static final double TALLEST_MAP = 165;
    private static final double LOWEST_MAP = 90;
    private static final double COLUMN = 56.2;
    private static final double STEP = 60.4;
    private static final double ROW = 4.78;
    private static final double LIST_TITLE = 6.8;
    private static final double LEGEND = 9;
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
        String name = French.typeset(epci.label());
        double room = Frame.WIDTH - composition.type().width(" zoom", TypeScale.H1_ASIDE);
        String title = composition.type().width(name, TypeScale.H1) <= room
                ? name
                : composition.cut(French.typeset(epci.shortLabel()), TypeScale.H1, room);
        page.heading(section, Role.H2, Rich.of(title + " ", TypeScale.H1).and("zoom", TypeScale.H1_ASIDE), x,
                Headings.h1Baseline(Frame.TOP));
        double top = page.paragraph(
                section, subtitle(), x, Frame.TOP + TypeScale.H1_LEADING + 1, Frame.WIDTH, TypeScale.BODY_LEADING)
                + 2.6;
        int rows = (composition.qpvOf(epci).size() + 2) / 3;
        MapNote note = MapNote.zoom(composition, epci);
        double list = LIST_TITLE + rows * ROW + 2.2 + note.height() + 1.4;
        double height =
                Math.clamp(Frame.BOTTOM - top - LEGEND - list, LOWEST_MAP, TALLEST_MAP);
        MapDrawing map = composition.maps().zoom(zoom, Frame.WIDTH, height);
        new MapFigure(map, x, top).draw(page, section, composition);
        double y = note.draw(page, section, x, top + map.height() + 1.4);
        list(page, section, map.key(), x, y + 2.2);
    }

    private Rich subtitle() {
        Style strong = Style.of(Weight.BOLD, 9.5, Palette.TEAL);
        Rich text = Rich.of(Integer.toString(composition.qpvOf(epci).size()), strong)
                .and(composition.qpvOf(epci).size() < 2 ? " quartier prioritaire, " : " quartiers prioritaires, ",
                        TypeScale.SUBTITLE)
                .and(composition.printed(epci.territory(), Perimeter.QPV, Indicator.POPULATION).text(), strong)
                .and(" habitants", TypeScale.SUBTITLE);
        return composition.shareInQpv(epci.territory())
                .map(share -> text.and(", soit ", TypeScale.SUBTITLE)
                        .and(French.decimal(share) + French.NO_BREAK + "%", strong.coloured(Palette.QPV_TEXT))
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
        int rows = (key.size() + 2) / 3;
        table.page(page, heads -> {
            Table.Row head = heads.row(top, LIST_TITLE);
            head.head(Table.Scope.COLUMN, x, 6).hidden("Numéro");
            head.head(Table.Scope.COLUMN, x, 40).hidden("Quartier");
            head.head(Table.Scope.COLUMN, x, 10).hidden("Habitants");
        });
        for (int i = 0; i < key.size(); i++) {
            double left = x + i / rows * STEP;
            entry(page, table, key.get(i), left, top + LIST_TITLE + i % rows * ROW);
        }
        table.end();
    }

    private void entry(Page page, Table table, MapDrawing.KeyEntry entry, double x, double y) {
        page.artifact().circle(x + 2, y + ROW / 2, 1.95, null, Integer.valueOf(Palette.QPV), 0.3);
        page.artifact().line(x, y + ROW, x + COLUMN, y + ROW, 0.12, Palette.LINE);
        double baseline = y + ROW / 2 + 0.95;
        Table.Row row = table.row(y, ROW);
        row.data(x, 5).text(Integer.toString(entry.number()), NUMBER, x + 2, y + ROW / 2 + 0.88, Anchor.MIDDLE);
        Pen name = row.head(Table.Scope.ROW, x + 5, COLUMN - 5);
        Pen link = name.child(Role.LINK);
        Printed inhabitants = composition.printed(entry.qpv(), Perimeter.QPV, Indicator.POPULATION);
        double room = COLUMN - 7.2 - composition.type().width(inhabitants.text(), TypeScale.TABLE);
        String label = composition.atlas().territory(entry.qpv())
                .map(qpv -> composition.fit(qpv, TypeScale.TABLE, room))
                .orElseGet(() -> composition.cut(French.typeset(entry.name()), TypeScale.TABLE, room));
        link.text(label, TypeScale.TABLE, x + 5.2, baseline);
        link.leadingTo(
                new LinkTarget(Anchors.detailRow(entry.qpv()), French.typeset(entry.name()) + " : détail"),
                name.room());
        inhabitants.pen(row.data(x + COLUMN - 12, 12))
                .text(inhabitants.text(), TypeScale.TABLE, x + COLUMN, baseline, Anchor.END);
    }
}
