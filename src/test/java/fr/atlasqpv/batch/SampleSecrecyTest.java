package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.BookAttack;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.ProtectionInput;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.secrecy.Publication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped sample under other rules: what the run protects, the attack on what it would print finds protected. */
class SampleSecrecyTest {
    private static final Path JOB = Path.of("jobs/2022.yaml");
    private static final Path INPUT = Path.of("input/2022");
    private static final String DETAIL = "sdes-rpls/rpls_2020_detail.csv.gz";

    @TempDir
    private Path folder;

    /** Share and number of RPLS 2020: they bound one another, and in most QPV they are the same dwellings. */
    @Test
    void aShareAndANumberOfOneVintageGiveNeitherAway() throws Exception {
        Path input = copy();
        occupySixVacantDwellingsOf(input.resolve(DETAIL), "QP060017");
        ProtectionResult result = protectedAndAttacked(
                text -> text.replace("rpls_2017", "rpls_2020").replace("RPLS 2017", "RPLS 2020")
                        .replace("same-units: []", "same-units: [[part_logements_sociaux, nb_logements_sociaux]]"),
                input);
        TableLine line = result.report().tables().getFirst();
        System.out.println("one vintage: " + line);
        assertThat(line.released().withheld()).isPositive();
        assertThat(line.released().exposed()).isZero();
    }

    @Test
    void aClampThatProtectsLeavesItsWidth() throws Exception {
        ProtectionResult presentation = protectedAndAttacked(UnaryOperator.identity(), INPUT);
        ProtectionResult secrecy = protectedAndAttacked(
                text -> text.replace("purpose: presentation", "purpose: secrecy"), INPUT);
        System.out
                .println("clamps: " + presentation.report().tables() + "\n" + secrecy.report().tables() + "\nwithheld "
                        + withheld(presentation).size() + " then " + withheld(secrecy).size());
        assertThat(presentation.report().tables().getFirst().clampedNarrow()).isPositive();
        assertThat(secrecy.report().tables()).allMatch(t -> t.clampedNarrow() == 0);
        assertThat(withheld(secrecy)).hasSizeGreaterThan(withheld(presentation).size());
    }

    private static List<CellKey> withheld(ProtectionResult result) {
        List<CellKey> withheld = new ArrayList<>();
        result.publications().forEach((key, p) -> {
            if (p.status() == CellStatus.SECRET) {
                withheld.add(key);
            }
        });
        return withheld;
    }

    /** What the run would publish, attacked as the audit of its books attacks it. */
    private ProtectionResult protectedAndAttacked(UnaryOperator<String> edition, Path input) throws Exception {
        Path job = folder.resolve("2022.yaml");
        Files.writeString(job, edition.apply(Files.readString(JOB)));
        RunRequest request = RunRequest.of(
                job, EditionFile.load(job), input.toAbsolutePath(), folder.resolve("output"), List.of(), false, "test");
        try (AtlasApplication program = AtlasApplication.inMemory(request, Progress.SILENT)) {
            assertThat(program.check().ending()).isEqualTo(Ending.DONE);
            ProtectionInput protection = program.protectionInput();
            ProtectionResult result = program.protection();
            assertThat(result.disclosures()).isEmpty();
            SortedMap<CellKey, Publication> told = result.publications();
            assertThat(BookAttack.attack(new BookAttack.Input(
                    told, protection.hierarchy(), ProtectionAssembly.known(request, protection.counts()),
                    protection.rules(), request.edition().catalogue().wholeMeasures(), Elsewhere.NOTHING))
                    .disclosures())
                    .isEmpty();
            return result;
        }
    }

    private Path copy() throws Exception {
        Path copy = folder.resolve("input");
        Files.walkFileTree(INPUT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(copy.resolve(INPUT.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(INPUT.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }

    private static void occupySixVacantDwellingsOf(Path file, String qpv) throws Exception {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1))) {
            lines = new ArrayList<>(reader.lines().toList());
        }
        int changed = 0;
        int mode = List.of(lines.getFirst().split(";")).indexOf("MODE");
        for (int i = 1; i < lines.size() && changed < 6; i++) {
            String[] cells = lines.get(i).split(";", -1);
            if (lines.get(i).contains(qpv) && cells[mode].equals("2")) {
                cells[mode] = "1";
                lines.set(i, String.join(";", cells));
                changed++;
            }
        }
        assertThat(changed).isEqualTo(6);
        try (Writer writer = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.ISO_8859_1)) {
            writer.write(String.join("\n", lines) + "\n");
        }
    }
}
