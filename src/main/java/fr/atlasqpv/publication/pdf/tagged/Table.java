package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Box;
import java.util.Arrays;
import java.util.function.Consumer;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;

/**
 * A table that may run over several pages: its heads are tagged once, and drawn as artifacts where they are repeated.
 * Every row must fill every column, spans counted.
 */
public final class Table {
    private static final PdfName SCOPE = new PdfName("Scope");
    private static final PdfName COLUMN_SPAN = new PdfName("ColSpan");
    private static final PdfName ROW_SPAN = new PdfName("RowSpan");
    private static final PdfName SUMMARY = new PdfName("Summary");

    private final Element element;
    private final int columns;
    private Element head;
    private Element body;
    private Page page;
    private int[] heldFromAbove;
    private Row row;
    private boolean repeatedHead;
    private boolean inBody;

    /**
     * Begins a table.
     *
     * @param parent node that holds it
     * @param columns number of columns
     * @param summary what it holds, in one sentence
     */
    public Table(Element parent, int columns, String summary) {
        this.element = parent.child(Role.TABLE);
        this.columns = columns;
        element.attribute("Table", SUMMARY, new PdfString(summary, "UnicodeBig"));
    }

    /** For whom a head speaks. */
    public enum Scope {
        /** The cells under it. */
        COLUMN("Column"),
        /** The cells beside it. */
        ROW("Row");

        private final PdfName name;

        Scope(String name) {
            this.name = new PdfName(name);
        }
    }

    /** Goes to a page; heads are drawn anew on each. */
    public void page(Page next, Consumer<Table> heads) {
        endRow();
        page = next;
        boolean repeated = head != null;
        if (!repeated) {
            head = element.child(Role.THEAD);
        }
        heldFromAbove = new int[columns];
        repeatedHead = repeated;
        inBody = false;
        heads.accept(this);
        endRow();
        checkNothingHangs();
        repeatedHead = false;
        inBody = true;
        if (body == null) {
            body = element.child(Role.TBODY);
        }
    }

    /** Begins a row at this height. */
    public Row row(double y, double height) {
        endRow();
        Element parent = inBody ? body : head;
        row = new Row(repeatedHead ? null : parent.child(Role.TR), y, height);
        return row;
    }

    /** Ends the table. */
    public void end() {
        endRow();
        checkNothingHangs();
    }

    private void endRow() {
        if (row != null) {
            row.check();
            row = null;
        }
    }

    private void checkNothingHangs() {
        if (Arrays.stream(heldFromAbove).anyMatch(held -> held > 0)) {
            throw new IllegalStateException("a cell spans rows that the table does not have");
        }
    }

    /** A row being filled, from left to right. */
    public final class Row {
        private final Element tr;
        private final double y;
        private final double height;
        private int filled;

        private Row(Element tr, double y, double height) {
            this.tr = tr;
            this.y = y;
            this.height = height;
            skipHeld();
        }

        private void skipHeld() {
            while (filled < columns && heldFromAbove[filled] > 0) {
                heldFromAbove[filled]--;
                filled++;
            }
        }

        /** A head cell; its texts must stay between {@code x} and {@code x + width}. */
        public Pen head(Scope scope, double x, double width) {
            return head(scope, x, width, 1, 1);
        }

        /** A head cell over several columns or rows. */
        public Pen head(Scope scope, double x, double width, int columnSpan, int rowSpan) {
            Element cell = cell(Role.TH, columnSpan, rowSpan);
            if (cell != null) {
                cell.attribute("Table", SCOPE, scope.name);
            }
            return new Pen(page, cell, new Box(x, y, width, height * rowSpan));
        }

        /** A cell. */
        public Pen data(double x, double width) {
            return data(x, width, 1);
        }

        /** A cell over several columns. */
        public Pen data(double x, double width, int columnSpan) {
            return new Pen(page, cell(Role.TD, columnSpan, 1), new Box(x, y, width, height));
        }

        private Element cell(Role role, int columnSpan, int rowSpan) {
            for (int i = 0; i < columnSpan; i++) {
                if (filled >= columns || heldFromAbove[filled] > 0) {
                    throw new IllegalStateException("a cell too many in a row of a table of " + columns + " columns");
                }
                heldFromAbove[filled] = rowSpan - 1;
                filled++;
            }
            skipHeld();
            if (tr == null) {
                return null;
            }
            Element cell = tr.child(role);
            if (columnSpan > 1) {
                cell.attribute("Table", COLUMN_SPAN, new PdfNumber(columnSpan));
            }
            if (rowSpan > 1) {
                cell.attribute("Table", ROW_SPAN, new PdfNumber(rowSpan));
            }
            return cell;
        }

        private void check() {
            if (filled != columns) {
                throw new IllegalStateException(
                        "a row fills " + filled + " of the " + columns + " columns of its table");
            }
        }
    }
}
