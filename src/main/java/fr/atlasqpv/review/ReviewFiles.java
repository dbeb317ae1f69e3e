package fr.atlasqpv.review;

import fr.atlasqpv.edition.RulesReader;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.report.TextPage;
import fr.atlasqpv.publication.report.TextPage.Chapter;
import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.secrecy.Review.Cell;
import fr.atlasqpv.secrecy.Review.Draw;
import fr.atlasqpv.secrecy.Review.Role;
import fr.atlasqpv.secrecy.Review.Table;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Writes what the reviewer of an edition reads: {@code revue.html}, {@code revue.csv} with a line per cell, a folder per table for other
 * programs, and the signatures. All of it is confidential; whoever calls sees to it that only the owner may read it.
 *
 * @param edition name of the edition
 * @param key whose key the draw has
 * @param names printed names of the territories
 */
public record ReviewFiles(String edition, String key, Function<Territory, String> names) {
    /** The report. */
    public static final String PAGE = "revue.html";
    /** A line per cell that is withheld, or told as a bound that protects. */
    public static final String CELLS = "revue.csv";
    /** Who has approved what. */
    public static final String SIGNATURES = "signatures.csv";

    private static final String TABLE = "tableau-";

    private static final List<String> HEADER = List.of(
            "tableau", "niveau", "code", "nom", "perimetre", "indicateur", "role", "regles", "effectif", "possible_min",
            "possible_max", "appris_min", "appris_max", "largeur_apprise", "largeur_exigee", "points", "choix");

