package fr.atlasqpv.publication.readback;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** The bytes of a PDF or of one of its streams, for a parser that looks at each several times. */
final class PdfBytes implements RandomAccessRead, PDContentStream {
    private final byte[] bytes;
    private int at;

    PdfBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (at >= bytes.length) {
            return -1;
        }
        int read = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, to, offset, read);
        at += read;
        return read;
    }

    @Override
    public int peek() {
        return at < bytes.length ? bytes[at] & 0xff : -1;
    }

    @Override
    public void rewind(int back) {
        seek(at - (long) back);
    }

    @Override
    public long getPosition() { return at; }

    @Override
    public void seek(long position) {
        at = Math.clamp(position, 0, bytes.length);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public boolean isEOF() { return at >= bytes.length; }

    @Override
    public RandomAccessReadView createView(long from, long length) {
        return new RandomAccessReadView(new PdfBytes(bytes), from, length, true);
    }

    @Override
    public InputStream getContents() { return new ByteArrayInputStream(bytes); }

    @Override
    public RandomAccessRead getContentsForRandomAccess() { return this; }

    @Override
    public RandomAccessRead getContentsForStreamParsing() { return this; }

    @Override
    public PDResources getResources() { return null; }

    @Override
    public PDRectangle getBBox() { return null; }

    @Override
    public Matrix getMatrix() { return null; }

    @Override
    public boolean isClosed() { return false; }

    @Override
    public void close() {
        // Nothing to give back: the bytes are in memory
    }
}
