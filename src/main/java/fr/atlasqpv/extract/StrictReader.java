package fr.atlasqpv.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes without ever replacing one: everything before a byte that makes no sense is given first, then the reader
 * throws, and {@link #badByte} tells where. Also knows whether the text ended with a line break.
 */
final class StrictReader extends Reader {
    /** Characters of a record, and of what the parser reads ahead. */
    private static final int LONGEST_RECORD = 1 << 20;

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer pending = ByteBuffer.allocate(1 << 15);
    private long consumed;
    private boolean noMoreBytes;
    private boolean ended;
    private char last = '\n';
    private CoderResult failure;
    private long ofRecord;
    private long breaks;

    StrictReader(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        pending.flip();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice(); // places count from the offset
        while (chars.position() == 0) {
            if (failure != null) {
                failure.throwException();
            }
            if (ended) {
                return -1;
            }
            decode(chars);
        }
        last = target[offset + chars.position() - 1];
        ofRecord += chars.position();
        if (ofRecord > LONGEST_RECORD) {
            throw new RecordTooLongException();
        }
        for (int i = offset; i < offset + chars.position(); i++) {
            if (target[i] == '\n') {
                breaks++;
            }
        }
        return chars.position();
    }

    private void decode(CharBuffer chars) throws IOException {
        if (!noMoreBytes && pending.remaining() < 8) {
            fill();
        }
        int before = pending.position();
        CoderResult result = decoder.decode(pending, chars, noMoreBytes);
        consumed += pending.position() - before;
        if (result.isError()) {
            failure = result;
        } else if (result.isUnderflow() && noMoreBytes) {
            ended = decoder.flush(chars).isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
    }

    private void fill() throws IOException {
        pending.compact();
        int read = bytes.read(pending.array(), pending.position(), pending.remaining());
        if (read < 0) {
            noMoreBytes = true;
        } else {
            pending.position(pending.position() + read);
        }
        pending.flip();
    }

    /** The parser has taken a record: what comes next belongs to another one, but for what it read ahead. */
    void recordEnded() {
        ofRecord = 0;
        breaks = 0;
    }

    /** Line breaks read since the last record ended. */
    long linesOfRecord() {
        return breaks;
    }

    /** A record is longer than any of an extract. */
    static final class RecordTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Tells whether everything was read and the last line lacks its line break. */
    boolean endedWithoutLineBreak() {
        return ended && last != '\n' && last != '\r';
    }

    /** Offset of the byte that makes no sense, from the start of the stream; only after a {@link CharacterCodingException}. */
    long badByte() {
        return consumed;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
