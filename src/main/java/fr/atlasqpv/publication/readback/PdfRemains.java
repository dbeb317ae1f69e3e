package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a PDF holds besides its pages and its structure: every string of every object, the metadata, and what a book of ours
 * never has: attachments, notes, layers, earlier revisions, objects that nothing refers to.
 */
final class PdfRemains {
    /** Keys under which our books have strings; those of the structure are read with it, in their place. */
    private static final Set<String> OPEN_KEYS = Set.of(
            "ActualText", "Alt", "E", "Summary", "Title", "Contents", "D", "Dest", "Names", "Lang", "P", "TU", "ID",
            "IDTree", "Headers", "DA", "S", "Registry", "Ordering", "OutputConditionIdentifier", "OutputCondition",
            "RegistryName", "Info", "FontFamily", "CharSet", "Scope", "T");
    private static final Set<String> INFORMATION =
            Set.of("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate");
    private static final Set<String> STRANGE = Set.of("EmbeddedFiles", "EF", "OCProperties", "JavaScript", "PieceInfo",
            "AcroForm", "OpenAction", "AA", "Collection", "RichMedia", "Thumb");

    private static final Pattern END = Pattern.compile("startxref\\s+\\d{1,10}\\s+%%EOF\\s*");

    private static final Pattern TABLE =
            Pattern.compile("\\d+ \\d+ obj\\s*<<[^>]*/Type\\s*/XRef\\b(?:(?!>>\\s*stream).)*?/Length (?<length>\\d+)",
                    Pattern.DOTALL);

    private final PDDocument document;
    private final CellParser parser;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Something to visit, with the key that led there. */
    private record Visit(COSBase object, String key, boolean information, boolean lost) {}

    PdfRemains(PDDocument document, CellParser parser) {
        this.document = document;
        this.parser = parser;
    }

