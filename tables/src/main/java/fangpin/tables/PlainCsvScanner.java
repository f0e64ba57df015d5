package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Scans a stretch of a CSV file several times as fast as {@link LibraryCsvReader} can, as long as the file is
 * plain: UTF-8 without a quotation mark and without a lone CR, lines shorter than the buffer. At the first line that is
 * not, it stops and says so, and the library reader goes on from there.
 *
 * <p>It looks at eight bytes at once. Of the ASCII characters, those that matter (LF, CR, quotation mark, comma) and
 * few others lie below '-'; whether any of eight bytes does is one addition. Bytes above ASCII are checked to be UTF-8.
 */
final class PlainCsvScanner {

    static final int BUFFER_BYTES = 1 << 18;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    /** Added to a byte below 0x80, it sets the top bit if the byte is '-' or above. */
    private static final long FROM_DASH = 0x5353535353535353L;

    private final InputStream in;
    private final long to;
    private final RowHandler handler;
    private final BooleanSupplier cancelled;
    private final byte[] buffer = new byte[BUFFER_BYTES + Long.BYTES];
    private final Cells cells = new Cells();
    private long bufferOffset;
    private int length;
    private long lines;

    /**
     * @param in the bytes, unpacked, from the start of a line on; not closed
     * @param from the place of its first byte in the file, from 0
     * @param to after the last line; may be beyond the end
     * @param lines records and empty lines before {@code from}, or 0 if unknown, in which case rows are relative
     * @param cancelled asked now and then; if so, the scan ends early and its result means nothing
     */
    PlainCsvScanner(InputStream in, long from, long to, long lines, RowHandler handler, BooleanSupplier cancelled) {
        this.in = in;
        this.bufferOffset = from;
        this.to = to;
        this.lines = lines;
        this.handler = handler;
        this.cancelled = cancelled;
        cells.data = buffer;
    }

    /** Scans to the end of the stretch or to the first line that is not plain. Errors: the stream's. */
    ScanEnd scan() throws IOException {
        while (!cancelled.getAsBoolean()) {
            boolean atEnd = fill();
            int end = afterLastLine();
            if (end == 0) {
                if (!atEnd) {
                    return new ScanEnd.NotPlain(bufferOffset, lines);
                }
                if (length == 0) {
                    break;
                }
                // the file's last line has no end of its own; there is room for one after the buffer
                buffer[length] = '\n';
                end = ++length;
            }
            ScanEnd stopped = scanLines(end);
            if (stopped != null) {
                return stopped;
            }
            bufferOffset += end;
            length -= end;
            System.arraycopy(buffer, end, buffer, 0, length);
        }
        return new ScanEnd.Done(lines);
    }

    /** Fills the buffer as far as the stretch goes; true if nothing is left to read after it. */
    private boolean fill() throws IOException {
        while (length < BUFFER_BYTES) {
            int room = (int) Math.min(BUFFER_BYTES - length, to - bufferOffset - length);
            int count = room <= 0 ? -1 : in.read(buffer, length, room);
            if (count < 0) {
                return true;
            }
            length += count;
        }
        return false;
    }

    private int afterLastLine() {
        int end = length;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Scans the whole lines in the buffer up to {@code end}; null if all were plain. */
    private @Nullable ScanEnd scanLines(int end) {
        int cellStart = 0;
        int lineStart = 0;
        int checkedTo = 0;
        cells.count = 0;
        for (int at = 0; ; at += Long.BYTES) {
            long eight = (long) EIGHT_BYTES.get(buffer, at);
            if ((eight & TOP_BITS) != 0 && checkedTo < at + Long.BYTES) {
                checkedTo = Utf8.check(buffer, Math.max(at, checkedTo), Math.min(at + Long.BYTES, end));
                if (checkedTo < 0) {
                    return new ScanEnd.BadByte(bufferOffset - checkedTo - 1);
                }
            }
            long found = ~((eight & LOW_BITS) + FROM_DASH) & ~eight & TOP_BITS;
            while (found != 0) {
                int i = at + (Long.numberOfTrailingZeros(found) >>> 3);
                found &= found - 1;
                switch (buffer[i]) {
                    case ',' -> {
                        cells.add(cellStart, i);
                        cellStart = i + 1;
                    }
                    case '\n' -> {
                        endLine(lineStart, cellStart, i);
                        lineStart = i + 1;
                        cellStart = lineStart;
                        if (lineStart == end) {
                            return null;
                        }
                    }
                    case '\r' -> {
                        if (buffer[i + 1] != '\n') {
                            return new ScanEnd.NotPlain(bufferOffset + lineStart, lines);
                        }
                    }
                    case '"' -> {
                        return new ScanEnd.NotPlain(bufferOffset + lineStart, lines);
                    }
                    default -> {}
                }
            }
        }
    }

    private void endLine(int lineStart, int cellStart, int lineFeed) {
        int end = lineFeed > lineStart && buffer[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
        lines++;
        if (end == lineStart) {
            return;
        }
        cells.add(cellStart, end);
        handler.row(lines, cells);
        cells.count = 0;
    }
}
