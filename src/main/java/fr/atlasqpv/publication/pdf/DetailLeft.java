package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;

/** Left page of a detail spread: the figures of each QPV, a thin bar under each rate. */
final class DetailLeft {
    private static final int COLUMNS = 13;
    private static final double NAME = 42;
    private static final double INHABITANTS_RIGHT = 64.5;
    private static final double COUNT_RIGHT = 164.3;
    private static final double RATE = 11.54;
    private static final double AXIS = 0.8;
    private static final double TRACK = 9.94;
    private static final double[] LEGEND_COLUMNS = {0, 60, 118};
    private static final double LEGEND_WIDTH = 56;

    /** A column of rates or of codes, in the order of the page. */
    private record Column(Indicator indicator, double start, String head) {
        boolean code() {
            return indicator.kind() == Indicator.Kind.CODE;
        }
    }

    private static final List<Column> COLUMNS_OF_RATES = List.of(
            new Column(Indicator.JEUNES_0_14, 65.5, "0 à\n14 ans"),
            new Column(Indicator.REUSSITE_BREVET, 77.0, "Réussite\nbrevet"),
            new Column(Indicator.TAUX_PAUVRETE, 88.6, "Taux de\npauvreté"),
            new Column(Indicator.TYPOLOGIE_COHESION, 100.1, "Cohésion\nsociale"),
            new Column(Indicator.TAUX_EMPLOI_FEMMES, 110.3, "Taux\nfemmes"),
            new Column(Indicator.TAUX_EMPLOI_HOMMES, 121.9, "Taux\nhommes"),
            new Column(Indicator.TYPOLOGIE_EMPLOI, 133.4, "Emploi\n"),
            new Column(Indicator.TAUX_VACANCE, 143.4, "Taux de\nvacance"),
            new Column(Indicator.NB_LOGEMENTS_SOCIAUX, 154.9, "Log.\nsociaux"),
            new Column(Indicator.PART_LOGEMENTS_SOCIAUX, 165.5, "Part log.\nsociaux"));

    private static final List<Indicator> INDICATORS = List.of(
            Indicator.POPULATION, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET, Indicator.TAUX_PAUVRETE,
            Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES, Indicator.TAUX_VACANCE,
            Indicator.NB_LOGEMENTS_SOCIAUX, Indicator.PART_LOGEMENTS_SOCIAUX, Indicator.TYPOLOGIE_COHESION,
            Indicator.TYPOLOGIE_EMPLOI);

    private final Composition composition;
    private final DetailGrid grid;

    DetailLeft(Composition composition) {
        this.composition = composition;
        this.grid = new DetailGrid(composition);
    }

    double footHeight() {
        double legends = Math.max(
                grid.typologyLegendHeight("typologie_cohesion", LEGEND_WIDTH),
                grid.typologyLegendHeight("typologie_emploi", LEGEND_WIDTH));
        return 2 + legends + 1.2 + DetailFoot.height(composition, INDICATORS);
    }

    void draw(Page page, Element section, List<DetailCut.Line> lines, double x, double top, double row) {
        Table table = new Table(section, COLUMNS, "Indicateurs de chaque quartier prioritaire, par intercommunalité");
        table.page(page, heads -> heads(heads, page, x, top));
        double y = top + DetailGrid.HEAD;
        y = region(page, table, x, y, row);
        double groupTop = y;
        for (DetailCut.Line line : lines) {
            switch (line) {
                case DetailCut.Line.Group group -> {
                    axes(page, x, groupTop, y);
                    if (!group.next()) {
                        page.destination(Anchors.detailRow(group.epci().territory()), y);
                        page.bookmark(2, French.typeset(group.epci().label()), y);
                    }
                    grid.group(page, table, group, COLUMNS, count(group.epci()), x, y, row);
                    groupTop = y + row;
                }
                case DetailCut.Line.Neighbourhood neighbourhood -> neighbourhood(page, table, neighbourhood, x, y, row);
            }
            y += row;
        }
        axes(page, x, groupTop, y);
        table.end();
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        foot(page, section, x, y + 2);
    }

