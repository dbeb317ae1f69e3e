package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Right page of a detail spread: the same QPV, with typology, collèges and programmes. */
final class DetailRight {
    private static final int COLUMNS = 12;
    private static final double NAMES = 59;
    private static final double BAR = 12;
    private static final String NONE = "–";
    private static final Style COUNT = Style.of(Weight.SEMIBOLD, 7, Palette.INK);
    private static final Style LETTER = Style.of(Weight.BOLD, 7, Palette.WHITE);

    /** A programme, its letter and its colour. */
    private record Mark(String letter, int colour, String meaning) {}

    private static final Mark CITE_EDUCATIVE = new Mark("É", 0x0B5563, "cité éducative");
    private static final Mark CITE_EMPLOI = new Mark("E", 0x7A4B00, "cité de l’emploi");
    private static final Mark ZFU = new Mark("Z", 0x4A3B78, "zone franche urbaine");
    private static final Mark QRR = new Mark("Q", 0x1B2A2E, "quartier de reconquête républicaine");
    private static final Mark NATIONAL = new Mark("N", Palette.QPV_TEXT, "intérêt national (QIN)");
    private static final Mark REGIONAL = new Mark("R", Palette.QPV_TEXT, "intérêt régional (QIR)");

    /** A column between the names and the emplois francs. */
    private record Column(Indicator indicator, double width, String head, String unit) {}

    private static final List<Column> COLUMNS_OF_MARKS = List.of(
            new Column(Indicator.TYPOLOGIE_CADRE_VIE, 14, "Cadre\nde vie", "type"),
            new Column(Indicator.COLLEGES_PUBLICS, 11, "Publics", "nombre"),
            new Column(Indicator.COLLEGES_REP, 9.5, "REP", "nombre"),
            new Column(Indicator.COLLEGES_REP_PLUS, 10.5, "REP+", "nombre"),
            new Column(Indicator.CITES_EDUCATIVES, 10, "Cité\néduc.", ""),
            new Column(Indicator.CITES_EMPLOI, 11.5, "Cité de\nl’emploi", ""),
            new Column(Indicator.ZFU, 9.5, "ZFU", ""),
            new Column(Indicator.NPNRU, 11, "NPNRU", "N ou R"),
            new Column(Indicator.QRR, 9.5, "QRR", ""));

    private static final List<Indicator> INDICATORS = List.of(
            Indicator.TYPOLOGIE_CADRE_VIE, Indicator.COLLEGES_PUBLICS, Indicator.COLLEGES_REP,
            Indicator.COLLEGES_REP_PLUS, Indicator.CITES_EDUCATIVES, Indicator.CITES_EMPLOI, Indicator.ZFU,
            Indicator.NPNRU, Indicator.QRR, Indicator.EMPLOIS_FRANCS);

    private final Composition composition;
    private final DetailGrid grid;

    DetailRight(Composition composition) {
        this.composition = composition;
        this.grid = new DetailGrid(composition);
    }

    double footHeight() {
        double legends =
                Math.max(grid.typologyLegendHeight("typologie_cadre_vie", 66), 6 * DetailGrid.LEGEND_LINE + 0.4);
        return 2 + legends + 1.2 + DetailFoot.height(composition, INDICATORS);
    }

    void draw(Page page, Element section, List<DetailCut.Line> lines, double x, double top, double row) {
        Table table = new Table(
                section, COLUMNS,
                "Typologie, collèges et programmes de chaque quartier prioritaire, mêmes lignes que la "
                        + "page de gauche");
        table.page(page, heads -> heads(heads, page, x, top));
        double y = region(page, table, x, top + DetailGrid.HEAD, row);
        for (DetailCut.Line line : lines) {
            switch (line) {
                case DetailCut.Line.Group group -> grid.group(page, table, group, COLUMNS, "", x, y, row);
                case DetailCut.Line.Neighbourhood neighbourhood -> neighbourhood(page, table, neighbourhood, x, y, row);
            }
            y += row;
        }
        table.end();
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        foot(page, section, x, y + 2);
    }

