package fr.atlasqpv.review;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Review.Cell;
import fr.atlasqpv.secrecy.Review.Role;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A protected table as other programs read it, for a third party to check its pattern or to find another: {@link JjFile} for τ-ARGUS, a
 * script for R with the tables that it reads.
 */
final class TableExport {
    /** The table without the cells that protect others, for τ-ARGUS to find its own. */
    static final String PROBLEM = "tau-argus.jj";
    /** The table with them, for τ-ARGUS to check. */
    static final String PATTERN = "tau-argus-motif.jj";
    static final String CELLS = "cellules.csv";
    static final String LINKS = "liens.csv";
    static final String INNER = "interieur.csv";
    static final String SCRIPT = "controle.R";

    private TableExport() {}

    /**
     * Writes the files of a table.
     *
     * @param folder folder that is made
     * @throws IOException when they cannot be written
     */
    static void write(Review.Table table, Path folder) throws IOException {
        Files.createDirectories(folder);
        JjFile.write(table, folder.resolve(PROBLEM), false);
        JjFile.write(table, folder.resolve(PATTERN), true);
        CsvDialect.write(
                folder.resolve(CELLS),
                List.of("cellule", "adresse", "statut", "effectif", "cout", "dit_min", "dit_max", "largeur"),
                cells(table));
        CsvDialect.write(
                folder.resolve(LINKS), List.of("lien", "cellule", "coefficient", "min", "max"), links(table));
        CsvDialect.write(folder.resolve(INNER), List.of("cellule", "interieur", "coefficient"), inner(table));
        try (InputStream script = TableExport.class.getResourceAsStream(SCRIPT)) {
            Files.write(folder.resolve(SCRIPT), script.readAllBytes());
        }
    }

    private static List<List<String>> cells(Review.Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (Cell cell : table.cells()) {
            rows.add(List.of(
                    Integer.toString(rows.size()),
                    String.join(" = ", cell.keys().stream().map(CellKey::toString).toList()),
                    cell.role() == Role.PRIMARY ? "u" : cell.role() == Role.COMPLEMENTARY ? "m" : "s",
                    number(cell.count()), Long.toString(cell.points()), number(cell.said().low()),
                    number(cell.said().high()), number(cell.role() == Role.TOLD ? 0 : cell.required())));
        }
        return rows;
    }

    private static List<List<String>> links(Review.Table table) {
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < table.links().size(); l++) {
            Review.Link link = table.links().get(l);
            for (int i = 0; i < link.cells().size(); i++) {
                rows.add(List.of(
                        Integer.toString(l), Integer.toString(link.cells().get(i)),
                        Integer.toString(link.signs().get(i)),
                        number(link.low()), number(link.high())));
            }
        }
        return rows;
    }

    private static List<List<String>> inner(Review.Table table) {
        List<List<String>> rows = new ArrayList<>();
        var combinations = InnerCells.of(table);
        for (int c = 0; c < combinations.size(); c++) {
            String cell = Integer.toString(c);
            combinations.get(c).forEach((inner, coefficient) -> rows.add(
                    List.of(cell, Integer.toString(inner), number(coefficient.doubleValue()))));
        }
        return rows;
    }

    /** A plain number; what nothing bounds is bounded by more than the atlas can count. */
    static String number(double number) {
        BigDecimal plain = BigDecimal.valueOf(Math.max(-JjFile.NO_BOUND, Math.min(number, JjFile.NO_BOUND)))
                .setScale(JjFile.DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
}
