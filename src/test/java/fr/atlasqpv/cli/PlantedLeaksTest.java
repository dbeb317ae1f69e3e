package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.Pdfs;
import fr.atlasqpv.audit.Workbooks;
import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A withheld figure planted beside the code of a QPV of any generation and any region, in any file of an edition, stops the books. */
class PlantedLeaksTest {
    /** Never a line, a size or a code of the edition. */
    private static final String FIGURE = "8642";
    private static final String SHARE = "97,3";

    @TempDir
    static Path editions;

    private static TinyEdition overseas;
    private static TinyEdition renewed;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Plants something beside a code in a copy of the edition. */
    private interface Planting {
        void in(Books books, String code) throws Exception;
    }

    /** Files of a copy. */
    private record Books(Path edition, String region, String stem) {
        Path regional(String ending) {
            return edition.resolve(region).resolve(ending.startsWith("datapackage") ? ending : stem + ending);
        }

        void change(Path file, UnaryOperator<String> change) throws IOException {
            String sound = Files.readString(file);
            assertThat(change.apply(sound)).as("something is planted").isNotEqualTo(sound);
            Files.writeString(file, change.apply(sound));
        }
    }

    @BeforeAll
    static void writeTheEditions() throws Exception {
        overseas = made(TinyEdition.overseas(Files.createDirectory(editions.resolve("outre-mer"))));
        renewed = made(TinyEdition.ofTheNewGeneration(Files.createDirectory(editions.resolve("generation"))));
    }

