package fangpin.office.access.internal;

import fangpin.office.access.Attachments.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** 按内容识别类型: the first bytes decide; of a zip, which entries it begins with. Nothing is unpacked beyond their names. */
final class FileTypes {
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_SKIPPED = 64L << 20;

    private FileTypes() {}

    static Optional<FileType> of(byte[] content) {
        if (starts(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(FileType.JPEG);
        }
        if (starts(content, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(FileType.PNG);
        }
        if (starts(content, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(FileType.PDF);
        }
        return starts(content, 'P', 'K', 3, 4) ? office(content) : Optional.empty();
    }

    private static Optional<FileType> office(byte[] content) {
        boolean types = false;
        Optional<FileType> found = Optional.empty();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            byte[] sink = new byte[1 << 14];
            long skipped = 0;
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++entries > MOST_ENTRIES
                        || name.contains("..")
                        || name.startsWith("/")
                        || name.contains("vbaProject")) {
                    return Optional.empty();
                }
                types |= name.equals("[Content_Types].xml");
                if (name.equals("xl/workbook.xml")) {
                    found = Optional.of(FileType.XLSX);
                } else if (name.equals("word/document.xml")) {
                    found = Optional.of(FileType.DOCX);
                }
                for (int read = zip.read(sink); read >= 0; read = zip.read(sink)) {
                    skipped += read;
                    if (skipped > MOST_SKIPPED) {
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
        return types ? found : Optional.empty();
    }

    private static boolean starts(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
