package fangpin.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a pack are. */
public sealed interface PackFiles {
    /** The folder of fills that are samples, each with its origin. */
    String SAMPLE_FILLS = "sample-fills";

    /** The pack's name: the folder's last part. */
    String id();

    /** A file's bytes, or empty if there is none by that name. */
    Optional<byte[]> read(String file);

    /** Another pack of the same collection. */
    PackFiles sibling(String other);

    /** A file that closes open terms: one of the pack's own folder, else one of the sample fills beside it. */
    default Optional<byte[]> fill(String file) {
        return read(file).or(() -> sibling(SAMPLE_FILLS).read(file));
    }

    /** How a person would name the file. */
    default String display(String file) {
        return id() + "/" + file;
    }

    /** A folder of the user's. */
    record Folder(Path path) implements PackFiles {
        @Override
        public String id() {
            Path name = path.toAbsolutePath().normalize().getFileName();
            return name == null ? "" : name.toString();
        }

        @Override
        public Optional<byte[]> read(String file) {
            Path wanted;
            try {
                wanted = path.resolve(file).normalize();
            } catch (InvalidPathException noName) {
                return Optional.empty();
            }
            if (!wanted.startsWith(path.normalize()) || !Files.isRegularFile(wanted)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readAllBytes(wanted));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public PackFiles sibling(String other) {
            try {
                Path folder = path.toAbsolutePath().normalize().resolveSibling(other);
                return Files.isDirectory(folder) ? new Folder(folder) : new Shipped(other);
            } catch (InvalidPathException noName) {
                return new Shipped(other);
            }
        }
    }

    /** A pack that comes with the program. */
    record Shipped(String id) implements PackFiles {
        @Override
        public Optional<byte[]> read(String file) {
            if (file.contains("..")) {
                return Optional.empty();
            }
            try (InputStream stream = PackFiles.class.getResourceAsStream("/packs/" + id + "/" + file)) {
                return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public PackFiles sibling(String other) {
            return new Shipped(other);
        }
    }
}
