package fr.atlasqpv.publication.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page that stands alone: its style is inside, it runs no program and asks nothing of the network, and its own policy
 * forbids both.
 *
 * @param series small title above the title
 * @param title title
 * @param subtitle sentence under the title
 * @param warning sentence that must be seen, empty when none
 * @param sections chapters in order
 * @param footer last line
 */
record HtmlPage(
        String series, String title, String subtitle, String warning, List<Section> sections, Html footer) {
    private static final String STYLE = style();

    /**
     * A chapter.
     *
     * @param id anchor
     * @param title title
     * @param content what it holds
     */
    record Section(String id, String title, Html content) {}

    /** The whole document. */
    String document() {
        StringBuilder page = new StringBuilder(STYLE.length() + 65_536);
        page.append(
                """
                        <!DOCTYPE html>
                        <html lang="fr">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
                        <meta name="referrer" content="no-referrer">
                        """);
        page.append("<title>").append(Html.text(title).markup()).append("</title>\n<style>\n").append(STYLE);
        page.append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>\n");
        page.append("<header class=\"cover\">\n");
        element(page, "p class=\"series\"", "p", series);
        element(page, "h1", "h1", title);
        element(page, "p", "p", subtitle);
        if (!warning.isEmpty()) {
            element(page, "p class=\"simulated\"", "p", warning);
        }
        page.append("</header>\n<div class=\"frame\">\n<nav aria-label=\"Sommaire\">\n<ol>\n");
        for (Section section : sections) {
            page.append("<li><a href=\"#").append(section.id()).append("\">");
            page.append(Html.text(section.title()).markup()).append("</a></li>\n");
        }
        page.append("</ol>\n</nav>\n<main id=\"contenu\">\n");
        for (Section section : sections) {
            page.append("<section id=\"%1$s\" aria-labelledby=\"%1$s-titre\">\n".formatted(section.id()));
            element(page, "h2 id=\"" + section.id() + "-titre\"", "h2", section.title());
            page.append(section.content().markup()).append("</section>\n");
        }
        page.append("<footer>\n").append(footer.markup()).append("</footer>\n</main>\n</div>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void element(StringBuilder page, String open, String close, String text) {
        page.append('<').append(open).append('>').append(Html.text(text).markup());
        page.append("</").append(close).append(">\n");
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
