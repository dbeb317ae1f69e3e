package fr.atlasqpv.publication.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.publication.Comparisons;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The pages that a person opens, in the browser that opens them: the made-up run, the run of the sample, a comparison. */
class PagesInABrowserTest {
    private static final Path AXE = Path.of("src/test/npm/node_modules/axe-core/axe.min.js");

    @TempDir
    private static Path folder;

    private static Chromium browser;
    private static Map<String, Path> pages;

    @BeforeAll
    static void openTheBrowser() throws Exception {
        assumeTrue(Chromium.program().isPresent(), "no Chromium on this machine: apt-get install chromium");
        pages = Map.of(
                "made-up run", new HtmlReportWriter().write(RunReportFixture.report(), folder),
                "run of the sample", SampleBooks.get().output().resolve("2022").resolve(HtmlReportWriter.FILE_NAME),
                "comparison", new ComparisonPage().write(Comparisons.SMALL, folder));
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void closeTheBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> names() {
        return Stream.of("made-up run", "run of the sample", "comparison");
    }

    static Stream<Arguments> screens() {
        return names().flatMap(
                name -> Stream.of(Arguments.of(name, 1280), Arguments.of(name, 768), Arguments.of(name, 360)));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void thePageAsksForNothingButItselfAndComplainsOfNothing(String name) throws Exception {
        browser.open(pages.get(name), 1280, false);

        assertThat(browser.requests()).containsExactly(pages.get(name).toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPageThatAsksOfTheNetworkAndIsTooWideWouldBeNoticed() throws Exception {
        Path bad = Files.writeString(
                folder.resolve("bad.html"),
                "<!DOCTYPE html><div style='width:900px'>.</div><img src='http://127.0.0.1:9/x.png'>"
                        + "<script>console.error('oh'); nothing.here</script>");

        browser.open(bad, 360, true);

        assertThat(browser.requests()).contains("http://127.0.0.1:9/x.png");
        assertThat(browser.complaints()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isGreaterThan(360);
    }

    @ParameterizedTest(name = "{0}, {1} pixels")
    @MethodSource("screens")
    void nothingStandsOutOfTheScreen(String name, int width) throws Exception {
        browser.open(pages.get(name), width, width < 500);

        assertThat(browser.evaluate("window.innerWidth").asInt()).isEqualTo(width);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        // A wide table scrolls within its own frame; nothing else is wider than the page
        assertThat(texts(browser.evaluate(
                """
                        [...document.querySelectorAll('body *')]
                          .filter(e => !e.closest('.scroll') && !e.closest('svg') && !e.matches('.skip'))
                          .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
                          .map(e => e.outerHTML.slice(0, 80))""")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aProgramThatReadsAloudFindsItsWay(String name) throws Exception {
        browser.open(pages.get(name), 1280, false);

        assertThat(browser.evaluate("document.documentElement.lang").asString()).isEqualTo("fr");
        assertThat(browser.evaluate("document.title").asString()).isNotBlank();
        List<Integer> headings = browser.evaluate(
                "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
        assertThat(headings).startsWith(1, 2);
        assertThat(headings.stream().filter(h -> h == 1)).hasSize(1);
        for (int h = 1; h < headings.size(); h++) {
            assertThat(headings.get(h)).as("heading " + (h + 1)).isLessThanOrEqualTo(headings.get(h - 1) + 1);
        }
        assertThat(browser.evaluate("document.querySelectorAll('th:not([scope])').length").asInt()).isZero();
        assertThat(browser.evaluate("document.querySelectorAll('table:not(:has(caption))').length").asInt()).isZero();
        assertThat(browser.evaluate("document.querySelectorAll('img:not([alt])').length").asInt()).isZero();
        assertThat(browser.evaluate(
                "[...document.querySelectorAll('svg')].filter(s => s.getAttribute('role') !== 'img'"
                        + " || !(s.querySelector('title') || {}).textContent).length")
                .asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("names")
    void axeFindsNoBarrier(String name) throws Exception {
        assumeTrue(Files.exists(AXE), "axe-core is absent: run npm ci --prefix src/test/npm");
        browser.open(pages.get(name), 1280, false);
        browser.evaluate(Files.readString(AXE) + "; true");

        JsonNode violations = browser.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true);"
                        + "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.help + ' – ' + v.nodes[0].html.slice(0, 120)))");

        assertThat(texts(violations)).isEmpty();
    }

    @Test
    void theRunOfTheSampleShowsEverySection() throws Exception {
        browser.open(pages.get("run of the sample"), 1280, false);

        assertThat(texts(browser.evaluate("[...document.querySelectorAll('main h2')].map(h => h.innerText)")))
                .containsExactly(
                        "Synthèse", "Livres", "Cartes", "Fichiers lus", "Rejets et avis", "Rattachements",
                        "Secret statistique", "Contrôles", "Durées", "Règles et versions");
        assertThat(browser.evaluate("document.querySelectorAll('#cartes svg').length").asInt()).isEqualTo(6);
        assertThat(rows("#sources")).isGreaterThan(20);
        assertThat(rows("#rattachements")).isEqualTo(26);
        assertThat(rows("#secret")).isGreaterThan(20);
        assertThat(rows("#controles")).isEqualTo(8);
        assertThat(rows("#durees")).isGreaterThanOrEqualTo(8);
    }

    @Test
    void rejectedRowsAreShownWithExamples() throws Exception {
        browser.open(pages.get("made-up run"), 1280, false);

        String shown = browser.evaluate(
                "document.querySelectorAll('#avis details').forEach(d => d.open = true);"
                        + "document.querySelector('#avis').innerText")
                .asString();

        assertThat(shown).contains("code-qpv-inconnu", "sdes-rpls/logements.csv.gz", "CODE_QP", "La ligne est rejetée.",
                RunReportFixture.HOSTILE, "=1+1");
    }

    @Test
    void linksLeadToTheBooks() throws Exception {
        Path page = pages.get("run of the sample");
        browser.open(page, 1280, false);

        List<String> links = texts(browser.evaluate(
                "[...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => !h.startsWith('#'))"));

        assertThat(links).anyMatch(l -> l.endsWith(".pdf")).anyMatch(l -> l.endsWith(".xlsx"))
                .anyMatch(l -> l.endsWith("-donnees.csv")).contains("manifest.json", "notices.csv");
        assertThat(links).allSatisfy(
                link -> assertThat(page.resolveSibling(URLDecoder.decode(link, StandardCharsets.UTF_8))).exists());
        assertThat(texts(browser.evaluate(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
                        + ".filter(h => !document.getElementById(h.slice(1)))")))
                .isEmpty();
    }

    private static int rows(String section) throws Exception {
        return browser.evaluate("document.querySelectorAll('" + section + " tbody tr').length").asInt();
    }
}
