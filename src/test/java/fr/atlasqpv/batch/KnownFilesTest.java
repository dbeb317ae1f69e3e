package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.secrecy.ProtectionNotice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of social dwellings in another publication: QP059001 has five, which a rule withholds with those of QP002001. */
class KnownFilesTest {
    private static final String HEADER = "niveau;code;perimetre;mesure;valeur\n";

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private final Bench bench = new Bench();

    @BeforeEach
    void writeTheEdition() throws IOException {
        edition = TinyEdition.withFewDwellingsInOneQpv(folder);
        String job = Files.readString(edition.jobFile());
        String here = "  same-units:";
        Files.writeString(edition.jobFile(), job.replace(here,
                "  known:\n    - {file: ailleurs.csv, source: \"RPLS par quartier\"}\n" + here));
    }

    private void known(String rows) throws IOException {
        Files.writeString(edition.input().resolve("ailleurs.csv"), rows);
    }

    @Test
    void aPartnerThatAnotherPublicationTellsIsNoPartner() throws Exception {
        known(HEADER);
        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);
        assertThat(edition.quartersWithheld()).containsExactly("QP002001", "QP059001");
        edition = new TinyEdition(edition.jobFile(), edition.input(), folder.resolve("autre"));
        known(HEADER + "QPV;QP002001;QPV;logements_sociaux;47\n");

        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).containsExactly("QP059001", "QP059002");
        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("ailleurs.csv", "RPLS par quartier")
                .doesNotContain(edition.request().known().getFirst().sha256());
        assertThat(folder.resolve("autre/.work/releases/0001-minuscule/connus.csv")).content()
                .contains("QPV;QP002001;QPV;logements_sociaux;47");
    }

    @Test
    void theFileIsAnInputOfTheRun() throws Exception {
        known(HEADER);
        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);
        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.ALREADY_DONE);
        String before = edition.request().identity();

        known(HEADER + "QPV;QP059002;QPV;residences_principales;1\n");

        assertThat(edition.request().identity()).isNotEqualTo(before);
    }

    @Test
    void aSecretThatAnotherPublicationTellsIsSaidByTheRunAndNamedByTheCheck() throws Exception {
        known(HEADER + "QPV;QP002001;QPV;logements;60\nQPV;QP059001;QPV;logements_sociaux;5\n");

        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).containsExactly("QP059001");
        assertThat(edition.books().resolve("notices.csv")).content().contains(ProtectionNotice.KNOWN_ELSEWHERE)
                .doesNotContain("QP059001");
        try (AtlasApplication program = AtlasApplication.inMemory(edition.request(), Progress.SILENT)) {
            assertThat(program.check().notices())
                    .filteredOn(n -> n.code().equals(ProtectionNotice.KNOWN_ELSEWHERE))
                    .extracting(Notice::file, Notice::line, Notice::column)
                    .containsExactly(tuple("ailleurs.csv", 3L, "valeur"));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
            "QUARTIER;QP059001;QPV;logements;5, niveau, valeur-inconnue",
            "QPV;QP059001;TOUS;logements;5, perimetre, valeur-inconnue",
            "QPV;QP059001;QPV;maisons;5, mesure, valeur-inconnue",
            "QPV;QP059001;QPV;logements;-5, valeur, nombre-illisible",
            "QPV;QP059001;QPV;logements;5 000, valeur, nombre-illisible",
            "QPV;QP059001;QPV;logements, '', valeur-inconnue",
    })
    void aRowThatMakesNoSenseStopsTheRunWithoutItsCount(String row, String column, String code) throws Exception {
        known(HEADER + "QPV;QP059002;QPV;logements;60\n" + row + "\n");

        RunResult result = bench.run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).singleElement().satisfies(n -> {
            assertThat(List.of(n.file(), n.line(), n.column(), n.code())).containsExactly(
                    "ailleurs.csv", 3L, column, code);
            assertThat(n.value()).doesNotContain("5");
        });
    }

    @Test
    void aFileThatIsMissingOrHasOtherColumnsOrTellsACountTwiceStopsTheRun() throws Exception {
        assertThat(codes()).containsExactly("fichier-absent");
        known("niveau;code;perimetre;mesure\n");
        assertThat(codes()).containsExactly("colonne-absente");
        known(HEADER + "QPV;QP059002;QPV;logements;60\nQPV;QP059002;QPV;logements;61\n");
        assertThat(codes()).containsExactly("cle-en-double");
        Files.write(edition.input().resolve("ailleurs.csv"), new byte[] {'n', (byte) 0xe9, '\n'});
        assertThat(codes()).containsExactly("fichier-illisible");
    }

    private List<String> codes() {
        return KnownFiles.faults(edition.request()).stream().map(Notice::code).toList();
    }
}
