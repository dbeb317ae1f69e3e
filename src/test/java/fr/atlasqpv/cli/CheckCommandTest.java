package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of an edition: all that is to be mended in one go, else what there is to publish. */
class CheckCommandTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyTheEdition() throws IOException {
        try (Stream<Path> files = Files.walk(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(MODEL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void change(String file, Map<String, String> changes) throws IOException {
        String text = Files.readString(folder.resolve(file));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(folder.resolve(file), text);
    }

    private int check() {
        return AtlasCommand.execute(
                new PrintWriter(out), new PrintWriter(err), "check", folder.resolve("essai-2031.yaml").toString(),
                "--input",
                folder.resolve("input").toString(), "--output", folder.resolve("output").toString());
    }

    private List<String> errors() {
        return err.toString().lines().filter(l -> l.endsWith("]")).toList();
    }

    @Test
    void faultsOfTheEditionAndOfFiveExtractsAreToldInOneRunEachOnce() throws IOException {
        change(
                "essai-2031.yaml", Map.of(
                        "layout: epci-liste", "layout: epci-listes",
                        "rule: few-on-one-side, indicator: nb_logements_sociaux",
                        "rule: few-on-one-side, indicator: nb_logement_sociaux", "{epci: EPCI, commune: COMMUNE}",
                        "{epci: EPCI, commune: COMUNE}"));
        Files.delete(folder.resolve("input/regions.csv"));
        change("input/base_communes.csv", Map.of("\n22002;", "\n22002;douze;", "\n22003;", "\n2203;"));
        Files.writeString(
                folder.resolve("input/mediation.csv"),
                Files.readString(folder.resolve("input/mediation.csv")) + "QP099999\n");

        assertThat(check()).isEqualTo(ExitCode.INPUT_REJECTED);

        assertThat(errors()).hasSize(7)
                .anySatisfy(l -> assertThat(l).startsWith("essai-2031.yaml, ligne 46, colonne sources[epci].layout")
                        .contains("Vouliez-vous dire «\u00a0epci-liste\u00a0»").endsWith("[layout-inconnu]"))
                .anySatisfy(l -> assertThat(l).startsWith("essai-2031.yaml, ligne ")
                        .contains("Vouliez-vous dire «\u00a0nb_logements_sociaux\u00a0»")
                        .endsWith("[indicateur-inconnu]"))
                .anySatisfy(l -> assertThat(l).startsWith("sieges.csv, ligne 1, colonne COMUNE")
                        .contains("Vouliez-vous dire «\u00a0COMMUNE\u00a0»", "Colonnes trouvées")
                        .endsWith("[colonne-absente]"))
                .anySatisfy(l -> assertThat(l).startsWith("regions.csv").endsWith("[fichier-absent]"))
                .anySatisfy(l -> assertThat(l).startsWith("base_communes.csv, ligne 3").endsWith("[cellules-en-trop]"))
                .anySatisfy(l -> assertThat(l).startsWith("base_communes.csv, ligne 4, colonne CODGEO")
                        .contains("2203").endsWith("[code-invalide]"))
                .anySatisfy(l -> assertThat(l).startsWith("mediation.csv, ligne 7, colonne CODE")
                        .contains("QP099999").endsWith("[qpv-inconnu]"));
        assertThat(out.toString()).containsPattern("base-communes +15 +13 +2 +0").containsPattern("regions +absent");
    }

    @Test
    void anEditionWithoutAFaultTellsWhatThereIsToPublish() {
        assertThat(check()).as(err.toString()).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).containsPattern("base-quartiers +11 +11 +0 +0")
                .containsPattern("revenu_median +1/2 \\(1 sans\\) .* 10/11 \\(1 sans\\)");
        assertThat(errors()).isEmpty();
    }

    @Test
    void aMeasureThatNothingFeedsIsAFaultOfItsLine() throws IOException {
        change("essai-2031.yaml", Map.of("      - {column: NAISSANCES, measure: naissances}\n", ""));

        assertThat(check()).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(errors()).singleElement().asString()
                .startsWith("essai-2031.yaml, ligne ").contains("colonne measures.naissances")
                .endsWith("[mesure-sans-source]");
    }
}
