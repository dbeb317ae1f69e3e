/** Readers of the producers’ extracts: layouts, facts, typed notices. */
package fr.atlasqpv.extract;
