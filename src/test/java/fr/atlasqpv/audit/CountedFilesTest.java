package fr.atlasqpv.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which books tell of the same units: those that count them from one file. */
class CountedFilesTest {
    @TempDir
    private Path folder;

    private CountedFiles in(String counted, boolean edition, boolean dwellings, boolean seats) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"edition": {"simulee": %s}, "secret": {%s},
                 "entrees": [{"sha256": "aa", "simulee": %s}, {"sha256": "bb", "simulee": %s}]}"""
                .formatted(edition, counted, dwellings, seats));
        return CountedFiles.in(folder);
    }

    private static CountedFiles now(String indicator, String file) {
        return new CountedFiles(new TreeMap<>(java.util.Map.of(indicator, Set.of(file))), Set.of(file), false);
    }

    @ParameterizedTest(name = "{0}, of {1} from {2}: {3}")
    @CsvSource(delimiter = '|', value = {
            "\"counted\": {\"nombre\": [\"aa\"]} | nombre | aa | true",
            "\"counted\": {\"nombre\": [\"aa\"]} | nombre | bb | false", // a file of another indicator of theirs
            "\"counted\": {\"nombre\": [\"aa\"]} | part | aa | false", // another indicator
            "\"counted\": {\"nombre\": [\"cc\", \"aa\"]} | nombre | aa | true",
            "\"rules\": {} | nombre | aa | true", // of a time that did not say: any file of theirs
            "\"rules\": {} | nombre | cc | false"})
    void booksOfOneFileAreOfOneVintage(String counted, String indicator, String file, boolean shares)
            throws IOException {
        CountedFiles before = in(counted, false, false, false);

        assertThat(now(indicator, file).shares(indicator, before)).isEqualTo(shares);
        assertThat(now(indicator, file).shares(before)).isEqualTo(shares);
    }

    @Test
    void aMadeUpFileBesideThatOfTheDwellingsDoesNotMakeThemMadeUp() throws IOException {
        String counted = "\"counted\": {\"nombre\": [\"aa\"]}";

        assertThat(in(counted, true, false, true).simulated()).isFalse();
        assertThat(in(counted, true, true, false).simulated()).isTrue();
        assertThat(in("\"rules\": {}", true, false, true).simulated()).as("where books do not say").isTrue();
    }

    @Test
    void whatIsWrittenReadsBack() throws IOException {
        CountedFiles now = now("nombre", "aa");

        assertThat(now.written()).containsEntry("nombre", java.util.List.of("aa"));
        assertThat(in("\"counted\": {\"nombre\": [\"aa\"]}", false, false, false).byIndicator())
                .isEqualTo(now.byIndicator());
    }
}
