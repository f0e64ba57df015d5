package fangpin.batch.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Reads one XML part of a workbook, element by element, in bounded memory. A document type or an entity is refused; what
 * is not well-formed gives an {@link IOException}.
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
    private final StepGuard input;
    private final XMLStreamReader reader;
    private int depth;

    /**
     * @param file named in refusals only
     * @param part name of the part in the workbook, for refusals
     * @param in closed with this reader
     */
    XmlReader(Path file, String part, InputStream in) throws IOException {
        this.file = file;
        this.part = part;
        this.input = new StepGuard(in);
        try {
            // a factory keeps all names it has ever seen, so that each file gets its own
            XMLInputFactory factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            // errors then come out of next() and nowhere else
            factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
            this.reader = factory.createXMLStreamReader(input);
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw failure(e);
        }
    }

    /** Goes to the next element start, element end or text. */
    Event next() throws IOException {
        while (true) {
            input.bytes = 0;
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MOST_DEPTH) {
                        throw new IOException("too deep");
                    }
                    return Event.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Event.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return Event.TEXT;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Event.FINISH;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusalException(FileRefusal.of(Reason.EXTERNAL_ENTITY, "document-type", file, part));
                default -> {
                    // comments and processing instructions say nothing
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

    private int step() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Of all that a parser may throw at a hostile file, only our own refusals tell more than "broken". */
    private static IOException failure(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusalException refused) {
                return refused;
            }
        }
        return new IOException(error);
    }

    /** Name of the element, without its prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute without a prefix, or null. */
    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue("", name);
    }

    /** The attribute {@code r:id}, whatever its prefix, or null. */
    @Nullable
    String relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Appends the text to {@code target}. */
    void appendText(CharBuilder target) throws IOException {
        if (!target.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength())) {
            throw tooLarge();
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    private RefusalException tooLarge() {
        return new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "xlsx-cell-too-large", file, part));
    }

    /** The parser keeps a whole text, tag or comment in memory; one of more than a cell's size ends it. */
    private final class StepGuard extends FilterInputStream {

        private int bytes;

        StepGuard(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            bytes += Math.max(0, count);
            if (bytes > Limits.CELL_BYTES) {
                throw tooLarge();
            }
            return count;
        }
    }
}
