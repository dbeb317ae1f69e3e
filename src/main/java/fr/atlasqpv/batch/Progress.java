package fr.atlasqpv.batch;

import java.time.Duration;

/** Told how far the run is. Called from several threads. */
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void started(String step, long total) {}

        @Override
        public void advanced(String step, long amount) {}

        @Override
        public void finished(String step, Duration time) {}
    };

    /**
     * A step begins.
     *
     * @param step name of the step
     * @param total amount of work, in the unit of the step; 0 when it is one piece
     */
    void started(String step, long total);

    /**
     * Work is done.
     *
     * @param step name of the step
     * @param amount done since the last call, in the unit of the step
     */
    void advanced(String step, long amount);

    /**
     * A step has ended, well or not.
     *
     * @param step name of the step
     * @param time time it took
     */
    void finished(String step, Duration time);
}
