package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Face;
import fr.atlasqpv.cartography.TextMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.BaseFont;

/**
 * The faces of one document, for measuring and for drawing. One set per document: a face remembers what it has drawn.
 */
public final class Typefaces implements TextMetrics {
    /** Height above the baseline that a line box counts, in ems. */
    static final double ASCENT = 1.024;
    /** Depth under the baseline that a line box counts, in ems. */
    static final double DESCENT = 0.4;

    private static final int UNKNOWN = -1;
    private static final int MISSING = -2;

    private final Map<Weight, BaseFont> fonts = new EnumMap<>(Weight.class);
    private final Map<Weight, int[]> advances = new EnumMap<>(Weight.class);

    /** Loads every face. */
    public Typefaces() {
        for (Weight weight : Weight.values()) {
            fonts.put(weight, load(weight));
            int[] widths = new int[0x10000];
            Arrays.fill(widths, UNKNOWN);
            advances.put(weight, widths);
        }
    }

    private static BaseFont load(Weight weight) {
        try (InputStream in = Typefaces.class.getResourceAsStream(weight.resource())) {
            BaseFont font = BaseFont.createFont(
                    weight.resource(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
            font.setIncludeCidSet(false);
            font.setSecureRandom(new FixedSequence(weight.ordinal()));
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the face " + weight.resource() + " of the program cannot be read", e);
        }
    }

    BaseFont font(Weight weight) {
        return fonts.get(weight);
    }

    /**
     * Width of a text on one line.
     *
     * @return millimetres
     * @throws MissingGlyphException when the face lacks a character
     */
    public double width(String text, Style style) {
        return width(text, style.weight(), style.size()) + text.length() * style.tracking();
    }

    @Override
    public double width(String text, Face face, double size) {
        return width(text, Weight.of(face), size);
    }

    private double width(String text, Weight weight, double size) {
        int[] widths = advances.get(weight);
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int advance = widths[c];
            if (advance == UNKNOWN) {
                BaseFont font = fonts.get(weight);
                advance = font.charExists(c) ? font.getWidth(c) : MISSING;
                widths[c] = advance;
            }
            if (advance == MISSING) {
                throw new MissingGlyphException(c, text, weight);
            }
            sum += advance;
        }
        return sum * size / 1000 * MM_PER_POINT;
    }

    /** Lines of a text broken to a width in millimetres. */
    public List<TextLine> broken(Rich text, double columnWidth) {
        return LineBreaker.lines(this, text, columnWidth);
    }

    /** Lines of a name broken at its spaces only, unless a word is wider than the column: a compound name stays whole. */
    public List<TextLine> brokenAtSpaces(Rich text, double columnWidth) {
        return LineBreaker.linesAtSpaces(this, text, columnWidth);
    }

    /** Tells whether every face has the character. */
    public boolean has(char character) {
        return fonts.values().stream().allMatch(font -> font.charExists(character));
    }

    /** The library draws the prefix of a subset's name at random: a fixed sequence gives the same bytes every time. */
    private static final class FixedSequence extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final int seed;
        private int calls;

        FixedSequence(int seed) {
            this.seed = seed;
        }

        @Override
        public int nextInt(int bound) {
            return Math.floorMod(seed * 7 + calls++ * 5, bound);
        }

        @Override
        public double nextDouble() {
            return nextInt(26) / 26.0;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) nextInt(26);
            }
        }
    }
}