    private void heads(Table table, Page page, double x, double top) {
        Table.Row bands = table.row(top, 4);
        Pen code = bands.head(Table.Scope.COLUMN, x, 13, 1, 2).within(page.artifact().room());
        grid.head(code, "Code", "", x + 1, Anchor.START, top);
        Pen name = bands.head(Table.Scope.COLUMN, x + 13, 45, 1, 2).within(page.artifact().room());
        grid.head(name, "Quartier prioritaire", "", x + 13.2, Anchor.START, top);
        band(page, bands, "Typologie", 1, x + 59.8, x + 72.6, top);
        band(page, bands, "Collèges à < 300 m", 3, x + 73.9, x + 103.6, top);
        band(page, bands, "Programmes", 6, x + 104.8, x + 176.8, top);
        Table.Row names = table.row(top + 4, DetailGrid.HEAD - 4);
        double left = x + NAMES;
        for (Column column : COLUMNS_OF_MARKS) {
            Pen cell = names.head(Table.Scope.COLUMN, left - 1, column.width() + 2);
            grid.head(cell, column.head(), column.unit(), left + column.width() / 2, Anchor.MIDDLE, top);
            left += column.width();
        }
        Pen francs = names.head(Table.Scope.COLUMN, left, 21.5);
        String years = composition.notice(Indicator.EMPLOIS_FRANCS).map(IndicatorNotice::millesime).orElse("");
        String scale = "0–" + French.plain(BigDecimal.valueOf(composition.axisMax(Indicator.EMPLOIS_FRANCS)))
                + " demandes";
        String head = "Emplois francs\n" + composition.cut(French.typeset(years), TypeScale.DETAIL_HEAD, 20);
        grid.head(francs, head.strip(), scale, left + 1.3, Anchor.START, top);
        grid.headRule(page, x, top);
    }

    private void band(Page page, Table.Row bands, String name, int span, double left, double right, double top) {
        Pen cell = bands.head(Table.Scope.COLUMN, left, right - left + 1.6, span, 1);
        grid.band(page, cell, name, left, right, top);
    }

    private double region(Page page, Table table, double x, double y, double row) {
        page.artifact().rectangle(x, y, Frame.WIDTH, 2 * row, Palette.PALE);
        Style plain = Style.of(Weight.SEMIBOLD, 7, Palette.INK);
        regionRow(table, composition.cut(composition.regionLabel(), plain, 44), plain,
                "repères chiffrés : page de gauche", x, y, row);
        regionRow(table, "Ensemble QPV", plain.with(Weight.SEMIBOLD_ITALIC), "", x, y + row, row);
        return y + 2 * row;
    }

    private void regionRow(Table table, String label, Style style, String aside, double x, double y, double row) {
        Table.Row line = table.row(y, row);
        double baseline = DetailGrid.baseline(y, row);
        line.data(x, 13).text(composition.region().code(), TypeScale.DETAIL.coloured(Palette.INK_2), x + 1, baseline);
        line.head(Table.Scope.ROW, x + 13, 46).text(label, style, x + 13.2, baseline);
        Pen rest = line.data(x + NAMES, Frame.WIDTH - NAMES, COLUMNS - 2);
        rest.text(French.typeset(aside), Style.of(Weight.ITALIC, 7, Palette.INK_2), x + Frame.WIDTH - 1, baseline,
                Anchor.END);
    }

    private void neighbourhood(Page page, Table table, DetailCut.Line.Neighbourhood neighbourhood, double x, double y,
            double row) {
        if (DetailGrid.zebra(neighbourhood)) {
            page.artifact().rectangle(x, y, Frame.WIDTH, row, Palette.ZEBRA);
        }
        Territory qpv = neighbourhood.qpv().territory();
        Table.Row line = table.row(y, row);
        grid.name(page, line, neighbourhood.qpv(), x, y, row, NAMES - 14, false);
        double left = x + NAMES;
        for (Column column : COLUMNS_OF_MARKS) {
            Pen cell = line.data(left - 1, column.width() + 2);
            mark(page, cell, qpv, column.indicator(), left + column.width() / 2, y, row);
            left += column.width();
        }
        francs(page, line.data(left, 21.5), qpv, left + 1.3, y, row);
    }

    private void mark(Page page, Pen cell, Territory qpv, Indicator indicator, double centre, double y, double row) {
        Optional<PublishedCell> published = composition.cell(qpv, Perimeter.QPV, indicator);
        Printed printed = Printed.of(published);
        double baseline = DetailGrid.baseline(y, row);
        boolean nothing = published
                .filter(c -> c.status() == CellStatus.SANS_OBJET || (c.value() != null && c.value().signum() == 0))
                .isPresent();
        if (nothing) {
            cell.text(NONE, TypeScale.DETAIL_GREY, centre, baseline, Anchor.MIDDLE);
        } else if (!printed.number()) {
            printed.pen(cell).text(printed.text(), TypeScale.DETAIL_GREY, centre, baseline, Anchor.MIDDLE);
        } else {
            if (indicator.equals(Indicator.TYPOLOGIE_CADRE_VIE)) {
                grid.chip(page, cell, indicator.id(), printed, centre, y, row);
            } else if (indicator.equals(Indicator.CITES_EDUCATIVES)) {
                letter(page, cell, CITE_EDUCATIVE, printed, centre, y, row);
            } else if (indicator.equals(Indicator.CITES_EMPLOI)) {
                letter(page, cell, CITE_EMPLOI, printed, centre, y, row);
            } else if (indicator.equals(Indicator.ZFU)) {
                letter(page, cell, ZFU, printed, centre, y, row);
            } else if (indicator.equals(Indicator.QRR)) {
                letter(page, cell, QRR, printed, centre, y, row);
            } else if (indicator.equals(Indicator.NPNRU)) {
                letter(page, cell, national(printed) ? NATIONAL : REGIONAL, printed, centre, y, row);
            } else {
                cell.text(printed.text(), COUNT, centre, baseline, Anchor.MIDDLE);
            }
        }
    }

