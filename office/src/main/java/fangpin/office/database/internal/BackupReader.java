package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads a backup: all of it is looked through before anything of it is used. */
public final class BackupReader implements AutoCloseable {
    private static final Pattern FILE_NAME = Pattern.compile("[0-9a-z]{2}/[0-9a-z-]{1,60}");
    private static final int LARGEST_MANIFEST_BYTES = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupReader(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a backup and checks every entry against its manifest. */
    public static BackupReader open(Path file) throws RefusedException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new RefusedException(Reason.BACKUP_UNREADABLE, file, FileFailures.told(e));
        }
        try {
            BackupReader reader = new BackupReader(file, zip, manifest(zip));
            reader.check();
            return reader;
        } catch (IOException | IllegalArgumentException e) {
            closeQuietly(zip);
            throw new RefusedException(Reason.BACKUP_DAMAGED, file, String.valueOf(e.getMessage()));
        }
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException readOnly) {
            throw new IllegalStateException(readOnly);
        }
    }

    private static BackupManifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = entry(zip, "manifest.txt")) {
            return BackupManifest.of(new String(in.readNBytes(LARGEST_MANIFEST_BYTES), StandardCharsets.UTF_8));
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    private void check() throws IOException {
        for (BackupManifest.Part table : manifest.tables()) {
            check(BackupWriter.entryOfTable(table.name()), table, true);
        }
        for (BackupManifest.Part attachment : manifest.files()) {
            if (!FILE_NAME.matcher(attachment.name()).matches()) {
                throw new IOException("not a name of an attachment: " + attachment.name());
            }
            check(BackupWriter.entryOfFile(attachment.name()), attachment, false);
        }
    }

    private void check(String name, BackupManifest.Part part, boolean rows) throws IOException {
        MessageDigest digest = BackupWriter.sha256();
        long size = 0;
        try (InputStream in = new DigestInputStream(entry(zip, name), digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                size += rows ? lines(buffer, length) : length;
            }
        }
        if (size != part.size() || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new IOException(name + " is not what the manifest says");
        }
    }

    /** In the text format of COPY a line is a row; line ends within values are written as backslash n. */
    private static long lines(byte[] buffer, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    /** What it holds. */
    public BackupManifest manifest() {
        return manifest;
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    InputStream table(BackupManifest.Part table) throws IOException {
        return entry(zip, BackupWriter.entryOfTable(table.name()));
    }

    InputStream attachment(BackupManifest.Part attachment) throws IOException {
        return entry(zip, BackupWriter.entryOfFile(attachment.name()));
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
