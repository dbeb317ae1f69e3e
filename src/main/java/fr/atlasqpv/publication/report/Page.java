package fr.atlasqpv.publication.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills the templates of {@code src/main/jte}, which the build compiles into this package; they escape what they are given. */
final class Page {
    /** The style sheet of every page. */
    static final String STYLE = style();

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Page.class.getClassLoader(), Page.class.getPackageName());

    private Page() {}

    /**
     * Writes a page.
     *
     * @param template name of its template
     * @param view what the template shows
     * @param file file to write
     * @return the file
     * @throws IOException when it cannot be written
     */
    static Path write(String template, Object view, Path file) throws IOException {
        StringOutput page = new StringOutput();
        TEMPLATES.render(template, view, page);
        // HTML has no way to write the other control characters, escaped or not
        return Files.writeString(file, page.toString().replaceAll("[\\x00-\\x08\\x0b-\\x1f]", "\ufffd"));
    }

    private static String style() {
        try (InputStream css = Page.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
