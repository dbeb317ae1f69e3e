package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
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
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The table of a chapter: each territory in a pair of rows, everybody, then the inhabitants of its QPV; references close
 * it. Its columns are as wide in every chapter, so that bars compare from page to page.
 */
final class ChapterTable {
    /** Levels of its rows. */
    static final Set<Level> LEVELS = EnumSet.complementOf(EnumSet.of(Level.QPV));
    /** Height of a row where nothing presses. */
    static final double ROW = 5.85;
    /** Lowest height of a row. */
    static final double LOWEST_ROW = 5.3;

    private static final double LEAST_NAME = 34;
    private static final double MOST_NAME = 41;

    private final Composition composition;
    private final double row;
    private final List<TableDrawer> drawers;

    /** The columns of all the chapters of a book, and their widths. */
    record Columns(AtlasColumns cells, List<Column> columns, TableLayout layout) {
        static Columns of(Composition composition) {
            AtlasColumns cells =
                    new AtlasColumns(composition, AtlasColumns.WIDE, LEVELS);
            List<Column> columns = new ArrayList<>();
            columns.add(
                    Column.words(Column.Kind.NAME, "Intercommunalité", "ensemble, puis QPV", LEAST_NAME, MOST_NAME));
            composition.book().chapters().forEach(indicator -> columns.add(cells.column(indicator)));
            return new Columns(cells, columns,
                    TableLayout.of(composition.type(), columns, AtlasColumns.WIDE, Frame.WIDTH));
        }
    }

    /**
     * A territory of the table.
     *
     * @param qpvLabel name of its second row
     * @param link where its name leads, null when nowhere
     * @param destination name of the place of its row, empty when none
     */
    record Line(Territory territory, String label, String shorter, String qpvLabel, LinkTarget link,
            String destination) {
        /** A line to compare with. */
        static Line reference(Composition.Reference reference) {
            return new Line(reference.territory(), reference.label(), reference.shorter(), "Ensemble QPV", null, "");
        }

        /** A line to compare with. */
        static Line reference(Territory territory, String label) {
            return new Line(territory, label, "", "Ensemble QPV", null, "");
        }
    }

    ChapterTable(Composition composition, String head, String summary) {
        this.composition = composition;
        this.row = ROW;
        List<Column> columns = new ArrayList<>(composition.chapterColumns().columns());
        columns.set(0, columns.getFirst().named(head));
        TableSpec spec = new TableSpec(summary, columns, AtlasColumns.WIDE);
        TableLayout layout = composition.chapterColumns().layout();
        this.drawers = IntStream.range(0, layout.parts().size())
                .mapToObj(part -> new TableDrawer(composition.type(), spec, layout, part)).toList();
    }

    private ChapterTable(ChapterTable other, double row) {
        this.composition = other.composition;
        this.row = row;
        this.drawers = other.drawers;
    }

    /** The same table with rows of another height. */
    ChapterTable withRows(double height) {
        return new ChapterTable(this, height);
    }

    /** The indicators of a part of the columns. */
    List<Indicator> indicators(int part) {
        return composition.chapterColumns().layout().parts().get(part).columns().stream().filter(column -> column > 0)
                .map(column -> composition.book().chapters().get(column - 1)).toList();
    }

    /** On how many pages the columns stand. */
    int parts() {
        return drawers.size();
    }

    /** Height of the table with this many lines, references included. */
    double height(int lines) {
        return headHeight() + TableDrawer.BEFORE_REFERENCES + lines * 2 * row;
    }

    private double headHeight() {
        return drawers.stream().mapToDouble(TableDrawer::headHeight).max().orElseThrow();
    }

    /** The height of a row with which this many lines fill a room. */
    double rowThatFits(int lines, double room) {
        return (room - headHeight() - TableDrawer.BEFORE_REFERENCES) / (2 * lines);
    }

    /** Cuts the lines into pages of this room, the references on the last with at least one line. */
    List<List<Block.Rows>> cut(List<Line> lines, List<Line> references, double room) {
        double body = room - headHeight();
        int withoutReferences = Math.max(1, (int) Math.floor(body / (2 * row)));
        int withReferences = Math.max(1, (int) Math.floor(
                (body - TableDrawer.BEFORE_REFERENCES - references.size() * 2 * row) / (2 * row)));
        List<List<Block.Rows>> pages = new ArrayList<>();
        int from = 0;
        while (lines.size() - from > withReferences) {
            int count = Math.min(withoutReferences, lines.size() - from - 1);
            pages.add(blocks(lines.subList(from, from + count), List.of()));
            from += count;
        }
        pages.add(blocks(lines.subList(from, lines.size()), references));
        return pages;
    }

    /** The rows of a page. */
    List<Block.Rows> blocks(List<Line> lines, List<Line> references) {
        List<Block.Rows> blocks = new ArrayList<>();
        lines.forEach(line -> blocks.add(block(line, false, blocks.size() % 2 == 1)));
        references.forEach(line -> blocks.add(block(line, true, false)));
        return blocks;
    }

    private Block.Rows block(Line line, boolean reference, boolean shaded) {
        Cell name = Cell.name(line.label(), line.shorter(), TypeScale.TABLE_BOLD, TypeScale.TABLE_BOLD.sized(7))
                .leadingTo(line.link());
        Cell inQpv = Cell.of(line.qpvLabel(), TypeScale.TABLE_QPV).signed(Cell.Sign.DIAMOND);
        return new Block.Rows(
                List.of(row(line, Perimeter.ENSEMBLE, name, TypeScale.TABLE_BOLD),
                        row(line, Perimeter.QPV, inQpv, TypeScale.TABLE_QPV)),
                reference, shaded, line.destination());
    }

    private Row row(Line line, Perimeter perimeter, Cell name, Style style) {
        List<Cell> cells = new ArrayList<>();
        cells.add(name);
        for (Indicator indicator : composition.book().chapters()) {
            cells.add(composition.chapterColumns().cells().cell(line.territory(), perimeter, indicator, style));
        }
        return new Row(AtlasColumns.address(line.territory(), perimeter), row, cells);
    }

    /** Begins the tagged table of a part of the columns. */
    void begin(Element section, int part) {
        drawers.get(part).begin(section);
    }

    /** Draws a page of it and says where it ends. */
    double draw(Page page, int part, List<Block.Rows> blocks, double x, double top) {
        return drawers.get(part).draw(page, blocks, x, top);
    }

    /** Ends it. */
    void end(int part) {
        drawers.get(part).end();
    }
}
