package fr.atlasqpv.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Review.Cell;
import fr.atlasqpv.secrecy.Review.Link;
import fr.atlasqpv.secrecy.Review.Role;
import fr.atlasqpv.secrecy.Reviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** What is handed to other programs is read back as they would read it, and says the same as the table. */
class TableExportTest {
    private static final Pattern TERM = Pattern.compile("(\\d+) \\((-?\\d+)\\)");

    @TempDir
    private Path folder;

    private final Review.Table table = Reviews.region().tables().getFirst();

    /** A table as τ-ARGUS reads it. */
    private record Jj(List<Line> cells, List<Equation> equations) {
        record Line(double value, long cost, char status, double low, double high, double lower, double upper,
                double width) {}

        record Equation(double right, List<Integer> cells, List<Integer> coefficients) {
            double left(List<Line> values) {
                double sum = 0;
                for (int i = 0; i < cells.size(); i++) {
                    sum += coefficients.get(i) * values.get(cells.get(i)).value;
                }
                return sum;
            }
        }

        static Jj read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.getFirst()).isEqualTo("0");
            int cells = Integer.parseInt(lines.get(1));
            List<Line> read = new ArrayList<>();
            for (int c = 0; c < cells; c++) {
                String[] words = lines.get(2 + c).split(" ");
                assertThat(words).hasSize(9);
                assertThat(words[0]).isEqualTo(Integer.toString(c));
                double[] numbers = Arrays.stream(words, 4, 9).mapToDouble(Double::parseDouble).toArray();
                read.add(new Line(
                        Double.parseDouble(words[1]), Long.parseLong(words[2]), words[3].charAt(0), numbers[0],
                        numbers[1],
                        numbers[2], numbers[3], numbers[4]));
            }
            List<Equation> equations = new ArrayList<>();
            for (String line : lines.subList(3 + cells, lines.size())) {
                String[] halves = line.split(" :");
                String[] head = halves[0].split(" ");
                Equation equation =
                        new Equation(Double.parseDouble(head[0]), new ArrayList<>(), new ArrayList<>());
                Matcher terms = TERM.matcher(halves[1]);
                while (terms.find()) {
                    equation.cells.add(Integer.valueOf(terms.group(1)));
                    equation.coefficients.add(Integer.valueOf(terms.group(2)));
                }
                assertThat(equation.cells).hasSize(Integer.parseInt(head[1]));
                equations.add(equation);
            }
            assertThat(equations).hasSize(Integer.parseInt(lines.get(2 + cells)));
            return new Jj(read, equations);
        }

        /** Width of what is known of a cell when all that are not withheld are told exactly. */
        double width(int cell) {
            return solve(cell, true) - solve(cell, false);
        }

        private double solve(int cell, boolean greatest) {
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            for (Line line : cells) {
                boolean told = line.status == 's';
                model.newVariable("c").lower(told ? line.value : line.low).upper(told ? line.value : line.high);
            }
            for (Equation equation : equations) {
                Expression expression = model.newExpression("e" + model.constraints().count()).level(equation.right);
                for (int i = 0; i < equation.cells.size(); i++) {
                    expression.set((int) equation.cells.get(i), (double) equation.coefficients.get(i));
                }
            }
            model.getVariable(cell).weight(1);
            Optimisation.Result result = greatest ? model.maximise() : model.minimise();
            assertThat(result.getState().isFeasible()).isTrue();
            return result.doubleValue(cell);
        }
    }

    @BeforeEach
    void write() throws IOException {
        TableExport.write(table, folder);
    }

    @Test
    void theCellsOfTheTableComeFirstWithValueCostStatusBoundsAndProtectionLevels() throws IOException {
        Jj pattern = Jj.read(folder.resolve(TableExport.PATTERN));
        Jj problem = Jj.read(folder.resolve(TableExport.PROBLEM));

        for (int c = 0; c < table.cells().size(); c++) {
            Cell cell = table.cells().get(c);
            char primary = cell.role() == Role.PRIMARY ? 'u' : 's';
            char unknown = primary == 's' && cell.said().width() > 0 ? 'm' : primary;
            assertThat(problem.cells.get(c)).usingRecursiveComparison().isEqualTo(new Jj.Line(
                    cell.count(), cell.points(), primary, bound(cell.possible().low()), bound(cell.possible().high()),
                    cell.lower(),
                    cell.upper(), bound(cell.required())));
            assertThat(pattern.cells.get(c)).usingRecursiveComparison().isEqualTo(new Jj.Line(
                    cell.count(), cell.points(), unknown, bound(cell.said().low()), bound(cell.said().high()),
                    cell.lower(),
                    cell.upper(), cell.withheld() ? bound(cell.required()) : 0));
        }
    }

    /** As it is written: nine decimals at most, no sign before zero. */
    private static double bound(double bound) {
        return Double.parseDouble(TableExport.number(bound));
    }

    @Test
    void theValuesMeetEveryEquationAndThereIsOneForEachLink() throws IOException {
        Jj jj = Jj.read(folder.resolve(TableExport.PROBLEM));

        assertThat(jj.equations).hasSameSizeAs(table.links());
        assertThat(jj.equations).allSatisfy(
                e -> assertThat(e.left(jj.cells)).isCloseTo(e.right, org.assertj.core.data.Offset.offset(1e-6)));
        assertThat(jj.cells).allSatisfy(c -> assertThat(c.value).isBetween(c.low - 1e-6, c.high + 1e-6));
        assertThat(jj.cells).hasSize(
                table.cells().size() + (int) table.links().stream().filter(l -> !l.exact()).count());
    }

    /** Ours are of whole dwellings: a program that knows nothing of that finds a little more. */
    @Test
    void theProgramThatReadsItFindsTheIntervalsThatWeFound() throws IOException {
        Jj jj = Jj.read(folder.resolve(TableExport.PATTERN));
        for (int c = 0; c < table.cells().size(); c++) {
            Cell cell = table.cells().get(c);
            if (cell.withheld()) {
                assertThat(jj.width(c)).as(cell.keys().toString())
                        .isBetween(cell.learnt().width() - 1e-3, cell.learnt().width() + 2);
            }
        }
    }

    @Test
    void theTablesOfTheScriptSayTheSame() throws IOException {
        List<CSVRecord> cells = rows(TableExport.CELLS);
        assertThat(cells).hasSameSizeAs(table.cells()).allMatch(CSVRecord::isConsistent);
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = table.cells().get(c);
            assertThat(cells.get(c).toMap())
                    .containsEntry("dit_min", TableExport.number(cell.said().low()))
                    .containsEntry("dit_max", TableExport.number(cell.said().high()))
                    .containsEntry("largeur", cell.withheld() ? TableExport.number(cell.required()) : "0");
        }
        Map<String, List<CSVRecord>> links =
                rows(TableExport.LINKS).stream().collect(Collectors.groupingBy(r -> r.get("lien")));
        for (int l = 0; l < table.links().size(); l++) {
            Link link = table.links().get(l);
            List<CSVRecord> terms = links.get(Integer.toString(l));
            assertThat(terms.stream().map(t -> Integer.valueOf(t.get("cellule"))))
                    .containsExactlyElementsOf(link.cells());
            double sum = terms.stream()
                    .mapToDouble(t -> Double.parseDouble(t.get("coefficient"))
                            * Double.parseDouble(cells.get(Integer.parseInt(t.get("cellule"))).get("effectif")))
                    .sum();
            assertThat(sum).isBetween(
                    Double.parseDouble(terms.getFirst().get("min")) - 1e-6,
                    Double.parseDouble(terms.getFirst().get("max")) + 1e-6);
        }
        double[] sums = new double[cells.size()];
        for (CSVRecord inner : rows(TableExport.INNER)) {
            sums[Integer.parseInt(inner.get("cellule"))] += Double.parseDouble(inner.get("coefficient"))
                    * Double.parseDouble(cells.get(Integer.parseInt(inner.get("interieur"))).get("effectif"));
        }
        for (int c = 0; c < sums.length; c++) {
            assertThat(sums[c]).isCloseTo(
                    Double.parseDouble(cells.get(c).get("effectif")), org.assertj.core.data.Offset.offset(1e-6));
        }
        String script = Files.readString(folder.resolve(TableExport.SCRIPT));
        Matcher columns = Pattern.compile("(cellules|liens|interieur|bornes|de_lien)\\$(\\w+)").matcher(script);
        while (columns.find()) {
            String file = columns.group(1).equals("cellules") ? TableExport.CELLS
                    : columns.group(1).equals("interieur") ? TableExport.INNER : TableExport.LINKS;
            assertThat(rows(file).getFirst().toMap()).containsKey(columns.group(2));
        }
        assertThat(script).contains("GaussSuppression", TableExport.CELLS,
                TableExport.LINKS, TableExport.INNER);
    }

    private List<CSVRecord> rows(String name) throws IOException {
        try (CSVParser rows = CSVParser.parse(
                folder.resolve(name), java.nio.charset.StandardCharsets.UTF_8,
                CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get())) {
            return rows.getRecords();
        }
    }
}
