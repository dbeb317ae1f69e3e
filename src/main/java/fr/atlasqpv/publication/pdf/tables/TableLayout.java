package fr.atlasqpv.publication.pdf.tables;

import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are, and on how many pages they stand: no column is narrower than its head, its longest
 * value and the shortest scale of a bar. Pages are cut between bands, and within a band that is too wide for one.
 */
public final class TableLayout {
    private static final int FEWEST_LINES = 2;
    private static final int MOST_LINES = 3;
    private static final double BETWEEN_BANDS = 1.6;
    private static final double AFTER_HEAD = 0.7;
    /** Between the end of a scale and the figures: a point may stand there. */
    static final double AFTER_BAR = 1;

    private final Typefaces type;
    private final List<Column> columns;
    private final Look look;
    private final double width;
    private final int headLines;
    private final List<Part> parts;

    /** A run of columns under the same band, in places of a part. */
    record Band(String name, int from, int to) {}

    /**
     * The columns of a page.
     *
     * @param columns places in the table
     * @param widths of each, millimetres
     */
    public record Part(List<Integer> columns, double[] widths) {
        /** Left edge of the column at a place of the part, from the left edge of the table. */
        double left(int place) {
            return Arrays.stream(widths, 0, place).sum();
        }
    }

    private TableLayout(Typefaces type, List<Column> columns, Look look, double width, int headLines) {
        this.type = type;
        this.columns = columns;
        this.look = look;
        this.width = width;
        this.headLines = headLines;
        this.parts = cut();
    }

    /**
     * Lays a table out.
     *
     * @param width of a page, millimetres
     */
    public static TableLayout of(Typefaces type, List<Column> columns, Look look, double width) {
        TableLayout low = new TableLayout(type, List.copyOf(columns), look, width, FEWEST_LINES);
        if (low.parts.size() == 1) {
            return low;
        }
        TableLayout tall = new TableLayout(type, List.copyOf(columns), look, width, MOST_LINES);
        return tall.parts.size() < low.parts.size() ? tall : low;
    }

    /** The columns, page by page. */
    public List<Part> parts() {
        return parts;
    }

    double width() {
        return width;
    }

    /** Room of the text of the column at a place of a part, millimetres. */
    public double room(int part, int place) {
        Part on = parts.get(part);
        Column column = columns.get(on.columns().get(place));
        return on.widths()[place] - before(column) - (column.leads() ? look.before() : look.after());
    }

    double before(Column column) {
        return !column.leads() ? look.before()
                : look.beside() ? 0.9 : column.kind() == Column.Kind.NAME ? 0.2 : look.before();
    }

    private List<Part> cut() {
        List<Integer> leading = places(true);
        List<List<Integer>> pages = new ArrayList<>();
        List<Integer> page = new ArrayList<>(leading);
        for (List<Integer> band : runs(places(false))) {
            if (page.size() > leading.size() && !fits(with(page, band))) {
                pages.add(page);
                page = new ArrayList<>(leading);
            }
            for (int column : band) {
                if (page.size() > leading.size() && !fits(with(page, List.of(column)))) {
                    pages.add(page);
                    page = new ArrayList<>(leading);
                }
                page.add(column);
            }
        }
        pages.add(page);
        return pages.stream().map(this::part).toList();
    }

    private List<Integer> places(boolean leads) {
        return IntStream.range(0, columns.size()).filter(i -> columns.get(i).leads() == leads).boxed().toList();
    }

