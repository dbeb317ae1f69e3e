package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The EPCI of a département by inhabitants in QPV, in two columns under its map. */
final class EpciList {
    private static final double WIDTH = 84;
    private static final double STEP = 93;
    private static final double ROW = 4.9;
    private static final double TITLE = 6.4;
    private static final double NAME = 46;

    private final Composition composition;
    private final List<PublishedTerritory> epci;
    private final AtlasColumns cells;
    private final TableDrawer drawer;

    EpciList(Composition composition, PublishedTerritory departement) {
        this.composition = composition;
        this.epci = composition.epciByInhabitants(departement);
        this.cells = new AtlasColumns(composition, AtlasColumns.LIST, EnumSet.of(Level.EPCI));
        double largest = epci.stream().mapToDouble(composition::inhabitantsInQpv).max().orElse(1);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(Column.Kind.NAME, "Intercommunalité", "", NAME, NAME),
                Column.figures("", "QPV", composition.type().width("00", TypeScale.TABLE))));
        composition.book().inhabitants().ifPresent(count -> columns.add(cells
                .ofQpv(count, French.capital(composition.notice(count).unit()) + " en QPV")
                .scaled(Math.max(1, largest))));
        TableSpec spec = new TableSpec("Intercommunalités et leurs quartiers prioritaires", columns, AtlasColumns.LIST);
        this.drawer = new TableDrawer(composition.type(), spec,
                TableLayout.of(composition.type(), columns, AtlasColumns.LIST, WIDTH), 0);
    }

    private int rows() {
        return epci.size() < 4 ? epci.size() : (epci.size() + 1) / 2;
    }

    double height() {
        return TITLE + (epci.isEmpty() ? 0 : drawer.headHeight() + rows() * ROW);
    }

    void draw(Page page, Element section, double x, double top) {
        Headings.small(page, section, title(), x, top);
        for (int from = 0; from < epci.size(); from += rows()) {
            drawer.begin(section);
            drawer.draw(page,
                    epci.subList(from, Math.min(epci.size(), from + rows())).stream().map(this::block).toList(),
                    x + (from == 0 ? 0 : STEP), top + TITLE);
            drawer.end();
        }
    }

    private String title() {
        return switch (epci.size()) {
            case 0 -> "Aucune intercommunalité concernée";
            case 1 -> "L’intercommunalité concernée";
            default -> "Les " + epci.size() + " intercommunalités concernées";
        };
    }

    private Block.Rows block(PublishedTerritory row) {
        List<Cell> line = new ArrayList<>(List.of(
                Cell.name(French.typeset(row.label()), French.typeset(row.shortLabel()), TypeScale.TABLE,
                        TypeScale.DETAIL)
                        .leadingTo(new LinkTarget(Anchors.row(row.territory()),
                                French.typeset(row.label()) + " : tableau")),
                Cell.of(Integer.toString(composition.qpvOf(row).size()), TypeScale.TABLE)));
        composition.book().inhabitants()
                .ifPresent(count -> line.add(cells.cell(row.territory(), Perimeter.QPV, count, TypeScale.TABLE)));
        Row only = new Row(AtlasColumns.address(row.territory(), Perimeter.QPV), ROW, line);
        return new Block.Rows(List.of(only), false, false, "");
    }
}
