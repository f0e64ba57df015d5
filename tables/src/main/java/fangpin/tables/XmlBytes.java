package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an XML part with a look at the next one. */
final class XmlBytes {

    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    XmlBytes(InputStream in) {
        this.in = in;
    }

    /** The next byte without taking it, or {@link #END}. */
    int peek() throws IOException {
        return at < end || filled() ? buffer[at] & 0xFF : END;
    }

    /** Takes the next byte, or {@link #END}. */
    int next() throws IOException {
        return at < end || filled() ? buffer[at++] & 0xFF : END;
    }

    /** Takes {@code ascii} if it comes next byte for byte; if not, what was alike is gone. */
    boolean take(String ascii) throws IOException {
        for (int i = 0; i < ascii.length(); i++) {
            if (peek() != ascii.charAt(i)) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Takes all bytes up to the wanted one, which is left; false if there is no room for them in {@code target}. */
    boolean takeUntil(char wanted, ByteBuilder target) throws IOException {
        while (at < end || filled()) {
            int from = at;
            int to = from;
            while (to < end && buffer[to] != wanted) {
                to++;
            }
            at = to;
            if (!target.append(buffer, from, to)) {
                return false;
            }
            if (at < end) {
                return true;
            }
        }
        return true;
    }

    private boolean filled() throws IOException {
        at = 0;
        end = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
        return end > 0;
    }
}
