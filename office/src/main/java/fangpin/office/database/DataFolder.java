package fangpin.office.database;

import fangpin.office.database.internal.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** 数据文件夹: everything an office keeps on this machine. One office at a time: it is locked while it is open. */
public final class DataFolder implements AutoCloseable {
    /** What a first start needs: the programs, the empty database and room to work. */
    private static final long LEAST_FREE_BYTES = 512L << 20;

    private final Path path;
    private final @Nullable FileChannel lock;

    private DataFolder(Path path, @Nullable FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Opens a data folder, makes it where there is none, and locks it. */
    public static DataFolder open(Path asNamed) throws RefusedException {
        Path path = asNamed.toAbsolutePath().normalize();
        try {
            make(path, "rwx--x--x");
            make(path.resolve("secrets"), "rwx------");
            make(path.resolve("log"), "rwx------");
            long free = Files.getFileStore(path).getUsableSpace();
            if (!Files.exists(path.resolve("database")) && free < LEAST_FREE_BYTES) {
                throw new RefusedException(Reason.DISK_FULL, path, free >> 20, LEAST_FREE_BYTES >> 20);
            }
            return new DataFolder(path, locked(path));
        } catch (IOException e) {
            throw FileFailures.refused(e, path);
        }
    }

    /** Looks into a data folder that an office may be working on: nothing is made, nothing locked. */
    public static DataFolder beside(Path asNamed) {
        return new DataFolder(asNamed.toAbsolutePath().normalize(), null);
    }

    private static void make(Path folder, String permissions) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileChannel locked(Path path) throws IOException, RefusedException {
        FileChannel channel = FileChannel.open(
                path.resolve("office.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new RefusedException(Reason.DATA_FOLDER_TAKEN, path);
        }
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether another office may be working on it. */
    public boolean isBeside() {
        return lock == null;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** 密钥文件夹: passwords and keys; nobody but the office's own account enters it. */
    public Path secrets() {
        return path.resolve("secrets");
    }

    /** 密钥: the keys to encrypted data. */
    public Path keys() {
        return secrets().resolve("keys");
    }

    /** 自有政策包: packs of one's own, a folder each. */
    public Path packs() {
        return path.resolve("packs");
    }

    /** Where the packs of the folder of these keys are. */
    public static Path packsBeside(Path keys) {
        return keys.resolve("../../packs").normalize();
    }

    /** The end of the audit's chain, beside the database. */
    public Path auditHead() {
        return path.resolve("audit").resolve("head");
    }

    /** 附件: sealed files that rows name. */
    public Path attachments() {
        return path.resolve("attachments");
    }

    /** 日志文件夹 */
    public Path log() {
        return path.resolve("log");
    }

    /** Lets the next office in. */
    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
