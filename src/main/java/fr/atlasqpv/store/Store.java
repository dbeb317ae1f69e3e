package fr.atlasqpv.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.store.fs.FilePath;

/**
 * The database of an output root: metadata of Spring Batch, history of the runs, working tables. One database for the three, so
 * that the position of a reader and what it has counted are committed together.
 */
public final class Store implements AutoCloseable {
    /** Two workers, the main thread, and one to spare for metadata written outside their transactions. */
    private static final int CONNECTIONS = 4;
    /** Key of the lock by which one run at a time works in a server's database; an H2 file locks itself. */
    private static final long LOCK = 0x6174_6c61_7351_5056L;

    private final StoreSettings settings;
    private final HikariDataSource pool;
    private final Connection lock;
    private final Path aside;
    /** The file, to have it written through; one channel for the whole life, as closing one would free the lock that H2 has on it. */
    private final FileChannel disk;

    private Store(StoreSettings settings, HikariDataSource pool, Connection lock, Path aside) throws IOException {
        this.disk = settings.isFile() ? FilePath.get(settings.h2File()).open("rw") : null;
        this.settings = settings;
        this.pool = pool;
        this.lock = lock;
        this.aside = aside;
    }

    /**
     * Opens the store and brings its tables up to date. A file comes about under another name, and takes its own once it is whole; one
     * that is damaged is set aside, and another begun.
     *
     * @throws StoreUnavailableException when another run holds it, or when it cannot be reached
     */
    public static Store open(StoreSettings settings) {
        if (!settings.isFile()) {
            return open(settings, null);
        }
        StoreFiles files = settings.files();
        try {
            boolean damaged = files.markedDamaged();
            if (!damaged) {
                try {
                    create(settings, files);
                    SealedFile.verify(settings.h2File());
                    return open(settings, null);
                } catch (StoreUnavailableException | DamagedStoreException e) {
                    if (takesOver(settings, e)) {
                        return open(settings, null);
                    }
                    if (!DamagedStoreException.isCauseOf(e)) {
                        throw e;
                    }
                }
            }
            files.setAside();
            create(settings, files);
            return open(settings, files.aside());
        } catch (IOException e) {
            throw StoreUnavailableException.of(settings, e);
        }
    }

    /** A store of the time when it had no password gets its own. */
    private static boolean takesOver(StoreSettings settings, Throwable refused) {
        for (Throwable t = refused; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
                try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "");
                        Statement statement = connection.createStatement()) {
                    statement.execute("ALTER USER " + settings.user() + " SET PASSWORD '" + settings.password() + "'");
                    return true;
                } catch (SQLException e) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Makes the file of a store, with its tables, where there is none. */
    private static void create(StoreSettings settings, StoreFiles files) throws IOException {
        files.lockUp();
        String name = files.fresh().getFileName().toString();
        StoreSettings fresh = settings.named(name.substring(0, name.indexOf('.')));
        if (Files.exists(files.store())) {
            files.keepForOwner();
            if (SealedFile.seal(files.store(), fresh.h2File())) {
                files.replace(files.fresh(), files.store());
            }
            return;
        }
        Files.deleteIfExists(files.fresh());
        open(fresh, null).close();
        files.replace(files.fresh(), files.store());
    }

    private static Store open(StoreSettings settings, Path aside) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("atlas");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        Connection lock = null;
        HikariDataSource pool = null;
        try {
            lock = settings.embedded() ? null : lock(settings);
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/common", "classpath:db/migration/" + settings.vendor())
                    .ignoreMigrationPatterns("*:missing") // V3 stands for V2
                    .load()
                    .migrate();
            return new Store(settings, pool, lock, aside);
        } catch (RuntimeException | IOException | SQLException e) {
            if (pool != null) {
                pool.close();
            }
            release(lock);
            throw e instanceof StoreUnavailableException known ? known : StoreUnavailableException.of(settings, e);
        }
    }

    /** A connection of its own, whose end, however it comes, frees the lock. */
    private static Connection lock(StoreSettings settings) throws SQLException {
        Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
        release(connection);
        throw StoreUnavailableException.inUse(settings.toString());
    }

    private static void release(Connection lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (SQLException e) {
                System.getLogger(Store.class.getName())
                        .log(System.Logger.Level.WARNING, "the lock of the store was not freed", e);
            }
        }
    }

    /** Connections to the store. */
    public DataSource dataSource() {
        return pool;
    }

    /** Address of the store, without secrets. */
    public String address() {
        return settings.toString();
    }

    /** The damaged file in place of which this store was begun, empty when there was none. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(aside);
    }

    /** Has the next start set this store aside, when a failure shows that its file is damaged; tells whether it does. */
    public boolean condemn(Throwable failure) {
        if (!settings.isFile() || !DamagedStoreException.isCauseOf(failure)) {
            return false;
        }
        try {
            settings.files().markDamaged();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Closes the store and rewrites its file without the rows that were deleted: what is gone from the tables is then gone from
     * the disk. A server keeps its own house; there the tables were truncated.
     */
    public void closeCompacted() {
        close();
        if (settings.embedded()) {
            try (Connection connection =
                    DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            } catch (SQLException e) {
                throw new IllegalStateException("the store could not be compacted", e);
            }
        }
        if (settings.isFile()) {
            try {
                settings.files().keepForOwner();
                settings.files().clear();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Has what was committed written through to the disk. Not by {@code CHECKPOINT SYNC}: with a full disk, H2 waits for itself for ever
     * when one thread is told so at its commit while another is at a checkpoint.
     */
    void writeThrough() {
        if (disk != null) {
            try {
                disk.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
        try {
            if (disk != null) {
                disk.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        release(lock);
    }
}