    void read(byte[] file) throws IOException {
        COSDocument objects = document.getDocument();
        COSDictionary trailer = objects.getTrailer();
        COSDictionary information = trailer.getCOSDictionary(COSName.INFO);
        if (information != null) {
            visit(new Visit(information, "Info", true, false));
        }
        visit(new Visit(trailer, "Trailer", false, false));
        for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
            COSBase object = objects.getObjectFromPool(key).getObject();
            if (object != null && !seen.contains(object) && !ofTheFileItself(object)) {
                visit(new Visit(object, "objet " + key.getNumber(), false, true));
            }
        }
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        revisions(bytes);
        between(bytes, objects);
    }

    /** Bytes between two objects: whatever stands there, no reader shows. */
    private void between(String bytes, COSDocument objects) throws IOException {
        SortedMap<Integer, COSObjectKey> places = new TreeMap<>();
        objects.getXrefTable().forEach((key, place) -> {
            if (place > 0) {
                places.put(place.intValue(), key);
            }
        });
        int end = -1;
        for (Map.Entry<Integer, COSObjectKey> place : places.entrySet()) {
            int from = place.getKey();
            if (end >= 0 && !blank(bytes, end, from)) {
                parser.fault("fichier", "des octets entre les objets du PDF");
            }
            COSBase object = objects.getObjectFromPool(place.getValue()).getObject();
            end = end(bytes, from, object instanceof COSStream stream ? stream.getLength() : 0);
        }
        // The table of the objects is an object that it does not hold
        Matcher table = TABLE.matcher(bytes);
        if (end < 0) {
            return;
        }
        if (!table.find(end)) {
            if (!bytes.substring(end).stripLeading().startsWith("xref")) {
                parser.fault("fichier", "des octets entre les objets du PDF");
            }
        } else {
            boolean near = blank(bytes, end, table.start());
            end = end(bytes, table.start(), Long.parseLong(table.group("length")));
            if (!near || !blank(bytes, end, Math.max(end, bytes.lastIndexOf("startxref")))) {
                parser.fault("fichier", "des octets entre les objets du PDF");
            }
        }
    }

    private static boolean blank(String bytes, int from, int to) {
        return to >= from && bytes.substring(from, to).isBlank();
    }

    /** Where an object ends, after its stream when it has one. */
    private static int end(String bytes, int from, long length) {
        int data = length == 0 ? from : Math.max(from, bytes.indexOf("stream", from)) + (int) length;
        int end = bytes.indexOf("endobj", data);
        return end < 0 ? bytes.length() : end + "endobj".length();
    }

    private static boolean ofTheFileItself(COSBase object) {
        return object instanceof COSDictionary dictionary
                && (COSName.XREF.equals(dictionary.getCOSName(COSName.TYPE))
                        || COSName.OBJ_STM.equals(dictionary.getCOSName(COSName.TYPE)));
    }

    private void revisions(String bytes) {
        int ends = 0;
        for (int at = bytes.indexOf("startxref"); at >= 0; at = bytes.indexOf("startxref", at + 1)) {
            ends++;
        }
        if (ends > 1) {
            parser.fault("fichier", "le PDF garde une révision antérieure");
        }
        if (!bytes.startsWith("%PDF-")
                || !END.matcher(bytes.substring(Math.max(0, bytes.lastIndexOf("startxref")))).matches()) {
            parser.fault("fichier", "des octets avant le début du PDF ou après sa fin");
        }
    }

    private void visit(Visit start) throws IOException {
        Deque<Visit> left = new ArrayDeque<>();
        left.push(start);
        while (!left.isEmpty()) {
            Visit visit = left.pop();
            COSBase object = visit.object() instanceof COSObject indirect ? indirect.getObject() : visit.object();
            if (object == null || object instanceof COSName || (!(object instanceof COSString) && !seen.add(object))) {
                continue;
            }
            switch (object) {
                case COSString text -> text(visit, text);
                case COSArray array -> array.forEach(item -> left.push(
                        new Visit(item, visit.key(), visit.information(), visit.lost())));
                case COSDictionary dictionary -> dictionary(visit, dictionary, left);
                default -> {}
            }
        }
    }

    private void dictionary(Visit visit, COSDictionary dictionary, Deque<Visit> left) throws IOException {
        COSName subtype = dictionary.getCOSName(COSName.SUBTYPE);
        if (COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE)) && !COSName.getPDFName("Link").equals(subtype)) {
            parser.hidden("annotation", dictionary.getString(COSName.CONTENTS, "sans texte"));
            parser.fault("annotation", "une annotation qui n’est pas un lien");
        }
        if (dictionary instanceof COSStream stream && COSName.METADATA.equals(dictionary.getCOSName(COSName.TYPE))) {
            metadata(stream);
        }
        if (visit.lost() && dictionary instanceof COSStream stream) {
            parser.hidden(visit.key() + " que rien n’emploie", stream.toTextString());
        }
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            String key = entry.getKey().getName();
            if (STRANGE.contains(key)) {
                parser.fault("/" + key, "un livre n’a ni pièce jointe, ni calque, ni programme, ni formulaire");
            }
            left.push(new Visit(entry.getValue(), key, visit.information(), visit.lost()));
        }
    }

    private void metadata(COSStream stream) throws IOException {
        String text = new String(stream.createInputStream().readAllBytes(), StandardCharsets.UTF_8);
        for (String piece : text.split("<[^>]*>")) {
            parser.metadata("métadonnées XMP", piece.strip());
        }
    }

    private void text(Visit visit, COSString string) {
        String text = string.getString();
        if (visit.information()) {
            parser.metadata("propriétés du document", text);
            if (!INFORMATION.contains(visit.key())) {
                parser.hidden("propriété «\u00a0" + visit.key() + "\u00a0» du document", text);
            }
        } else if (visit.lost()) {
            parser.hidden(visit.key() + " que rien n’emploie", text);
        } else if (!OPEN_KEYS.contains(visit.key())) {
            parser.hidden("/" + visit.key(), text);
        } else {
            parser.elsewhere("/" + visit.key(), text);
        }
    }
}
