package fangpin.batch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one temporary file of a run. It has no name once it is open, so that nothing is left of it whatever ends the run. Safe for use
 * by several threads.
 */
public final class SpillFile implements AutoCloseable {
    private final FileChannel channel;
    private final AtomicLong end = new AtomicLong();

    private SpillFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens one in a folder; the file is unlinked at once. */
    public static SpillFile in(Path folder) throws IOException {
        Path path = Files.createTempFile(
                folder, ".fangpin-" + ProcessHandle.current().pid() + "-", ".tmp");
        return new SpillFile(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Appends bytes and says where they begin. */
    long append(byte[] bytes, int length) {
        long position = end.getAndAdd(length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer, position + buffer.position());
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return position;
    }

    void read(long position, byte[] target, int at, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(target, at, length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position() - at) < 0) {
                    throw new IOException("the temporary file was cut");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How much was ever written, in bytes. */
    public long bytes() {
        return end.get();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
