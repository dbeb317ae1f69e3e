package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;

/** The EPCI of a département by inhabitants in QPV, in two columns under its map. */
final class EpciList {
    private static final double COLUMN = 84;
    private static final double STEP = 93;
    private static final double ROW = 4.9;
    private static final double HEAD = 5.2;
    private static final double TITLE = 6.4;
    private static final double BAR_LEFT = 53;
    private static final double BAR_LENGTH = 18;

    private final Composition composition;
    private final List<PublishedTerritory> epci;
    private final double largest;

    EpciList(Composition composition, PublishedTerritory departement) {
        this.composition = composition;
        this.epci = composition.epciByInhabitants(departement);
        this.largest = epci.stream().mapToDouble(composition::inhabitantsInQpv).max().orElse(1);
    }

    private int rows() {
        return epci.size() < 4 ? epci.size() : (epci.size() + 1) / 2;
    }

    double height() {
        return TITLE + (epci.isEmpty() ? 0 : HEAD + rows() * ROW);
    }

    void draw(Page page, Element section, double x, double top) {
        page.heading(section, Role.H2, Rich.of(title(), TypeScale.H3), x,
                top + Pen.baselineIn(TypeScale.H3_LEADING, TypeScale.H3.size()));
        for (int from = 0; from < epci.size(); from += rows()) {
            List<PublishedTerritory> column = epci.subList(from, Math.min(epci.size(), from + rows()));
            column(page, section, column, x + (from == 0 ? 0 : STEP), top + TITLE);
        }
    }

    private String title() {
        return switch (epci.size()) {
            case 0 -> "Aucune intercommunalité concernée";
            case 1 -> "L’intercommunalité concernée";
            default -> "Les " + epci.size() + " intercommunalités concernées";
        };
    }

    private void column(Page page, Element section, List<PublishedTerritory> column, double x, double top) {
        Table table = new Table(section, 3, "Intercommunalités, nombre de QPV et habitants en QPV");
        table.page(page, heads -> heads(heads, page, x, top));
        double y = top + HEAD;
        for (PublishedTerritory row : column) {
            row(page, table.row(y, ROW), row, x, y);
            y += ROW;
            page.artifact().line(x, y, x + COLUMN, y, 0.12, Palette.LINE);
        }
        table.end();
        page.artifact().line(x + BAR_LEFT, top + HEAD, x + BAR_LEFT, y, 0.15, Palette.AXIS);
    }

    private void heads(Table table, Page page, double x, double top) {
        Table.Row head = table.row(top, HEAD);
        double baseline = top + 3.6;
        head.head(Table.Scope.COLUMN, x, 40).text("Intercommunalité", TypeScale.TABLE_HEAD, x, baseline);
        head.head(Table.Scope.COLUMN, x + 40, 11).text("QPV", TypeScale.TABLE_HEAD, x + 50, baseline, Anchor.END);
        head.head(Table.Scope.COLUMN, x + 51, 33)
                .text("Habitants en QPV", TypeScale.TABLE_HEAD, x + COLUMN, baseline, Anchor.END);
        page.artifact().line(x, top + HEAD, x + COLUMN, top + HEAD, 0.3, Palette.TEAL);
    }

    private void row(Page page, Table.Row tableRow, PublishedTerritory row, double x, double y) {
        double length = BAR_LENGTH * composition.inhabitantsInQpv(row) / Math.max(1, largest);
        page.artifact().rectangle(x + BAR_LEFT, y + (ROW - 2.3) / 2, length, 2.3, Palette.BAR_QPV);
        double baseline = y + ROW / 2 + 0.95;
        Pen label = tableRow.head(Table.Scope.ROW, x, 44);
        Pen link = label.child(Role.LINK);
        TwoLines.of(composition, row, TypeScale.TABLE, 43).draw(link, x, y + ROW / 2);
        link.leadingTo(
                new LinkTarget(Anchors.row(row.territory()), French.typeset(row.label()) + " : tableau"), label.room());
        tableRow.data(x + 42, 9)
                .text(Integer.toString(composition.qpvOf(row).size()), TypeScale.TABLE, x + 50, baseline, Anchor.END);
        Printed inhabitants = composition.printed(row.territory(), Perimeter.QPV, Indicator.POPULATION);
        inhabitants.pen(tableRow.data(x + 51, 33))
                .text(inhabitants.text(), TypeScale.TABLE, x + COLUMN, baseline, Anchor.END);
    }
}
