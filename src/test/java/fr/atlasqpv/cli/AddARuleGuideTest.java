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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide docs/add-a-rule.md, done to the letter: its class compiled, its line set, the edition run and audited. */
class AddARuleGuideTest {
    private static final Path PACKAGE = Path.of("src/main/java/fr/atlasqpv/secrecy");

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    /** The first block of a language in the guide. */
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/add-a-rule.md")));
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1);
    }

    /** The program with the kind of rule of the guide. */
    private URLClassLoader program() throws IOException {
        String rules = Files.readString(PACKAGE.resolve("PrimaryRule.java"));
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path kind = Files.writeString(sources.resolve("RareInBase.java"), block("java"));
        Path all = Files.writeString(
                sources.resolve("PrimaryRule.java"), rules.replace("permits ", block("text").strip() + " "));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String path = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler().run(
                null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), kind.toString(), all.toString());
        assertThat(failed).as("the class of the guide compiles").isZero();
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

    @Test
    void theRuleOfTheGuideIsRunWrittenIntoTheManifestAndObeyedByTheAudit() throws Exception {
        TinyEdition edition = TinyEdition.in(folder.resolve("edition"));
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(), job.replace("  primary:\n", "  primary:\n" + block("yaml")));

        try (URLClassLoader program = program()) {
            // Drivers are found once per machine: that of this program must make itself known
            program.loadClass("org.h2.Driver").getMethod("load").invoke(null);
            int run = atlas(
                    program, "run", edition.jobFile(), "--input", edition.input(), "--output", edition.output());
            assertThat(run).as(said.toString()).isEqualTo(ExitCode.DONE);
            assertThat(edition.books().resolve("manifest.json")).content()
                    .contains("\"rule\" : \"rare-in-base\"", "\"percent\" : 3");
            assertThat(edition.figures()).as("53 dwellings for 2,345 inhabitants, and a partner")
                    .anyMatch(l -> l.contains(";QP059001;") && l.contains(";nb_logements_sociaux;;secret;"))
                    .filteredOn(l -> l.contains(";nb_logements_sociaux;;secret;")).hasSizeGreaterThan(1);

            assertThat(atlas(program, "audit", edition.books())).as(said.toString()).isEqualTo(ExitCode.DONE);
            program.loadClass("org.h2.Driver").getMethod("unload").invoke(null);
        }
    }
}
