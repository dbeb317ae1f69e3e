package fr.atlasqpv.quality.input;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that no list knows: told one by one, or once where they are many of a file. */
class JoinChecksTest {
    @TempDir
    private Path folder;

    private List<Notice> unknown(int strays, int known) throws IOException {
        Edition edition = TinyEvidence.edition(folder, "");
        String facts =
                IntStream.range(0, known).mapToObj(i -> "C:36" + (100 + i) + " M:36" + (100 + i) + ":population:9")
                        .collect(Collectors.joining(" "))
                        + IntStream.range(0, strays).mapToObj(i -> " M:99" + (100 + i) + ":population:9")
                                .collect(Collectors.joining());
        return JoinChecks.of(edition, new TinyEvidence(edition, facts), Set.of()).stream()
                .filter(n -> n.code().equals("commune-inconnue")).toList();
    }

    @Test
    void aFewAreToldOneByOne() throws IOException {
        assertThat(unknown(20, 0)).hasSize(20);
        assertThat(unknown(30, 90)).hasSize(30);
    }

    @Test
    void aListAtFaultLeavesItsCodesInPeaceAndAnyOtherSourceOfQuartiersDoesNot() throws IOException {
        Edition edition = TinyEvidence.edition(folder, "");
        TinyEvidence facts = new TinyEvidence(edition, "M:QP035009:menages:9");

        assertThat(JoinChecks.of(edition, facts, Set.of())).extracting(Notice::code).contains("qpv-inconnu");
        assertThat(JoinChecks.of(edition, facts, Set.of("base-quartiers"))).extracting(Notice::code)
                .doesNotContain("qpv-inconnu");
        assertThat(edition.sources()).filteredOn(Edition.Source::listsQpv).extracting(Edition.Source::id)
                .containsExactly("base-quartiers");
    }

    @Test
    void manyOfAFileAreToldOnceWithTheirFirstLines() throws IOException {
        assertThat(unknown(30, 20)).singleElement().satisfies(n -> {
            assertThat(n.value()).isEqualTo("99100");
            assertThat(n.line()).isPositive();
            assertThat(n.message()).contains("30 codes sur 50", "lignes", "d’une autre année");
        });
    }
}
