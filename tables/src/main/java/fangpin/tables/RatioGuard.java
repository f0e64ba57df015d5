package fangpin.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Stops a stream that unpacks to far more than a table can. */
final class RatioGuard extends FilterInputStream {

    private final Path file;
    private final long limit;
    private long count;

    /** @param packedBytes size of what the stream is unpacked from */
    RatioGuard(InputStream in, Path file, long packedBytes) {
        super(in);
        this.file = file;
        this.limit = Math.max(Limits.RATIO_FROM_BYTES, packedBytes * Limits.RATIO);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int read) throws IOException {
        count += read;
        if (count > limit) {
            throw new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "unpacks-too-large", file, limit >> 20));
        }
    }
}
