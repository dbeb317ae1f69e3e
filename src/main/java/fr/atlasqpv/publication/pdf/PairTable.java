package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of territories in pairs of rows: everybody, then the inhabitants of the QPV; a bar beside each rate, on the
 * scale of its column. Reference pairs close it.
 */
final class PairTable {
    static final List<Indicator> INDICATORS = Indicator.chapterIndicators();

    private static final double HEAD = 18.2;
    private static final double BEFORE_REFERENCES = 1.4;
    private static final double MARK_ROOM = 1.8;
    private static final double AFTER_AXIS = 1.2;
    private static final double BAR = 2.3;

    private final Composition composition;
    private final String labelHead;
    private final double labelWidth;
    private final double populationWidth;
    private final double rateWidth;
    private final double row;
    private final List<Indicator> rates = INDICATORS.subList(1, INDICATORS.size());

    /**
     * A row pair.
     *
     * @param territory whose figures
     * @param label its name
     * @param qpvLabel name of the second row
     * @param link where the name leads, null when nowhere
     * @param destination name of the place of this row, null when none
     */
    record Pair(Territory territory, String label, String qpvLabel, LinkTarget link, String destination) {}

    /** A page of the table; {@code references}: the closing pairs stand on it. */
    record Slice(List<Pair> pairs, boolean references) {}

    PairTable(Composition composition, String labelHead, double labelWidth, double populationWidth, double row) {
        this.composition = composition;
        this.labelHead = labelHead;
        this.labelWidth = labelWidth;
        this.populationWidth = populationWidth;
        this.row = row;
        this.rateWidth = (Frame.WIDTH - labelWidth - populationWidth - MARK_ROOM) / rates.size();
    }

    /** Cuts the pairs into pages of this room in millimetres, the references on the last with at least one pair. */
    List<Slice> cut(List<Pair> pairs, int references, double room) {
        double body = room - HEAD;
        int withoutReferences = Math.max(1, (int) Math.floor(body / (2 * row)));
        int withReferences =
                Math.max(1, (int) Math.floor((body - BEFORE_REFERENCES - references * 2 * row) / (2 * row)));
        List<Slice> slices = new ArrayList<>();
        int from = 0;
        while (pairs.size() - from > withReferences) {
            int count = Math.min(withoutReferences, pairs.size() - from - 1);
            slices.add(new Slice(pairs.subList(from, from + count), false));
            from += count;
        }
        slices.add(new Slice(pairs.subList(from, pairs.size()), true));
        return slices;
    }

    /** The row height at which a table fills a room, millimetres. */
    static double rowThatFits(int pairs, int references, double room) {
        return (room - HEAD - BEFORE_REFERENCES) / (2 * (pairs + references));
    }

    double height(int pairs, int references) {
        return HEAD + pairs * 2 * row + (references > 0 ? BEFORE_REFERENCES + references * 2 * row : 0);
    }

    /** Begins the tagged table of all the slices. */
    Table begin(Element section, String summary) {
        return new Table(section, 1 + INDICATORS.size(), summary);
    }

    /** Draws a page of the table and says where it ends. */
    double draw(Page page, Table table, Slice slice, List<Pair> references, double x, double top) {
        table.page(page, heads -> heads(heads, page, x, top));
        double y = top + HEAD;
        int rank = 0;
        for (Pair pair : slice.pairs()) {
            if (rank++ % 2 == 1) {
                page.artifact().rectangle(x, y, Frame.WIDTH, 2 * row, Palette.ZEBRA);
            }
            pair(page, table, pair, x, y);
            y += 2 * row;
            page.artifact().line(x, y, x + Frame.WIDTH, y, 0.12, Palette.LINE);
        }
        if (slice.references()) {
            y += BEFORE_REFERENCES;
            page.artifact().rectangle(x, y, Frame.WIDTH, references.size() * 2 * row, Palette.PALE);
            page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
            int left = references.size();
            for (Pair pair : references) {
                pair(page, table, pair, x, y);
                y += 2 * row;
                if (--left > 0) {
                    page.artifact().line(x, y, x + Frame.WIDTH, y, 0.12, Palette.LINE);
                }
            }
            table.end();
        }
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        axes(page, x, top + HEAD, y);
        return y;
    }

    private double rateLeft(double x, int rate) {
        return x + labelWidth + populationWidth + rate * rateWidth;
    }

    private double zone() {
        return rateWidth - (row > 7 ? 8.56 : 8.4);
    }

