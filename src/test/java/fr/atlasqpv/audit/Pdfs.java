package fr.atlasqpv.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Ways to put a figure back into a PDF. */
public final class Pdfs {
    /** A page with a table of figures and scales. */
    private static final int PAGE = 12;

    private Pdfs() {}

    /** What is done to a PDF. */
    public interface Tampering {
        void to(PDDocument document) throws IOException;
    }

    /** Does some of it to a file. */
    public static void tamper(Path file, List<Tampering> tamperings) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (Tampering tampering : tamperings) {
                tampering.to(document);
            }
            document.save(file.toFile());
        }
    }

    /** Over a page, in no structure. */
    public static Tampering overThePage(String text) {
        return document -> write(document, text, false);
    }

    public static Tampering decoration(String text) {
        return document -> write(document, text, true);
    }

    private static void write(PDDocument document, String text, boolean artifact) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, document.getPage(Math.min(PAGE, document.getNumberOfPages() - 1)),
                        AppendMode.APPEND, true, true)) {
            if (artifact) {
                content.beginMarkedContent(COSName.ARTIFACT);
            }
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 7);
            content.newLineAtOffset(100, 100);
            content.showText(text);
            content.endText();
            if (artifact) {
                content.endMarkedContent();
            }
        }
    }

    /** The first element that has an expansion says a figure instead. */
    public static Tampering alternative(String text) {
        return document -> {
            COSDictionary tree =
                    document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
            if (!say(tree, text)) {
                throw new AssertionError("no withheld cell in the structure");
            }
        };
    }

    private static boolean say(COSDictionary element, String text) {
        if ("secret statistique".equals(element.getString(COSName.E)) && element.getItem(COSName.S) != null) {
            element.setString(COSName.ALT, text);
            return true;
        }
        COSBase kids = element.getDictionaryObject(COSName.K);
        List<? extends COSBase> list = kids instanceof COSArray several ? several.toList()
                : kids == null ? List.of() : List.of(kids);
        for (COSBase kid : list) {
            COSBase object = kid instanceof org.apache.pdfbox.cos.COSObject indirect ? indirect.getObject() : kid;
            if (object instanceof COSDictionary child && child.getItem(COSName.S) != null && say(child, text)) {
                return true;
            }
        }
        return false;
    }

    /** Among the keywords of the document. */
    public static Tampering keywords(String text) {
        return document -> document.getDocumentInformation().setKeywords(text);
    }

    public static Tampering attachment(String text) {
        return document -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("note.txt");
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(bytes)));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("note.txt", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        };
    }

    public static Tampering note(String text) {
        return document -> {
            PDAnnotationText note = new PDAnnotationText();
            note.setContents(text);
            note.setRectangle(new PDRectangle(10, 10, 10, 10));
            PDPage page = document.getPage(Math.min(PAGE, document.getNumberOfPages() - 1));
            var annotations = page.getAnnotations();
            annotations.add(note);
            page.setAnnotations(annotations);
        };
    }

    /** The title of the first bookmark. */
    public static Tampering outline(String title) {
        return document -> document.getDocumentCatalog()
                .getDocumentOutline()
                .children()
                .iterator()
                .next()
                .setTitle(title);
    }

    /** Draws a figure of the page where the sign of the withheld share stands, in the same element of the structure. */
    public static Tampering inPlaceOfTheSign(String code) {
        return document -> {
            for (PDPage page : document.getPages()) {
                if (replaced(document, page, code)) {
                    return;
                }
            }
            throw new AssertionError("no row of " + code);
        };
    }

    private static boolean replaced(PDDocument document, PDPage page, String code) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        PDFont font = null;
        Map<String, COSString> figures = new HashMap<>();
        String current = "";
        boolean inRow = false;
        for (int i = 1; i < tokens.size(); i++) {
            if (!(tokens.get(i) instanceof Operator operator)) {
                continue;
            }
            if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
                COSName name = (COSName) tokens.get(i - 2);
                current = name.getName();
                font = page.getResources().getFont(name);
            } else if (operator.getName().equals(OperatorName.SHOW_TEXT)) {
                String text = decoded(font, (COSString) tokens.get(i - 1)).strip();
                if (text.matches("\\d\\d,\\d")) {
                    figures.put(current, (COSString) tokens.get(i - 1));
                }
                inRow = inRow && !text.matches("Q[A-Z]\\w{6}") || text.equals(code);
                if (inRow && text.equals("s") && figures.containsKey(current)) {
                    tokens.set(i - 1, figures.get(current));
                    PDStream stream = new PDStream(document);
                    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        new ContentStreamWriter(out).writeTokens(tokens);
                    }
                    page.setContents(stream);
                    return true;
                }
            }
        }
        return false;
    }

    private static String decoded(PDFont font, COSString glyphs) throws IOException {
        StringBuilder text = new StringBuilder();
        ByteArrayInputStream in = new ByteArrayInputStream(glyphs.getBytes());
        while (in.available() > 0) {
            String character = font.toUnicode(font.readCode(in));
            text.append(character == null ? "" : character);
        }
        return text.toString();
    }
}
