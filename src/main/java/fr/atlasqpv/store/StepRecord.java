package fr.atlasqpv.store;

import java.time.Duration;

/**
 * A step of a past run.
 *
 * @param name name of the step
 * @param time time it took, null when it was killed
 * @param status how it ended, in the words of Spring Batch
 */
public record StepRecord(String name, Duration time, String status) {}