    private void heads(Table table, Page page, double x, double top) {
        Table.Row bands = table.row(top, 4.4);
        Pen label = bands.head(Table.Scope.COLUMN, x, labelWidth, 1, 2).within(page.artifact().room());
        label.text(labelHead + " ", TypeScale.TABLE_HEAD, x, top + 8.6);
        label.text("ensemble, puis QPV", TypeScale.SCALE, x, top + 15.6);
        double left = x + labelWidth;
        int at = 0;
        while (at < INDICATORS.size()) {
            int span = bandSpan(at);
            double width = width(at, span);
            Pen band = bands.head(Table.Scope.COLUMN, left + AFTER_AXIS, width - AFTER_AXIS - 0.4, span, 1);
            String name = French.capitals(band(at));
            band.text(composition.cut(name, TypeScale.BAND, width - AFTER_AXIS), TypeScale.BAND, left + AFTER_AXIS,
                    top + 3.1);
            boolean last = at + span == INDICATORS.size();
            page.artifact().line(left + AFTER_AXIS, top + 4.4, last ? x + Frame.WIDTH : left + width - 0.45, top + 4.4,
                    0.5,
                    Palette.TEAL);
            left += width;
            at += span;
        }
        Table.Row names = table.row(top + 4.4, HEAD - 4.4);
        double populationRight = x + labelWidth + populationWidth - AFTER_AXIS;
        Pen population = names.head(Table.Scope.COLUMN, x + labelWidth, populationWidth);
        population.text(shortLabel(Indicator.POPULATION) + " ", TypeScale.TABLE_HEAD, populationRight
                + composition.type().width(" ", TypeScale.TABLE_HEAD), top + 8.6, Anchor.END);
        population.text("habitants", TypeScale.SCALE, populationRight, top + 15.6, Anchor.END);
        for (int i = 0; i < rates.size(); i++) {
            rateHead(page, names, i, x, top);
        }
        page.artifact().line(x, top + HEAD, x + Frame.WIDTH, top + HEAD, 0.5, Palette.TEAL);
    }

    private void rateHead(Page page, Table.Row names, int i, double x, double top) {
        double left = rateLeft(x, i) + AFTER_AXIS;
        Pen head = names.head(Table.Scope.COLUMN, rateLeft(x, i), rateWidth + 1);
        List<TextLine> lines =
                composition.type().broken(Rich.of(shortLabel(rates.get(i)), TypeScale.TABLE_HEAD), rateWidth - 0.4);
        double baseline = top + 8.6;
        for (TextLine line : lines.subList(0, Math.min(2, lines.size()))) {
            String text = line.pieces().isEmpty() ? "" : line.pieces().getFirst().text();
            head.text(text.stripTrailing() + " ", TypeScale.TABLE_HEAD, left, baseline);
            baseline += 3.1;
        }
        Pen scale = page.artifact();
        double right = left + zone();
        String end = French.plain(BigDecimal.valueOf(composition.axisMax(rates.get(i)))) + French.NO_BREAK + "%";
        scale.text("0", TypeScale.SCALE, left, top + 15.6);
        scale.text(end, TypeScale.SCALE, right, top + 15.6, Anchor.END);
        scale.line(left, top + 17.4, right, top + 17.4, 0.2, Palette.INK);
        scale.line(left, top + 16.5, left, top + 17.4, 0.2, Palette.INK);
        scale.line(right, top + 16.5, right, top + 17.4, 0.2, Palette.INK);
    }

    private String shortLabel(Indicator indicator) {
        return French.typeset(
                composition.notice(indicator).map(IndicatorNotice::shortLabel).orElse(indicator.id()));
    }

    private String band(int column) {
        return composition.notice(INDICATORS.get(column)).map(IndicatorNotice::band).orElse("");
    }

    private int bandSpan(int column) {
        int span = 1;
        while (column + span < INDICATORS.size() && band(column + span).equals(band(column))) {
            span++;
        }
        return span;
    }

    private double width(int column, int span) {
        return column == 0 ? populationWidth + (span - 1) * rateWidth : span * rateWidth;
    }

    private void pair(Page page, Table table, Pair pair, double x, double y) {
        if (pair.destination() != null) {
            page.destination(pair.destination(), y);
        }
        bars(page, pair, Perimeter.ENSEMBLE, x, y);
        bars(page, pair, Perimeter.QPV, x, y + row);
        page.artifact().diamond(x + 3.4, y + 1.5 * row, 0.85, Palette.QPV);
        Table.Row first = table.row(y, row);
        label(page, first, pair, x, y);
        figures(first, pair, Perimeter.ENSEMBLE, x, y);
        Table.Row second = table.row(y + row, row);
        double baseline = y + row + row / 2 + 0.95;
        second.head(Table.Scope.ROW, x, labelWidth).text(pair.qpvLabel(), TypeScale.TABLE_QPV, x + 5.2, baseline);
        figures(second, pair, Perimeter.QPV, x, y + row);
    }