    private String count(PublishedTerritory epci) {
        String inhabitants = composition.printed(epci.territory(), Perimeter.QPV, Indicator.POPULATION).text();
        return composition.qpvOf(epci).size() + " QPV · " + inhabitants + " habitants";
    }

    private void heads(Table table, Page page, double x, double top) {
        Table.Row bands = table.row(top, 4);
        Pen code = bands.head(Table.Scope.COLUMN, x, 13, 1, 2).within(page.artifact().room());
        grid.head(code, "Code", "", x + 1, Anchor.START, top);
        Pen name = bands.head(Table.Scope.COLUMN, x + 13, NAME, 1, 2).within(page.artifact().room());
        grid.head(name, "Quartier prioritaire", "", x + 13.2, Anchor.START, top);
        band(page, bands, "Population", 2, x + 56.1, x + 76.5, top);
        band(page, bands, "Cohésion sociale", 3, x + 77.8, x + 109.8, top);
        band(page, bands, "Emploi", 3, x + 111.1, x + 143.0, top);
        band(page, bands, "Habitat", 3, x + 144.2, x + 176.8, top);
        Table.Row names = table.row(top + 4, DetailGrid.HEAD - 4);
        grid.head(names.head(Table.Scope.COLUMN, x + 50, 15), "Habitants", "", x + INHABITANTS_RIGHT, Anchor.END, top);
        for (Column column : COLUMNS_OF_RATES) {
            Pen cell = names.head(Table.Scope.COLUMN, x + column.start() - 1.5, RATE + 2.5);
            if (column.code()) {
                grid.head(cell, column.head(), "type", x + centre(column), Anchor.MIDDLE, top);
            } else if (column.indicator().kind() == Indicator.Kind.COUNT) {
                grid.head(cell, column.head(), "nombre", x + COUNT_RIGHT, Anchor.END, top);
            } else {
                String scale = "0–" + French.plain(BigDecimal.valueOf(composition.axisMax(column.indicator())))
                        + French.NO_BREAK + "%";
                grid.head(cell, column.head(), scale, x + column.start() + AXIS, Anchor.START, top);
            }
        }
        grid.headRule(page, x, top);
    }

    private void band(Page page, Table.Row bands, String name, int span, double left, double right, double top) {
        Pen cell = bands.head(Table.Scope.COLUMN, left, right - left + 1.6, span, 1);
        grid.band(page, cell, name, left, right, top);
    }

    private static double centre(Column column) {
        return column.start() + 5.1;
    }

    private double region(Page page, Table table, double x, double y, double row) {
        page.artifact().rectangle(x, y, Frame.WIDTH, 2 * row, Palette.PALE);
        Territory region = composition.region();
        regionRow(page, table, region, Perimeter.ENSEMBLE, composition.regionLabel(), Weight.SEMIBOLD, x, y, row);
        regionRow(page, table, region, Perimeter.QPV, "Ensemble QPV", Weight.SEMIBOLD_ITALIC, x, y + row, row);
        axes(page, x, y, y + 2 * row);
        return y + 2 * row;
    }

    private void regionRow(Page page, Table table, Territory region, Perimeter perimeter, String label, Weight weight,
            double x, double y, double row) {
        int bar = perimeter == Perimeter.ENSEMBLE ? Palette.BAR_ENSEMBLE_THIN : Palette.BAR_QPV;
        bars(page, region, perimeter, bar, x, y, row);
        Table.Row line = table.row(y, row);
        double baseline = DetailGrid.baseline(y, row);
        Style style = Style.of(weight, 7, Palette.INK);
        line.data(x, 13).text(region.code(), TypeScale.DETAIL.coloured(Palette.INK_2), x + 1, baseline);
        line.head(Table.Scope.ROW, x + 13, NAME)
                .text(composition.cut(label, style, NAME - 0.4), style, x + 13.2, baseline);
        figures(page, line, region, perimeter, style, x, y, row);
    }

    private void neighbourhood(Page page, Table table, DetailCut.Line.Neighbourhood neighbourhood, double x, double y,
            double row) {
        if (DetailGrid.zebra(neighbourhood)) {
            page.artifact().rectangle(x, y, Frame.WIDTH, row, Palette.ZEBRA);
        }
        Territory qpv = neighbourhood.qpv().territory();
        bars(page, qpv, Perimeter.QPV, Palette.BAR_QPV, x, y, row);
        Table.Row line = table.row(y, row);
        grid.name(page, line, neighbourhood.qpv(), x, y, row, NAME - 1, true);
        figures(page, line, qpv, Perimeter.QPV, TypeScale.DETAIL, x, y, row);
    }

