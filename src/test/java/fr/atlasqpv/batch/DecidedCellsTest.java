package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.secrecy.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that decides of single cells: QP059001 has five social dwellings, which a rule withholds with those of QP002001. */
class DecidedCellsTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;
    private final Bench bench = new Bench();

    @BeforeEach
    void writeTheEdition() throws IOException {
        edition = TinyEdition.withFewDwellingsInOneQpv(folder);
    }

    private void decide(String qpv, String status) throws IOException {
        String job = Files.readString(edition.jobFile());
        String here = "  same-units:";
        Files.writeString(edition.jobFile(), job.replace(here,
                "  a-priori:\n    - {level: QPV, territory: " + qpv + ", indicator: nb_logements_sociaux, status: "
                        + status
                        + ", who: Claire, why: essai}\n" + here));
    }

    @Test
    void aPartnerThatIsToBeToldIsTold() throws Exception {
        bench.run(edition.request());
        assertThat(edition.quartersWithheld()).containsExactly("QP002001", "QP059001");
        Path other = Files.createDirectory(folder.resolve("autre"));
        edition = TinyEdition.withFewDwellingsInOneQpv(other);
        decide("QP002001", "published");

        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).containsExactly("QP059001", "QP059002");
        for (String paper : List.of("manifest.json", "notices.csv", "rapport.html")) {
            assertThat(edition.books().resolve(paper)).content().doesNotContain("a-priori").doesNotContain("Claire");
        }
    }

    @Test
    void aCellIsWithheldOfAnIndicatorThatNoRuleJudges() throws Exception {
        String job = Files.readString(edition.jobFile());
        String rule = job.lines().filter(l -> l.contains("rule: few-on-one-side")).findFirst().orElseThrow();
        Files.writeString(
                edition.jobFile(), job.replace(
                        rule, "    - {rule: none, indicator: nb_logements_sociaux, because: \"pour cet essai\"}"));
        decide("QP059002", "withheld");

        assertThat(bench.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).hasSize(2).contains("QP059002");
    }

    @Test
    void aTerritoryThatNobodyKnowsStopsTheRunWithItsLine() throws Exception {
        decide("QP059999", "withheld");
        long line = Files.readAllLines(edition.jobFile()).stream().takeWhile(l -> !l.contains("QP059999")).count() + 1;

        RunResult result = bench.run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code, Notice::line, Notice::column)
                .containsExactly(tuple("code-inconnu", line, "rules.a-priori[QP059999]"));
    }

    @Test
    void theRunSaysThatTheSecrecyWinsAndTheCheckWhere() throws Exception {
        decide("QP059001", "published");

        RunResult result = bench.run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(edition.quartersWithheld()).contains("QP059001");
        assertThat(edition.books().resolve("notices.csv")).content().contains(Protection.OVERRULED)
                .doesNotContain("QP059001");
        try (AtlasApplication program = AtlasApplication.inMemory(edition.request(), Progress.SILENT)) {
            assertThat(program.check().notices()).filteredOn(n -> n.code().equals(Protection.OVERRULED))
                    .singleElement()
                    .satisfies(n -> {
                        assertThat(n.column()).isEqualTo("rules.a-priori[QP059001]");
                        assertThat(n.message()).contains("Claire");
                    });
        }
    }
}
