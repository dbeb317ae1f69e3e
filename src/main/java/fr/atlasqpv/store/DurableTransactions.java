package fr.atlasqpv.store;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that are on the disk once they are committed. H2 writes a commit at once ({@code WRITE_DELAY=0}) and leaves the system to
 * write it through when it likes: after a power cut a run would resume behind what it had announced. A server sees to it by itself.
 */
public final class DurableTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    private final transient Store store;

    /** @param store whose transactions they are */
    public DurableTransactions(Store store) {
        super(store.dataSource());
        this.store = store;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()) {
            store.writeThrough();
        }
    }
}
