package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.fuzz.Damage;
import fr.atlasqpv.fuzz.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages edition files and their shared parts at random: there is an edition or there are faults, and nothing else happens. */
class EditionsFuzzTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");
    private static final String SHARED = "common/editeur.yaml";

    @TempDir
    private Path folder;

    @Test
    void aDamagedEditionFileGivesAnEditionOrFaults() throws IOException {
        byte[] shared = Files.readAllBytes(Path.of("jobs").resolve(SHARED));
        List<byte[]> editions = List.of(
                Files.readAllBytes(MODEL.resolve("essai-2031.yaml")),
                Files.readAllBytes(MODEL.resolve("trois-indicateurs.yaml")),
                Files.readAllBytes(Path.of("jobs/2022-open-data.yaml")));
        Path job = folder.resolve("essai.yaml");
        Path part = folder.resolve(SHARED);
        Files.createDirectories(part.getParent());

        Rounds.of("editions", (random, round) -> {
            byte[] edition = editions.get(round % editions.size());
            boolean inPart = round % editions.size() == editions.size() - 1 && random.nextBoolean();
            Files.write(job, inPart ? edition : Damage.of(edition, random));
            Files.write(part, inPart ? Damage.of(shared, random) : shared);
            read(job, random);
        });
    }

    private static void read(Path job, Random random) throws IOException {
        try {
            EditionFile.Read read = EditionFile.inspect(job);
            assertThat(read.edition() != null || !read.faults().isEmpty()).isTrue();
            if (read.faults().isEmpty() && random.nextInt(4) == 0) {
                draft(job, read.edition());
            }
        } catch (EditionFileException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    /** A sound edition makes a sound draft: nothing is wrong in it but what is left to write. */
    private static void draft(Path job, Edition edition) throws IOException {
        EditionDraft draft = new EditionDraft(Files.readString(job));
        draft.markVintages();
        draft.setEdition("id", "brouillon");
        edition.sources().forEach(s -> {
            draft.setSource(s.id(), "file", "autre/" + s.file());
            draft.setSource(s.id(), "charset", "windows-1252");
        });
        Path written = job.resolveSibling("brouillon.yaml");
        Files.writeString(written, draft.text());

        EditionFile.Read read = EditionFile.inspect(written);

        assertThat(read.faults()).extracting(EditionFault::code).containsOnly("a-remplir");
        assertThat(read.edition().sources()).extracting(Edition.Source::id)
                .isEqualTo(edition.sources().stream().map(Edition.Source::id).toList());
    }
}
