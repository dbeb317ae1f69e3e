/** Reads the written books back, knowing nothing of how they were written: what leaves the building is what is audited. */
package fr.atlasqpv.publication.readback;
