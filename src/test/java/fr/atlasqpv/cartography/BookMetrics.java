package fr.atlasqpv.cartography;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** Widths read from the tables {@code cmap} and {@code hmtx} of the book's own fonts, without any PDF library. */
final class BookMetrics implements TextMetrics {
    private static final Map<Face, String> FILES = Map.of(
            Face.REGULAR, "Regular", Face.ITALIC, "Italic", Face.SEMIBOLD, "SemiBold", Face.BOLD, "Bold");

    private final Map<Face, Font> fonts = new EnumMap<>(Face.class);

    @Override
    public double width(String text, Face face, double size) {
        Font font = fonts.computeIfAbsent(face, f -> Font.read("/fonts/SourceSans3-" + FILES.get(f) + ".ttf"));
        return font.width(text) * size * MM_PER_POINT;
    }

    private record Font(ByteBuffer bytes, int cmap, int hmtx, int metrics, int unitsPerEm) {
        static Font read(String resource) {
            try (InputStream in = BookMetrics.class.getResourceAsStream(resource)) {
                ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
                int head = table(bytes, "head");
                int hhea = table(bytes, "hhea");
                return new Font(
                        bytes,
                        unicode(bytes, table(bytes, "cmap")),
                        table(bytes, "hmtx"),
                        bytes.getShort(hhea + 34) & 0xFFFF,
                        bytes.getShort(head + 18) & 0xFFFF);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int table(ByteBuffer bytes, String tag) {
            int wanted = tag.charAt(0) << 24 | tag.charAt(1) << 16 | tag.charAt(2) << 8 | tag.charAt(3);
            for (int i = 12;; i += 16) {
                if (bytes.getInt(i) == wanted) {
                    return bytes.getInt(i + 8);
                }
            }
        }

        /** Offset of a format 4 sub-table. */
        private static int unicode(ByteBuffer bytes, int cmap) {
            for (int i = 0; i < bytes.getShort(cmap + 2); i++) {
                int at = cmap + bytes.getInt(cmap + 4 + 8 * i + 4);
                if (bytes.getShort(at) == 4) {
                    return at;
                }
            }
            throw new IllegalStateException("no format 4 cmap");
        }

        double width(String text) {
            int units = 0;
            for (char c : text.toCharArray()) {
                int glyph = Math.min(glyph(c), metrics - 1);
                units += bytes.getShort(hmtx + 4 * glyph) & 0xFFFF;
            }
            return (double) units / unitsPerEm;
        }

        private int glyph(char c) {
            int segments = bytes.getShort(cmap + 6) / 2;
            int ends = cmap + 14;
            int starts = ends + 2 * segments + 2;
            int deltas = starts + 2 * segments;
            int offsets = deltas + 2 * segments;
            for (int i = 0; i < segments; i++) {
                int start = bytes.getShort(starts + 2 * i) & 0xFFFF;
                if (c <= (bytes.getShort(ends + 2 * i) & 0xFFFF)) {
                    int offset = bytes.getShort(offsets + 2 * i) & 0xFFFF;
                    int delta = bytes.getShort(deltas + 2 * i);
                    if (c < start) {
                        return 0;
                    }
                    return offset == 0
                            ? c + delta & 0xFFFF
                            : bytes.getShort(offsets + 2 * i + offset + 2 * (c - start)) & 0xFFFF;
                }
            }
            return 0;
        }
    }
}
