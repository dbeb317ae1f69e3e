package fr.atlasqpv.cli;

import fr.atlasqpv.batch.Progress;
import fr.atlasqpv.batch.StepName;
import java.io.PrintWriter;
import java.time.Duration;

/** One line per step, for a file or a pipe. */
final class LineProgress implements Progress {
    private final PrintWriter out;

    LineProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void started(String step, long total) {}

    @Override
    public void advanced(String step, long amount) {}

    @Override
    public void finished(String step, Duration time) {
        out.println(StepName.of(step) + "\u00a0: " + French.time(time));
        out.flush();
    }
}
