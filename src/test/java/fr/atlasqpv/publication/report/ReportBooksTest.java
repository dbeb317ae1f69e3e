package fr.atlasqpv.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.publication.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportBooksTest {
    private final RunReport report = RunReportFixture.report();

    @TempDir
    Path folder;

    @Test
    void noticesStandOneALineUnderTheHeaderOfTheContract() throws Exception {
        List<String> lines = Files.readAllLines(new NoticesCsvWriter().write(report.notices(), folder));

        assertThat(lines).hasSize(15);
        assertThat(lines.getFirst()).isEqualTo("file;line;column;code;severity;message;value");
        assertThat(lines.get(13))
                .isEqualTo("depp/brevet.csv;17;Presents;nombre-illisible;ERROR;"
                        + "\"Un nombre était attendu ; corriger le fichier.\";'=1+1");
        assertThat(lines.getLast()).startsWith("geo/contours.geojson;;;contour-absent;INFO;");
    }

    @Test
    void theManifestTellsInputsRulesProgramAndOutputsWithFingerprints() throws Exception {
        new ReportBooks().write(report, folder);

        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("manifest.json")));

        assertThat(manifest.at("/entrees/0/sha256").asString()).hasSize(64);
        assertThat(manifest.at("/entrees/0/lignes_lues").asLong()).isEqualTo(37_742);
        assertThat(manifest.at("/fichier_edition/chemin").asString()).isEqualTo("jobs/essai.yaml");
        assertThat(manifest.at("/avis/code-qpv-inconnu").asInt()).isEqualTo(12);
        assertThat(manifest.at("/sorties").valueStream().map(book -> book.at("/chemin").asString()))
                .isSorted()
                .contains("99-hautes-terres/atlas-qpv-essai-99.pdf", "notices.csv")
                .doesNotContain("rapport.html", "manifest.json");
        JsonNode notices = manifest.at("/sorties").valueStream()
                .filter(book -> book.at("/chemin").asString().equals("notices.csv"))
                .findFirst()
                .orElseThrow();
        assertThat(notices.at("/sha256").asString()).isEqualTo(Fingerprint.of(folder.resolve("notices.csv")).sha256());
    }

    @Test
    void timesStandInThePageOnly() throws Exception {
        RunReport slower = RunReportFixture.report(Instant.parse("2027-01-01T00:00:00Z"), Duration.ofMinutes(3));
        new ReportBooks().write(report, folder);
        Path other = Files.createDirectory(folder.resolve("autre"));
        new ReportBooks().write(slower, other);

        for (String file : List.of("manifest.json", "notices.csv")) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
        }
        assertThat(Files.readString(other.resolve("rapport.html")))
                .contains("18\u00a0min\u00a000\u00a0s", "1 janvier 2027")
                .isNotEqualTo(Files.readString(folder.resolve("rapport.html")));
    }

    @Test
    void thePageAsksNothingOfTheNetworkAndRunsNothing() throws Exception {
        String page = page(report);

        assertThat(page).contains("default-src 'none'");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://", "https://", "<script", "<link", "src=", "url(", "@import");
    }

    @Test
    void whateverAnInputHoldsIsEscaped() throws Exception {
        String page = page(report);

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;\"'")
                .doesNotContain("alert(1)</script>");
    }

    @Test
    void everyTableHasACaptionAndScopes() throws Exception {
        String page = page(report);

        assertThat(count(page, "<table>")).isEqualTo(count(page, "<caption>")).isGreaterThan(8);
        assertThat(count(page, "<th ")).isEqualTo(count(page, "<th scope=\"(row|col)\""));
        assertThat(page).contains("<html lang=\"fr\">", "<main id=\"contenu\">", "Aller au contenu");
        assertThat(count(page, " id=\"")).isEqualTo(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results()
                .map(hit -> hit.group(1)).distinct().count());
    }

    @Test
    void thePageTellsWhatWasReadRejectedWithheldAndHowLongItTook() throws Exception {
        String page = page(report);

        assertThat(page).contains(
                "37\u202f742", "essai/<wbr>cog.csv", "code-qpv-inconnu", "1\u202f234\u202f567", "2,52\u00a0s",
                "✗ écart",
                "aucune retrouvée", "QP062040", "href=\"99-hautes-terres/atlas-qpv-essai-99.pdf\"", "1,3\u00a0Mo");
        assertThat(page).doesNotContain("QPX7");
    }

    @Test
    void aRunThatLeftNothingHasAPageToo() throws Exception {
        RunReport empty = new RunReport(
                report.edition(), report.catalogue(), report.job(), "", List.of(), RunReportFixture.SECRECY, List.of(),
                List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of());

        assertThat(page(empty)).contains("Cette exécution n’a laissé aucun livre.", "Aucun avis");
    }

    @Test
    void numbersAreFrenchWhateverTheLocale() throws Exception {
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            String page = page(report);
            Locale.setDefault(Locale.US);
            assertThat(page(report)).isEqualTo(page);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private String page(RunReport report) throws Exception {
        return Files.readString(new HtmlReportWriter().write(report, folder));
    }

    private static long count(String page, String regex) {
        return Pattern.compile(regex).matcher(page).results().count();
    }
}
