package fr.atlasqpv.publication.readback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * The texts that a page draws, in the order of drawing: those that a structure element may claim, by identifier; those
 * that are decoration; those that stand in no marked content, or are drawn without ink. Where they stand on the paper and how
 * large is not looked at: a page of maps is read several times faster.
 */
final class PdfPageTexts {
    /** Text rendering modes that leave no ink: neither filled nor stroked, with or without clipping. */
    private static final List<Integer> WITHOUT_INK = List.of(3, 7);
    /** Forms within forms: more is a loop. */
    private static final int DEEPEST = 20;

    private final StringBuilder outside = new StringBuilder();
    private final StringBuilder invisible = new StringBuilder();
    private final Map<Integer, String> claimed = new HashMap<>();
    private final List<String> decoration = new ArrayList<>();
    private final Deque<Content> open = new ArrayDeque<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State(null, 0);

    /**
     * Texts of a page.
     *
     * @param claimed text of each marked content identifier
     * @param decoration texts of the artifacts
     * @param outside text in no marked content, empty when none
     * @param invisible text drawn without ink, empty when none
     */
    record Texts(Map<Integer, String> claimed, List<String> decoration, String outside, String invisible) {}

    /** A marked content that is not closed yet. */
    private record Content(COSDictionary properties, StringBuilder text) {}

    /** What the operators of text remember. */
    private record State(PDFont font, int mode) {}

    static Texts of(PDPage page) throws IOException {
        PdfPageTexts texts = new PdfPageTexts();
        try (InputStream contents = page.getContents()) {
            texts.read(contents.readAllBytes(), page.getResources(), 0);
        }
        while (!texts.open.isEmpty()) {
            texts.close();
        }
        return new Texts(texts.claimed, texts.decoration, texts.outside.toString(), texts.invisible.toString());
    }

    private void read(byte[] stream, PDResources resources, int deep) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(new PdfBytes(stream));
        List<COSBase> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                draw(operator.getName(), operands, resources, deep);
                operands.clear();
            } else {
                operands.add((COSBase) token);
            }
        }
    }

    private void draw(String operator, List<COSBase> operands, PDResources resources, int deep) throws IOException {
        COSBase first = operands.isEmpty() ? null : operands.getFirst();
        switch (operator) {
            case "BMC", "BDC" -> open.push(new Content(
                    operands.size() < 2 ? new COSDictionary() : properties(operands.get(1), resources),
                    new StringBuilder()));
            case "EMC" -> close();
            case "q" -> saved.push(state);
            case "Q" -> state = saved.isEmpty() ? state : saved.pop();
            case "Tr" -> state = new State(state.font, first instanceof COSNumber mode ? mode.intValue() : 0);
            case "Tf" -> state = new State(first instanceof COSName f ? resources.getFont(f) : null, state.mode);
            case "gs" -> graphics(first instanceof COSName name ? resources.getExtGState(name) : null);
            case "Tj", "'", "\"" -> show(operands.isEmpty() ? null : operands.getLast());
            case "TJ" -> {
                if (first instanceof COSArray pieces) {
                    for (COSBase piece : pieces) {
                        show(piece);
                    }
                }
            }
            case "Do" -> {
                if (first instanceof COSName name && deep < DEEPEST && !resources.isImageXObject(name)
                        && resources.getXObject(name) instanceof PDFormXObject form) {
                    form(form, resources, deep);
                }
            }
            default -> {}
        }
    }

    private void form(PDFormXObject form, PDResources around, int deep) throws IOException {
        State before = state;
        PDResources own = form.getResources();
        read(form.getContentStream().toByteArray(), own == null ? around : own, deep + 1);
        state = before;
    }

    private void graphics(PDExtendedGraphicsState set) {
        if (set != null && set.getFontSetting() != null) {
            try {
                state = new State(set.getFontSetting().getFont(), state.mode);
            } catch (IOException e) {
                state = new State(null, state.mode);
            }
        }
    }

    private static COSDictionary properties(COSBase operand, PDResources resources) {
        if (operand instanceof COSName name) {
            PDPropertyList named = resources.getProperties(name);
            return named == null ? new COSDictionary() : named.getCOSObject();
        }
        return operand instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Content content = open.pop();
        int identifier = content.properties.getInt(COSName.MCID);
        if (identifier >= 0) {
            claimed.merge(identifier, content.text.toString(), String::concat);
        } else if (!content.text.isEmpty()) {
            decoration.add(content.text.toString());
        }
        Stream.of(COSName.ACTUAL_TEXT, COSName.ALT, COSName.E)
                .map(content.properties::getString)
                .filter(said -> said != null)
                .forEach(decoration::add);
    }

    private void show(COSBase operand) throws IOException {
        if (operand instanceof COSString string) {
            String text = state.font == null
                    ? new String(string.getBytes(), StandardCharsets.ISO_8859_1)
                    : text(string.getBytes(), state.font);
            (open.isEmpty() ? outside : open.peek().text).append(text);
            if (WITHOUT_INK.contains(state.mode)) {
                invisible.append(text);
            }
        }
    }

    private static String text(byte[] codes, PDFont font) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteArrayInputStream in = new ByteArrayInputStream(codes);
        while (in.available() > 0) {
            int code = font.readCode(in);
            String glyph = font.toUnicode(code);
            if (glyph != null) {
                text.append(glyph);
            } else if (font instanceof PDSimpleFont) {
                text.append((char) code);
            }
        }
        return text.toString();
    }
}
