package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.EditionFile.Included;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition may take keys from shared parts ({@link Includes}); what it says itself wins. */
class EditionIncludesTest {
    private static final Path MODEL = Path.of("src/test/resources/fr/atlasqpv/edition/minimal.yaml");
    private static final String DICTIONARY = "  npnru:\n    QIN: Intérêt national\n    QIR: Intérêt régional\n";

    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void readTheModel() throws IOException {
        model = Files.readString(MODEL);
        Files.createDirectories(folder.resolve("common"));
        assertThat(model).contains(DICTIONARY);
    }

    private Path edition(String text) throws IOException {
        return Files.writeString(folder.resolve("edition.yaml"), text);
    }

    private void part(String text) throws IOException {
        Files.writeString(folder.resolve("common/part.yaml"), text);
    }

    private List<EditionFault> faults(String text) {
        return catchThrowableOfType(EditionFileException.class, () -> EditionFile.load(edition(text))).faults();
    }

    @Test
    void aPartGivesWhatTheEditionLeavesOut() throws IOException {
        part("# Partagé\ntypologies:\n" + DICTIONARY);
        EditionFile.Read read =
                EditionFile.read(edition("include: [common/part.yaml]\n" + model.replace(DICTIONARY, "")));

        assertThat(read.edition().typologies().get("npnru")).containsKeys("QIN", "QIR");
        assertThat(read.files()).hasSize(2);
        assertThat(read.included()).containsExactly(
                new Included(folder.resolve("common/part.yaml").toString(), 3, "typologies.npnru"));
    }

    @Test
    void whatTheEditionSaysItselfWins() throws IOException {
        part("edition: {publisher: Autre}\nsources: []\ntypologies:\n  npnru: {QIN: Autre, QIX: De plus}\n");
        EditionFile.Read read = EditionFile.read(edition("include: [common/part.yaml]\n" + model));

        assertThat(read.edition().publisher()).isEqualTo("Éditeur");
        assertThat(read.edition().sources()).isNotEmpty();
        assertThat(read.edition().typologies().get("npnru"))
                .containsEntry("QIN", "Intérêt national")
                .containsEntry("QIX", "De plus");
    }

    @Test
    void aFaultOfAPartIsToldWithItsFileAndLine() throws IOException {
        part("texts:\n  introdution: Une faute\n");

        assertThat(faults("include: [common/part.yaml]\n" + model)).singleElement().satisfies(fault -> {
            assertThat(fault.file()).endsWith("common/part.yaml");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.code()).isEqualTo("cle-inconnue");
        });
    }

    @Test
    void aPartThatIsAbsentOrElsewhereIsToldOnTheLineThatNamesIt() {
        assertThat(faults("include:\n  - common/absent.yaml\n" + model)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("edition-absente");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.value()).isEqualTo("absent.yaml");
        });
        assertThat(faults("include: [../ailleurs.yaml]\n" + model)).singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("chemin-invalide"));
    }

    @Test
    void anEditionIsAPartOfTheNextWithThePartsOfItsOwn() throws IOException {
        part("edition: {publisher: Autre, licence: Autre}\ntypologies:\n" + DICTIONARY);
        Files.writeString(
                folder.resolve("before.yaml"), "include: [common/part.yaml]\n" + model.replace(DICTIONARY, ""));

        EditionFile.Read read = EditionFile.read(
                edition("include: [before.yaml]\nedition: {id: essai-suivant}\ntypologies:\n  npnru: {QIN: Autre mot}\n"));

        assertThat(read.edition().id()).isEqualTo("essai-suivant");
        assertThat(read.edition().publisher()).as("of the edition before, not of its part").isEqualTo("Éditeur");
        assertThat(read.edition().typologies().get("npnru"))
                .containsEntry("QIN", "Autre mot").containsEntry("QIR", "Intérêt régional");
        assertThat(read.files()).hasSize(3);
        assertThat(read.included()).extracting(Included::key).doesNotHaveDuplicates()
                .contains("sources", "typologies.npnru.QIR").doesNotContain("edition.id", "typologies.npnru.QIN");
        assertThat(read.included()).filteredOn(i -> i.key().equals("typologies.npnru.QIR")).extracting(Included::file)
                .containsExactly(folder.resolve("common/part.yaml").toString());
    }

    @Test
    void whatIsAPartOfItselfIsToldOnTheLineThatNamesIt() throws IOException {
        Files.writeString(folder.resolve("before.yaml"), "\ninclude: [edition.yaml]\n" + model);

        assertThat(faults("include: [before.yaml]\n" + model)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("chemin-invalide");
            assertThat(fault.file()).endsWith("before.yaml");
            assertThat(fault.line()).isEqualTo(2);
        });
    }
}
