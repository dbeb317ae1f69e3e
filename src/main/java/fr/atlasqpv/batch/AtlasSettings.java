package fr.atlasqpv.batch;

/**
 * Settings of the machine, not of the edition; properties {@code atlas.*} or environment {@code ATLAS_*}.
 *
 * @param workers partitions worked on at the same time ({@code atlas.workers}, by default the number of processors, at most 4)
 * @param checkpointRows rows between two commits, fewer in a file of territories ({@code atlas.checkpoint-rows}, 50,000)
 */
public record AtlasSettings(int workers, int checkpointRows) {}
