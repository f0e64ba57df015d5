package fangpin.office.access.internal;

import fangpin.office.access.KeysRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** 密钥文件: one key, its algorithm before it: {@code sm4-gcm 5f...}. Only its owner may read the file. */
final class SecretKeyFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private SecretKeyFile() {}

    static SecretKey make(Path file, int id, KeyAlgorithm algorithm) {
        byte[] bytes = new byte[algorithm.keyBytes()];
        do {
            RANDOM.nextBytes(bytes);
        } while (KnownKeys.holds(bytes) || !algorithm.allows(bytes));
        String text = algorithm.label() + " " + HexFormat.of().formatHex(bytes) + "\n";
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new SecretKey(id, algorithm, bytes);
    }

    static SecretKey read(Path file, int id) {
        try {
            Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(Files.getPosixFilePermissions(file));
            permissions.retainAll(OTHERS);
            if (!permissions.isEmpty()) {
                throw new KeysRefusedException("密钥文件可被他人读写，请改为 600：the key file is open to others, chmod 600: " + file);
            }
            String[] parts = Files.readString(file).strip().split(" ", 2);
            KeyAlgorithm algorithm = KeyAlgorithm.labelled(parts[0], file);
            byte[] bytes = parts.length == 2 ? parse(parts[1], file) : new byte[0];
            if (bytes.length != algorithm.keyBytes() || !algorithm.allows(bytes)) {
                throw new KeysRefusedException("密钥长度不符：the key has not the length of its algorithm: " + file);
            }
            if (KnownKeys.holds(bytes)) {
                throw new KeysRefusedException("密钥为公开或可猜的密钥，拒绝使用：a known or guessable key is refused: " + file);
            }
            return new SecretKey(id, algorithm, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] parse(String hex, Path file) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException broken) {
            throw new KeysRefusedException("密钥文件无法读取：the key file is broken: " + file);
        }
    }
}
