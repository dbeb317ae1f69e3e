package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.Pdfs;
import fr.atlasqpv.audit.Workbooks;
import fr.atlasqpv.batch.TinyEdition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** In the markup of a part of the workbook, where a reader of cells sees nothing. */
    private static Planting markup(String part, String before, String planted) {
        return (books, code) -> Workbooks.rewrite(
                books.regional(".xlsx"), part,
                text -> text.isEmpty() ? planted.formatted(code, FIGURE)
                        : text.replaceFirst("(?=" + before + ")", planted.formatted(code, FIGURE).replace("$", "\\$")));
    }

    private static Planting bytes(String ending, String before, String after) {
        return (books, code) -> {
            Path file = books.regional(ending);
            byte[] sound = Files.readAllBytes(file);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(before.formatted(code, FIGURE).getBytes(StandardCharsets.UTF_8));
            out.writeBytes(sound);
            out.writeBytes(after.formatted(code, FIGURE).getBytes(StandardCharsets.UTF_8));
            Files.write(file, out.toByteArray());
        };
    }

    private static Planting betweenTheObjects() {
        return (books, code) -> {
            Path file = books.regional(".pdf");
            String sound = Files.readString(file, StandardCharsets.ISO_8859_1);
            int table = sound.lastIndexOf("endobj", sound.lastIndexOf("/XRef"));
            String planted = "\n% " + code + " " + FIGURE;
            int start = Integer.parseInt(sound.substring(sound.lastIndexOf("startxref")).split("\\s+")[1]);
            Files.writeString(
                    file,
                    sound.substring(0, table + "endobj".length()) + planted
                            + sound.substring(table + "endobj".length(), sound.lastIndexOf("startxref"))
                            + "startxref\n" + (start + planted.length()) + "\n%%EOF\n",
                    StandardCharsets.ISO_8859_1);
        };
    }

    private static Planting notice(String message, String value) {
        return (books, code) -> books.change(
                books.edition().resolve("notices.csv"),
                text -> text + "x.yaml;;;essai;INFO;\"" + message.formatted(code) + "\";" + value + "\n");
    }

    /** What the audit of before let go, each place of its kind. */
    private static Stream<Arguments> unseen() {
        String sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                Arguments.of("number format", markup("xl/styles.xml", "<numFmt ",
                        "<numFmt numFmtId=\"190\" formatCode=\"&quot;%s : %s&quot;\"/>"), "xl/styles.xml, balisage"),
                Arguments.of("number format without the code", (Planting) (books, code) -> Workbooks.rewrite(
                        books.regional(".xlsx"), "xl/styles.xml",
                        text -> text.replace("formatCode=\"0.0\"", "formatCode=\"&quot;97,3&quot;\"")),
                        "xl/styles.xml, balisage"),
                Arguments.of("help of a cell",
                        markup(sheet, "<pageMargins", "<dataValidations count=\"1\"><dataValidation "
                                + "sqref=\"A1\" promptTitle=\"%s\" prompt=\"%s\"/></dataValidations>"),
                        ".xml, balisage"),
                Arguments.of("extension of a sheet", markup(sheet, "</worksheet>",
                        "<extLst><ext uri=\"x\"><n code=\"%s\">%s</n></ext></extLst>"), ".xml, balisage"),
                Arguments.of("help of a link", markup(sheet, "<pageMargins",
                        "<hyperlinks><hyperlink ref=\"A1\" location=\"A1\" tooltip=\"%s\" display=\"%s\"/></hyperlinks>"),
                        ".xml, balisage"),
                Arguments.of("address of a link", markup("xl/_rels/workbook.xml.rels", "</Relationships>",
                        "<Relationship Id=\"rId99\" Type=\"x/2006/y\" TargetMode=\"External\" Target=\"http://x/%s?n=%s\"/>"),
                        "xl/_rels/workbook.xml.rels, balisage"),
                Arguments.of("remark on a name", markup("xl/workbook.xml", "<definedName ",
                        "<definedName name=\"_xlnm.Print_Titles\" comment=\"%s %s\">Données!$1:$1</definedName>"),
                        "xl/workbook.xml, balisage"),
                Arguments.of("name for printing", markup("xl/workbook.xml", "<definedName ",
                        "<definedName name=\"_xlnm.Print_Titles\">\"%s %s\"</definedName>"), "nom défini"),
                Arguments.of("drawing", markup("xl/drawings/drawing1.xml", "",
                        "<d><cNvPr descr=\"%s\" title=\"%s\"/></d>"), "xl/drawings/drawing….xml"),
                Arguments.of("properties of the workbook", markup("docProps/app.xml", "<Application",
                        "<Company x=\"%s\" y=\"%s\"/>"), "docProps/app.xml, balisage"),
                Arguments.of("head of a table", (Planting) (books, code) -> Workbooks.rewrite(
                        books.regional(".xlsx"), "xl/tables/table1.xml",
                        text -> text.replaceFirst("(<tableColumn [^>]*name=\")", "$1" + code + " " + FIGURE + " ")),
                        ".xml, balisage"),
                Arguments.of("comment of a part", markup(sheet, "<pageMargins", "<!-- %s %s -->"), ".xml, balisage"),
                Arguments.of("instruction of a part", markup(sheet, "<pageMargins", "<?n %s %s?>"), ".xml, balisage"),
                Arguments.of("space of names", markup(sheet, "<pageMargins", "<a xmlns=\"urn:%s:%s\"/>"),
                        ".xml, balisage"),
                Arguments.of("name of an element", markup(sheet, "<pageMargins", "<%s><n%s/></%1$s>"),
                        ".xml, balisage"),
                Arguments.of("name of a part", markup("xl/x8642.txt", "", "%s"), "partie qu’un livre n’a pas"),
                Arguments.of("communes of a row", (Planting) (books, code) -> Workbooks.tamper(
                        books.regional(".xlsx"), List.of(Workbooks.words("Quartiers", code, "Communes", FIGURE))),
                        "Quartiers!"),
                Arguments.of("comment of the archive", (Planting) (books, code) -> Workbooks.comment(
                        books.regional(".xlsx"), code + " " + FIGURE, ""), "octets hors des parties"),
                Arguments.of("comment of the parts", (Planting) (books, code) -> Workbooks.comment(
                        books.regional(".xlsx"), "", code + " " + FIGURE), "commentaire d’une partie"),
                Arguments.of("bytes before the workbook", bytes(".xlsx", "%s %s", ""), "octets hors des parties"),
                Arguments.of("bytes after the workbook", bytes(".xlsx", "", "%s %s"), "octets hors des parties"),
                Arguments.of("bytes after the PDF", bytes(".pdf", "", "%s %s"), "après sa fin"),
                Arguments.of("end after the end of the PDF", bytes(".pdf", "", "%s %s\n%%%%EOF\n"), "après sa fin"),
                Arguments.of("bytes before the PDF", bytes(".pdf", "%% %s %s\n", ""), "avant le début"),
                Arguments.of("bytes between objects of the PDF", betweenTheObjects(), "entre les objets"),
                Arguments.of("hidden element of the page", page("</main>",
                        "<span hidden data-code=\"%s\" data-v=\"%s\"></span>"), "rapport.html, partie"),
                Arguments.of("title over a code", page("</main>", "<p title=\"%2$s\">%1$s</p>"),
                        "rapport.html, partie"),
                Arguments.of("identifier in small letters", (Planting) (books, code) -> books.change(
                        books.edition().resolve("rapport.html"), text -> text.replace("</main>",
                                "<p id=\"" + code.toLowerCase(Locale.ROOT) + "\" data-v=\"" + FIGURE
                                        + "\"></p></main>")),
                        "rapport.html, partie"),
                Arguments.of("width of a bar that bears a code", page("</main>",
                        "<svg><rect data-code=\"%s\" width=\"%s\"/></svg>"), "rapport.html, partie"),
                Arguments.of("class and width", page("</main>", "<svg><rect class=\"%s\" width=\"%s\"/></svg>"),
                        "rapport.html, partie"),
                Arguments.of("bar in the row of a code", page("</main>",
                        "<table><tr><td>%s</td><td><span style=\"width:%s%%\"></span></td></tr></table>"),
                        "rapport.html, partie"),
                Arguments.of("within an element that names a code", page("</main>",
                        "<div id=\"%s\"><div><p>x</p><p>%s</p></div></div>"), "rapport.html, partie"),
                Arguments.of("attribute without a value", page("</main>", "<p data-%s data-n%s></p>"),
                        "rapport.html, partie"),
                Arguments.of("below an object that names a code",
                        json("/manifest.json", "{\"code\": \"%s\", \"x\": {\"n\": %s}}"),
                        "manifest.json, /note/x"),
                Arguments.of("lines of a notice", notice("%s : 8642 lignes.", ""), "notices.csv, ligne"),
                Arguments.of("communes of a notice", notice("%s : 8642 communes.", ""), "notices.csv, ligne"),
                Arguments.of("QPV of a notice", notice("%s : 8642 quartiers sur 9000.", ""), "notices.csv, ligne"),
                Arguments.of("inhabitants of a notice", notice("%s (8642 habitants).", ""), "notices.csv, ligne"),
                Arguments.of("area of a notice", notice("%s : 97,3 km².", ""), "notices.csv, ligne"),
                Arguments.of("count like a year", notice("%s : 2012 logements.", ""), "notices.csv, ligne"),
                Arguments.of("full width", notice("%s : ９７,３.", ""), "notices.csv, ligne"),
                Arguments.of("Arabic digits", notice("%s : ٨٦٤٢.", ""), "notices.csv, ligne"),
                Arguments.of("digits above the line", notice("%s ⁸⁶⁴².", ""), "notices.csv, ligne"),
                Arguments.of("digits of mathematics", notice("%s 𝟖𝟔𝟒𝟐.", ""), "notices.csv, ligne"));
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
        return Stream.concat(unseen(), Stream.of(
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
                Arguments.of("second book", second, "copie.pdf")))
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

    @ParameterizedTest
    @ValueSource(strings = {
            "Le quartier %s (Les Prés) est à cheval (Anzin 7707, Saint-Saulve 12.5 habitants) ; il est compté ailleurs.",
            "Sans ligne dans ce fichier : 1 quartier sur 199, Les Prés (%s). Complétez le fichier.",
            "Sans ligne : 48 quartiers sur 1 400, A (%1$s), B (QP971802), C (QP971803), D (QP971804), E (QP971805) et 43 autres.",
            "18 quartiers n’ont pas de valeur (%1$s, QP971802, QP971803, QP971804, QP971805…) ; les agrégats sont estimés.",
            "12 lignes sont inutilisables : 1 quartier en a peut-être plus (Les Prés (%s)). Corrigez.",
            "Aucune ligne utilisable pour 1 quartier : Les Prés (%s) (12 lignes sont inutilisables).",
            "Le contour de Les Prés (%s) couvre 27 km², plus que ne peut un quartier (20 km² au plus) : remplacez-le.",
            "Le contour de Les Prés (%s) est à 31 km de sa commune, ailleurs.",
            "Les lignes 12 à 40 répètent, dans le même ordre, les lignes 3 à 31 (%s).",
            "Le nombre de %s dépasse son dénominateur (minuscule.yaml, lignes 3, 4 et 5)."})
    void whatTheNoticesTellOfAnExtractBesideTheCodeOfAWithheldQpvIsNoLeak(String message) throws Exception {
        Books books = copy("QP971001");
        notice(message, "QP971001").in(books, "QP971001");

        assertThat(audit(books.edition())).as(out.toString() + err).isEqualTo(ExitCode.DONE);
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
