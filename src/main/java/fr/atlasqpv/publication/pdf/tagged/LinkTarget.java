package fr.atlasqpv.publication.pdf.tagged;

/**
 * Where a link leads.
 *
 * @param destination name of a destination of the document
 * @param description what a reader is told of the link
 */
public record LinkTarget(String destination, String description) {}
