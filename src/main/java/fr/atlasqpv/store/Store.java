package fr.atlasqpv.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
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
    private final HikariDataSource pool;

    private Store(StoreSettings settings, HikariDataSource pool) {
        this.settings = settings;
        this.pool = pool;
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
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration/" + settings.vendor())
                    .load()
                    .migrate();
            return new Store(settings, pool);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw StoreUnavailableException.of(settings, e);
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
        if (settings.embedded()) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN COMPACT");
            } catch (SQLException e) {
                throw new IllegalStateException("the store could not be compacted", e);
            }
        }
        close();
    }

    @Override
    public void close() {
        pool.close();
    }
}
