package fr.atlasqpv.publication.pdf.tables;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the columns of a part of a table, on as many pages as its rows need; lengths in millimetres. */
public final class TableDrawer {
    /** Room before the rows that a table closes with. */
    public static final double BEFORE_REFERENCES = 1.4;

    private static final double UNDER_BAND = 1.25;
    private static final double INDENT = 4.3;
    private static final double THIN_RAISED = 0.2;
    private static final double MIDDLE = 0.119;
    private static final double MARK_ROOM = 1.6;

    private final Typefaces type;
    private final TableSpec spec;
    private final TableLayout layout;
    private final int number;
    private final TableLayout.Part part;
    private final List<TableLayout.Band> bands;
    private final Look look;
    private Table table;

    /**
     * A drawer.
     *
     * @param part which of the parts of the layout
     */
    public TableDrawer(Typefaces type, TableSpec spec, TableLayout layout, int part) {
        this.type = type;
        this.spec = spec;
        this.layout = layout;
        this.number = part;
        this.part = layout.parts().get(part);
        this.bands = layout.bands(this.part.columns());
        this.look = spec.look();
    }

    /** Begins the tagged table, which may run over several pages. */
    public void begin(Element section) {
        table = new Table(section, part.columns().size(), spec.summary());
    }

    /** Ends it. */
    public void end() {
        table.end();
    }

    /** Height of the heads. */
    public double headHeight() {
        return look.heads() ? lastBaseline() + look.bottom() : 0;
    }

    private double bandHeight() {
        int lines = bands.stream().filter(b -> !b.name().isEmpty())
                .mapToInt(b -> layout.bandLines(b.name(), bandRoom(b)).size()).max().orElse(0);
        return lines == 0 ? 0 : lines * look.bandLine() + UNDER_BAND;
    }

    private double bandRoom(TableLayout.Band band) {
        return part.left(band.to()) - part.left(band.from()) - look.before();
    }

    private double lastNameBaseline() {
        int lines = IntStream.range(0, part.columns().size()).map(i -> names(i).size()).max().orElse(1);
        return bandHeight() + look.firstName() + (lines - 1) * look.nameLine();
    }

    private double lastBaseline() {
        boolean under = IntStream.range(0, part.columns().size()).mapToObj(this::column)
                .anyMatch(c -> !c.under().isEmpty() || !c.end().isEmpty() && look.beside());
        return lastNameBaseline() + (under ? look.toUnder() : 0);
    }

    private Column column(int place) {
        return spec.columns().get(part.columns().get(place));
    }

    private List<TextLine> names(int place) {
        Column column = column(place);
        return layout.headLines(column, part.widths()[place] - look.before() - layout.afterHead(column) + 0.02);
    }

    /** Height of rows, with the room before the references among them. */
    public double height(List<? extends Block> blocks) {
        boolean gap = look.beside() && blocks.size() > 1 && blocks.getLast() instanceof Block.Rows rows
                && rows.reference();
        return blocks.stream().mapToDouble(Block::height).sum() + (gap ? BEFORE_REFERENCES : 0);
    }

    /** Draws the heads and rows of a page and says where they end. */
    public double draw(Page page, List<? extends Block> blocks, double x, double top) {
        table.page(page, heads -> heads(heads, page, x, top));
        double y = top + headHeight();
        double axisTop = y;
        boolean references = blocks.isEmpty() || isReference(blocks.getFirst());
        for (Block block : blocks) {
            if (block instanceof Block.Group group) {
                axes(page, x, axisTop, y);
                group(page, group, x, y);
                axisTop = y + group.height();
            } else if (block instanceof Block.Rows rows) {
                boolean opens = rows.reference() && !references;
                y += opens && look.beside() ? BEFORE_REFERENCES : 0;
                rows(page, rows, x, y);
                if (opens) {
                    page.artifact().line(x, y, x + layout.width(), y, 0.5, look.colours().rule());
                }
                references |= rows.reference();
            }
            y += block.height();
            if (look.rules() && block instanceof Block.Rows) {
                page.artifact().line(x, y, x + layout.width(), y, 0.12, look.colours().hairline());
            }
        }
        if (look.closed()) {
            page.artifact().line(x, y, x + layout.width(), y, 0.5, look.colours().rule());
        }
        axes(page, x, axisTop, y);
        return y;
    }

    private static boolean isReference(Block block) {
        return block instanceof Block.Rows rows && rows.reference();
    }

