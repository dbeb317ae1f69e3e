package fr.atlasqpv.publication.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The zip of a workbook: puts our rows into the sheets that POI writes, and dates every entry the same, so that the same
 * inputs give the same bytes.
 */
final class WorkbookPackage extends ZipArchiveOutputStream {
    // A local time without daylight saving anywhere: the zip format holds local times
    private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 12, 0);
    private static final String EMPTY_ROWS = "<sheetData/>";

    private final Map<String, byte[]> rows;
    private final byte[] sharedStrings;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private String name = "";

    /**
     * @param out where the zip goes
     * @param rows element {@code sheetData} by name of part
     * @param sharedStrings the part of shared strings
     */
    WorkbookPackage(OutputStream out, Map<String, byte[]> rows, byte[] sharedStrings) {
        super(out);
        this.rows = new LinkedHashMap<>(rows);
        this.sharedStrings = sharedStrings.clone();
        setLevel(4);
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
        name = entry.getName();
        ZipArchiveEntry dated = new ZipArchiveEntry(name);
        dated.setTimeLocal(DATE);
        super.putArchiveEntry(dated);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (replaced()) {
            held.write(bytes, offset, length);
        } else {
            super.write(bytes, offset, length);
        }
    }

    @Override
    public void closeArchiveEntry() throws IOException {
        if (replaced()) {
            byte[] content = name.equals("xl/sharedStrings.xml") ? sharedStrings : withRows();
            held.reset();
            super.write(content, 0, content.length);
        }
        super.closeArchiveEntry();
    }

    private boolean replaced() {
        return rows.containsKey(name) || name.equals("xl/sharedStrings.xml");
    }

    private byte[] withRows() throws IOException {
        String xml = held.toString(StandardCharsets.UTF_8);
        int place = xml.indexOf(EMPTY_ROWS);
        if (place < 0) {
            throw new IOException("POI wrote a sheet in an unforeseen way: no " + EMPTY_ROWS + " in " + name);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(xml.substring(0, place).getBytes(StandardCharsets.UTF_8));
        whole.write(rows.get(name));
        whole.write(xml.substring(place + EMPTY_ROWS.length()).getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
