package fr.atlasqpv.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that are on the disk once they are committed. H2 may leave a commit to another thread that is writing, and leaves the
 * system to write through when it likes: a run that is killed, or whose power is cut, would resume behind what it had announced. A
 * server sees to it by itself.
 */
public final class DurableTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final boolean file;

    /**
     * @param dataSource the store
     * @param settings where it is
     */
    public DurableTransactions(DataSource dataSource, StoreSettings settings) {
        super(dataSource);
        this.file = settings.isFile();
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (file && !status.isReadOnly()) {
            Connection connection = DataSourceUtils.getConnection(obtainDataSource());
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                throw translateException("CHECKPOINT SYNC", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, obtainDataSource());
            }
        }
    }
}
