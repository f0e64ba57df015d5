package fangpin.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A CSV file on disk.
 *
 * @param path as the caller named it
 * @param packed whether it is gzipped
 */
record CsvFile(Path path, boolean packed) {

    /** Its (unpacked) bytes from {@code offset} on. Errors: see {@link #refusal}. */
    InputStream open(long offset) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (!packed) {
                return Channels.newInputStream(channel.position(offset));
            }
            InputStream unpacked = unpacked(Channels.newInputStream(channel), channel.size());
            unpacked.skipNBytes(offset);
            return unpacked;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private InputStream unpacked(InputStream bytes, long packedBytes) throws IOException {
        InputStream gzip = GzipCompressorInputStream.builder()
                .setInputStream(new BufferedInputStream(bytes, 1 << 16))
                .setDecompressConcatenated(true)
                .get();
        return new RatioGuard(gzip, path, packedBytes);
    }

    /** The refusal for an error that reading this file gave. */
    FileRefusal refusal(IOException error) {
        return switch (error) {
            case RefusalException refused -> refused.refusal;
            case NoSuchFileException missing -> FileRefusal.of(Reason.NOT_FOUND, "not-found", path);
            case AccessDeniedException denied -> FileRefusal.of(Reason.UNREADABLE, "no-permission", path);
            case FileSystemException other -> FileRefusal.of(Reason.UNREADABLE, "unreadable", path);
            default ->
                packed
                        ? FileRefusal.of(Reason.NOT_A_TABLE, "broken-gzip", path)
                        : FileRefusal.of(Reason.UNREADABLE, "unreadable", path);
        };
    }
}
