package fangpin.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a file seems to be by its first bytes. */
enum FileKind {
    ZIP("kind-zip"),
    GZIP("kind-gzip"),
    /** The container of .xls and of encrypted .xlsx. */
    OLE("kind-ole"),
    ENCRYPTED("kind-encrypted"),
    PDF("kind-pdf"),
    PICTURE("kind-picture"),
    HTML("kind-html"),
    UTF_16("kind-utf-16"),
    OTHER("kind-other");

    /** Bytes that {@link #of} wants to see. */
    static final int HEAD_BYTES = 512;

    private final String key;

    FileKind(String key) {
        this.key = key;
    }

    /** Name of this kind for people. */
    Message label() {
        return Messages.label(key);
    }

    /**
     * Tells an encrypted workbook from an old one, which have the same container: its directory names what is in it.
     *
     * @param head the file's first bytes
     */
    FileKind orEncrypted(Path file, byte[] head) throws IOException {
        if (this != OLE || head.length < HEAD_BYTES) {
            return this;
        }
        ByteBuffer container = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        long directory = (container.getInt(48) + 1L) << Math.clamp(container.getShort(30), 9, 12);
        ByteBuffer entries = ByteBuffer.allocate(1 << 12);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(entries, Math.max(0, directory));
        }
        String names = new String(entries.array(), StandardCharsets.UTF_16LE);
        return names.contains("EncryptedPackage") ? ENCRYPTED : OLE;
    }

    static FileKind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
            return ZIP;
        }
        if (text.startsWith("\u001F\u008B")) {
            return GZIP;
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLE;
        }
        if (text.startsWith("%PDF-")) {
            return PDF;
        }
        if (text.startsWith("\u00FF\u00D8\u00FF") || text.startsWith("\u0089PNG\r\n")) {
            return PICTURE;
        }
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            return UTF_16;
        }
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<html") || start.startsWith("<!doctype html") || start.startsWith("<table")
                ? HTML
                : OTHER;
    }
}
