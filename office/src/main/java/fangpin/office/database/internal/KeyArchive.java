package fangpin.office.database.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** 密钥备份: the files of the key folder, saved apart from the data. */
public final class KeyArchive {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.key");
    private static final int LARGEST_BYTES = 1 << 16;

    private KeyArchive() {}

    /** Writes all keys of the folder. */
    public static void write(Path folder, OutputStream out) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(KeyArchive::isKey).sorted().toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(new Unclosed(out))) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
            }
        }
    }

    private static boolean isKey(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** Puts the keys into a folder that holds none. */
    public static void read(InputStream in, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!NAME.matcher(entry.getName()).matches()) {
                    throw new IOException("not a key: " + entry.getName());
                }
                Path file = folder.resolve(entry.getName());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, zip.readNBytes(LARGEST_BYTES));
            }
        }
    }

    /** The zip ends before the file it stands in does. */
    static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
