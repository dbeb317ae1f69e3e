/**
 * The one table of the books: what its columns and rows say ({@link fr.atlasqpv.publication.pdf.tables.TableSpec}), how wide
 * they are and on how many pages they stand ({@link fr.atlasqpv.publication.pdf.tables.TableLayout}), how it is drawn
 * ({@link fr.atlasqpv.publication.pdf.tables.TableDrawer}). It knows nothing of the atlas.
 */
package fr.atlasqpv.publication.pdf.tables;
