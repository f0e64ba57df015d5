package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** 数据库程序: the programs of PostgreSQL, unpacked once from the archive on the class path. */
public final class PostgresBinaries {
    /** The version that comes with the office. */
    public static final String VERSION = "18.6";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> DATA = PosixFilePermissions.fromString("rw-r--r--");
    private static final int ANY_EXECUTE = 0111;

    private PostgresBinaries() {}

    /** Whether they run on this machine. */
    public static void requirePlatform(String system, String processor) throws RefusedException {
        boolean known = system.equals("Linux") && List.of("amd64", "x86_64").contains(processor);
        if (!known) {
            throw new RefusedException(Reason.PLATFORM, system, processor);
        }
    }

    /** Where they are unpacked to. */
    public static Path folder(Path dataFolder) {
        return dataFolder.resolve("postgres-" + VERSION);
    }

    /** Unpacks them, all or nothing. */
    public static void unpack(Path dataFolder) throws IOException {
        Path unfinished = dataFolder.resolve("postgres-" + VERSION + ".unpacking");
        deleteTree(unfinished);
        makeFolder(unfinished);
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IllegalStateException("the program is incomplete: " + ARCHIVE + " is missing");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive))), unfinished);
        }
        Files.move(unfinished, folder(dataFolder), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream archive, Path into) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) {
                throw new IOException("the archive holds " + entry.getName());
            }
            if (entry.isDirectory()) {
                makeFolder(target);
            } else if (entry.isSymbolicLink()) {
                makeFolder(parent(target));
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                makeFolder(parent(target));
                Files.copy(archive, target);
                Files.setPosixFilePermissions(target, (entry.getMode() & ANY_EXECUTE) == 0 ? DATA : PROGRAM);
            }
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("no folder holds " + path);
        }
        return parent;
    }

    private static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolder(parent(folder));
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PROGRAM);
        }
    }

    /** Deletes a folder with all that is in it, where it exists. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
