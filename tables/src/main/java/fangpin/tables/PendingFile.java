package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written under a temporary name beside its target and then moved into place. */
final class PendingFile {

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
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

    /** Takes the bytes of the file, unbuffered. */
    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** Brings all bytes to the disk. Errors: disk full. */
    void sync() throws IOException {
        channel.force(true);
        channel.close();
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
