package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes rows that are formatted already as they stand, gzipped if the name says so. */
final class CsvTableWriter implements TableWriter, Finishable {

    private final OutputStream out;
    private final byte[] pending = new byte[1 << 18];
    private int length;
    private @Nullable IOException error;

    private CsvTableWriter(OutputStream out) {
        this.out = out;
    }

    static CsvTableWriter plain(OutputStream out) {
        return new CsvTableWriter(out);
    }

    /** Errors: the head of the packed stream can't be written. */
    static CsvTableWriter packed(OutputStream out) throws IOException {
        return new CsvTableWriter(new FastGzip(out));
    }

    @Override
    public void writeRows(byte[] buffer, int from, int to) {
        if (to - from <= pending.length - length) {
            System.arraycopy(buffer, from, pending, length, to - from);
            length += to - from;
            return;
        }
        write(pending, 0, length);
        length = 0;
        if (to - from > pending.length / 2) {
            write(buffer, from, to);
        } else {
            System.arraycopy(buffer, from, pending, 0, to - from);
            length = to - from;
        }
    }

    private void write(byte[] buffer, int from, int to) {
        if (error != null) {
            return;
        }
        try {
            out.write(buffer, from, to - from);
        } catch (IOException e) {
            error = e;
        }
    }

    @Override
    public boolean failed() {
        return error != null;
    }

    @Override
    public void finish() throws IOException {
        write(pending, 0, length);
        length = 0;
        if (error != null) {
            throw error;
        }
        if (out instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
    }

    /** Level 6, the default, takes three times as long for a tenth less. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Frees the memory outside of the heap too: closing would close the file, which is still to be synced. */
        @Override
        public void finish() throws IOException {
            super.finish();
            def.end();
        }
    }
}
