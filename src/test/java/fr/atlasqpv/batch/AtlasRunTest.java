package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import fr.atlasqpv.store.WorkingTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on a tiny edition: books whole or not at all, nothing done twice, nothing lost. */
class AtlasRunTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;
    private Bench bench;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
        bench = new Bench();
    }

    private RunResult run() throws Exception {
        return bench.run(edition.request());
    }

    @Test
    void aRunReleasesTheFilesOfTheEdition() throws Exception {
        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.steps().keySet()).containsExactly(
                "inventory", "ingest", "attach", "proximity", "aggregate", "protect", "verify", "publish", "audit",
                "release");
        assertThat(result.books()).extracting("path").containsExactly(
                "32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv",
                "32-hauts-de-france/atlas-qpv-minuscule-32-territoires.csv",
                "32-hauts-de-france/datapackage.json",
                "manifest.json",
                "notices.csv",
                "rapport.html");
        assertThat(edition.figures()).anyMatch(
                l -> l.startsWith("minuscule;QPV;QP059002;Le Canal;QPV;nb_logements_sociaux;60;publie;0"));
    }

    @Test
    void aReleaseLeavesNoFigureInTheWorkFolder() throws Exception {
        run();

        Path file = edition.request().workFolder().resolve("atlas.mv.db");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("QP059001", "Peupliers");
        assertThat(edition.request().compactionDue()).doesNotExist();
        try (Store store = Store.open(StoreSettings.file(edition.request().workFolder()))) {
            assertThat(new WorkingTables(store.dataSource()).rows()).isZero();
        }
    }

    @Test
    void theSameRunAgainIsNothingToDo() throws Exception {
        run();
        var before = Files.getLastModifiedTime(edition.books());

        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
        assertThat(Files.getLastModifiedTime(edition.books())).isEqualTo(before);
    }

    @Test
    void booksThatWereTouchedAreMadeAgain() throws Exception {
        run();
        Files.writeString(edition.books().resolve("manifest.json"), "{}");

        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(edition.books().resolve("manifest.json")).content().contains("minuscule");
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
    }

    @Test
    void aChangedInputIsANewRun() throws Exception {
        run();
        edition.append("zfu.csv", "QP002001");

        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(edition.figures()).anyMatch(l -> l.contains(";QP002001;Les Peupliers;QPV;zfu;1;publie"));
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws Exception {
        var first = run().books();
        Files.delete(edition.books().resolve("manifest.json"));
        var second = run().books();

        assertThat(second).filteredOn(b -> !b.path().equals("rapport.html"))
                .containsExactlyElementsOf(first.stream().filter(b -> !b.path().equals("rapport.html")).toList());
    }

    @Test
    void aFailedRunLeavesThePreviousBooksUntouched() throws Exception {
        List<?> released = run().books();
        edition.append("quartiers.csv", "QP059003;Perdu;douze;Abscon");

        RunResult failed = run();

        assertThat(failed.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(BooksInMaking.books(edition.books())).isEqualTo(released);
        assertThat(edition.request().papersFolder().resolve("notices.csv")).content()
                .contains("quartiers.csv;5;POP_MUN;nombre-illisible;ERROR");
    }

    @Test
    void theErrorsOfAllFilesAreToldInOneRun() throws Exception {
        edition.change("composition.csv", s -> s.replace("59002;200000002", "59009;200000002"))
                .change("zfu.csv", s -> s.replace("CODE_QP", "CODE"))
                .change("populations.csv", s -> s.replace("7000", "7O00"));

        assertThat(run().notices())
                .extracting(Notice::file, Notice::line, Notice::column, Notice::code)
                .containsExactly(
                        tuple("composition.csv", 0L, "", "territoire-absent"),
                        tuple("composition.csv", 5L, "CODGEO", "commune-inconnue"),
                        tuple("populations.csv", 5L, "VALEUR", "nombre-illisible"),
                        tuple("zfu.csv", 1L, "CODE_QP", "colonne-absente"));
    }

    @Test
    void theErrorsAreToldAgainWhenNothingWasCorrected() throws Exception {
        edition.append("zfu.csv", "QP099999");
        List<Notice> first = run().notices();

        RunResult second = run();

        assertThat(second.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(second.notices()).isEqualTo(first).extracting(Notice::code).containsExactly("qpv-inconnu");
    }

    @Test
    void aKeyGivenTwiceStopsTheRun() throws Exception {
        edition.append("composition.csv", "59002;200000001"); // as a table of former communes would

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::file, Notice::line, Notice::code)
                .containsExactly(tuple("composition.csv", 6L, "cle-en-double"));
    }

    @Test
    void aKeyGivenByTwoFilesStopsTheRun() throws Exception {
        Files.writeString(edition.jobFile(), Files.readString(edition.jobFile()).replace(
                "  - id: zfu\n",
                """
                          - id: encore
                            layout: comptages-qpv
                            file: encore.csv
                            group: Quartiers
                            label: Populations encore
                            producer: Essais
                            millesime: RP 2018
                            licence: inventé
                            columns: {code: CODGEO, mesure: MESURE, valeur: VALEUR}
                          - id: zfu
                        """.indent(0)));
        Files.writeString(edition.input().resolve("encore.csv"), "CODGEO;MESURE;VALEUR\nQP002001;POPULATION;1300\n");

        assertThat(run().notices()).extracting(Notice::code).containsExactly("territoire-absent", "cle-en-double");
    }

    @Test
    void fewUnusableEventsAreTolerated() throws Exception {
        edition.append("logements.csv", "59001;QP99;1");

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.noticesByCode()).containsEntry("code-invalide", 1L);
    }

    @Test
    void moreUnusableEventsThanTheCeilingStopTheRun() throws Exception {
        for (int i = 0; i < 9; i++) { // 9 of 169 rows are 5.3 %, the edition tolerates 5
            edition.append("logements.csv", "59001;QP99;1");
        }

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("trop-de-rejets").contains("code-invalide");
    }

    @Test
    void aPartGreaterThanItsWholeStopsTheRelease() throws Exception {
        edition.change("populations.csv", s -> s.replace("02001;POPULATION;5000", "02001;POPULATION;50"))
                .change("populations.csv", s -> s.replace("02002;POPULATION;3000", "02002;POPULATION;30"));

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).isNotEmpty();
        assertThat(edition.books()).doesNotExist();
        assertThat(edition.request().papersFolder().resolve("rapport.html")).exists();
    }

    @Test
    void aRegionMadeAgainLeavesTheBooksOfTheOthers() throws Exception {
        run();
        Path other = Files.createDirectories(edition.books().resolve("11-ile-de-france"));
        Files.writeString(other.resolve("livre.txt"), "gardé");

        RunResult result = bench.run(edition.request("32"));

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(other.resolve("livre.txt")).content().isEqualTo("gardé");
        assertThat(result.books()).extracting("path").contains("11-ile-de-france/livre.txt");
    }
}
