package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guides of {@code docs}, done to the letter on the tiny edition: each block that names a file is written to it, or changes
 * it; what is Java is compiled; the edition is run and audited, and its books hold what the guide promises.
 */
class GuidesTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(java|csv|diff) (\\S+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private TinyEdition edition;

    /** Drivers are looked for once per machine, by whoever asks first: that must not be the program of a guide. */
    @BeforeAll
    static void findTheDriversOfTheTests() {
        assertThat(DriverManager.drivers()).isNotEmpty();
    }

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder.resolve("edition"));
    }

    /** Applies a guide; the sources that it writes or changes. */
    private List<Path> apply(String guide) throws IOException {
        List<Path> sources = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs", guide)));
        while (block.find()) {
            String name = block.group(2);
            Path file = name.startsWith("src/") ? folder.resolve(name) : folder.resolve("edition").resolve(name);
            Files.createDirectories(file.getParent());
            if (name.startsWith("src/") && !sources.contains(file)) {
                sources.add(file);
            }
            if (block.group(1).equals("diff")) {
                String before = Files.readString(Files.exists(file) ? file : Path.of(name));
                Files.writeString(file, changed(before, block.group(3)));
            } else {
                Files.writeString(file, block.group(3));
            }
        }
        return sources;
    }

    /** Each part of a difference changes the one place that reads as its lines without a plus. */
    private static String changed(String text, String difference) {
        String whole = text;
        for (String part : difference.split("(?m)^@@\n")) {
            String old = lines(part, "+");
            assertThat(whole.split(Pattern.quote("\n" + old), -1).length + (whole.startsWith(old) ? 1 : 0))
                    .as("places that read\n%s", old).isEqualTo(2);
            int at = whole.startsWith(old) ? 0 : whole.indexOf("\n" + old) + 1;
            whole = whole.substring(0, at) + lines(part, "-") + whole.substring(at + old.length());
        }
        return whole;
    }

    private static String lines(String part, String but) {
        StringBuilder kept = new StringBuilder();
        part.lines().filter(l -> !l.startsWith(but))
                .forEach(l -> kept.append(l.isEmpty() ? "" : l.substring(1)).append('\n'));
        return kept.toString();
    }

    /** The program with the classes of a guide. */
    private URLClassLoader program(List<Path> sources) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("java.class.path");
        if (!sources.isEmpty()) {
            Stream<String> options = Stream.of("-proc:none", "-cp", path, "-d", classes.toString());
            String[] words = Stream.concat(options, sources.stream().map(Path::toString)).toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, words)).as("the classes compile")
                    .isZero();
        }
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String entry : path.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private int atlas(ClassLoader program, Object... words) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(program);
        try {
            PrintWriter out = new PrintWriter(said, true);
            String[] arguments = List.of(words).stream().map(Object::toString).toArray(String[]::new);
            return (int) program.loadClass("fr.atlasqpv.cli.AtlasCommand")
                    .getMethod("execute", PrintWriter.class, PrintWriter.class, String[].class)
                    .invoke(null, out, out, arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Does what a guide says, runs the edition to its books and audits them. */
    private void follow(String guide, Object... options) throws Exception {
        try (URLClassLoader program = program(apply(guide))) {
            // Nobody looks for the driver of this program: it must make itself known
            program.loadClass("org.h2.Driver").getMethod("load").invoke(null);
            Object[] run = {"run", edition.jobFile(), "--input", edition.input(), "--output", edition.output()};
            assertThat(atlas(program, Stream.concat(Stream.of(run), Stream.of(options)).toArray())).as(said.toString())
                    .isEqualTo(ExitCode.DONE);
            assertThat(atlas(program, "audit", edition.books())).as(said.toString()).isEqualTo(ExitCode.DONE);
            program.loadClass("org.h2.Driver").getMethod("unload").invoke(null);
        }
    }

    private Path book(String ending) {
        return edition.books().resolve("32-hauts-de-france/atlas-qpv-minuscule-32" + ending);
    }

    /** The text of the PDF, its white space aside. */
    private String pdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(book(".pdf").toFile())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0\\u202f]+", " ");
        }
    }

    /** The cells of the workbook, row by row, its white space aside. */
    private String workbook() throws IOException {
        StringBuilder cells = new StringBuilder();
        DataFormatter format = new DataFormatter(Locale.FRENCH);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(book(".xlsx")))) {
            workbook.forEach(sheet -> sheet.forEach(row -> {
                row.forEach(cell -> cells.append(format.formatCellValue(cell)).append(" | "));
                cells.append('\n');
            }));
        }
        return cells.toString().replaceAll("[\\h\\u00a0\\u202f]+", " ");
    }

    private List<String> figures(String indicator) throws IOException {
        return edition.figures().stream().filter(l -> l.contains(";" + indicator + ";")).toList();
    }

    @Test
    void anIndicatorIsAddedByTheEditionFileAlone() throws Exception {
        follow("add-an-indicator.md");

        assertThat(figures("part_menages_1")).anyMatch(l -> l.contains(";QP059001;") && l.contains(";45.0;"))
                .anyMatch(l -> l.contains("DEP;59;") && l.contains(";QPV;") && l.contains(";41.3;"));
        assertThat(figures("part_diplomes")).anyMatch(l -> l.contains(";QP059001;") && l.contains(";12.5;"))
                .anyMatch(l -> l.contains("DEP;59;") && l.contains(";QPV;") && l.contains(";15.4;"));
        assertThat(figures("revenu_median")).hasSize(3)
                .anyMatch(l -> l.contains(";QP059001;") && l.contains(";13870;"));
        assertThat(pdf()).contains("Ménages d’une pers.", "Revenu médian", "45,0", "41,3", "13 870");
        assertThat(workbook()).contains("Ménages d’une personne", "Revenu médian", "| 45", "| 41,3", "13870");
    }

    @Test
    void aFileOfAProgrammeAndOneThatNoLayoutKnewAreRead() throws Exception {
        follow("add-a-source.md");

        assertThat(figures("maisons_services")).anyMatch(l -> l.contains(";QP059001;") && l.contains(";1;"))
                .anyMatch(l -> l.contains(";QP002001;") && l.contains(";0;"));
        assertThat(figures("licences")).anyMatch(l -> l.contains(";QP059001;") && l.contains(";240;"))
                .anyMatch(l -> l.contains("DEP;59;") && l.contains(";372;"));
        assertThat(pdf()).contains("France services", "Licences sportives", "240", "132");
        assertThat(workbook()).contains("Maison France services", "Licences sportives", "| 240 |", "| 372 |");
    }

    @Test
    void aRuleIsRunWrittenIntoTheManifestAndObeyedByTheAudit() throws Exception {
        follow("add-a-rule.md");

        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("\"rule\" : \"rare-in-base\"", "\"percent\" : 3");
        assertThat(figures("nb_logements_sociaux")).as("53 dwellings for 2,345 inhabitants, and a partner")
                .anyMatch(l -> l.contains(";QP059001;") && l.contains(";nb_logements_sociaux;;secret;"))
                .filteredOn(l -> l.contains(";nb_logements_sociaux;;secret;")).hasSizeGreaterThan(1);
    }

    @Test
    void aCheckWarnsInTheNoticesAndInTheBook() throws Exception {
        edition.change("populations.csv", t -> t.replace("59001;POPULATION;9000", "59001;POPULATION;0"));
        follow("add-a-check.md");

        assertThat(edition.books().resolve("notices.csv")).content().contains(";commune-vide;WARNING;");
        assertThat(pdf()).contains("des communes sans habitant y ont un quartier");
        assertThat(workbook()).contains("des communes sans habitant y ont un quartier");
    }

    @Test
    void aPageStandsInAValidBook() throws Exception {
        follow("add-a-page.md", "--validate");

        assertThat(pdf()).containsPattern(
                "Les intercommunalités par habitants en QPV Hauts-de-France .*?CA des Plaines 3 801 CC des Bois 1 234");
    }
}