    private static List<Integer> with(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private List<List<Integer>> runs(List<Integer> places) {
        List<List<Integer>> runs = new ArrayList<>();
        for (int place : places) {
            String band = columns.get(place).band();
            if (runs.isEmpty() || band.isEmpty() || !columns.get(runs.getLast().getLast()).band().equals(band)) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(place);
        }
        return runs;
    }

    private boolean fits(List<Integer> page) {
        return Arrays.stream(needs(page, FEWEST_LINES)).sum() <= width - markRoom() + 1e-6;
    }

    /** A mark may stand after the last figure. */
    private double markRoom() {
        return look.beside() && places(false).stream().anyMatch(i -> columns.get(i).hasBars()) ? look.after() : 0;
    }

    /** Least widths of the columns of a page, bands on this many lines included. */
    private double[] needs(List<Integer> page, int bandLines) {
        double[] needs = page.stream().mapToDouble(i -> need(columns.get(i))).toArray();
        for (Band band : bands(page)) {
            if (!band.name().isEmpty()) {
                double wanted = narrowest(band.name(), look.band(), bandLines) + BETWEEN_BANDS;
                double held = Arrays.stream(needs, band.from(), band.to()).sum();
                for (int i = band.from(); i < band.to() && held < wanted; i++) {
                    needs[i] += (wanted - held) / (band.to() - band.from());
                }
            }
        }
        return needs;
    }

    List<Band> bands(List<Integer> page) {
        List<Band> bands = new ArrayList<>();
        for (List<Integer> run : runs(page)) {
            int from = page.indexOf(run.getFirst());
            bands.add(new Band(columns.get(run.getFirst()).band(), from, from + run.size()));
        }
        return bands;
    }

    private double need(Column column) {
        if (column.leads()) {
            return Math.max(column.content(), look.heads() ? headWidth(column) + 2 * look.before() : 0);
        }
        double bar = column.hasBars() && look.beside() ? leastBar(column) + AFTER_BAR : 0;
        double after = column.kind() == Column.Kind.SIGN ? look.before() : look.after();
        double value = look.before() + bar + column.content() + after;
        double head = look.heads() ? look.before() + headWidth(column) + afterHead(column) : 0;
        return Math.max(value, head);
    }

    /** Room after the name of a column. */
    double afterHead(Column column) {
        return column.leads() ? 0
                : column.hasBars() ? AFTER_HEAD
                        : column.kind() == Column.Kind.SIGN ? look.before() : look.after();
    }

    /** The shortest scale: both its ends must stand over it. */
    private double leastBar(Column column) {
        return column.end().isEmpty() ? 4
                : type.width("0", look.under()) + type.width(column.end(), look.under()) + 0.7;
    }

    private double headWidth(Column column) {
        double under = column.under().isEmpty() ? 0 : narrowest(column.under(), look.under(), 1);
        return Math.max(under, narrowest(column.head(), look.head(), headLines));
    }

    /** The least width in which a text takes no more lines than this and no word is cut. */
    private double narrowest(String wanted, Style style, int lines) {
        String text = wanted.split("\n", -1).length > lines ? wanted.replace('\n', ' ') : wanted;
        String[] words = text.split("[ \n]");
        double widest = Arrays.stream(words).mapToDouble(word -> type.width(word, style)).max().orElse(0);
        double best = type.width(text.replace('\n', ' '), style);
        for (int from = 0; from < words.length; from++) {
            for (int to = from + 1; to <= words.length; to++) {
                double tried = type.width(String.join(" ", Arrays.copyOfRange(words, from, to)), style) + 0.01;
                if (tried >= widest && tried < best && broken(text, style, tried).size() <= lines) {
                    best = tried;
                }
            }
        }
        return best + 0.01;
    }

    private List<TextLine> broken(String text, Style style, double room) {
        return type.brokenAtSpaces(Rich.of(text, style), room);
    }

    /** The lines of the head of a column in its room; a wanted break is given up where it would make a line too many. */
    List<TextLine> headLines(Column column, double room) {
        List<TextLine> lines = broken(column.head(), look.head(), room);
        List<TextLine> free = broken(column.head().replace('\n', ' '), look.head(), room);
        return lines.size() > headLines && free.size() < lines.size() ? free : lines;
    }

    List<TextLine> bandLines(String band, double room) {
        return broken(band, look.band(), room + look.band().tracking());
    }

    /** What is left goes to the names until they have what they want, then to the bars, or to all where there are none. */
    private Part part(List<Integer> page) {
        double[] widths = needs(page, 1);
        if (Arrays.stream(widths).sum() > width - markRoom()) {
            widths = needs(page, FEWEST_LINES);
        }
        double spare = width - markRoom() - Arrays.stream(widths).sum();
        for (int i = 0; i < widths.length && spare > 0; i++) {
            double wanted = Math.clamp(columns.get(page.get(i)).most() - widths[i], 0, spare);
            widths[i] += wanted;
            spare -= wanted;
        }
        List<Integer> growing = growing(page);
        while (spare > 0.01 && !growing.isEmpty()) {
            spare = fill(widths, growing, spare);
        }
        if (growing.isEmpty() && spare > 0) {
            widths[widths.length - 1] += spare;
        }
        return new Part(List.copyOf(page), widths);
    }

    private List<Integer> growing(List<Integer> page) {
        List<Integer> data =
                IntStream.range(0, page.size()).filter(i -> !columns.get(page.get(i)).leads()).boxed().toList();
        List<Integer> bars = data.stream().filter(i -> columns.get(page.get(i)).hasBars()).toList();
        return bars.isEmpty() || !look.beside() ? data : bars;
    }

    /** Raises the narrowest columns to the next ones, or all of them when they are equal; says what is left. */
    private static double fill(double[] widths, List<Integer> growing, double spare) {
        double low = growing.stream().mapToDouble(i -> widths[i]).min().orElse(0);
        List<Integer> lowest = growing.stream().filter(i -> widths[i] < low + 1e-6).toList();
        double next = growing.stream().mapToDouble(i -> widths[i]).filter(w -> w >= low + 1e-6).min().orElse(1e9);
        double step = Math.min(next - low, spare / lowest.size());
        lowest.forEach(i -> widths[i] += step);
        return spare - step * lowest.size();
    }
}
