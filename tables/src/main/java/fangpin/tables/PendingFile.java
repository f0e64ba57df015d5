package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that is written under a temporary name beside its target and then moved into place. */
final class PendingFile {

    /** So much is written before it is brought to the disk while the rest is being made; left to the end, a large file waits there. */
    private static final int EARLY_BYTES = 32 << 20;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private long early;
    private @Nullable Thread syncing;
    private volatile @Nullable IOException failed;
    private boolean moved;

    private PendingFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    /** Creates the temporary file. Errors: no permission, disk full. */
    static PendingFile create(Path target, Path temporary) throws IOException {
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new PendingFile(target, temporary, channel);
    }

    /** Takes the bytes of the file, unbuffered; one thread at a time. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                wrote(length);
            }
        };
    }

    private void wrote(int length) {
        early += length;
        if (early >= EARLY_BYTES && (syncing == null || !syncing.isAlive())) {
            early = 0;
            syncing = Thread.ofPlatform().daemon().name("fangpin-sync").start(this::syncEarly);
        }
    }

    private void syncEarly() {
        try {
            channel.force(false);
        } catch (IOException e) {
            // the system tells of a failure once: a later sync would find all well
            failed = e;
        }
    }

    /** Brings all bytes to the disk. Errors: disk full. */
    void sync() throws IOException {
        awaitEarly();
        IOException before = failed;
        if (before != null) {
            throw before;
        }
        channel.force(true);
        channel.close();
    }

    private void awaitEarly() throws IOException {
        try {
            if (syncing != null) {
                syncing.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Puts the file in the place of its target, all at once. */
    void move() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        moved = true;
    }

    /** Removes whatever there is of it, also from its target if it was moved there. Errors are of no use to anyone. */
    void discard() {
        try {
            channel.close();
            Files.deleteIfExists(moved ? target : temporary);
        } catch (IOException e) {
            // what stays behind bears a temporary name, which the next run sweeps away
        }
    }
}
