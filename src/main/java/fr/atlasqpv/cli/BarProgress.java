package fr.atlasqpv.cli;

import fr.atlasqpv.batch.Progress;
import fr.atlasqpv.batch.StepName;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar per step, with rate and time left, for a terminal. */
final class BarProgress implements Progress {
    private static final int UPDATE_MILLIS = 150;
    private static final int LABEL_WIDTH = 20;
    private static final long MEGABYTE = 1_000_000;

    private final PrintStream terminal;
    private final Map<String, ProgressBar> bars = new ConcurrentHashMap<>();

    BarProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(String step, long total) {
        String label = StepName.of(step);
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())))
                .setInitialMax(total == 0 ? 1 : total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal));
        if (total > MEGABYTE) {
            builder.setUnit("\u00a0Mo", MEGABYTE).showSpeed();
        }
        bars.put(step, builder.build());
    }

    @Override
    public void advanced(String step, long amount) {
        ProgressBar bar = bars.get(step);
        if (bar != null) {
            bar.stepBy(amount);
        }
    }

    @Override
    public void finished(String step, Duration time) {
        ProgressBar bar = bars.remove(step);
        if (bar != null) {
            bar.stepTo(bar.getMax());
            bar.close();
        }
    }
}
