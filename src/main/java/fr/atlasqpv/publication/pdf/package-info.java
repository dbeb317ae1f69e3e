/**
 * The book of a region as a PDF: {@link fr.atlasqpv.publication.pdf.PdfBook} composes it from a
 * {@link fr.atlasqpv.release.PublishedAtlas}, chapter by chapter, over the tagged layout layer.
 */
package fr.atlasqpv.publication.pdf;
