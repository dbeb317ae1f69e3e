/**
 * A small layout layer that tags everything it draws: a {@link fr.atlasqpv.publication.pdf.tagged.TaggedDocument} has
 * pages, a page gives pens, a pen draws for one structure element or for none (artifact). Writers never see marked
 * content. Millimetres from the top left corner of the page, points for type.
 */
package fr.atlasqpv.publication.pdf.tagged;
