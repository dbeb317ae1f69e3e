package fr.atlasqpv.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages bytes at random: the same random numbers give the same damages. */
public final class Damage {
    /** What producers, spreadsheets and transfers put where it does not belong. */
    private static final List<String> TOKENS = List.of(
            "\"", ";", ",", "\n", "\r\n", "\r", "\0", "\t", "\u001b[2J", "\ufeff", "\u0092", "Ã©", "e\u0301", "\ufffd",
            "1e999999999", "1e-999999999", "999999999999999999999", "-1", "1.234,5", "NaN", "ns", "s", "1e5", "0,5",
            "\u2212" + "12", "1\u00a0234", "0x1F", "TRUE", "2031-01-01", "#N/A", "[[[[[[", "[", "]", "{", "}", "{{",
            ": ", "---\n", "&a ", "*a ", "!!binary ", "<<: *a", "- ", "  ", "'", "|", ">", "null", "true", "#", "%",
            "QP", "QN05901X", "QP059001", "0", "59350", "2A004", "<", ">", "/>", "&amp;", "&x;", "<!DOCTYPE x>", "]]>",
            "\\u0000", "../", "EPSG:2154", "..");
    private static final int BLOCK = 200;

    private Damage() {}

    /** One to four damages. */
    public static byte[] of(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : BLOCK));
        return switch (random.nextInt(9)) {
            case 0 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> joined(bytes, at, new byte[0], to);
            case 2 -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
            case 3 -> joined(bytes, at, new byte[0], random.nextInt(8) == 0 ? bytes.length : at);
            case 4, 5 -> word(bytes, at, random);
            case 6 -> lineAgain(bytes, at, random);
            default -> joined(bytes, at, token(random), random.nextBoolean() ? at : Math.min(bytes.length, at + 3));
        };
    }

    /** A word that becomes a token, or another word of the same bytes. */
    private static byte[] word(byte[] bytes, int at, Random random) {
        int[] there = word(bytes, at);
        int[] other = word(bytes, random.nextInt(bytes.length));
        return joined(bytes, there[0],
                random.nextBoolean() ? token(random) : Arrays.copyOfRange(bytes, other[0], other[1]), there[1]);
    }

    private static int[] word(byte[] bytes, int at) {
        int from = at;
        int to = at;
        while (from > 0 && letter(bytes[from - 1])) {
            from--;
        }
        while (to < bytes.length && letter(bytes[to])) {
            to++;
        }
        return new int[] {from, to};
    }

    private static boolean letter(byte b) {
        return b < 0 || Character.isLetterOrDigit(b) || b == '_' || b == '-' || b == '.';
    }

    /** A line that comes again elsewhere. */
    private static byte[] lineAgain(byte[] bytes, int at, Random random) {
        int[] line = line(bytes, at);
        int[] elsewhere = line(bytes, random.nextInt(bytes.length));
        return joined(bytes, elsewhere[0], Arrays.copyOfRange(bytes, line[0], line[1]), elsewhere[0]);
    }

    private static int[] line(byte[] bytes, int at) {
        int from = at;
        int to = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return new int[] {from, Math.min(bytes.length, to + 1)};
    }

    private static byte[] token(Random random) {
        return random.nextInt(40) == 0 ? HexFormat.of().parseHex("504b0304fffefdd0cf11e0")
                : TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int before, byte[] middle, int after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, before);
        joined.writeBytes(middle);
        joined.write(bytes, after, bytes.length - after);
        return joined.toByteArray();
    }

    /** An archive, one part of which is damaged, and whole again around it. */
    public static byte[] inside(byte[] zip, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = List.copyOf(parts.keySet());
        String chosen = names.get(random.nextInt(names.size()));
        parts.put(chosen, of(parts.get(chosen), random));
        return zip(parts);
    }

    /** A zip archive of these files. */
    public static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return packed.toByteArray();
    }

    /** A file packed by gzip. */
    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
