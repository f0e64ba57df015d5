package fangpin.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML part of a workbook, element by element, in bounded memory and time.
 *
 * <p>Workbooks use little of XML: UTF-8, no document type (ECMA-376 part 2, 8.2). The libraries keep every name they
 * meet, and a 40 MB file of ever new names keeps them busy for more than ten minutes; this reader keeps none. What is
 * not well-formed gives an {@link IOException}, a document type a {@link RefusalException}.
 */
final class XmlReader implements Closeable {

    /** What {@link #next()} found. */
    enum Event {
        START,
        END,
        TEXT,
        FINISH
    }

    /** Elements inside one another; workbooks have about ten. */
    private static final int MOST_DEPTH = 64;

    private final Path file;
    private final String part;
    private final InputStream in;
    private final XmlBytes bytes;
    private final XmlTag tag = new XmlTag();
    private final ByteBuilder text = new ByteBuilder();
    private final String[] open = new String[MOST_DEPTH];
    private final byte[] one = new byte[1];
    private int depth;
    private boolean endFollows;
    private boolean rootSeen;

    /**
     * @param file named in refusals only
     * @param part name of the part in the workbook, for refusals
     * @param in closed with this reader
     */
    XmlReader(Path file, String part, InputStream in) throws IOException {
        this.file = file;
        this.part = part;
        this.in = in;
        this.bytes = new XmlBytes(in);
        // a byte-order mark of UTF-8 is allowed; that of UTF-16 is then found to be no text
        if (bytes.peek() == 0xEF && !bytes.take("\u00EF\u00BB\u00BF")) {
            throw new IOException("not UTF-8");
        }
    }

    /** Goes to the next element start, element end or text. */
    Event next() throws IOException {
        if (endFollows) {
            endFollows = false;
            depth--;
            return Event.END;
        }
        while (true) {
            if (text()) {
                return Event.TEXT;
            }
            if (bytes.next() == XmlBytes.END) {
                if (depth > 0 || !rootSeen) {
                    throw new IOException("cut off");
                }
                return Event.FINISH;
            }
            switch (bytes.peek()) {
                case '?' -> instruction();
                case '!' -> {
                    bytes.next();
                    if (bytes.peek() == '-') {
                        comment();
                    } else if (bytes.peek() != '[') {
                        throw new RefusalException(FileRefusal.of(Reason.EXTERNAL_ENTITY, "document-type", file, part));
                    } else if (literal()) {
                        return Event.TEXT;
                    }
                }
                case '/' -> {
                    bytes.next();
                    endTag();
                    return Event.END;
                }
                default -> {
                    startTag();
                    return Event.START;
                }
            }
        }
    }

    /** Goes on to the next start of element {@code name}; false if there is none before {@code parent} ends. */
    boolean nextStart(String name, String parent) throws IOException {
        while (true) {
            Event event = next();
            if (event == Event.START && name().equals(name)) {
                return true;
            }
            if (event == Event.FINISH || (event == Event.END && name().equals(parent))) {
                return false;
            }
        }
    }

    /** Name of the element, without its prefix. */
    String name() {
        return tag.localName();
    }

    /** An attribute without a prefix, or null. */
    @Nullable
    String attribute(String name) throws IOException {
        return tag.attribute(name);
    }

    /** The attribute {@code r:id}, whatever its prefix, or null. */
    @Nullable
    String relationship() throws IOException {
        return tag.prefixedId();
    }

    /** Appends the text to {@code target}. */
    void appendText(ByteBuilder target) throws IOException {
        if (!target.append(text.bytes, 0, text.length)) {
            throw tooLarge();
        }
    }

    /** Takes the text up to the next tag; true if there is any inside of an element. */
    private boolean text() throws IOException {
        text.clear();
        takeUntil('<', text);
        if (text.length == 0) {
            return false;
        }
        XmlText.decode(text);
        if (depth > 0) {
            return true;
        }
        if (!text.toString().isBlank()) {
            throw new IOException("text outside of all elements");
        }
        return false;
    }

    /** Takes {@code [CDATA[...]]>}; true if there is anything in it. */
    private boolean literal() throws IOException {
        if (depth == 0 || !bytes.take("[CDATA[")) {
            throw new IOException("not CDATA");
        }
        text.clear();
        int brackets = 0;
        while (true) {
            int b = next(text);
            if (b == '>' && brackets >= 2) {
                text.length -= 3;
                XmlText.decodeLiteral(text);
                return text.length > 0;
            }
            brackets = b == ']' ? brackets + 1 : 0;
        }
    }

    /** Takes {@code --...-->}, of any size since nothing of it is kept. */
    private void comment() throws IOException {
        if (!bytes.take("--")) {
            throw new IOException("not a comment");
        }
        int dashes = 0;
        while (true) {
            int b = bytes.next();
            if (b == XmlBytes.END) {
                throw new IOException("cut off");
            }
            if (dashes == 2) {
                if (b == '>') {
                    return;
                }
                throw new IOException("two dashes in a comment");
            }
            dashes = b == '-' ? dashes + 1 : 0;
        }
    }

    /** Takes {@code ?...?>}; the one at the start may name the encoding. */
    private void instruction() throws IOException {
        text.clear();
        int before = 0;
        while (true) {
            int b = next(text);
            if (b == '>' && before == '?' && text.length > 2) {
                break;
            }
            before = b;
        }
        String content = text.toString().toLowerCase(Locale.ROOT);
        boolean utf8 = content.contains("utf-8") || content.contains("utf8") || content.contains("us-ascii");
        if (content.startsWith("?xml ") && content.contains("encoding") && !utf8) {
            throw new IOException("not UTF-8");
        }
    }

    private int next(ByteBuilder target) throws IOException {
        int b = bytes.next();
        if (b == XmlBytes.END) {
            throw new IOException("cut off");
        }
        one[0] = (byte) b;
        if (!target.append(one, 0, 1)) {
            throw tooLarge();
        }
        return b;
    }

    private void startTag() throws IOException {
        takeTag();
        ByteBuilder content = tag.bytes;
        endFollows = content.length > 0 && content.bytes[content.length - 1] == '/';
        content.length -= endFollows ? 1 : 0;
        tag.parse();
        if (depth == MOST_DEPTH || (depth == 0 && rootSeen)) {
            throw new IOException("too deep, or a second root");
        }
        open[depth++] = tag.fullName();
        rootSeen = true;
    }

    private void endTag() throws IOException {
        takeTag();
        tag.parse();
        if (depth == 0 || !open[depth - 1].equals(tag.fullName())) {
            throw new IOException("an end without its start");
        }
        depth--;
    }

    /** Takes a tag up to its closing bracket, which may also stand inside of quotation marks. */
    private void takeTag() throws IOException {
        ByteBuilder content = tag.bytes;
        content.clear();
        int checked = 0;
        byte mark = 0;
        while (true) {
            takeUntil('>', content);
            for (; checked < content.length; checked++) {
                byte b = content.bytes[checked];
                if (b == '<') {
                    throw new IOException("a tag in a tag");
                }
                if (mark == 0 && (b == '"' || b == '\'')) {
                    mark = b;
                } else if (b == mark) {
                    mark = 0;
                }
            }
            if (mark == 0) {
                break;
            }
            next(content);
        }
        if (bytes.next() == XmlBytes.END) {
            throw new IOException("cut off");
        }
    }

    private void takeUntil(char wanted, ByteBuilder target) throws IOException {
        if (!bytes.takeUntil(wanted, target)) {
            throw tooLarge();
        }
    }

    private RefusalException tooLarge() {
        return new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "xlsx-cell-too-large", file, part));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