    private void figures(Page page, Table.Row line, Territory territory, Perimeter perimeter, Style style, double x,
            double y, double row) {
        double baseline = DetailGrid.baseline(y, row);
        write(line.data(x + 52, 15), composition.printed(territory, perimeter, Indicator.POPULATION), style,
                x + INHABITANTS_RIGHT, baseline);
        for (Column column : COLUMNS_OF_RATES) {
            Pen cell = line.data(x + column.start() - 1, RATE + 1.4);
            if (column.code()) {
                if (territory.equals(composition.region())) {
                    continue;
                }
                grid.chip(page, cell, column.indicator().id(),
                        composition.printed(territory, perimeter, column.indicator()), x + centre(column), y, row);
            } else {
                double right = column.indicator().kind() == Indicator.Kind.COUNT
                        ? x + COUNT_RIGHT
                        : x + column.start() + RATE - 1.6;
                write(cell, composition.printed(territory, perimeter, column.indicator()), style, right, baseline);
            }
        }
    }

    private void write(Pen cell, Printed printed, Style style, double right, double baseline) {
        Style used = printed.number() ? style : style.with(Weight.REGULAR).coloured(Palette.GREY);
        if (printed.estimated()) {
            cell.child(Role.SPAN).text(printed.text(), used, right, baseline, Anchor.END);
            cell.expanding("estimé").text(Printed.ESTIMATED, TypeScale.MARK, right + 0.2, baseline - 0.6);
        } else {
            printed.pen(cell).text(printed.text(), used, right, baseline, Anchor.END);
        }
    }

    private void bars(Page page, Territory territory, Perimeter perimeter, int colour, double x, double y, double row) {
        Pen pen = page.artifact();
        double top = y + row - 0.72;
        for (Column column : COLUMNS_OF_RATES) {
            if (column.indicator().kind() != Indicator.Kind.RATE) {
                continue;
            }
            Printed printed = composition.printed(territory, perimeter, column.indicator());
            if (printed.hasBar()) {
                double left = x + column.start() + AXIS;
                double share = printed.bar() / composition.axisMax(column.indicator());
                pen.rectangle(left, top, TRACK, 0.5, Palette.TRACK);
                pen.rectangle(left, top, TRACK * Math.min(1, share), 0.5, colour);
                if (share > 1) {
                    DetailFoot.outward(pen, left + TRACK, top, 0.5, colour);
                }
            }
        }
    }

    private void axes(Page page, double x, double top, double bottom) {
        if (bottom - top < 1) {
            return;
        }
        for (Column column : COLUMNS_OF_RATES) {
            if (column.indicator().kind() == Indicator.Kind.RATE) {
                double at = x + column.start() + AXIS;
                page.artifact().line(at, top, at, bottom, 0.15, Palette.AXIS);
            }
        }
    }

    private void foot(Page page, Element section, double x, double top) {
        double y = grid.typologyLegend(page, section, "typologie_cohesion", "Typologie cohésion sociale",
                x + LEGEND_COLUMNS[0], top, LEGEND_WIDTH);
        y = Math.max(y, grid.typologyLegend(page, section, "typologie_emploi", "Typologie emploi",
                x + LEGEND_COLUMNS[1], top, LEGEND_WIDTH));
        double at = x + LEGEND_COLUMNS[2];
        page.pen(section.child(Role.P)).text("Valeurs", TypeScale.LEGEND_BOLD, at, top + 2.6);
        double under = top + DetailGrid.LEGEND_LINE + 0.4;
        for (Rich text : grid.statusLegend()) {
            under = page.paragraph(section, text, at, under, Frame.WIDTH - LEGEND_COLUMNS[2], DetailGrid.LEGEND_LINE);
        }
        DetailFoot.draw(composition, page, section, INDICATORS, x, Math.max(y, under) + 1.2);
    }
}