    private static boolean national(Printed printed) {
        return printed.text().equals("QIN") || printed.text().equals("N");
    }

    private void letter(Page page, Pen cell, Mark mark, Printed printed, double centre, double y, double row) {
        boolean two = printed.text().equals("2");
        double middle = y + row / 2;
        String meaning = two ? "deux fois " + mark.meaning() : mark.meaning();
        double at = two ? centre - 1.6 : centre;
        Pen pen = cell.describing(meaning);
        sign(page.artifact(), pen, mark, at, middle);
        if (two) {
            pen.text("×2", TypeScale.DETAIL, at + 1.9, DetailGrid.baseline(y, row));
        }
    }

    private static void sign(Pen artifact, Pen pen, Mark mark, double centre, double middle) {
        boolean outlined = mark.letter().equals("R");
        Box box = Box.around(centre, middle, outlined ? 2.7 : 3, outlined ? 2.7 : 3);
        artifact.roundRectangle(box, 0.5, outlined ? Palette.WHITE : mark.colour(), outlined ? mark.colour() : null,
                0.3);
        pen.text(mark.letter(), outlined ? LETTER.coloured(mark.colour()) : LETTER, centre, middle + 0.84,
                Anchor.MIDDLE);
    }

    private void francs(Page page, Pen cell, Territory qpv, double left, double y, double row) {
        Printed printed = composition.printed(qpv, Perimeter.QPV, Indicator.EMPLOIS_FRANCS);
        if (printed.hasBar()) {
            double share = printed.bar() / composition.axisMax(Indicator.EMPLOIS_FRANCS);
            double top = y + (row - 2.1) / 2;
            page.artifact().rectangle(left, top, BAR * Math.min(1, share), 2.1, Palette.BAR_COUNT);
            if (share > 1) {
                DetailFoot.outward(page.artifact(), left + BAR, top, 2.1, Palette.BAR_COUNT);
            }
        }
        Style style = printed.number() ? TypeScale.DETAIL : TypeScale.DETAIL_GREY;
        printed.pen(cell).text(printed.text(), style, left + 19.3, DetailGrid.baseline(y, row), Anchor.END);
    }

    private void foot(Page page, Element section, double x, double top) {
        double y = grid.typologyLegend(page, section, "typologie_cadre_vie", "Typologie cadre de vie", x, top, 66);
        y = Math.max(y,
                marks(page, section, "Programmes", List.of(CITE_EDUCATIVE, CITE_EMPLOI, ZFU, QRR), x + 74, top));
        double under = marks(page, section, "NPNRU", List.of(NATIONAL, REGIONAL), x + 130, top);
        page.pen(section.child(Role.P)).text(NONE + " non concerné, ou aucun", TypeScale.DETAIL, x + 131, under + 2.4);
        page.pen(section.child(Role.P))
                .text("s secret · n.d. non disponible", TypeScale.DETAIL, x + 131,
                        under + 2.4 + DetailGrid.LEGEND_LINE);
        DetailFoot.draw(composition, page, section, INDICATORS, x, y + 1.2);
    }

    private double marks(Page page, Element section, String title, List<Mark> marks, double x, double top) {
        page.pen(section.child(Role.P)).text(title, TypeScale.LEGEND_BOLD, x, top + 2.6);
        Element list = section.child(Role.L);
        double y = top + DetailGrid.LEGEND_LINE + 0.4;
        for (Mark mark : marks) {
            Element item = list.child(Role.LI);
            sign(page.artifact(), page.pen(item.child(Role.LBL)), mark, x + 1.5, y + DetailGrid.LEGEND_LINE / 2);
            String text = mark.equals(CITE_EDUCATIVE) ? mark.meaning() + " (×2 : deux cités)" : mark.meaning();
            page.pen(item.child(Role.LBODY))
                    .text(French.typeset(text), TypeScale.DETAIL, x + 5, y + DetailGrid.LEGEND_LINE / 2 + 0.8);
            y += DetailGrid.LEGEND_LINE;
        }
        return y;
    }
}