    private void heads(Table heads, Page page, double x, double top) {
        boolean banded = bandHeight() > 0;
        double height = Math.max(headHeight(), 0.1);
        Table.Row first = heads.row(top, banded ? bandHeight() : height);
        for (TableLayout.Band band : bandsAndLeading()) {
            if (banded && !band.name().isEmpty()) {
                band(page, first, band, x, top);
            } else {
                name(page, head(first, band.from(), x, banded ? 2 : 1).within(page.artifact().room()), band.from(), x,
                        top);
            }
        }
        if (banded) {
            Table.Row second = heads.row(top + bandHeight(), height - bandHeight());
            bands.stream().filter(b -> !b.name().isEmpty()).flatMapToInt(b -> IntStream.range(b.from(), b.to()))
                    .forEach(i -> name(page, head(second, i, x, 1), i, x, top));
        }
        if (look.heads()) {
            page.artifact().line(x, top + height, x + layout.width(), top + height, look.beside() ? 0.5 : 0.3,
                    look.colours().rule());
        }
    }

    private List<TableLayout.Band> bandsAndLeading() {
        return IntStream.range(0, part.columns().size()).mapToObj(
                i -> bands.stream().filter(b -> !b.name().isEmpty() && b.from() <= i && i < b.to()).findFirst()
                        .orElse(new TableLayout.Band("", i, i + 1)))
                .distinct().toList();
    }

    private Pen head(Table.Row row, int place, double x, int rowSpan) {
        return row.head(Table.Scope.COLUMN, x + part.left(place), part.widths()[place] + 1, 1, rowSpan)
                .titled(column(place).id());
    }

    private void band(Page page, Table.Row row, TableLayout.Band band, double x, double top) {
        double left = x + part.left(band.from()) + look.before();
        double right = x + part.left(band.to());
        Pen pen = row.head(Table.Scope.COLUMN, left, right - left + 1, band.to() - band.from(), 1);
        double y = top + look.bandLine();
        for (TextLine line : layout.bandLines(band.name(), bandRoom(band))) {
            pen.line(rich(line), left, y);
            y += look.bandLine();
        }
        boolean last = band.to() == part.columns().size();
        double end = last ? x + layout.width() : right - 0.45;
        page.artifact().line(left, top + bandHeight(), end, top + bandHeight(), 0.5, look.colours().rule());
    }

    private static Rich rich(TextLine line) {
        return new Rich(line.pieces().stream().map(p -> new Rich.Run(p.text(), p.style(), null)).toList());
    }

    private void name(Page page, Pen pen, int place, double x, double top) {
        Column column = column(place);
        if (!look.heads()) {
            pen.hidden(column.head());
            return;
        }
        double y = top + bandHeight() + look.firstName();
        List<TextLine> lines = names(place);
        for (int i = 0; i < lines.size(); i++) {
            boolean more = i + 1 < lines.size() || !column.under().isEmpty();
            write(pen, rich(lines.get(i)).plain().stripTrailing(), look.head(), place, x, y + i * look.nameLine(),
                    more);
        }
        double under = top + lastBaseline();
        if (!column.under().isEmpty()) {
            write(pen, column.under(), look.under(), place, x, under, false);
        } else if (!column.end().isEmpty() && look.beside()) {
            scale(page.artifact(), column, x + part.left(place) + look.before(), zone(place), under);
        }
    }

    /** A line of a head; a space parts it from the next one where it is read. */
    private void write(Pen pen, String text, Style style, int place, double x, double y, boolean more) {
        Column column = column(place);
        double left = x + part.left(place);
        String words = more ? text + " " : text;
        if (column.kind() == Column.Kind.FIGURE && !column.hasBars()) {
            double space = more ? type.width(" ", style) : 0;
            pen.text(words, style, left + part.widths()[place] - look.after() + space, y, Anchor.END);
        } else if (column.kind() == Column.Kind.SIGN) {
            pen.text(words, style, left + part.widths()[place] / 2 - type.width(text, style) / 2, y);
        } else {
            pen.text(words, style, left + layout.before(column), y);
        }
    }

    private void scale(Pen pen, Column column, double left, double zone, double y) {
        double right = left + zone;
        int ink = look.colours().ink();
        pen.text("0", look.under(), left, y);
        pen.text(column.end(), look.under(), right, y, Anchor.END);
        pen.line(left, y + 1.8, right, y + 1.8, 0.2, ink);
        pen.line(left, y + 0.9, left, y + 1.8, 0.2, ink);
        pen.line(right, y + 0.9, right, y + 1.8, 0.2, ink);
    }

    /** Where the scale of a column begins, from the left edge of the table, in millimetres. */
    public double left(int place) {
        return part.left(place) + look.before();
    }

    /** Length of the whole scale of a column, in millimetres. */
    public double length(int place) {
        return zone(place);
    }

