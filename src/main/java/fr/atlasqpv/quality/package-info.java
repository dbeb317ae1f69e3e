/** Checks on the whole edition: additivity, reconciliation between levels and books. */
package fr.atlasqpv.quality;
