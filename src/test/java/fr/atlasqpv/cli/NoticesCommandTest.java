package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.territory.AttachmentDecision;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a code in a report finds what it means, on the page and at the terminal. */
class NoticesCommandTest {
    private static final Pattern CODE = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Set<String> NO_CODES = Set.of("windows-1252", "chef-lieu", "type-avant", "type-apres");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int atlas(String... words) {
        return AtlasCommand.execute(new PrintWriter(out), new PrintWriter(err), words);
    }

    private static Set<String> explained() throws IOException {
        return NoticesPage.entries().stream().map(NoticesPage.Entry::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyNoticeOfAnExtractAndOfAnAttachmentIsExplained() throws IOException {
        assertThat(explained())
                .as("add a line to docs/notices.md")
                .containsAll(Arrays.stream(NoticeCode.values()).map(NoticeCode::id).toList())
                .containsAll(
                        Arrays.stream(AttachmentDecision.Rule.values()).map(AttachmentDecision.Rule::code).toList());
    }

    @Test
    void everyFaultOfAnEditionIsExplained() throws IOException {
        String keys = Files.readString(Path.of("jobs/schema.json"));
        Set<String> layouts = Arrays.stream(Layout.values()).map(Layout::id).collect(Collectors.toSet());
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/fr/atlasqpv/edition"))) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().map(hit -> hit.group(1)).forEach(codes::add);
            }
        }
        codes.removeIf(c -> keys.contains('"' + c + '"') || layouts.contains(c) || NO_CODES.contains(c));

        assertThat(explained()).as("add a line to docs/notices.md").hasSizeGreaterThan(80).containsAll(codes);
    }

    @Test
    void everyNoticeSaysWhatItMeansAndWhatToDo() throws IOException {
        assertThat(NoticesPage.entries())
                .allSatisfy(e -> assertThat(e.meaning()).endsWith("."))
                .allSatisfy(e -> assertThat(e.advice()).endsWith("."))
                .extracting(NoticesPage.Entry::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOneNotice() {
        assertThat(atlas("notices", "entete-repete")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .contains("entete-repete", "L’en-tête figure de nouveau parmi les lignes\u00a0:", "À faire\u00a0:")
                .doesNotContain("fichier-absent");
    }

    @Test
    void tellsAllOfThemWithoutACode() {
        assertThat(atlas("notices")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("fichier-absent", "yaml-demesure");
    }

    @Test
    void suggestsTheNearestCode() {
        assertThat(atlas("notices", "entete-repetee")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("Vouliez-vous dire «\u00a0entete-repete\u00a0»");
    }
}
