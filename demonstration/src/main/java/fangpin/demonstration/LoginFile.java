package fangpin.demonstration;

import fangpin.kernel.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** 演示账号清单: the logins with their passwords, in the data folder, for its owner's eyes only. */
final class LoginFile {
    private final Path file;

    LoginFile(Path folder) {
        file = folder.resolve("demonstration-logins.txt");
    }

    /** Keeps the list. */
    void write(List<Hiring.Login> logins) {
        List<String> lines = logins.stream().map(LoginFile::line).toList();
        try {
            Path fresh = file.resolveSibling("demonstration-logins.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, lines, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What `up` shows. */
    Text shown() {
        String lines = lines();
        return new Text(
                "演示账号（登录名、密码、角色、辖区），保存于 " + file + "\n" + lines,
                "Demonstration logins (name, password, role, division), kept in " + file);
    }

    private String lines() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "(" + file + ")\n";
        }
    }

    private static String line(Hiring.Login login) {
        Staff staff = login.staff();
        return padded(staff.login(), 11) + padded(login.password(), 17)
                + padded(staff.role().name(), 23) + login.heading() + "  " + staff.name();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
