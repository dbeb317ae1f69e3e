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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many QPV and inhabitants of QPV each département has, and the share that they make. */
final class WeightTable {
    private static final double HEAD = 8.6;
    private static final double BAR_LEFT = 80;
    private static final double BAR_LENGTH = 84;
    private static final Style VALUE = Style.of(Weight.SEMIBOLD, 8, Palette.QPV_TEXT);

    private final Composition composition;
    private final double row;

    /** A row: territory, its name, its number of QPV. */
    private record Line(Territory territory, String name, String qpv, boolean reference) {}

    WeightTable(Composition composition, double row) {
        this.composition = composition;
        this.row = row;
    }

    double height() {
        return TypeScale.H2_LEADING + 2 + HEAD + lines().size() * row + 2 + 2 * TypeScale.SOURCE_LEADING;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (PublishedTerritory departement : composition.departements()) {
            lines.add(new Line(departement.territory(), composition.departementName(departement),
                    count(departement.territory()), false));
        }
        lines.add(new Line(composition.region(), composition.regionLabel(), count(composition.region()), true));
        lines.add(new Line(Territory.FRANCE, "France métropolitaine",
                French.integer(composition.edition().qpvOfFrance()), true));
        return lines;
    }

    private String count(Territory territory) {
        return composition.printed(territory, Perimeter.QPV, Indicator.NB_QPV).text();
    }

    private Printed share(Territory territory) {
        if (territory.equals(Territory.FRANCE)) {
            Optional<BigDecimal> share = composition.shareInQpv(territory);
            return share.map(value -> new Printed(French.decimal(value), true, "", false, value.doubleValue()))
                    .orElseGet(() -> Printed.of(Optional.empty()));
        }
        return composition.printed(territory, Perimeter.QPV, Indicator.PART_POPULATION_QPV);
    }

    /** End of the scale: 15 % unless a département goes beyond; then the next multiple of 5. */
    private double scale() {
        double largest = lines().stream()
                .map(line -> share(line.territory()))
                .filter(Printed::hasBar)
                .mapToDouble(Printed::bar)
                .max()
                .orElse(0);
        return Math.max(15, Math.ceil(largest / 5) * 5);
    }

    void draw(Page page, Element section, double x, double top) {
        page.heading(
                section, Role.H2, Rich.of("Le poids des quartiers prioritaires", TypeScale.H2), x,
                Headings.h2Baseline(top));
        double y = top + TypeScale.H2_LEADING + 2;
        Table table = new Table(section, 4, "Nombre de QPV, habitants en QPV et part des habitants par département");
        double scale = scale();
        double head = y;
        table.page(page, heads -> heads(heads, page, x, head, scale));
        y += HEAD;
        double body = y;
        int rank = 0;
        boolean references = false;
        for (Line line : lines()) {
            if (line.reference()) {
                page.artifact().rectangle(x, y, Frame.WIDTH, row, Palette.PALE);
                if (!references) {
                    page.artifact().line(x, y, x + Frame.WIDTH, y, 0.3, Palette.TEAL);
                    references = true;
                }
            } else if (rank++ % 2 == 1) {
                page.artifact().rectangle(x, y, Frame.WIDTH, row, Palette.ZEBRA);
            }
            line(page, table.row(y, row), line, x, y, scale);
            y += row;
        }
        table.end();
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        page.artifact().line(x + BAR_LEFT, body, x + BAR_LEFT, y, 0.15, Palette.AXIS);
        page.paragraph(section, Rich.of(note(), TypeScale.SOURCE), x, y + 1.8, Frame.WIDTH, TypeScale.SOURCE_LEADING);
    }

    private void heads(Table table, Page page, double x, double y, double scale) {
        Table.Row head = table.row(y, HEAD);
        double baseline = y + 3.4;
        head.head(Table.Scope.COLUMN, x, 40).text("Département", TypeScale.TABLE_HEAD, x, baseline);
        head.head(Table.Scope.COLUMN, x + 40, 12).text("QPV", TypeScale.TABLE_HEAD, x + 52, baseline, Anchor.END);
        head.head(Table.Scope.COLUMN, x + 52, 24)
                .text("Habitants en QPV", TypeScale.TABLE_HEAD, x + 74, baseline, Anchor.END);
        head.head(Table.Scope.COLUMN, x + 78, 99)
                .text("Part des habitants vivant en QPV", TypeScale.TABLE_HEAD, x + BAR_LEFT, baseline);
        Pen pen = page.artifact();
        pen.text("0", TypeScale.SCALE, x + BAR_LEFT, baseline + 4.1);
        String end = French.plain(BigDecimal.valueOf(scale)) + French.NO_BREAK + "%";
        pen.text(end, TypeScale.SCALE, x + BAR_LEFT + BAR_LENGTH, baseline + 4.1, Anchor.END);
        pen.line(x, y + HEAD, x + Frame.WIDTH, y + HEAD, 0.3, Palette.TEAL);
    }

    private void line(Page page, Table.Row tableRow, Line line, double x, double y, double scale) {
        Printed share = share(line.territory());
        if (share.hasBar()) {
            page.artifact()
                    .rectangle(x + BAR_LEFT, y + (row - 2.8) / 2, BAR_LENGTH * share.bar() / scale, 2.8,
                            Palette.BAR_QPV);
        }
        double baseline = y + row / 2 + 0.95;
        tableRow.head(Table.Scope.ROW, x, 42).text(
                composition.cut(line.name(), TypeScale.TABLE_BOLD, 40), TypeScale.TABLE_BOLD, x + 0.9, baseline);
        tableRow.data(x + 40, 12).text(line.qpv(), TypeScale.TABLE, x + 52, baseline, Anchor.END);
        Printed inhabitants = composition.printed(line.territory(), Perimeter.QPV, Indicator.POPULATION);
        inhabitants.pen(tableRow.data(x + 52, 24))
                .text(inhabitants.text(), TypeScale.TABLE, x + 74, baseline, Anchor.END);
        String value = share.text() + (share.hasBar() ? French.NO_BREAK + "%" : "");
        share.pen(tableRow.data(x + 78, 99))
                .text(value, share.number() ? VALUE : TypeScale.STATUS, x + 175, baseline, Anchor.END);
    }

    private String note() {
        String reading = composition.departements().stream()
                .filter(departement -> share(departement.territory()).number())
                .max(Comparator.comparingDouble(composition::inhabitantsInQpv))
                .map(this::reading)
                .orElse("");
        String source = SourceLine.of(composition, List.of(Indicator.POPULATION));
        return French.typeset(reading) + source
                + " Un quartier à cheval sur deux territoires est compté là où vivent la plupart de ses habitants.";
    }

    private String reading(PublishedTerritory departement) {
        Territory territory = departement.territory();
        Printed inhabitants = composition.printed(territory, Perimeter.QPV, Indicator.POPULATION);
        return "Lecture : " + composition.departementName(departement) + " — " + inhabitants.text()
                + " personnes vivent dans un quartier prioritaire, soit " + share(territory).text()
                + " % des habitants. ";
    }
}
