package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFileException;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose edition file names the books of the previous edition: the attacker has them too. */
class PreviousEditionTest {
    private static final String BEFORE = "minuscule-avant";

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private final Bench bench = new Bench();

    @BeforeEach
    void writeTheEdition() throws IOException {
        edition = TinyEdition.withFewDwellingsInOneQpv(folder);
    }

    private RunResult run() throws Exception {
        return bench.run(edition.request());
    }

    private void namePrevious() throws IOException {
        String job = Files.readString(edition.jobFile());
        String here = "  same-units:";
        assertThat(job).contains(here);
        Files.writeString(edition.jobFile(), job.replace(here, "  previous-edition: " + BEFORE
                + "\n  not-previous:\n    - {edition: minuscule, because: ces essais n’ont pas paru}\n" + here));
    }

    /** Lays the books of the last run aside as those of the previous edition, one figure told and another withheld. */
    private void layAside(String told, String number, String withheld) throws IOException {
        Path before = edition.output().resolve(BEFORE).resolve("32-hauts-de-france");
        Files.createDirectories(before);
        Files.copy(
                edition.books().resolve("manifest.json"), before.resolveSibling("manifest.json"),
                StandardCopyOption.REPLACE_EXISTING);
        for (Path file : Disk.files(edition.books().resolve("32-hauts-de-france"))) {
            String text = Files.readString(file);
            Files.writeString(before.resolve(file.getFileName()), text
                    .replaceAll("(;" + told + ";[^\\n]*;nb_logements_sociaux;);secret", "$1" + number + ";publie")
                    .replaceAll(
                            "(;" + withheld + ";[^\\n]*;nb_logements_sociaux;)[0-9]+;publie", "$1;secret"));
        }
    }

    @Test
    void aPartnerThatThePreviousEditionTellsIsNoPartner() throws Exception {
        run();
        assertThat(edition.quartersWithheld()).containsExactly("QP002001", "QP059001");
        layAside("QP002001", "47", "QP059002");
        namePrevious();

        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).containsExactly("QP059001", "QP059002");
    }

    @Test
    void whatThePreviousEditionTellsOfTheWithheldFigureItselfStopsTheRelease() throws Exception {
        run();
        layAside("QP059001", "5", "aucun");
        List<?> released = BooksInMaking.books(edition.books());
        namePrevious();

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).anyMatch(r -> r.contains("QP059001") && r.contains("édition précédente"));
        assertThat(BooksInMaking.books(edition.books())).isEqualTo(released);
    }

    @Test
    void itsFilesAreInputsWithTheirFingerprintsInTheManifest() throws Exception {
        run();
        layAside("aucun", "", "aucun");
        namePrevious();
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("\"previous-edition\"", "32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv");

        layAside("QP002001", "47", "QP059002");

        assertThat(run().ending()).as("other books of before are another run").isEqualTo(Ending.DONE);
    }

    @Test
    void booksThatAreNamedAndMissingStopTheRunBeforeAnythingIsComputed() throws Exception {
        namePrevious();

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::file, Notice::column, Notice::code, Notice::value)
                .containsExactly(tuple(
                        "minuscule.yaml", "rules.previous-edition", "edition-precedente-absente", BEFORE));
    }

    @Test
    void booksThatCannotBeReadStopTheRun() throws Exception {
        Path before = Files.createDirectories(edition.output().resolve(BEFORE).resolve("32-hauts-de-france"));
        Files.writeString(before.resolve("atlas-qpv-minuscule-32-donnees.csv"), "niveau;code\nQPV;QP059001\n");
        namePrevious();

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).containsExactly("edition-precedente-illisible");
    }

    /** The QPV bear codes of another generation than in the books of before; a source says which is which, if the edition names it. */
    private void changeTheGeneration(boolean named) throws IOException {
        edition.intoTheNewGeneration();
        Files.writeString(
                edition.input().resolve("generations.csv"),
                "QP;QN\nQP059001;QN05901M\nQP059002;QN05902M\nQP002001;QN00201M\n");
        String job = Files.readString(edition.jobFile()).replace("  - id: zfu\n", """
                  - id: generations
                    layout: correspondance-qpv
                    file: generations.csv
                    group: Quartiers
                    label: Quartiers des deux générations
                    producer: Essais
                    millesime: "2024"
                    licence: inventé
                    columns: {qpv: QN, contour: QP}
                  - id: zfu
                """);
        String accepted =
                "\naccept:\n  - {check: nombre-de-quartiers, of: quartiers, by: B. Durand, why: une autre génération}\n";
        Files.writeString(edition.jobFile(), named
                ? job.replace("  same-units:", "  previous-correspondence: generations\n  same-units:")
                : job + accepted);
    }

    @Test
    void whatThePreviousEditionToldAndWithheldUnderOtherCodesCountsUnderThoseOfToday() throws Exception {
        run();
        layAside("aucun", "", "aucun");
        namePrevious();
        changeTheGeneration(true);

        assertThat(new Bench().whole((atlas, region) -> {}).run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).as("QP059002 was told, QP002001 was not")
                .containsExactly("QN00201M", "QN05901M");
    }

    @ParameterizedTest(name = "with a correspondence: {0}")
    @ValueSource(booleans = {true, false})
    void theAuditOfBooksFindsWhatTheyTellUnderAnotherCodeWhenItIsTold(boolean told) throws Exception {
        run();
        layAside("aucun", "", "aucun");
        namePrevious();
        changeTheGeneration(false);
        assertThat(new Bench().whole((atlas, region) -> {}).run(edition.request()).ending())
                .as("nobody has said what became of them").isEqualTo(Ending.DONE);
        assertThat(edition.quartersWithheld()).as("drawn").containsExactly("QN05901M", "QN05902M");
        Correspondence correspondence =
                SourceReaders.correspondence(edition.input().resolve("generations.csv"), "QP", "QN");

        AuditReport audit = BooksAudit.audit(
                edition.books(), (territory, perimeter, measure) -> Optional.empty(),
                List.of(new BooksAudit.Before(
                        edition.output().resolve(BEFORE), (territory, perimeter, measure) -> Optional.empty(),
                        told ? correspondence : Correspondence.NONE)));

        String found = audit.findings().stream().filter(Finding::stops).map(Finding::message).toList().toString();
        assertThat(found.contains("QN05901M")).as("its partner was told").isEqualTo(told);
        assertThat(found.contains("QP002001")).as("withheld then, told now").isEqualTo(told);
    }

    @Test
    void aCorrespondenceThatNoSourceGivesIsAFaultOfTheEdition() throws IOException {
        changeTheGeneration(true);
        Files.writeString(
                edition.jobFile(), Files.readString(edition.jobFile())
                        .replace("previous-correspondence: generations", "previous-correspondence: generation"));

        assertThatThrownBy(() -> edition.request())
                .isInstanceOfSatisfying(EditionFileException.class, e -> assertThat(e.faults()).singleElement()
                        .satisfies(f -> {
                            assertThat(f.code()).isEqualTo("source-inconnue");
                            assertThat(f.message()).contains("generations");
                            assertThat(f.line()).isPositive();
                        }));
    }
}
