package fangpin.office.database.internal;

import fangpin.office.database.Login;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** 密码文件: one password of a role of the database, made here and known nowhere else. */
public final class PasswordFile {
    private static final int RANDOM_BYTES = 32;

    private PasswordFile() {}

    /** The role's login with the password of its file, made at random where there is none yet. */
    public static Login of(Path secrets, String role) throws IOException {
        Path file = secrets.resolve(role + ".password");
        if (!Files.exists(file)) {
            write(file, random());
        }
        return new Login(role, Files.readString(file, StandardCharsets.UTF_8).strip());
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** On the disk before it is used: a role whose password is lost is lost too. */
    private static void write(Path file, String password) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, password + "\n", StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
