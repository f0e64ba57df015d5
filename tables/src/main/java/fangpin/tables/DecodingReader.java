package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes strictly: all characters before a byte that the encoding does not allow are given out, then
 * {@link BadByteException} names its place.
 */
final class DecodingReader extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.wrap(new byte[1 << 16]).limit(0);
    private long offset;
    private boolean atStart;
    private boolean ended;
    private boolean bad;

    /**
     * @param offset place of the stream's first byte in the file; a byte-order mark is dropped only at 0
     */
    DecodingReader(InputStream in, Charset charset, long offset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.offset = offset;
        this.atStart = offset == 0;
    }

    /** Whether the last byte of the stream was read. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (true) {
            if (bad) {
                throw new BadByteException(offset);
            }
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, out, ended);
            offset += bytes.position() - before;
            bad = result.isError();
            int count = withoutMark(target, from, out.position() - from);
            if (count > 0) {
                return count;
            }
            if (ended && !bad && result.isUnderflow()) {
                return -1;
            }
            out.position(from);
            if (!bad) {
                fill();
            }
        }
    }

    private int withoutMark(char[] target, int from, int count) {
        if (!atStart || count == 0) {
            return count;
        }
        atStart = false;
        if (target[from] != BYTE_ORDER_MARK) {
            return count;
        }
        System.arraycopy(target, from + 1, target, from, count - 1);
        return count - 1;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
