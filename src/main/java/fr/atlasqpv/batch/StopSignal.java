package fr.atlasqpv.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * The wish of the user to stop. Every step that runs, or that is about to, is marked as to be ended: Spring Batch then leaves it
 * STOPPED after its current transaction. Threads are never interrupted: an interrupted worker would end COMPLETED with part of
 * its data, and would close the file of the store.
 */
final class StopSignal implements StepExecutionListener {
    private final Set<StepExecution> running = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    /** Asks the run to stop at the end of the current transactions. */
    void request() {
        requested = true;
        running.forEach(StepExecution::setTerminateOnly);
    }

    boolean requested() {
        return requested;
    }

    @Override
    public void beforeStep(StepExecution step) {
        running.add(step);
        if (requested) {
            step.setTerminateOnly();
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        running.remove(step);
        return step.getExitStatus();
    }
}
