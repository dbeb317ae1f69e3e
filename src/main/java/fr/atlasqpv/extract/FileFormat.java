package fr.atlasqpv.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Format of a file as its first bytes tell it, whatever its name says. */
enum FileFormat {
    /** No byte at all. */
    EMPTY(""),
    /** A zip archive, and so a workbook. */
    ZIP("un classeur Excel ou une archive zip"),
    /** A workbook of before 2007, or one with a password. */
    OLE2("un ancien classeur Excel (.xls)"),
    /** Compressed by gzip. */
    GZIP("un fichier compressé par gzip"),
    /** A document in PDF. */
    PDF("un document PDF"),
    /** A page of a web site, such as the one that tells that a download failed. */
    HTML("une page web (le téléchargement a-t-il échoué\u00a0?)"),
    /** A SQLite database, and so a GeoPackage. */
    SQLITE("un GeoPackage (une base SQLite)"),
    /** The geometries of a shapefile. */
    SHAPES("un shapefile"),
    /** Anything else: a text. */
    OTHER("");

    private static final int HEAD = 64;
    private final String words;

    FileFormat(String words) {
        this.words = words;
    }

    /** Words for a notice, empty when there is nothing to say. */
    String words() {
        return words;
    }

    /** Looks at the first bytes and leaves them there. */
    static FileFormat of(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        byte[] read = bytes.readNBytes(HEAD);
        bytes.reset();
        String head = new String(read, StandardCharsets.ISO_8859_1);
        String text = head.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            return EMPTY;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLE2;
        }
        if (head.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (head.startsWith("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("SQLite format 3\u0000")) {
            return SQLITE;
        }
        if (head.startsWith("\u0000\u0000\u0027\n")) {
            return SHAPES;
        }
        return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml") ? HTML : OTHER;
    }
}
