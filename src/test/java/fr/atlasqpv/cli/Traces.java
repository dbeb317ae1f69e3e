package fr.atlasqpv.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks for counts in files, however they may be written there: as text with a point or a comma, without its decimal sign, as
 * a floating-point number, as the bytes of an integer the way databases keep decimals; unpacked from workbooks and PDF.
 */
final class Traces {
    private Traces() {}

    /** Files below a folder that hold one of the counts, each with the count. */
    static List<String> of(List<BigDecimal> counts, Path root) throws IOException {
        List<String> traces = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                for (byte[] content : contents(file)) {
                    for (BigDecimal count : counts) {
                        if (written(count).stream().anyMatch(trace -> contains(content, trace))) {
                            traces.add(root.relativize(file) + " holds " + count);
                        }
                    }
                }
            }
        }
        return traces.stream().distinct().toList();
    }

    /** Files below a folder that say one of the numbers to whoever reads them, its thousands apart or not. */
    static List<String> read(List<BigDecimal> numbers, Path root) throws IOException {
        List<String> traces = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                List<byte[]> contents = contents(file);
                boolean packed = contents.size() > 1;
                for (byte[] content : file.toString().endsWith(".pdf") ? List.of(contents.getLast())
                        : packed ? contents.subList(1, contents.size()) : contents) {
                    String text = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("(?<=\\d)[ \u00a0\u202f](?=\\d{3})", "");
                    numbers.stream()
                            .filter(n -> Pattern.compile("(?<!\\d)" + n + "(?!\\d)").matcher(text).find())
                            .forEach(n -> traces.add(root.relativize(file) + " says " + n));
                }
            }
        }
        return traces.stream().distinct().toList();
    }

    /** Tells whether a text holds one of the counts. */
    static boolean in(String text, List<BigDecimal> counts) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return counts.stream().flatMap(c -> written(c).stream()).anyMatch(trace -> contains(content, trace));
    }

    private static List<byte[]> written(BigDecimal count) {
        List<byte[]> traces = new ArrayList<>();
        String plain = count.toPlainString();
        for (String text : List.of(plain, plain.replace('.', ','), plain.replace(".", ""))) {
            traces.add(text.getBytes(StandardCharsets.UTF_8));
            traces.add(text.getBytes(StandardCharsets.UTF_16LE));
            traces.add(text.getBytes(StandardCharsets.UTF_16BE));
        }
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            traces.add(ByteBuffer.allocate(Double.BYTES).order(order).putDouble(count.doubleValue()).array());
        }
        traces.add(count.unscaledValue().toByteArray());
        traces.add(sevenBitsAtATime(count.unscaledValue().longValueExact()));
        return traces;
    }

    private static byte[] sevenBitsAtATime(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    /** The bytes of a file, then what is packed in it. */
    private static List<byte[]> contents(Path file) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        contents.add(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        if (name.endsWith(".xlsx") || name.endsWith(".zip")) {
            try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    contents.add(zip.readAllBytes());
                }
            }
        } else if (name.endsWith(".pdf")) {
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                pdf.getDocument().getXrefTable().keySet().forEach(key -> stream(pdf, key, contents));
                contents.add(new PDFTextStripper().getText(pdf).getBytes(StandardCharsets.UTF_8));
            }
        }
        return contents;
    }

    private static void stream(PDDocument pdf, COSObjectKey key, List<byte[]> contents) {
        if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                contents.add(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean contains(byte[] content, byte[] trace) {
        for (int i = 0; i <= content.length - trace.length; i++) {
            int j = 0;
            while (j < trace.length && content[i + j] == trace[j]) {
                j++;
            }
            if (j == trace.length) {
                return true;
            }
        }
        return false;
    }
}
