package fangpin.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook refer to by number, read as far as they are asked for, and kept as UTF-8 in
 * blocks, so that they take about as much memory as they have bytes.
 */
final class SharedStrings implements Closeable {

    private static final int BLOCK_BYTES = 1 << 20;

    private final Path file;
    private final @Nullable XmlReader xml;
    private final ByteBuilder text = new ByteBuilder();
    private final List<byte[]> blocks = new ArrayList<>();
    private int[] ends = new int[1024];
    private int count;
    private int total;

    /** @param xml the part, closed with this object; null if the workbook has none */
    SharedStrings(Path file, @Nullable XmlReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /** Number of bytes of text {@code index}, from 0. Errors: there is no such text. */
    int size(int index) throws IOException {
        while (index >= count) {
            readNext();
        }
        return ends[index] - start(index);
    }

    /** Copies text {@code index}, of which the size was asked before, to {@code target} at {@code at}. */
    void copy(int index, byte[] target, int at) {
        int from = start(index);
        int to = at;
        while (from < ends[index]) {
            int inBlock = from % BLOCK_BYTES;
            int length = Math.min(ends[index] - from, BLOCK_BYTES - inBlock);
            System.arraycopy(blocks.get(from / BLOCK_BYTES), inBlock, target, to, length);
            from += length;
            to += length;
        }
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private void readNext() throws IOException {
        if (xml == null || !xml.nextStart("si", "sst")) {
            throw new IOException("a cell refers to a text that is not there");
        }
        text.clear();
        XlsxText.readRuns(xml, "si", text);
        append(text.length);
    }

    private void append(int length) throws IOException {
        if (count == Limits.SHARED_STRINGS || length > Limits.SHARED_STRING_BYTES - total) {
            throw new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "shared-strings", file));
        }
        int from = 0;
        while (from < length) {
            int inBlock = total % BLOCK_BYTES;
            if (inBlock == 0) {
                blocks.add(new byte[BLOCK_BYTES]);
            }
            int part = Math.min(length - from, BLOCK_BYTES - inBlock);
            System.arraycopy(text.bytes, from, blocks.getLast(), inBlock, part);
            from += part;
            total += part;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = total;
    }

    @Override
    public void close() throws IOException {
        if (xml != null) {
            xml.close();
        }
    }
}
