package fr.atlasqpv.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file of the store: whole or not there, sound or set aside, and for its owner only. */
class StoreFileTest {
    @TempDir
    private Path folder;

    private Path work() {
        return folder.resolve(".work");
    }

    private Path file() {
        return work().resolve(StoreSettings.FILE_NAME);
    }

    private Store open() {
        return Store.open(StoreSettings.file(work()));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        Files.createDirectories(work());
        Files.setPosixFilePermissions(work(), PosixFilePermissions.fromString("rwxr-xr-x"));
        open().closeCompacted();

        assertThat(permissions(work())).isEqualTo("rwx------");
        assertThat(permissions(file())).isEqualTo("rw-------");
        assertThat(permissions(work().resolve("atlas.key"))).isEqualTo("rw-------");
        assertThatThrownBy(() -> DriverManager.getConnection(StoreSettings.file(work()).url(), "sa", ""))
                .hasMessageContaining("Wrong user name or password");
    }

    @Test
    void aStoreThatWasCutInTheMakingIsMadeAnew() throws Exception {
        Files.createDirectories(work());
        Files.writeString(work().resolve("atlas-nouveau.mv.db"), "half a store");

        try (Store store = open()) {
            assertThat(new RunHistory(store.dataSource()).all()).isEmpty();
            assertThat(store.setAside()).isEmpty();
        }
        assertThat(work().resolve("atlas-nouveau.mv.db")).doesNotExist();
    }

    @Test
    void aStoreWithoutAPasswordGetsOneAndKeepsItsHistory() throws Exception {
        Files.createDirectories(work());
        try (Store former = Store.open(StoreSettings.file(work()));
                Connection connection = former.dataSource().getConnection()) {
            new JdbcTemplate(former.dataSource())
                    .update("INSERT INTO run VALUES (1, '2022', 'x', '', '', '', '', '', NOW(), NOW(), 'RELEASED')");
            connection.createStatement().execute("ALTER USER SA SET PASSWORD ''");
        }
        try (Store store = open()) {
            assertThat(new RunHistory(store.dataSource()).all()).hasSize(1);
            assertThat(store.setAside()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} bytes from {1}")
    @CsvSource({"12288, 0", "4000000, 0", "1, -1", "0, -1", "4, 20000", "4, 70000", "1, 100000", "4000000, 16384"})
    void aDamagedStoreIsSetAsideAndAnotherBegun(int bytes, int from) throws Exception {
        open().close();
        try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
            if (from < 0) {
                damaged.setLength(bytes);
            } else {
                byte[] noise = new byte[bytes];
                new Random(7).nextBytes(noise);
                damaged.seek(from);
                damaged.write(noise);
            }
        }

        try (Store store = open()) {
            assertThat(new RunHistory(store.dataSource()).all()).isEmpty();
            assertThat(store.setAside()).contains(work().resolve("atlas-abime.mv.db"));
            assertThat(work().resolve("atlas-abime.mv.db")).exists();
            store.closeCompacted();
        }
        assertThat(work().resolve("atlas-abime.mv.db")).as("it holds counts").doesNotExist();
    }

    @Test
    void aStoreOfTheTimeWhenItHadNoSealsGetsThemAndKeepsItsHistory() throws Exception {
        try (Store former = open()) {
            new JdbcTemplate(former.dataSource())
                    .update("INSERT INTO run VALUES (1, '2022', 'x', '', '', '', '', '', NOW(), NOW(), 'RELEASED')");
        }
        try (InputStream sealed = FilePath.get(StoreSettings.file(work()).h2File()).newInputStream()) {
            Files.write(folder.resolve("plain"), sealed.readAllBytes());
        }
        Files.move(folder.resolve("plain"), file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).startsWith("H:2,");

        try (Store store = open()) {
            assertThat(new RunHistory(store.dataSource()).all()).hasSize(1);
            assertThat(store.setAside()).isEmpty();
        }
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).doesNotStartWith("H:2,");
        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void aStoreFoundDamagedDuringARunIsSetAsideAtTheNextStart() {
        try (Store store = open()) {
            assertThat(store.condemn(new IOException("No space left on device"))).isFalse();
            assertThat(store.condemn(new IllegalStateException(new DamagedStoreException("x")))).isTrue();
        }
        try (Store store = open()) {
            assertThat(store.setAside()).isPresent();
        }
        try (Store store = open()) {
            assertThat(store.setAside()).isEmpty();
        }
    }

    @Test
    void recordsThatAreNotWhatWasWrittenAreNeverRead() {
        byte[] sealed = Sealed.seal(new byte[] {1, 2, 3});
        assertThat(Sealed.open(sealed)).containsExactly(1, 2, 3);
        for (int i = 0; i < sealed.length; i++) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 4;
            assertThatThrownBy(() -> Sealed.open(flipped)).isInstanceOf(DamagedStoreException.class);
        }
        assertThatThrownBy(() -> Sealed.open(new byte[2])).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void oneRunAtATimeWorksInAFolder() throws Exception {
        Instant before = Instant.now();
        try (WorkFolderLock lock = WorkFolderLock.take(work())) {
            assertThatThrownBy(() -> WorkFolderLock.take(work())).isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("une autre exécution de l’atlas travaille déjà ici");
            assertThat(WorkFolderLock.heldSince(work()).orElseThrow()).isAfterOrEqualTo(before);
        }
        assertThat(WorkFolderLock.heldSince(work())).isEmpty();
        WorkFolderLock.take(work()).close();
    }
}
