package fr.atlasqpv.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The database of an output root: metadata of Spring Batch, history of the runs, working tables. One database for the three, so
 * that the position of a reader and what it has counted are committed together.
 */
public final class Store implements AutoCloseable {
    /** Two workers, the main thread, and one to spare for metadata written outside their transactions. */
    private static final int CONNECTIONS = 4;

    private final StoreSettings settings;
    /** Key of the lock by which one run at a time works in a server's database; an H2 file locks itself. */
    private static final long LOCK = 0x6174_6c61_7351_5056L;

    private final HikariDataSource pool;
    private final Connection lock;

    private Store(StoreSettings settings, HikariDataSource pool, Connection lock) {
        this.settings = settings;
        this.pool = pool;
        this.lock = lock;
    }

    /**
     * Opens the store and brings its tables up to date.
     *
     * @throws StoreUnavailableException when another run holds it, or when it cannot be reached
     */
    public static Store open(StoreSettings settings) {
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
            return new Store(settings, pool, lock);
        } catch (RuntimeException | SQLException e) {
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
        throw StoreUnavailableException.inUse(settings);
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
    }

    @Override
    public void close() {
        pool.close();
        release(lock);
    }
}
