/**
 * Builds the sample that the project ships, {@code input/2022}: the figures that the printed atlas publishes for
 * Hauts-de-France, and counts simulated behind them.
 *
 * <p>{@link fr.atlasqpv.sample.SampleGenerator} is the way in. It reads the real extracts of the folder (COG,
 * populations, centres), which {@link fr.atlasqpv.sample.RealExtracts} cut once, and the transcriptions in
 * {@code src/sample/resources}; it writes every other file. The same inputs give the same bytes on every machine: draws are seeded by
 * name, functions are those of {@link java.lang.StrictMath}.
 */
package fr.atlasqpv.sample;
