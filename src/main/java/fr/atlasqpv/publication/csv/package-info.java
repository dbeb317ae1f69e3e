/** The tidy books: every published cell and every territory as CSV, and their description as a data package. */
package fr.atlasqpv.publication.csv;
