package fr.atlasqpv.publication.conformity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Written books with one fault more, made by other code than wrote them. */
public final class SpoiltPdf {
    private SpoiltPdf() {}

    /** The book with its pictures mute: no alternative text is left. */
    public static byte[] withoutAlternativeTexts(byte[] book) throws IOException {
        try (PDDocument document = Loader.loadPDF(book)) {
            for (var key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                COSBase value = object.getObject();
                if (value instanceof COSDictionary element
                        && "Figure".equals(element.getNameAsString(COSName.S))) {
                    element.removeItem(COSName.ALT);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
