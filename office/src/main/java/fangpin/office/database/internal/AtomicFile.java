package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that appears whole or not at all, readable by its owner only; an existing one is never replaced. */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream stream;

    private AtomicFile(Path target, Path unfinished, FileChannel channel) {
        this.target = target;
        this.unfinished = unfinished;
        this.channel = channel;
        stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Begins one. */
    public static AtomicFile create(Path named) throws IOException, RefusedException {
        Path target = named.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new RefusedException(Reason.BACKUP_EXISTS, target);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        FileChannel channel = FileChannel.open(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new AtomicFile(target, unfinished, channel);
    }

    /** Where to write. */
    public OutputStream stream() {
        return stream;
    }

    /** All is written: on the disk first, then under its name. */
    public void finish() throws IOException {
        stream.flush();
        channel.force(true);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was not finished is gone. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }
}
