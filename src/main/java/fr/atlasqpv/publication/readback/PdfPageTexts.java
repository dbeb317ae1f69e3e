package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * The texts that a page draws, in the order of drawing: those that a structure element may claim, by identifier; those
 * that are decoration; those that stand in no marked content, or are drawn without ink.
 */
final class PdfPageTexts extends PDFMarkedContentExtractor {
    private final StringBuilder outside = new StringBuilder();
    private final StringBuilder invisible = new StringBuilder();
    private int depth;

    private PdfPageTexts() {
        setSuppressDuplicateOverlappingText(false);
    }

    /**
     * Texts of a page.
     *
     * @param claimed text of each marked content identifier
     * @param decoration texts of the artifacts
     * @param outside text in no marked content, empty when none
     * @param invisible text drawn without ink, empty when none
     */
    record Texts(Map<Integer, String> claimed, List<String> decoration, String outside, String invisible) {}

    static Texts of(PDPage page) throws IOException {
        PdfPageTexts texts = new PdfPageTexts();
        texts.processPage(page);
        Map<Integer, StringBuilder> claimed = new HashMap<>();
        List<String> decoration = new ArrayList<>();
        for (PDMarkedContent content : texts.getMarkedContents()) {
            sort(content, claimed, decoration);
        }
        Map<Integer, String> byIdentifier = new HashMap<>();
        claimed.forEach((identifier, text) -> byIdentifier.put(identifier, text.toString()));
        return new Texts(byIdentifier, decoration, texts.outside.toString(), texts.invisible.toString());
    }

    private static void sort(
            PDMarkedContent content, Map<Integer, StringBuilder> claimed, List<String> decoration) {
        StringBuilder text = new StringBuilder();
        for (Object piece : content.getContents()) {
            switch (piece) {
                case TextPosition glyph -> text.append(glyph.getUnicode());
                case PDMarkedContent inner -> sort(inner, claimed, decoration);
                default -> {}
            }
        }
        if (content.getMCID() >= 0) {
            claimed.computeIfAbsent(content.getMCID(), i -> new StringBuilder()).append(text);
        } else if (!text.isEmpty()) {
            decoration.add(text.toString());
        }
        for (String said : new String[] {
                content.getActualText(), content.getAlternateDescription(), content.getExpandedForm()}) {
            if (said != null) {
                decoration.add(said);
            }
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        depth++;
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        depth--;
        super.endMarkedContentSequence();
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (depth <= 0) {
            outside.append(glyph.getUnicode());
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            invisible.append(glyph.getUnicode());
        }
        super.processTextPosition(glyph);
    }
}
