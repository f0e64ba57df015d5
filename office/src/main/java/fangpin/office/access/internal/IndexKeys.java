package fangpin.office.access.internal;

import fangpin.office.access.CryptoSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * 检索密钥之更替: {@code index.key} is the one in use, {@code index-next.key} one that is to take its place, {@code index-retired-N.key}
 * those before it, for old backups.
 */
public final class IndexKeys {
    private static final String IN_USE = "index.key";
    private static final String NEXT = "index-next.key";

    private IndexKeys() {}

    /** The key that is to take the place of the one in use. */
    public static Optional<SecretKey> next(Path folder) {
        Path file = folder.resolve(NEXT);
        return Files.exists(file) ? Optional.of(SecretKeyFile.read(file, 0)) : Optional.empty();
    }

    /** Makes such a key. */
    public static SecretKey makeNext(Path folder, CryptoSuite suite) {
        return SecretKeyFile.make(folder.resolve(NEXT), 0, KeyAlgorithm.hashing(suite));
    }

    /** The first key that was ever in use here: of what is printed or compared and never looked up. */
    static SecretKey first(Path folder) {
        Path retired = retired(folder, 1);
        return SecretKeyFile.read(Files.exists(retired) ? retired : folder.resolve(IN_USE), 0);
    }

    /** Keeps the key in use under another name and puts the next one in its place; may be done again after it was broken off. */
    public static void putNextInPlace(Path folder) {
        try {
            byte[] old = Files.readAllBytes(folder.resolve(IN_USE));
            int number = 1;
            while (Files.exists(retired(folder, number))
                    && !Arrays.equals(old, Files.readAllBytes(retired(folder, number)))) {
                number++;
            }
            if (!Files.exists(retired(folder, number))) {
                Path copy = folder.resolve("index-retired.new");
                Files.deleteIfExists(copy);
                Files.createFile(
                        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(copy, old, java.nio.file.StandardOpenOption.DSYNC, java.nio.file.StandardOpenOption.WRITE);
                Files.move(copy, retired(folder, number), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(
                    folder.resolve(NEXT),
                    folder.resolve(IN_USE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path retired(Path folder, int number) {
        return folder.resolve("index-retired-" + number + ".key");
    }
}
