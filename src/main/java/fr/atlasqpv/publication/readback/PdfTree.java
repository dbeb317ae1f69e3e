package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The structure tree of a PDF joined with the texts of its pages: the book in the order of reading. */
final class PdfTree {
    private static final COSName COLUMNS = COSName.getPDFName("ColSpan");
    private static final COSName ROWS = COSName.getPDFName("RowSpan");
    private static final COSName CONTENT = COSName.getPDFName("MCR");

    private final Map<COSDictionary, Integer> numbers = new IdentityHashMap<>();
    private final List<PdfPageTexts.Texts> pages = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Set<Integer>> claimed = new ArrayList<>();
    private final PdfNode root = new PdfNode("Root", 0);

    PdfTree(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            pages.add(PdfPageTexts.of(page));
            claimed.add(new HashSet<>());
            numbers.put(page.getCOSObject(), pages.size());
        }
        COSDictionary tree = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        if (tree != null) {
            kids(tree, root, 0);
        }
    }

    /** The root; its descendants are the book. */
    PdfNode root() {
        return root;
    }

    /** Texts of the pages, from the first. */
    List<PdfPageTexts.Texts> pages() {
        return pages;
    }

    /** Texts of a page, from 1, that bear an identifier which the structure does not know. */
    List<String> unclaimed(int page) {
        return pages.get(page - 1)
                .claimed()
                .entrySet()
                .stream()
                .filter(e -> !claimed.get(page - 1).contains(e.getKey()) && !e.getValue().isBlank())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void kids(COSDictionary parent, PdfNode node, int page) {
        COSBase kids = parent.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                kid(several.getObject(i), node, page);
            }
        } else if (kids != null) {
            kid(kids, node, page);
        }
    }

    private void kid(COSBase kid, PdfNode node, int page) {
        if (kid instanceof COSInteger identifier) {
            draw(node, page, identifier.intValue());
        } else if (kid instanceof COSDictionary dictionary) {
            int on = numbers.getOrDefault(dictionary.getCOSDictionary(COSName.PG), page);
            if (dictionary.getItem(COSName.S) != null) {
                element(dictionary, node, on);
            } else if (CONTENT.equals(dictionary.getCOSName(COSName.TYPE))) {
                draw(node, on, dictionary.getInt(COSName.MCID));
            }
        }
    }

    private void draw(PdfNode node, int page, int identifier) {
        if (page > 0) {
            claimed.get(page - 1).add(identifier);
            node.draws(pages.get(page - 1).claimed().getOrDefault(identifier, ""), page);
        }
    }

    private void element(COSDictionary element, PdfNode parent, int page) {
        if (!seen.add(element)) {
            return;
        }
        PdfNode node = new PdfNode(element.getNameAsString(COSName.S), 0);
        parent.children().add(node);
        node.says(element.getString(COSName.E));
        node.says(element.getString(COSName.ALT));
        node.says(element.getString(COSName.ACTUAL_TEXT));
        node.named(element.getString(COSName.T));
        COSDictionary attributes = element.getCOSDictionary(COSName.A);
        if (attributes != null) {
            node.spans(attributes.getInt(COLUMNS, 1), attributes.getInt(ROWS, 1));
        }
        kids(element, node, page);
    }
}
