package fr.atlasqpv.publication.pdf.tagged;

import java.util.Locale;

/** A character that the face does not have: the PDF library would drop it silently. */
public final class MissingGlyphException extends UnprintableTextException {
    private static final long serialVersionUID = 1;

    MissingGlyphException(char character, String text, Weight weight) {
        super(String.format(
                Locale.ROOT, "no glyph for U+%04X in %s, in the text “%s”", (int) character, weight, text),
                text.strip(),
                String.format(Locale.ROOT, "Les polices du livre n’ont pas le caractère U+%04X\u00a0: remplacez-le.",
                        (int) character));
    }
}
