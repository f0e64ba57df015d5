package fangpin.office.database.internal;

import fangpin.office.database.Login;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * 数据库集簇: the folder that a server of PostgreSQL keeps its databases in.
 *
 * @param folder where it is
 * @param binaries the programs
 * @param account who owns it and runs its server
 */
public record Cluster(Path folder, Path binaries, Account account) {
    private static final String MAJOR_VERSION = PostgresBinaries.VERSION.split("\\.", -1)[0];

    /** Makes it where there is none: all or nothing. */
    public void initialise(Login superuser) throws RefusedException, IOException {
        if (Files.exists(folder)) {
            requireOurVersion();
            return;
        }
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        PostgresBinaries.deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        requireReach(unfinished);
        Path password = passwordFile(superuser);
        try {
            Commands.Result made = Commands.run(unfinished, account.command(initdb(unfinished, superuser, password)));
            if (made.status() != 0) {
                throw new RefusedException(Reason.DATABASE_NOT_STARTED, lastLines(made.output()));
            }
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireOurVersion() throws IOException, RefusedException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new RefusedException(Reason.DATABASE_FILES_VERSION, folder, version, MAJOR_VERSION);
        }
    }

    /** Every folder above must let the account pass. */
    private void requireReach(Path made) throws RefusedException {
        List<String> look =
                account.command(List.of("sh", "-c", "cd \"$0\" && [ -x \"$1\" ]", made.toString(), postgres()));
        if (Commands.run(Path.of("/"), look).status() != 0) {
            throw new RefusedException(Reason.DATA_FOLDER_CLOSED, folder, account.user());
        }
    }

    private Path passwordFile(Login superuser) throws IOException {
        Path file = folder.resolveSibling("initdb.password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, superuser.password() + "\n", StandardCharsets.UTF_8);
        account.own(file);
        return file;
    }

    private List<String> initdb(Path unfinished, Login superuser, Path password) {
        return List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + superuser.role(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /** The server's program. */
    public String postgres() {
        return binaries.resolve("bin/postgres").toString();
    }

    static String lastLines(String output) {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
