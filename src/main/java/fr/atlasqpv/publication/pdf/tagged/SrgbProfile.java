package fr.atlasqpv.publication.pdf.tagged;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A small sRGB profile (ICC version 2.1, matrix and one tone curve): the JDK's own differs from one JDK to the next, and
 * the books must not. Primaries adapted to D50 and curve: IEC 61966-2-1.
 */
final class SrgbProfile {
    static final String NAME = "sRGB IEC61966-2.1";

    private static final int CURVE_POINTS = 1024;
    private static final double[] WHITE = {0.9642, 1.0, 0.8249};
    private static final double[] RED = {0.43607, 0.22249, 0.01392};
    private static final double[] GREEN = {0.38515, 0.71687, 0.09708};
    private static final double[] BLUE = {0.14307, 0.06061, 0.71410};

    private SrgbProfile() {}

    static byte[] bytes() {
        String[] signatures = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        byte[] curve = curve();
        byte[][] data = {
                description(), text("No copyright, use freely."), xyz(WHITE), xyz(RED), xyz(GREEN), xyz(BLUE), curve,
                curve,
                curve
        };
        int start = 128 + 4 + 12 * signatures.length;
        int size = start;
        for (int i = 0; i < 7; i++) {
            size += padded(data[i].length);
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        header(out, size);
        out.putInt(signatures.length);
        int offset = start;
        for (int i = 0; i < signatures.length; i++) {
            out.put(ascii(signatures[i])).putInt(offset).putInt(data[i].length);
            // The three curves are one
            if (i < 6) {
                offset += padded(data[i].length);
            }
        }
        offset = start;
        for (int i = 0; i < 7; i++) {
            out.position(offset);
            out.put(data[i]);
            offset += padded(data[i].length);
        }
        return out.array();
    }

    private static void header(ByteBuffer out, int size) {
        out.putInt(size).putInt(0).putInt(0x02100000);
        out.put(ascii("mntr")).put(ascii("RGB ")).put(ascii("XYZ "));
        for (int part : new int[] {2022, 1, 1, 0, 0, 0}) {
            out.putShort((short) part);
        }
        out.put(ascii("acsp"));
        out.position(68);
        out.put(fixed(WHITE));
        out.position(128);
    }

    private static byte[] description() {
        byte[] name = ascii(NAME);
        ByteBuffer out = ByteBuffer.allocate(8 + 4 + name.length + 1 + 8 + 3 + 67);
        out.put(ascii("desc")).putInt(0).putInt(name.length + 1).put(name);
        return out.array();
    }

    private static byte[] text(String words) {
        byte[] content = ascii(words);
        return ByteBuffer.allocate(9 + content.length).put(ascii("text")).putInt(0).put(content).array();
    }

    private static byte[] xyz(double[] value) {
        return ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0).put(fixed(value)).array();
    }

    private static byte[] fixed(double[] value) {
        ByteBuffer out = ByteBuffer.allocate(12);
        for (double part : value) {
            out.putInt((int) Math.round(part * 65536));
        }
        return out.array();
    }

    private static byte[] curve() {
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * CURVE_POINTS);
        out.put(ascii("curv")).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            double v = i / (CURVE_POINTS - 1.0);
            double linear = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            out.putShort((short) Math.round(linear * 65535));
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