    private double zone(int place) {
        double inside = part.widths()[place] - look.before() - look.after();
        return look.beside() ? inside - column(place).content() - TableLayout.AFTER_BAR : inside;
    }

    private void axes(Page page, double x, double top, double bottom) {
        if (bottom - top < 1) {
            return;
        }
        Pen pen = page.artifact();
        for (int i = 0; i < part.columns().size(); i++) {
            Column column = column(i);
            if (column.hasBars()) {
                double left = x + part.left(i) + look.before();
                pen.line(left, top, left, bottom, 0.15, look.colours().axis());
                if (look.beside() && !Double.isNaN(column.reference())) {
                    double at = left + Math.clamp(column.reference() / column.scale(), 0, 1) * zone(i);
                    pen.dashed(at, top, at, bottom, 0.2, look.colours().reference(), 0.45, 0.75, false);
                }
            }
        }
    }

    private void group(Page page, Block.Group group, double x, double y) {
        double width = layout.width();
        double line = look.rules() ? y + group.height() : y;
        page.artifact().line(x, line, x + width, line, look.rules() ? 0.3 : 0.2, look.colours().rule());
        if (number == 0 && !group.destination().isEmpty()) {
            page.destination(group.destination(), y);
        }
        Table.Row row = table.row(y, group.height());
        int columns = part.columns().size();
        boolean aside = !group.aside().empty();
        double taken = aside ? rich(group.aside()) + 2 : 0;
        Pen head = row.head(Table.Scope.ROW, x, width - taken, aside ? columns - 1 : columns, 1);
        double left = look.rules() ? 0 : look.before();
        name(head, group.name(), x + left, width - taken - left, y + (look.rules() ? 0.6 : 0), group.height());
        if (aside) {
            Style style = group.aside().style();
            Pen pen = row.data(x + width - taken, taken);
            runs(pen, group.aside(), x + width - taken + 2, y + group.height() / 2 + style.size() * MIDDLE - 0.1);
        }
    }

    private double rich(Cell cell) {
        return cell.text().runs().stream().mapToDouble(run -> type.width(run.text(), run.style())).sum()
                + (cell.mark() == null ? 0 : MARK_ROOM);
    }

    /** Runs side by side; the middle one of three bears the address of the cell. */
    private static void runs(Pen pen, Cell cell, double x, double baseline) {
        double at = x;
        List<Rich.Run> runs = cell.text().runs();
        for (int i = 0; i < runs.size(); i++) {
            Pen one = runs.size() == 1 ? pen : pen.child(Role.SPAN);
            boolean marked = i == 1 && cell.mark() != null;
            Pen named = i == 1 ? one.titled(cell.id()) : one;
            at = (marked ? named.child(Role.SPAN) : named).line(new Rich(List.of(runs.get(i))), at, baseline);
            if (marked) {
                cell.mark().draw(named, at, baseline);
                at += MARK_ROOM;
            }
        }
    }

    private void rows(Page page, Block.Rows block, double x, double y) {
        if (number == 0 && !block.destination().isEmpty()) {
            page.destination(block.destination(), y);
        }
        if (block.reference() || block.shaded()) {
            page.artifact().rectangle(x, y, layout.width(), block.height(),
                    block.reference() ? look.colours().pale() : look.colours().shade());
        }
        double at = y;
        for (Row row : block.rows()) {
            bars(page.artifact(), row, x, at);
            at += row.height();
        }
        at = y;
        for (Row row : block.rows()) {
            Table.Row line = table.row(at, row.height());
            int lines = lines(row);
            for (int i = 0; i < part.columns().size(); i++) {
                cell(page, line, row, i, x, at, lines);
            }
            at += row.height();
        }
    }

    private void bars(Pen pen, Row row, double x, double y) {
        for (int i = 0; i < part.columns().size(); i++) {
            Cell cell = row.cells().get(part.columns().get(i));
            if (column(i).hasBars() && !Double.isNaN(cell.bar())) {
                double left = x + part.left(i) + look.before();
                double top = look.beside() ? y + (row.height() - look.bars()) / 2 : y + row.height() - 0.72;
                if (!look.beside()) {
                    pen.rectangle(left, top, zone(i), look.bars(), look.colours().track());
                }
                bar(pen, cell.bar() / column(i).scale(), left, top, zone(i), cell.colour());
            }
        }
    }

    /** A value past the scale stops at its end with a point outwards. */
    private void bar(Pen pen, double share, double left, double top, double zone, int colour) {
        pen.rectangle(left, top, zone * Math.clamp(share, 0, 1), look.bars(), colour);
        if (share > 1) {
            double end = left + zone;
            double middle = top + look.bars() / 2;
            double half = Math.max(look.bars() / 2, 0.45);
            pen.polygon(
                    List.of(new Point(end, middle - half), new Point(end + 0.95, middle),
                            new Point(end, middle + half)),
                    colour);
        }
    }

