package fr.atlasqpv.batch;

import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;

/**
 * Where what a source states is kept.
 *
 * @param facts one by one
 * @param counters dwellings, counted
 * @param notices what is wrong with it
 */
record SourceTables(Facts facts, Counters counters, Notices notices) {}
