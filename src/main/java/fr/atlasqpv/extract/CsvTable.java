package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file under reading, from its start or from the record at a byte offset. */
final class CsvTable implements Table {
    private static final int SAMPLE = 1 << 16;
    private static final int BOM_LENGTH = 3;
    /** Rows of a spreadsheet: an export may hold all of them, empty. */
    private static final int MOST_BLANKS = 1 << 20;
    /** Columns of a spreadsheet: as many as anybody has made. */
    private static final int MOST_CELLS = 1 << 14;

    private final InputFile file;
    private final Charset charset;
    private final char delimiter;
    private final boolean oneByteCharset;
    private final long firstByte;
    private final StrictReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final long lineBase;
    private long lastLine;
    private long blanks;

    /**
     * Opens a file.
     *
     * @param file where it is
     * @param source its charset and separator
     * @param byteOffset uncompressed offset of the record to begin at, 0 for the start
     * @param line line of that record, from 1
     */
    CsvTable(InputFile file, Edition.Source source, long byteOffset, long line) {
        this.file = file;
        this.charset = source.charset();
        this.delimiter = source.delimiter();
        this.oneByteCharset = charset.newEncoder().maxBytesPerChar() == 1;
        this.lineBase = line - 1;
        this.lastLine = lineBase;
        InputStream opened = file.open();
        try {
            PushbackInputStream bytes = new PushbackInputStream(opened, SAMPLE);
            this.firstByte = byteOffset == 0 ? skipMark(bytes) : byteOffset;
            bytes.skipNBytes(byteOffset);
            this.reader = new StrictReader(bytes, charset);
            this.parser = CSVParser.builder()
                    .setReader(reader)
                    .setFormat(CSVFormat.DEFAULT.builder()
                            .setDelimiter(delimiter)
                            .setIgnoreEmptyLines(false)
                            .setTrailingData(true)
                            .get())
                    .setCharset(charset)
                    .setTrackBytes(!oneByteCharset)
                    .get();
            this.records = parser.iterator();
        } catch (IOException e) {
            closeQuietly(opened);
            throw readFailure(e);
        } catch (UnreadableSourceException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    /** Looks at the first bytes: skips a byte order mark, refuses what the declared charset cannot be. */
    private long skipMark(PushbackInputStream bytes) throws IOException {
        byte[] sample = bytes.readNBytes(SAMPLE);
        if (startsWith(sample, 0xFF, 0xFE) || startsWith(sample, 0xFE, 0xFF)) {
            throw wrongCharset("UTF-16");
        }
        boolean marked = startsWith(sample, 0xEF, 0xBB, 0xBF);
        boolean utf8 = charset.equals(StandardCharsets.UTF_8);
        if (!utf8 && (marked || looksLikeUtf8(sample))) {
            throw wrongCharset("UTF-8");
        }
        int skipped = marked ? BOM_LENGTH : 0;
        bytes.unread(sample, skipped, sample.length - skipped);
        return skipped;
    }

    private static boolean startsWith(byte[] sample, int... mark) {
        if (sample.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((sample[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Accented letters that are valid UTF-8 from the first to the last are UTF-8: by accident it does not happen. */
    private static boolean looksLikeUtf8(byte[] sample) {
        int end = sample.length;
        while (end > 0 && end > sample.length - 4 && sample[end - 1] < 0) {
            end--; // a letter that the sample cuts in two
        }
        boolean accented = false;
        for (int i = 0; i < end; i++) {
            accented |= sample[i] < 0;
        }
        if (!accented) {
            return false;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(sample, 0, end));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private UnreadableSourceException wrongCharset(String found) {
        return file.notices()
                .unreadable(
                        1,
                        "",
                        NoticeCode.CHARSET,
                        "Le fichier est en " + found + ", l’édition déclare charset\u00a0: " + charset.name()
                                + ". Corrigez l’édition ou réenregistrez le fichier.",
                        found);
    }

    @Override
    public Cells next() {
        try {
            while (records.hasNext()) {
                CSVRecord read = records.next();
                long line = lastLine + 1;
                lastLine = lineBase + parser.getCurrentLineNumber();
                reader.recordEnded();
                List<String> cells = Arrays.asList(read.values());
                if (cells.size() > MOST_CELLS) {
                    throw tooLong(line, "Cette ligne a plus de " + MOST_CELLS + " cellules");
                }
                if (!blank(cells)) {
                    blanks = 0;
                    long position = oneByteCharset ? read.getCharacterPosition() : read.getBytePosition();
                    return new Cells(
                            line, lastLine, firstByte + position, cells, List.of(), reader.endedWithoutLineBreak());
                }
                if (++blanks > MOST_BLANKS) {
                    throw blankLines();
                }
            }
            return null;
        } catch (UncheckedIOException e) {
            throw readFailure(e.getCause());
        }
    }

    private static boolean blank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private UnreadableSourceException readFailure(IOException e) {
        return switch (e) {
            case CharacterCodingException bad -> malformed();
            case StrictReader.RecordTooLongException tooLong -> reader.linesOfRecord() > 1 ? quotes()
                    : tooLong(lastLine + 1, "Cette ligne a plus d’un million de signes");
            default -> e.getMessage() != null && e.getMessage().contains("encapsulated")
                    ? quotes()
                    : file.unreadable(e);
        };
    }

    private UnreadableSourceException tooLong(long line, String what) {
        return file.notices()
                .unreadable(
                        line, "", NoticeCode.LIGNE_TROP_LONGUE,
                        what + "\u00a0: le fichier est abîmé, ou n’est pas un CSV. "
                                + "Téléchargez-le ou copiez-le de nouveau.",
                        "");
    }

    private UnreadableSourceException blankLines() {
        return file.notices()
                .unreadable(
                        lastLine - blanks + 1, "", NoticeCode.LIGNES_VIDES,
                        "Plus d’un million de lignes vides se suivent ici\u00a0: le fichier est abîmé. Ôtez-les ou copiez le "
                                + "fichier de nouveau.",
                        "");
    }

    /** Lines between two stray quotation marks, that make one text. */
    static UnreadableSourceException swallowed(Notices notices, Cells record, String column, String cell) {
        return notices.unreadable(
                record.line(), column, NoticeCode.GUILLEMETS,
                "De la ligne " + record.line() + " à la ligne " + record.lastLine()
                        + ", tout est pris pour un seul texte\u00a0: un guillemet ouvert ligne " + record.line()
                        + " n’est refermé que ligne " + record.lastLine()
                        + ". Doublez-le (\"\") s’il fait partie du texte, ôtez-le sinon.",
                cell);
    }

    private UnreadableSourceException malformed() {
        long at = firstByte + reader.badByte();
        long line = lineOfByte(at);
        return file.notices()
                .unreadable(
                        line,
                        "",
                        NoticeCode.CHARSET,
                        "Un octet n’a pas de sens en " + charset.name()
                                + ", le charset déclaré\u00a0: le fichier est-il en "
                                + (charset.equals(StandardCharsets.UTF_8) ? "ISO-8859-1 ou windows-1252" : "UTF-8")
                                + "\u00a0? Corrigez l’édition ou réenregistrez le fichier.",
                        "octet " + at);
    }

    /** Reads the file again up to a byte: costs nothing as long as nothing is wrong. */
    private long lineOfByte(long offset) {
        try (InputStream bytes = file.open()) {
            long line = 1;
            byte[] block = new byte[SAMPLE];
            long left = offset;
            while (left > 0) {
                int read = bytes.read(block, 0, (int) Math.min(left, SAMPLE));
                if (read < 0) {
                    break;
                }
                for (int i = 0; i < read; i++) {
                    if (block[i] == '\n') {
                        line++;
                    }
                }
                left -= read;
            }
            return line;
        } catch (IOException | UnreadableSourceException e) {
            return 0; // the notice is worth more than its line
        }
    }

    private UnreadableSourceException quotes() {
        return file.notices()
                .unreadable(
                        lastLine + 1,
                        "",
                        NoticeCode.GUILLEMETS,
                        "Un guillemet ouvert sur cette ligne n’est jamais refermé\u00a0: doublez-le (\"\") s’il fait partie "
                                + "du texte.",
                        "");
    }

    @Override
    public String hint() {
        return "";
    }

    @Override
    public Character otherDelimiter(Cells header) {
        for (char other : new char[] {';', ',', '\t', '|'}) {
            if (other != delimiter && header.texts().size() == 1 && header.texts().getFirst().indexOf(other) >= 0) {
                return other;
            }
        }
        return null;
    }

    @Override
    public Character delimiter() {
        return delimiter;
    }

    private static void closeQuietly(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // another failure is already on its way to the reader of the notices
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}