    /** Lines of the tallest cell of running words of a row. */
    public int lines(Row row) {
        return IntStream.range(0, part.columns().size())
                .filter(i -> column(i).leads() && row.cells().get(part.columns().get(i)).runsOn())
                .map(i -> type.broken(row.cells().get(part.columns().get(i)).text(), layout.room(number, i)).size())
                .max().orElse(1);
    }

    private void cell(Page page, Table.Row line, Row row, int place, double x, double y, int lines) {
        Column column = column(place);
        Cell cell = row.cells().get(part.columns().get(place));
        double left = x + part.left(place);
        double width = part.widths()[place];
        Pen pen = column.kind() == Column.Kind.NAME
                ? line.head(Table.Scope.ROW, left, width).titled(row.id())
                : line.data(left, width + MARK_ROOM);
        if (cell.empty()) {
            return;
        }
        double baseline = y + row.height() / 2 + cell.style().size() * MIDDLE
                - (look.beside() ? (lines - 1) * look.textLine() / 2 : THIN_RAISED);
        double at = left + layout.before(column);
        switch (column.kind()) {
            case NAME, WORDS -> words(page, pen, cell, at, layout.room(number, place), y, row.height(), baseline);
            case FIGURE -> figure(pen, cell, left + width - look.after(), baseline);
            case SIGN -> sign(page, pen, cell, left + width / 2, y + row.height() / 2, baseline);
        }
    }

    private void words(Page page, Pen pen, Cell cell, double x, double room, double y, double height,
            double baseline) {
        switch (cell.sign()) {
            case DIAMOND -> {
                page.artifact().diamond(x + 2.5, y + height / 2, 0.85, look.colours().sign());
                pen.text(cell.text().plain(), cell.style(), x + INDENT, baseline);
            }
            case RING -> {
                page.artifact().circle(x + 1.1, y + height / 2, 1.95, null, Integer.valueOf(look.colours().sign()),
                        0.3);
                pen.text(cell.text().plain(), cell.style(), x + 1.1, baseline, Anchor.MIDDLE);
            }
            case NONE -> {
                if (cell.shorter() != null) {
                    name(pen, cell, x, room, y, height);
                } else {
                    List<TextLine> lines = type.broken(cell.text(), room);
                    pen.within(page.artifact().room()).lines(lines, x,
                            baseline - Pen.baselineIn(look.textLine(), cell.style().size()), look.textLine());
                }
            }
        }
    }

    private void name(Pen cellPen, Cell cell, double x, double room, double y, double height) {
        Fitted name = Fitted.of(type, cell.text().plain(), cell.shorter(), cell.style(), cell.small(), room);
        Box area = cellPen.room();
        Pen pen = cell.link() == null ? cellPen : cellPen.child(Role.LINK);
        double leading = name.style().size() * 0.38;
        double baseline = y + height / 2 + name.style().size() * MIDDLE - (name.lines().size() - 1) * leading / 2
                - (look.beside() ? 0 : THIN_RAISED);
        for (String text : name.lines()) {
            pen.text(text, name.style(), x, baseline);
            baseline += leading;
        }
        if (cell.link() != null) {
            pen.leadingTo(cell.link(), area);
        }
    }

    private static void figure(Pen pen, Cell cell, double right, double baseline) {
        String text = cell.text().plain();
        if (cell.mark() != null) {
            said(pen.child(Role.SPAN), cell).text(text, cell.style(), right, baseline, Anchor.END);
            cell.mark().draw(pen, right, baseline);
        } else if (!cell.id().isEmpty()) {
            said(pen.child(Role.SPAN).titled(cell.id()), cell).text(text, cell.style(), right, baseline, Anchor.END);
        } else {
            said(pen, cell).text(text, cell.style(), right, baseline, Anchor.END);
        }
    }

    private void sign(Page page, Pen pen, Cell cell, double centre, double middle, double baseline) {
        String text = cell.text().plain();
        if (cell.ground() != null) {
            double width = Math.max(7.4, type.width(text, cell.style()) + 1.4);
            page.artifact().roundRectangle(Box.around(centre, middle - 0.05, width, 2.9), 0.5, cell.ground(), null, 0);
            said(pen, cell).text(text, cell.style(), centre, middle + 0.8, Anchor.MIDDLE);
        } else {
            said(pen, cell).text(text, cell.style(), centre, baseline, Anchor.MIDDLE);
        }
    }

    private static Pen said(Pen pen, Cell cell) {
        return cell.said().isEmpty() ? pen : pen.expanding(cell.said());
    }
}
