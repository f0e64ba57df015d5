package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Walks all of a zip file before anything in it is read as a workbook: its names, its sizes by really unpacking it, its
 * check sums, and XML that declares a document type. All an honest workbook pays is that it is unpacked twice.
 */
final class ZipGuard {

    /** Bytes of the record with which a zip ends, without its comment. */
    private static final int END_RECORD_BYTES = 22;

    private static final int END_RECORD = 0x06054B50;
    private static final int MOST_COMMENT_BYTES = 1 << 16;

    /** Bytes of XML in which a document type would have to stand. */
    private static final int XML_HEAD_BYTES = 1 << 12;

    private final Path file;
    private final byte[] buffer = new byte[1 << 16];
    private long unpacked;

    private ZipGuard(Path file) {
        this.file = file;
    }

    /** Walks {@code file}. Errors: a {@link RefusalException}, or what the zip library finds broken. */
    static void check(Path file) throws IOException {
        ZipGuard guard = new ZipGuard(file);
        guard.checkEnd();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            guard.checkEntries(zip);
        }
    }

    /** The list of entries is read into memory by the library, so that its size is looked at before. */
    private void checkEnd() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = Math.max(0, channel.size() - END_RECORD_BYTES - MOST_COMMENT_BYTES);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
                // until it is full
            }
            for (int at = tail.limit() - END_RECORD_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == END_RECORD) {
                    int comment = Short.toUnsignedInt(tail.getShort(at + 20));
                    if (at + END_RECORD_BYTES + comment != tail.limit()) {
                        break;
                    }
                    long listStart = Integer.toUnsignedLong(tail.getInt(at + 16));
                    if (from + at - listStart > Limits.ZIP_LIST_BYTES || listStart > from + at) {
                        throw refused(Reason.TOO_LARGE, "zip-list");
                    }
                    return;
                }
            }
            throw refused(Reason.NOT_A_TABLE, "zip-cut-off");
        }
    }

    private void checkEntries(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        long packed = 0;
        long size = Files.size(file);
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            checkName(entry.getName(), names);
            packed += entry.getCompressedSize();
            // entries that share packed bytes unpack to far more than the file has room for
            if (packed > size) {
                throw refused(Reason.TOO_LARGE, "zip-overlap");
            }
            boolean readable = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
            if (!readable || entry.getGeneralPurposeBit().usesEncryption()) {
                throw refused(Reason.NOT_A_TABLE, "zip-method");
            }
            checkContent(zip, entry);
        }
    }

    private void checkName(String name, Set<String> names) throws RefusalException {
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || Arrays.asList(name.split("/", -1)).contains("..");
        if (outside) {
            throw refused(Reason.NOT_A_TABLE, "zip-name", name);
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw refused(Reason.NOT_A_TABLE, "zip-duplicate", name);
        }
        if (names.size() > Limits.ZIP_ENTRIES) {
            throw refused(Reason.TOO_LARGE, "zip-list");
        }
    }

    private void checkContent(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        long limit = Math.max(Limits.RATIO_FROM_BYTES, entry.getCompressedSize() * Limits.RATIO);
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int count;
            while ((count = in.readNBytes(buffer, 0, buffer.length)) > 0) {
                if (size == 0) {
                    checkHead(entry.getName(), count);
                }
                sum.update(buffer, 0, count);
                size += count;
                unpacked += count;
                if (size > limit || unpacked > Limits.UNPACKED_BYTES) {
                    throw refused(Reason.TOO_LARGE, "unpacks-too-large-xlsx", Math.min(size, unpacked) >> 20);
                }
            }
        }
        if (sum.getValue() != entry.getCrc() || size != entry.getSize()) {
            throw refused(Reason.NOT_A_TABLE, "zip-damaged", entry.getName());
        }
    }

    private void checkHead(String name, int count) throws RefusalException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".xml") && !lower.endsWith(".rels")) {
            return;
        }
        String head = new String(buffer, 0, Math.min(count, XML_HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
            throw refused(Reason.EXTERNAL_ENTITY, "document-type", name);
        }
    }

    private RefusalException refused(Reason reason, String key, Object... arguments) {
        return new RefusalException(FileRefusal.of(reason, key, file, arguments));
    }
}
