package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.cli.AtlasCommand;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.fuzz.Damage;
import fr.atlasqpv.fuzz.Rounds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages written books at random: whoever reads them back tells what is wrong with them, and fails in no other way. */
class BooksFuzzTest {
    /** Done, refused or contradicting; 4 would be a fault of the machine. */
    private static final List<Integer> CODES = List.of(0, 1, 3);

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private Path sound;
    private Path damaged;
    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void writeTheBooks() throws Exception {
        edition = TinyEdition.in(folder);
        assertThat(new Bench().whole((atlas, region) -> {}).run(edition.request()).ending()).isEqualTo(Ending.DONE);
        sound = edition.books();
        damaged = edition.output().resolve("abime");
        try (Stream<Path> tree = Files.walk(sound)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = sound.relativize(file);
                Files.createDirectories(damaged.resolve(relative).getParent());
                Files.copy(file, damaged.resolve(relative));
                files.add(relative);
            }
        }
    }

    private interface Use {
        void of(Random random) throws Exception;
    }

    /** Damages one file, uses the books, and mends it. */
    private void damage(Random random, List<Path> among, Use use) throws Exception {
        Path file = among.get(random.nextInt(among.size()));
        byte[] bytes = Files.readAllBytes(sound.resolve(file));
        Files.write(damaged.resolve(file), file.toString().endsWith(".xlsx") && random.nextInt(4) > 0
                ? Damage.inside(bytes, random)
                : Damage.of(bytes, random));
        try {
            use.of(random);
        } finally {
            Files.copy(sound.resolve(file), damaged.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Path> files(String pattern) {
        List<Path> chosen = files.stream().filter(f -> f.getFileName().toString().matches(pattern)).toList();
        assertThat(chosen).isNotEmpty();
        return chosen;
    }

    private void atlas(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = AtlasCommand.execute(out, out, words);
        out.flush();
        assertThat(CODES).as(said.toString()).contains(code);
        assertThat(said.toString()).isNotBlank().doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
    }

    /** As the books of the previous edition of a run, or as one side of a comparison. */
    @Test
    void tidyBooksAreReadOrTold() throws Exception {
        List<Path> read = files(".*(csv|json)");
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(),
                job.replace("  same-units:", "  previous-edition: " + damaged.getFileName() + "\n  same-units:"));
        var loaded = EditionFile.load(edition.jobFile());

        Rounds.of("tidy books", (random, round) -> damage(random, read, r -> {
            if (random.nextBoolean()) {
                atlas("compare", sound.toString(), damaged.toString(), "--output",
                        folder.resolve("comparaison").toString());
            } else {
                RunRequest request = RunRequest.of(
                        edition.jobFile(), loaded, edition.input(), edition.output(), List.of(), false, "essai");
                if (PreviousEdition.faults(request).isEmpty()) {
                    PreviousEdition.published(request);
                }
            }
        }));
    }

    @Test
    void booksAreAuditedOrTold() throws Exception {
        List<Path> read = files(".*(csv|json|xlsx|pdf)");

        Rounds.of("written books", (random, round) -> damage(random, read, r -> atlas(
                "audit", damaged.toString(), "--output", folder.resolve("audit").toString())));
    }
}