    /**
     * Writes the files.
     *
     * @param review what is reviewed
     * @param folder folder that is made when it is not there
     * @return fingerprint of what is reviewed: with other inputs, rules or key it is another
     * @throws IOException when they cannot be written
     */
    public String write(Review review, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path former : tables(folder)) {
            PathUtils.deleteDirectory(former);
        }
        Path cells = folder.resolve(CELLS);
        CsvDialect.write(cells, HEADER, rows(review));
        String reviewed = Fingerprint.of(cells).sha256();
        for (int t = 0; t < review.tables().size(); t++) {
            TableExport.write(review.tables().get(t), folder.resolve(name(t, review.tables().get(t))));
        }
        page(review, reviewed, Signature.read(folder.resolve(SIGNATURES))).write(folder.resolve(PAGE));
        return reviewed;
    }

    /**
     * Puts on record that somebody approves of what has been written.
     *
     * @param date when
     * @param who their name
     * @param remark what they have to say, may be empty
     * @param reviewed fingerprint that {@link #write} gave
     * @param folder where it was written
     * @throws IOException when it cannot be written, or what is there are no signatures
     */
    public static void sign(Instant date, String who, String remark, String reviewed, Path folder) throws IOException {
        new Signature(date, who, remark, reviewed).addTo(folder.resolve(SIGNATURES));
    }

    private static List<Path> tables(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(f -> f.getFileName().toString().startsWith(TABLE)).toList();
        }
    }

    private static String name(int position, Table table) {
        return String.format(Locale.ROOT, TABLE + "%02d-%s", position + 1, table.indicators().getFirst().id());
    }

    private static boolean ofInterest(Cell cell) {
        return cell.role() != Role.TOLD;
    }

    private List<List<String>> rows(Review review) {
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < review.tables().size(); t++) {
            Table table = review.tables().get(t);
            for (int c = 0; c < table.cells().size(); c++) {
                Cell cell = table.cells().get(c);
                if (ofInterest(cell)) {
                    for (CellKey k : cell.keys()) {
                        rows.add(List.of(
                                Integer.toString(t + 1), k.territory().level().name(), k.territory().code(),
                                names.apply(k.territory()), k.perimeter().name(), k.indicator().id(), role(cell),
                                rules(cell), TableExport.number(cell.count()),
                                TableExport.number(cell.possible().low()),
                                bound(cell.possible().high()), TableExport.number(cell.learnt().low()),
                                bound(cell.learnt().high()), bound(cell.learnt().width()),
                                bound(cell.required()), Long.toString(cell.points()), choices(table, c)));
                    }
                }
            }
        }
        return rows;
    }

    private static String bound(double bound) {
        return Double.isInfinite(bound) ? "" : TableExport.number(bound);
    }

    private static String role(Cell cell) {
        return switch (cell.role()) {
            case PRIMARY -> "primaire";
            case COMPLEMENTARY -> "complémentaire";
            case BOUNDED -> "bornée";
            case TOLD -> "publiée";
        };
    }

    private static String rules(Cell cell) {
        String rules = cell.rules().stream().map(RulesReader::line).distinct().collect(Collectors.joining(" ; "));
        return rules.isEmpty() && cell.role() == Role.PRIMARY
                ? "décision a priori, autre édition, ou borne qui ne cache rien"
                : rules;
    }

    /** How many cells the draw had to choose from, empty where it had no say. */
    private static String choices(Table table, int cell) {
        return table.draws().stream()
                .filter(d -> d.chosen() == cell)
                .map(d -> Integer.toString(d.candidates().size()))
                .findFirst()
                .orElse("");
    }

    private TextPage page(Review review, String reviewed, List<Signature> signatures) {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(summary(review, reviewed));
        for (int t = 0; t < review.tables().size(); t++) {
            chapters.add(chapter(t, review.tables().get(t)));
        }
        chapters.add(signatures(signatures, reviewed));
        chapters.add(exports(review));
        return new TextPage(
                "Revue du secret – confidentiel", edition,
                "Effectifs exacts et cellules primaires\u00a0: cette page ne sort pas du service qui tient la clé.",
                chapters,
                "Les mêmes cellules, une par ligne\u00a0: " + CELLS + ".");
    }

    private Chapter summary(Review review, String reviewed) {
        List<List<String>> rows = review.tables().stream().map(t -> List.of(
                indicators(t), number(t.cells().size()), number(t.links().size()), number(count(t, Role.PRIMARY)),
                number(count(t, Role.COMPLEMENTARY)), number(count(t, Role.BOUNDED)), french(t.worth().points()),
                french(t.worth().leastPoints()), number(tooNarrow(t)))).toList();
        List<String> text = new ArrayList<>();
        text.add("Empreinte de ce qui est revu\u00a0: " + reviewed
                + ". D’autres extraits, d’autres règles ou une autre clé en donnent une autre.");
        text.add("Tirage entre motifs de même coût\u00a0: " + key + ".");
        if (review.tables().isEmpty()) {
            text.add("Aucune règle ne retient de cellule.");
        }
        return new Chapter("synthese", "Synthèse", text, rows.isEmpty() ? List.of()
                : List.of(new TextPage.Table(
                        "Tableaux protégés", List.of(
                                "Tableau", "#Cellules", "#Liens", "#Primaires", "#Complémentaires", "#Bornées", "#Coût",
                                "#Coût minimal prouvé", "#Trop étroites"),
                        rows)));
    }

    private static long count(Table table, Role role) {
        return table.cells().stream().filter(c -> c.role() == role).count();
    }

    private static long tooNarrow(Table table) {
        return table.cells().stream().filter(Cell::toldTooWell).count();
    }

    private Chapter chapter(int position, Table table) {
        List<TextPage.Table> tables = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        for (int c = 0; c < table.cells().size(); c++) {
            Cell cell = table.cells().get(c);
            if (ofInterest(cell)) {
                cells.add(List.of(
                        name(cell), role(cell), rules(cell), french(cell.count()), interval(cell.learnt()),
                        width(cell.learnt().width()), width(cell.required()), number(cell.points())));
            }
        }
        tables.add(new TextPage.Table(
                "Cellules retenues ou bornées, et ce qu’un attaquant en apprend",
                List.of("Cellule", "Rôle", "Règle", "#Effectif", "#Appris", "#Largeur", "#Exigée", "#Coût"), cells));
        if (!table.draws().isEmpty()) {
            tables.add(new TextPage.Table(
                    "Cellules tirées, et celles qui pouvaient l’être à leur place",
                    List.of("Protège", "Tirée", "#Choix", "Autres choix"),
                    table.draws().stream().map(d -> draw(table, d)).toList()));
        }
        return new Chapter(
                "tableau-" + (position + 1), indicators(table),
                List.of(
                        table.draws().isEmpty()
                                ? "Aucune cellule n’en protège seule d’autres\u00a0: le tirage n’a pas eu à choisir."
                                : "Là où une seule cellule en protège d’autres, elle est tirée parmi celles de même coût."
                                        + " Un choix unique se devine\u00a0: il est à regarder de près."),
                tables);
    }

    private List<String> draw(Table table, Draw draw) {
        List<String> others = draw.candidates().stream()
                .filter(c -> c != draw.chosen())
                .map(c -> name(table.cells().get(c)))
                .toList();
        return List.of(
                draw.protectedCells().stream().map(c -> name(table.cells().get(c))).collect(Collectors.joining(" ; ")),
                name(table.cells().get(draw.chosen())), number(draw.candidates().size()),
                others.isEmpty() ? "aucun" : String.join(" ; ", others));
    }

    private static Chapter signatures(List<Signature> signatures, String reviewed) {
        List<List<String>> rows = signatures.stream().map(s -> List.of(
                s.who(), s.date().toString(), s.remark(),
                s.reviewed().equals(reviewed) ? "ce qui est revu ici" : "un autre état (" + s.reviewed() + ")"))
                .toList();
        return new Chapter(
                "signatures", "Signatures",
                List.of(rows.isEmpty() ? "Personne n’a signé. atlas review … --sign \"Nom\" signe ce qui est revu ici."
                        : "Une signature vaut pour l’état qu’elle désigne, et pour lui seul."),
                rows.isEmpty() ? List.of()
                        : List.of(new TextPage.Table("Qui a signé quoi", List.of("Nom", "Date", "Remarque", "État"),
                                rows)));
    }

    private static Chapter exports(Review review) {
        return new Chapter(
                "exports", "Pour un tiers",
                List.of("Un dossier par tableau\u00a0: " + TableExport.PROBLEM + " et " + TableExport.PATTERN
                        + " (τ-ARGUS, format JJ, sans puis avec les complémentaires), "
                        + TableExport.SCRIPT + " (R\u00a0: SSBtools::GaussSuppression et lpSolve) avec "
                        + TableExport.CELLS
                        + ", " + TableExport.LINKS + " et " + TableExport.INNER + ".",
                        "Le format JJ ne connaît pas l’arrondi\u00a0: dans le motif, une valeur publiée arrondie ou bornée est une cellule "
                                + "retenue, sans protection, entre ce qu’elle dit."),
                review.tables().isEmpty() ? List.of()
                        : List.of(new TextPage.Table(
                                "Dossiers", List.of("Dossier", "Indicateurs"),
                                IntStream.range(0, review.tables().size())
                                        .mapToObj(t -> List.of(
                                                name(t, review.tables().get(t)), indicators(review.tables().get(t))))
                                        .toList())));
    }

    private String name(Cell cell) {
        return cell.keys().stream()
                .map(k -> names.apply(k.territory()) + " (" + k + ")")
                .collect(Collectors.joining(" = "));
    }

    private static String indicators(Table table) {
        return table.indicators().stream().map(Indicator::id).collect(Collectors.joining(" + "));
    }

    private static String interval(Review.Bounds bounds) {
        return Double.isInfinite(bounds.high())
                ? french(bounds.low()) + " et plus"
                : french(bounds.low()) + " à " + french(bounds.high());
    }

    private static String width(double width) {
        return Double.isInfinite(width) ? "sans borne" : french(width);
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    /** One decimal where there are some: weights are not known better. */
    private static String french(double number) {
        String rounded = String.format(Locale.ROOT, "%.1f", number);
        return rounded.replaceFirst("\\.0$", "").replace('.', ',');
    }
}
