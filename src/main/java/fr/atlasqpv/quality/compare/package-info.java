/** Compares published figures: two editions, or an edition and figures printed elsewhere. Pure functions on records. */
package fr.atlasqpv.quality.compare;