    private static TinyEdition made(TinyEdition edition) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        assertThat(AtlasCommand.execute(
                writer, writer, "run", edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString())).as(() -> said.toString()).isEqualTo(ExitCode.DONE);
        return edition;
    }

    private Books copy(String code) throws IOException {
        TinyEdition edition = code.equals("QN05901M") ? renewed : overseas;
        Path copy = folder.resolve("minuscule");
        try (Stream<Path> files = Files.walk(edition.books())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(edition.books().relativize(file).toString()));
            }
        }
        String region = code.contains("971") ? "01" : "32";
        return new Books(
                copy, region.equals("01") ? "01-guadeloupe" : "32-hauts-de-france", "atlas-qpv-minuscule-" + region);
    }

    private int audit(Path edition) {
        return AtlasCommand.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), "audit", edition.toString(), "--output",
                folder.resolve("output").toString());
    }

    private void assertToldWithoutTheFigure(String place, String... figures) throws IOException {
        assertThat(err.toString()).contains("Les livres ne doivent pas sortir", place);
        String told = out.toString() + err
                + Files.readString(folder.resolve("output/.work/rapports/minuscule/audit.csv"));
        assertThat(told.replace(folder.toString(), ""))
                .doesNotContain(figures);
    }

    private static Planting json(String file, String place) {
        return (books, code) -> books.change(
                file.contains("/") ? books.edition().resolve(file.substring(1)) : books.regional(file),
                text -> text.replaceFirst("\\{", "{\"note\": " + place.formatted(code, FIGURE) + ","));
    }

    private static Planting page(String before, String planted) {
        return (books, code) -> books.change(
                books.edition().resolve("rapport.html"),
                text -> text.replace(before, planted.formatted(code, FIGURE) + before));
    }

    private static Planting pdf(UnaryOperator<String> text, java.util.function.Function<String, Pdfs.Tampering> how) {
        return (books, code) -> Pdfs.tamper(books.regional(".pdf"), List.of(how.apply(text.apply(code))));
    }

    static Stream<Arguments> leaks() {
        Planting csv = (books, code) -> books.change(books.regional("-donnees.csv"),
                text -> text.replaceFirst("(;" + code + ";[^\\n]*;nb_logements_sociaux;);secret", "$1" + FIGURE
                        + ";secret"));
        Planting sheet = (books, code) -> Workbooks.tamper(
                books.regional(".xlsx"), List.of(Workbooks.hiddenSheet(FIGURE)));
        Planting column = (books, code) -> books.change(books.regional("-territoires.csv"),
                text -> text.replaceFirst("\n", ";n\n").replaceAll("(?m)(?<=\\d|;)$", ";")
                        .replaceFirst("(?m)^(" + code + ";.*;)$", "$1" + FIGURE));
        Planting point = (books, code) -> books.change(books.regional("-territoires.csv"),
                text -> text.replaceFirst("(?m)^(" + code + ";.*);[^;]*;([^;]*)$", "$1;" + FIGURE + ";$2"));
        Planting name = (books, code) -> books.change(books.regional("-territoires.csv"),
                text -> text.replaceFirst("(?m)^(" + code + ";QPV;)([^;]*)", "$1$2 " + FIGURE));
        Planting notices = (books, code) -> books.change(books.edition().resolve("notices.csv"),
                text -> text + "x.yaml;;;essai;INFO;" + code + "\u00a0: " + FIGURE + " logements.;\n");
        Planting value = (books, code) -> books.change(books.edition().resolve("notices.csv"),
                text -> text + "x.yaml;;;essai;INFO;Une ligne de " + code + ".;" + FIGURE + "\n");
        Planting stranger = (books, code) -> Files.writeString(
                books.edition().resolve(books.region()).resolve(code + "-" + FIGURE + ".txt"), FIGURE);
        Planting hiddenFile = (books, code) -> Files.writeString(books.edition().resolve("." + FIGURE), code);
        Planting deep = (books, code) -> Files.writeString(
                Files.createDirectories(books.edition().resolve(books.region()).resolve("brouillon")).resolve("notes"),
                FIGURE);
        Planting second = (books, code) -> Files.copy(
                books.regional(".pdf"), books.regional(".pdf").resolveSibling("copie.pdf"));
        return Stream.of(
                Arguments.of("tidy file", csv, "-donnees.csv"),
                Arguments.of("hidden sheet", sheet, "brouillon"),
                Arguments.of("text of the PDF", pdf(c -> c + " " + FIGURE, Pdfs::overThePage), ".pdf, page"),
                Arguments.of("alternative text", pdf(c -> SHARE, Pdfs::alternative), "texte de remplacement"),
                Arguments.of("bookmark", pdf(c -> c + " " + FIGURE, Pdfs::outline), ".pdf, /Title"),
                Arguments.of("paragraph of the page", page("</main>", "<p>%s : %s logements</p>"),
                        "rapport.html, partie"),
                Arguments.of("row of the page", page("</main>", "<table><tr><td>%s</td><td>%s</td></tr></table>"),
                        "rapport.html, partie"),
                Arguments.of("attribute of the page", page("</main>", "<p title='%s %s'></p>"),
                        "rapport.html, partie"),
                Arguments.of("comment of the page", page("</body>", "<!-- %s %s -->"), "rapport.html, partie"),
                Arguments.of("entities of the page", page("</main>", "<p>%s %s</p>".replace("%s<", "&#56;642<")),
                        "rapport.html, partie"),
                Arguments.of("map of the page", page("</main>", "<svg><text x='1'>%s %s</text></svg>"),
                        "rapport.html, partie"),
                Arguments.of("column of the territories", column, "-territoires.csv, ligne"),
                Arguments.of("point of a territory", point, "-territoires.csv, ligne"),
                Arguments.of("name of a territory", name, "-territoires.csv, ligne"),
                Arguments.of("manifest", json("/manifest.json", "{\"code\": \"%s\", \"n\": %s}"),
                        "manifest.json, /note"),
                Arguments.of("deep in the manifest", json("/manifest.json", "{\"%s\": [{\"n\": [%s]}]}"),
                        "manifest.json, /note/…"),
                Arguments.of("description", json("datapackage.json", "\"%s %s\""), "/datapackage.json, /"),
                Arguments.of("message of a notice", notices, "notices.csv, ligne"),
                Arguments.of("value of a notice", value, "notices.csv, ligne"),
                Arguments.of("file that nobody reads", stranger, "rien ne lit ce fichier"),
                Arguments.of("hidden file", hiddenFile, "rien ne lit ce fichier"),
                Arguments.of("file in a folder of its own", deep, "brouillon/notes"),
                Arguments.of("second book", second, "copie.pdf"))
                .flatMap(leak -> Stream.of("QN05901M", "QP971001", "QN97102M").map(
                        code -> Arguments.of(leak.get()[0], code, leak.get()[1], leak.get()[2])));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("leaks")
    void aWithheldFigureInAnyFileStopsTheBooks(String what, String code, Planting planting, String place)
            throws Exception {
        Books books = copy(code);
        assertThat(Files.readString(books.regional("-donnees.csv")))
                .containsPattern(";" + code + ";[^\\n]*;nb_logements_sociaux;;secret");
        planting.in(books, code);

        assertThat(audit(books.edition())).as(out.toString() + err).isEqualTo(ExitCode.BLOCKED);
        assertToldWithoutTheFigure(place, FIGURE, SHARE, SHARE.replace(',', '.'));
    }

    @Test
    void soundBooksOfAnyGenerationPass() throws Exception {
        for (String code : List.of("QP971001", "QN05901M")) {
            Books books = copy(code);
            assertThat(audit(books.edition())).as(out.toString() + err).isEqualTo(ExitCode.DONE);
            assertThat(out.toString()).doesNotContain("manque", "manifeste décrit");
            new ProcessBuilder("rm", "-r", books.edition().toString()).start().waitFor();
        }
    }
}
