package fr.atlasqpv.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the end of the program wait for the end of the run: closing the application asks the run to stop, and neither the
 * threads nor the store go away before the last transaction is committed and the state of the steps is written.
 */
final class StopWhenClosed implements SmartLifecycle {
    private static final long PATIENCE_SECONDS = 60;

    private final StopSignal signal;
    private volatile CountDownLatch run;
    private volatile boolean running;

    StopWhenClosed(StopSignal signal) {
        this.signal = signal;
    }

    /** A run begins. */
    void runStarted() {
        run = new CountDownLatch(1);
    }

    /** A run has ended, and its state is written. */
    void runEnded() {
        run.countDown();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        signal.request();
        CountDownLatch current = run;
        try {
            if (current != null && !current.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(StopWhenClosed.class.getName())
                        .log(System.Logger.Level.WARNING, "the run did not end in time; the next one will recover it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() { return running; }

    /** Stopped before everything else. */
    @Override
    public int getPhase() { return Integer.MAX_VALUE; }
}
