package fr.atlasqpv.publication.pdf.tables;

import java.util.List;

/**
 * What a table says: its heads; its rows come page by page.
 *
 * @param summary what it holds, in one sentence
 * @param columns the leading ones first: they stand again on each page that the table needs
 * @param look how it is drawn
 */
public record TableSpec(String summary, List<Column> columns, Look look) {
    /** Defensive copy. */
    public TableSpec {
        columns = List.copyOf(columns);
    }

    /** Rows that stay together. */
    public sealed interface Block {
        /**
         * Rows of one territory.
         *
         * @param rows one, or two of which the second says the same of a part
         * @param reference whether it closes the table, to compare with
         * @param shaded whether it stands on a ground, so that the eye keeps the line
         * @param destination name of the place for links, empty when none
         */
        record Rows(List<Row> rows, boolean reference, boolean shaded, String destination) implements Block {}

        /**
         * A line over the rows under it.
         *
         * @param height millimetres
         * @param name its name
         * @param aside what stands at its right end, {@link Cell#EMPTY} when nothing
         * @param destination name of the place for links, empty when none
         */
        record Group(double height, Cell name, Cell aside, String destination) implements Block {}

        /** Height, millimetres. */
        default double height() {
            return switch (this) {
                case Rows rows -> rows.rows().stream().mapToDouble(Row::height).sum();
                case Group group -> group.height();
            };
        }
    }

    /**
     * A row.
     *
     * @param id whose row it is, as the structure of the document tells it; empty for words
     * @param height millimetres
     * @param cells one per column
     */
    public record Row(String id, double height, List<Cell> cells) {
        /** Defensive copy. */
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
