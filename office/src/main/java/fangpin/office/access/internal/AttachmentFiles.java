package fangpin.office.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The sealed bytes of attachments. A path is made of the file's own id only; what a user called it never reaches the disk. */
final class AttachmentFiles {
    private static final int LONGEST_NAME = 120;

    private final Path folder;

    AttachmentFiles(Path folder) {
        this.folder = folder;
    }

    void write(UUID id, byte[] sealed) {
        try {
            Files.createDirectories(
                    place(id).getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel =
                    FileChannel.open(place(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(sealed);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] read(UUID id) {
        try {
            return Files.readAllBytes(place(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path place(UUID id) {
        String name = id.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    /** The name as lists show it: the last part, without what could steer a terminal, a header or the reading direction. */
    static String shownName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = PersonalNumbers.masked(last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>:|?*;]", "")
                .strip());
        if (plain.length() > LONGEST_NAME) {
            plain = plain.substring(plain.length() - LONGEST_NAME);
        }
        return plain.isEmpty() || plain.startsWith(".") ? "file" + plain : plain;
    }
}
