package fr.atlasqpv.review;

import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Review.Bounds;
import fr.atlasqpv.secrecy.Review.Cell;
import fr.atlasqpv.secrecy.Review.Link;
import fr.atlasqpv.secrecy.Review.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table as the cell suppression programs of τ-ARGUS read it (JJ format): cells with value, cost, status, bounds and protection levels, then
 * every equation that ties them. An inequality becomes an equation with a further cell, what is left over, that nobody sees.
 *
 * <p>The format knows of no rounding. In a pattern to be checked, a figure that is told rounded, or as a bound, is a withheld cell between
 * what it says and without protection of its own; in a problem to be solved it is told exactly.
 */
final class JjFile {
    /** Stands for “no upper bound”. */
    static final double NO_BOUND = 1e8;

    /** Sums of weights carry the noise of the arithmetic beyond. */
    static final int DECIMALS = 9;

    private JjFile() {}

    /**
     * Writes the table.
     *
     * @param file file to write
     * @param withPattern whether the cells that protect others are said to be withheld, to be checked; else only the primary ones are,
     *     for a pattern to be found
     * @throws IOException when it cannot be written
     */
    static void write(Review.Table table, Path file, boolean withPattern) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Cell cell : table.cells()) {
            Bounds bounds = withPattern ? cell.said() : cell.possible();
            double width = withPattern && cell.role() == Role.TOLD ? 0 : Math.min(cell.required(), NO_BOUND);
            lines.add(line(
                    lines.size(), cell.count(), Math.max(1, cell.points()), status(cell, withPattern), bounds.low(),
                    Math.min(bounds.high(), NO_BOUND), cell.lower(), cell.upper(), width));
        }
        List<String> equations = new ArrayList<>();
        for (Link link : table.links()) {
            StringBuilder terms = new StringBuilder();
            double sum = 0;
            for (int i = 0; i < link.cells().size(); i++) {
                terms.append(' ').append(term(link.cells().get(i), link.signs().get(i)));
                sum += link.signs().get(i) * table.cells().get(link.cells().get(i)).count();
            }
            int size = link.cells().size();
            if (!link.exact()) {
                double most = Math.min(link.high() - link.low(), NO_BOUND);
                terms.append(' ').append(term(lines.size(), -1));
                lines.add(line(lines.size(), sum - link.low(), 1, 'u', 0, most, 0, 0, 0));
                size++;
            }
            equations.add(TableExport.number(link.low()) + " " + size + " :" + terms);
        }
        List<String> text = new ArrayList<>(List.of("0", Integer.toString(lines.size())));
        text.addAll(lines);
        text.add(Integer.toString(equations.size()));
        text.addAll(equations);
        Files.write(file, text, StandardCharsets.US_ASCII);
    }

    /** u withheld by a rule, m withheld besides or told with some doubt, s told or free to be withheld. */
    private static char status(Cell cell, boolean withPattern) {
        if (cell.role() == Role.PRIMARY) {
            return 'u';
        }
        return withPattern && cell.said().width() > 0 ? 'm' : 's';
    }

    private static String line(
            int position, double value, long cost, char status, double low, double high, double lower, double upper,
            double width) {
        return String.format(
                Locale.ROOT, "%d %s %d %c %s %s %s %s %s", position, TableExport.number(value), cost, status,
                TableExport.number(low),
                TableExport.number(high), TableExport.number(lower), TableExport.number(upper),
                TableExport.number(width));
    }

    private static String term(int cell, int coefficient) {
        return cell + " (" + coefficient + ")";
    }
}