    /** A long name takes two lines over both rows of the pair. */
    private void label(Page page, Table.Row tableRow, Pair pair, double x, double y) {
        double room = labelWidth - 1.4;
        Rich name = Rich.of(pair.label(), TypeScale.TABLE_BOLD);
        List<TextLine> lines = composition.type().brokenAtSpaces(name, room);
        if (lines.size() > 2) {
            lines = composition.type().broken(name, room);
        }
        Pen cell = tableRow.head(Table.Scope.ROW, x, labelWidth);
        List<String> texts = new ArrayList<>();
        if (lines.size() <= 2) {
            lines.forEach(line -> texts.add(line.pieces().getFirst().text()));
        } else {
            String first = lines.getFirst().pieces().getFirst().text();
            texts.add(first);
            texts.add(composition.cut(pair.label().substring(first.length()), TypeScale.TABLE_BOLD, room));
        }
        double baseline = texts.size() == 1 ? y + row / 2 + 0.95 : y + row / 2 - 0.08;
        Pen words = cell.within(page.artifact().room());
        if (pair.link() == null) {
            write(words, texts, x + 0.9, baseline);
        } else {
            Pen linked = words.child(Role.LINK);
            write(linked, texts, x + 0.9, baseline);
            linked.leadingTo(pair.link(), cell.room());
        }
    }

    private void write(Pen pen, List<String> texts, double x, double baseline) {
        double at = baseline;
        for (String text : texts) {
            pen.text(text, TypeScale.TABLE_BOLD, x, at);
            at += 3.05;
        }
    }

    private void figures(Table.Row tableRow, Pair pair, Perimeter perimeter, double x, double y) {
        boolean ensemble = perimeter == Perimeter.ENSEMBLE;
        Style style = ensemble ? TypeScale.TABLE_BOLD : TypeScale.TABLE_QPV;
        double baseline = y + row / 2 + 0.95;
        Pen population = tableRow.data(x + labelWidth, populationWidth + AFTER_AXIS);
        write(population, composition.printed(pair.territory(), perimeter, Indicator.POPULATION), style,
                x + labelWidth + populationWidth - AFTER_AXIS, baseline);
        for (int i = 0; i < rates.size(); i++) {
            Pen cell = tableRow.data(rateLeft(x, i), rateWidth + MARK_ROOM);
            write(cell, composition.printed(pair.territory(), perimeter, rates.get(i)), style,
                    rateLeft(x, i) + rateWidth - 0.9, baseline);
        }
    }

    private void write(Pen cell, Printed printed, Style style, double right, double baseline) {
        Style used = printed.number() ? style : TypeScale.STATUS;
        if (printed.estimated()) {
            cell.child(Role.SPAN).text(printed.text(), used, right, baseline, Anchor.END);
            cell.expanding("estimé").text(Printed.ESTIMATED, TypeScale.MARK, right + 0.25, baseline - 0.75);
        } else {
            printed.pen(cell).text(printed.text(), used, right, baseline, Anchor.END);
        }
    }

    private void bars(Page page, Pair pair, Perimeter perimeter, double x, double y) {
        int colour = perimeter == Perimeter.ENSEMBLE ? Palette.BAR_ENSEMBLE : Palette.BAR_QPV;
        Pen pen = page.artifact();
        for (int i = 0; i < rates.size(); i++) {
            Printed printed = composition.printed(pair.territory(), perimeter, rates.get(i));
            if (printed.hasBar()) {
                bar(pen, printed.bar() / composition.axisMax(rates.get(i)), rateLeft(x, i) + AFTER_AXIS, y, colour);
            }
        }
    }

    /** A value past the scale stops at its end with a point outwards. */
    private void bar(Pen pen, double share, double left, double y, int colour) {
        double top = y + (row - BAR) / 2;
        pen.rectangle(left, top, zone() * Math.min(1, share), BAR, colour);
        if (share > 1) {
            double end = left + zone();
            pen.polygon(
                    List.of(new Point(end, top), new Point(end + 1, top + BAR / 2), new Point(end, top + BAR)),
                    colour);
        }
    }

    private void axes(Page page, double x, double top, double bottom) {
        Pen pen = page.artifact();
        for (int i = 0; i < rates.size(); i++) {
            double left = rateLeft(x, i) + AFTER_AXIS;
            pen.line(left, top, left, bottom, 0.15, Palette.AXIS);
            Indicator rate = rates.get(i);
            composition
                    .cell(Territory.FRANCE, Perimeter.ENSEMBLE, rate)
                    .map(PublishedCell::value)
                    .ifPresent(value -> {
                        double share = Math.min(1, value.doubleValue() / composition.axisMax(rate));
                        double at = left + share * zone();
                        pen.dashed(at, top, at, bottom, 0.2, Palette.REFERENCE, 0.45, 0.75, false);
                    });
        }
    }

    /** The reference pairs that close the table of a chapter. */
    static Pair reference(Territory territory, String label) {
        return new Pair(territory, label, "Ensemble QPV", null, null);
    }
}
