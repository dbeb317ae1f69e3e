package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Known;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.BookAttack;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.ProtectionInput;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.territory.Correspondence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;

/** The shipped sample under other rules: what the run protects, the attack on what it would print finds protected. */
class SampleSecrecyTest {
    private static final Path JOB = Path.of("jobs/2022.yaml");
    private static final Path INPUT = Path.of("input/2022");
    private static final String DETAIL = "sdes-rpls/rpls_2020_detail.csv.gz";

    @TempDir
    private Path folder;

    /**
     * Share and number of RPLS 2020: they bound one another, and in most QPV they are the same dwellings. What the run says of its figures,
     * the audit says of its books.
     */
    @Test
    void aShareAndANumberOfOneVintageGiveNeitherAwayInTheWrittenBooks() throws Exception {
        Path input = copy();
        occupySixVacantDwellingsOf(input.resolve(DETAIL), "QP060017");
        RunRequest request = request(
                text -> text.replace("rpls_2017", "rpls_2020").replace("RPLS 2017", "RPLS 2020")
                        .replace("same-units: []", "same-units: [[part_logements_sociaux, nb_logements_sociaux]]"),
                input);
        List<Review> reviewed = new ArrayList<>();
        List<AuditReport> audited = new ArrayList<>();

        RunResult run = runAndReviewBetweenBooksAndRelease(request, reviewed, audited);

        assertThat(run.reasons()).isEmpty();
        assertThat(run.ending()).isEqualTo(Ending.DONE);
        Review.Table table = reviewed.getFirst().tables().getFirst();
        List<Review.Cell> withheld = table.cells().stream().filter(Review.Cell::withheld).toList();
        assertThat(withheld).hasSizeGreaterThan(20).allSatisfy(cell -> {
            assertThat(cell.learnt().width()).as(cell.keys().toString()).isGreaterThanOrEqualTo(11);
            assertThat(cell.toldTooWell()).isFalse();
        });
        AuditReport books = BooksAudit.audit(
                request.booksFolder(), catalogue -> Known.read(denominators(request), catalogue), null,
                Correspondence.NONE);
        assertThat(books.findings()).isEmpty();
        assertThat(books.lines()).filteredOn(line -> line.indicators().equals(table.indicators())).singleElement()
                .isEqualTo(new AuditReport.Line(table.indicators(), withheld.size(), 0, 0));
        assertThat(audited.getFirst().lines()).isEqualTo(books.lines());
    }

    /** The run with a reviewer who looks at its figures where it reads its books back: later they are gone. */
    private static RunResult runAndReviewBetweenBooksAndRelease(
            RunRequest request, List<Review> reviewed, List<AuditReport> audited) throws Exception {
        AtomicReference<AtlasApplication> running = new AtomicReference<>();
        BooksReader reader = (edition, known, before) -> {
            reviewed.add(running.get().review());
            audited.add(BooksAudit.audit(edition, known, before));
            return audited.getLast();
        };
        try (AtlasApplication program = AtlasApplication.onDisk(
                request, Progress.SILENT, context -> context.addBeanFactoryPostProcessor(beans -> {
                    ((BeanDefinitionRegistry) beans).removeBeanDefinition("booksReader");
                    beans.registerSingleton("booksReader", reader);
                }))) {
            running.set(program);
            return program.run();
        }
    }

    /** The denominators that are kept with what has been released. */
    private static Path denominators(RunRequest request) {
        try (Stream<Path> files = Files.walk(request.workFolder())) {
            return files.filter(f -> f.endsWith(EarlierBooks.KNOWN)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        RunRequest request = request(edition, input);
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

    private RunRequest request(UnaryOperator<String> edition, Path input) throws IOException {
        Path job = folder.resolve("2022.yaml");
        Files.writeString(job, edition.apply(Files.readString(JOB)));
        return RunRequest.of(
                job, EditionFile.load(job), input.toAbsolutePath(), folder.resolve("output"), List.of(), false, "test");
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
