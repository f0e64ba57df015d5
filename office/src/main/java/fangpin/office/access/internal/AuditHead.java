package fangpin.office.access.internal;

import fangpin.office.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * 封存链头: the last link of the chain, in a file outside the database: with it, cutting off the end of the audit is found too.
 */
public final class AuditHead {
    /** A link and its place in the chain; position 0 is the empty chain. */
    public record Link(long position, String hex) {
        static Link of(long position, byte[] link) {
            return new Link(position, HexFormat.of().formatHex(link));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private static final byte[] NOTHING = new byte[32];

    private final Path file;

    /** In that file; its folder is made. */
    public AuditHead(Path file) {
        this.file = file;
    }

    /** At its place in a data folder. */
    public static AuditHead in(DataFolder folder) {
        return new AuditHead(folder.path().resolve("audit").resolve("head"));
    }

    static Link start() {
        return Link.of(0, NOTHING);
    }

    /** The head last written; none before the first seal. */
    public Optional<Link> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ", 2);
            Link link = new Link(Long.parseLong(parts[0]), parts[1]);
            return link.bytes().length == NOTHING.length ? Optional.of(link) : broken();
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            return broken();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A head that nothing in the database can agree with. */
    private static Optional<Link> broken() {
        byte[] none = NOTHING.clone();
        Arrays.fill(none, (byte) 1);
        return Optional.of(Link.of(Long.MAX_VALUE, none));
    }

    void write(Link head) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                byte[] text = (head.position() + " " + head.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.write(java.nio.ByteBuffer.wrap(text));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
