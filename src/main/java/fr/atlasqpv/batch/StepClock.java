package fr.atlasqpv.batch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Times the steps and tells the progress of each; the workers of a partitioned step tell their own share. */
final class StepClock implements StepExecutionListener {
    private final Progress progress;
    private final ToLongFunction<String> total;
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final SequencedMap<String, Duration> times = new LinkedHashMap<>();

    /**
     * @param progress told of the steps
     * @param total amount of work of a step by its name, 0 when it is one piece
     */
    StepClock(Progress progress, ToLongFunction<String> total) {
        this.progress = progress;
        this.total = total;
    }

    @Override
    public void beforeStep(StepExecution step) {
        started.put(step.getStepName(), System.nanoTime());
        progress.started(step.getStepName(), total.applyAsLong(step.getStepName()));
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        Duration time = Duration.ofNanos(System.nanoTime() - started.get(step.getStepName()));
        synchronized (times) {
            times.merge(step.getStepName(), time, Duration::plus);
        }
        progress.finished(step.getStepName(), time);
        return step.getExitStatus();
    }

    /** Time per step so far, in order. */
    SequencedMap<String, Duration> times() {
        synchronized (times) {
            return new LinkedHashMap<>(times);
        }
    }
}
