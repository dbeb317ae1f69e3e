/** What a run says of itself: manifest, notices, and a page to read; never a figure of a territory. */
package fr.atlasqpv.publication.report;
