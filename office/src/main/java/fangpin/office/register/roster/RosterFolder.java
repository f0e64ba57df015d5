package fangpin.office.register.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 上传暂存: uploaded files under names of our own, from their receipt to the end of their check; emptied at each start. */
@Component
final class RosterFolder {
    private final Path folder;

    RosterFolder(@Value("${fangpin.roster.folder:}") String configured) {
        try {
            folder = configured.isEmpty()
                    ? Files.createTempDirectory("fangpin-roster")
                    : Files.createDirectories(Path.of(configured));
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A file as it arrived. */
    record Arrived(Path file, Bytes hash) {}

    /** Writes the stream to a new file of the right ending; null if it has more bytes than allowed. */
    @Nullable
    Arrived take(String name, InputStream bytes, long most) throws IOException {
        Path file = Files.createTempFile(folder, "in-", ending(name));
        MessageDigest digest = sha256();
        boolean whole = false;
        try {
            whole = copied(new DigestInputStream(bytes, digest), file, most);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return whole ? new Arrived(file, Bytes.of(digest.digest())) : null;
    }

    private static boolean copied(InputStream in, Path file, long most) throws IOException {
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                size += read;
                if (size > most) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
        }
        return true;
    }

    /** Names a file after its import. */
    Path keep(Path file, long id) throws IOException {
        return Files.move(file, folder.resolve(id + ending(file.getFileName().toString())));
    }

    /** The file of an import, while it is there. */
    Optional<Path> file(long id) {
        return Stream.of(".csv", ".csv.gz", ".xlsx", ".xls")
                .map(ending -> folder.resolve(id + ending))
                .filter(Files::exists)
                .findFirst();
    }

    void delete(long id) {
        file(id).ifPresent(this::delete);
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static String ending(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.of(".xlsx", ".xls", ".gz")
                .filter(small::endsWith)
                .findFirst()
                .map(ending -> ending.equals(".gz") ? ".csv.gz" : ending)
                .orElse(".csv");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
