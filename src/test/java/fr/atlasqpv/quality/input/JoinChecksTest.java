package fr.atlasqpv.quality.input;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A commune is where its code and the list of the départements say; anything else would move its inhabitants. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "CD:35003:35:53, -, -", // as it is
            "CD:35003:22:53, DEP, 22", // another département of the region
            "CD:35003:80:32, DEP, 80", // and of another region
            "CD:35003:35:32, REG, 32", // another region
            "CD:2A004:2A:94, -, -", // Corse and overseas have codes of their own
            "CD:2A004:2B:94, DEP, 2B",
            "CD:97101:971:01, -, -",
            "CD:97101:972:02, DEP, 972",
            "CD:97101:971:02, REG, 02",
            "CD:35003:99:53, -, -", // told otherwise: a code that no list has
    })
    void aCommuneIsOfTheDepartementOfItsCodeAndOfTheRegionOfItsDepartement(String commune, String column, String value)
            throws IOException {
        Edition edition = TinyEvidence.edition(folder, "");
        TinyEvidence facts = new TinyEvidence(edition,
                "REG:53 REG:32 REG:94 REG:01 REG:02 DEP:35:53 DEP:22:53 DEP:80:32 DEP:2A:94 DEP:2B:94 DEP:971:01 DEP:972:02 "
                        + commune);

        List<Notice> told = JoinChecks.of(edition, facts, Set.of()).stream()
                .filter(n -> n.code().equals("commune-deplacee")).toList();

        if (column == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).singleElement().satisfies(n -> {
                assertThat(n.severity()).isEqualTo(Severity.ERROR);
                assertThat(n.column()).isEqualTo(column);
                assertThat(n.value()).isEqualTo(value);
                assertThat(n.line()).isPositive();
            });
        }
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
