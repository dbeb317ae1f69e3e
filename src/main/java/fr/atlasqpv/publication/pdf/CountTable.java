package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many QPV of some kinds each département has, how many the region, and how many inhabitants. A row is a kind, never a territory: the
 * number beside a territory is one of its figures.
 */
final class CountTable {
    private static final double ROW = 6;
    private static final int FEW_DEPARTEMENTS = 6;

    private final Composition composition;
    private final TableDrawer table;
    private final List<Block> rows = new ArrayList<>();

    /**
     * QPV of one kind.
     *
     * @param leading what the kind is called, one cell for each leading column
     * @param qpv they
     */
    record Kind(List<Cell> leading, List<PublishedTerritory> qpv) {}

    /** @param leading columns before the numbers */
    CountTable(Composition composition, String summary, List<Column> leading, List<Kind> kinds) {
        this.composition = composition;
        List<Column> columns = new ArrayList<>(leading);
        boolean few = composition.departements().size() <= FEW_DEPARTEMENTS;
        for (PublishedTerritory departement : composition.departements()) {
            columns.add(Column.words(Column.Kind.SIGN,
                    few ? French.typeset(departement.label()) : departement.territory().code(), "", 6, 0));
        }
        columns.add(Column.words(Column.Kind.SIGN, "Région", "", 8, 0));
        composition.book().inhabitants().ifPresent(count -> columns.add(Column.figures("",
                French.capital(composition.notice(count).unit()),
                composition.type().width("000 000", TypeScale.TABLE))));
        this.table = new TableDrawer(composition.type(), new TableSpec(summary, columns, AtlasColumns.LIST),
                TableLayout.of(composition.type(), columns, AtlasColumns.LIST, Frame.WIDTH), 0);
        for (Kind kind : kinds) {
            rows.add(new Block.Rows(List.of(new Row("", ROW, cells(kind))), false, rows.size() % 2 == 1, ""));
        }
    }

    private List<Cell> cells(Kind kind) {
        List<Cell> row = new ArrayList<>(kind.leading());
        for (PublishedTerritory departement : composition.departements()) {
            long count = count(kind.qpv(), departement);
            row.add(count == 0 ? Cell.of(AtlasColumns.NONE, TypeScale.STATUS).telling("aucun")
                    : Cell.of(French.integer(count), TypeScale.TABLE));
        }
        row.add(Cell.of(French.integer(kind.qpv().size()), TypeScale.TABLE_BOLD));
        if (composition.book().inhabitants().isPresent()) {
            row.add(Cell.of(inhabitants(composition, kind.qpv()).map(French::decimal).orElse(Printed.NOT_AVAILABLE),
                    TypeScale.TABLE));
        }
        return row;
    }

    /** How many of some QPV a département has. */
    static long count(List<PublishedTerritory> qpv, PublishedTerritory departement) {
        return qpv.stream().filter(q -> q.departement().equals(departement.territory().code())).count();
    }

    /** Inhabitants of some QPV; empty when the number of one of them is not published as it is. */
    static Optional<BigDecimal> inhabitants(Composition composition, List<PublishedTerritory> qpv) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PublishedTerritory one : qpv) {
            Optional<PublishedCell> count = composition.inhabitants(one.territory(), Perimeter.QPV);
            if (!Printed.exact(count)) {
                return Optional.empty();
            }
            sum = sum.add(count.get().value());
        }
        return Optional.of(sum);
    }

    double height() {
        return table.headHeight() + table.height(rows);
    }

    /** Draws it and says where it ends. */
    double draw(Page page, Element section, double top) {
        table.begin(section);
        double end = table.draw(page, rows, Frame.left(page), top);
        table.end();
        return end;
    }
}
