package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.CutMachine.Cut;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import fr.atlasqpv.store.WorkingTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A machine that stops after any write, of the database or of the release, comes back: the next run ends with the books of a run that
 * nothing cut, and at no moment are there other books in place than whole ones. In every build, after each operation of the release,
 * and after a few writes drawn at random; {@code -Drestart.points=200}: after each of the first two hundred writes, as many after them,
 * and each operation of the release with and without the power.
 */
class CutRunTest {
    private static final int POINTS = Integer.getInteger("restart.points", 4);
    private static final int FIRST_WRITES = 200;

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private List<Book> expected;
    /** Books made where others were in place: their manifest says which they reckon with. */
    private List<Book> expectedAfterOthers;

    @BeforeEach
    void runWithoutACut() throws Exception {
        edition = TinyEdition.in(folder);
        expected = released("sans-coupure", new Cut(false, 0), false).subList(0, 5);
        RunRequest request = edition.requestInto("sans-coupure-ni-place");
        other(request);
        assertThat(new Bench().run(edition.requestInto("sans-coupure-ni-place")).ending()).isEqualTo(Ending.DONE);
        expectedAfterOthers = TinyEdition.withoutReport(request);
    }

    /** Runs on a machine until it ends or stops. */
    private void live(RunRequest request, Cut machine) throws IOException {
        CutMachine.plug(machine.settled(request.booksFolder()).settled(Releases.folder(request.outputRoot())));
        try {
            StoreSettings settings = StoreSettings.file(request.workFolder(), CutMachine.SCHEME + ":");
            new Bench().on(settings).on(machine.disk()).run(request);
        } catch (Exception e) {
            if (!machine.dead()) {
                throw new AssertionError("nothing but the cut fails", e);
            }
        } finally {
            machine.end(request.outputRoot());
        }
        assertThat(machine.dead()).isTrue();
    }

    private List<Book> released(String output, Cut machine, boolean former) throws Exception {
        RunRequest request = edition.requestInto(output);
        if (former) {
            other(request);
            request = edition.requestInto(output);
        }
        return comesBack(request, machine, former);
    }

    private List<Book> comesBack(RunRequest request, Cut machine, boolean former) throws Exception {
        live(request, machine);
        List<Book> inPlace = TinyEdition.withoutReport(request);
        if (former) {
            assertThat(inPlace).as("the former books, or the new ones").isNotEmpty();
        }
        if (expected != null && !inPlace.isEmpty() && !(former && inPlace.equals(formerBooks))) {
            assertThat(inPlace).as("whole books in place").isEqualTo(whole(former));
        }
        assertThat(new Bench().run(request).ending()).isIn(Ending.DONE, Ending.ALREADY_DONE);
        assertThat(request.compactionDue()).doesNotExist();
        try (Store store = Store.open(StoreSettings.file(request.workFolder()))) {
            assertThat(new WorkingTables(store.dataSource()).rows()).isZero();
        }
        assertThat(Disk.files(request.workFolder().resolve("books"))).isEmpty();
        return TinyEdition.withoutReport(request);
    }

    private List<Book> whole(boolean former) {
        return former ? expectedAfterOthers : expected;
    }

    private List<Book> formerBooks;

    /** Other books of the edition are in place. */
    private void other(RunRequest request) throws Exception {
        String before = Files.readString(edition.input().resolve("zfu.csv"));
        edition.append("zfu.csv", "QP002001");
        new Bench().run(edition.requestInto(folder.relativize(request.outputRoot()).toString()));
        edition.change("zfu.csv", changed -> before);
        formerBooks = TinyEdition.withoutReport(request);
    }

    private static SortedSet<Long> points(long from, long to, long seed) {
        SortedSet<Long> points = new TreeSet<>();
        if (POINTS >= to - from) {
            for (long n = from; n < to; n++) {
                points.add(n);
            }
        } else {
            new Random(seed).longs(POINTS, from, to).forEach(points::add);
        }
        return points;
    }

    private Cut count() throws IOException {
        Cut whole = new Cut(false, 0);
        live(edition.requestInto("compte"), whole);
        return whole;
    }

    @Test
    void aRunCutAfterAnyWriteOfItsStoreComesBack() throws Exception {
        long writes = count().databaseWrites();
        List<Long> points = new ArrayList<>(points(0, FIRST_WRITES, 1));
        points.addAll(points(FIRST_WRITES, writes, 2));
        for (long n : points) {
            assertThat(released("ecriture-" + n, new Cut(false, n).afterDatabaseWrites(n), false))
                    .as("cut after write %d of %d of the store", n, writes)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aRunWhosePowerIsCutComesBackAndReleasesNoEmptyBook() throws Exception {
        long writes = count().databaseWrites();
        for (long n : points(0, writes, 3)) {
            assertThat(released("courant-" + n, new Cut(true, n).afterDatabaseWrites(n), n % 2 == 0))
                    .as("power cut after write %d of %d of the store", n, writes)
                    .isEqualTo(whole(n % 2 == 0));
        }
    }

    /** Every operation of the release on the disk, in every build: the exchange with former books, and first books. */
    @ParameterizedTest(name = "with former books: {0}")
    @ValueSource(booleans = {true, false})
    void aReleaseCutAfterAnyOperationComesBack(boolean former) throws Exception {
        RunRequest request = edition.requestInto("mise-en-place");
        if (former) {
            other(request);
            request = edition.requestInto("mise-en-place");
        }
        live(request, new Cut(false, 0).afterReleaseWrites(0));
        Path before = folder.resolve("avant");
        new Disk().copy(request.outputRoot(), before);
        Cut whole = new Cut(false, 0);
        live(request, whole);
        assertThat(whole.releaseWrites()).isGreaterThan(20);
        for (long n = 0; n < whole.releaseWrites(); n++) {
            for (boolean power : POINTS > 4 ? new boolean[] {false, true} : new boolean[] {n % 2 > 0}) {
                new Disk().delete(request.outputRoot());
                new Disk().copy(before, request.outputRoot());
                assertThat(comesBack(request, new Cut(power, n).afterReleaseWrites(n), former))
                        .as(
                                "%s after operation %d of %d of the release", power ? "power cut" : "cut", n,
                                whole.releaseWrites())
                        .isEqualTo(whole(former));
            }
        }
    }
}
