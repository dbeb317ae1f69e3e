/** What the writers of the books share: how CSV and JSON are written, what the legend says of a status, fingerprints. */
package fr.atlasqpv.publication;
