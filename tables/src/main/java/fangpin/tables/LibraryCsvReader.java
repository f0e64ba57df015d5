package fangpin.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Reads CSV of every kind with the library FastCSV; what it does is by definition right, and {@link PlainCsvScanner}
 * must do the same.
 *
 * <p>Where RFC 4180 is silent: a lone CR ends a record as LF and CRLF do; a quotation mark is one only at the start of
 * a cell; characters after a closing quotation mark belong to the cell as they stand ({@code "a"b} is {@code ab}), and
 * a further mark among them opens again; a line without a character is no record.
 */
final class LibraryCsvReader implements Closeable {

    /** Characters of one cell as written: every one a doubled mark, and what the library reads ahead. */
    private static final int BUFFER_CHARACTERS = 2 * Limits.CELL_BYTES + (1 << 16);

    private final Path file;
    private final DecodingReader reader;
    private final CellCollector collector = new CellCollector();
    private final CsvReader<CellCollector> library;
    private final CloseableIterator<CellCollector> records;
    private long row;
    private ScanEnd end = new ScanEnd.Done(0);

    /**
     * @param file named in refusals only
     * @param in the bytes, unpacked; closed with this reader
     * @param offset place of the first byte in the file, at which a record begins
     * @param lines records and empty lines before it
     */
    LibraryCsvReader(Path file, InputStream in, Charset charset, long offset, long lines) {
        this.file = file;
        this.reader = new DecodingReader(in, charset, offset);
        this.library = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER_CHARACTERS)
                .build(collector, reader);
        this.records = library.iterator();
        this.row = lines;
    }

    /** Hands every record from here on to {@code handler}. Errors: the stream's. */
    ScanEnd read(RowHandler handler) throws IOException {
        while (next()) {
            handler.row(row, collector.cells());
        }
        return end;
    }

    /** Goes to the next record; false at the end, of which {@link #end()} tells. Errors: the stream's. */
    boolean next() throws IOException {
        while (fetched()) {
            row++;
            if (collector.tooLarge()) {
                end = refused(Reason.TOO_LARGE, "record-too-large");
                return false;
            }
            if (!collector.isEmptyLine()) {
                return true;
            }
        }
        return false;
    }

    Cells cells() {
        return collector.cells();
    }

    ScanEnd end() {
        return end;
    }

    private boolean fetched() throws IOException {
        try {
            if (records.hasNext()) {
                records.next();
                return true;
            }
            end = new ScanEnd.Done(row);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof BadByteException badByte)) {
                throw e.getCause();
            }
            end = new ScanEnd.BadByte(badByte.offset);
        } catch (CsvParseException e) {
            if (!(e.getCause() instanceof CsvParseException)) {
                throw new IllegalStateException("defect while reading row " + (row + 1), e.getCause());
            }
            row++;
            // the library gives up for two causes: its buffer is full before the file's end, or a mark is open at it
            end = reader.ended()
                    ? refused(Reason.UNCLOSED_QUOTE, "unclosed-quote")
                    : refused(Reason.TOO_LARGE, "cell-too-large");
        }
        return false;
    }

    private ScanEnd refused(Reason reason, String key) {
        return new ScanEnd.Refused(FileRefusal.of(reason, key, file, row));
    }

    @Override
    public void close() throws IOException {
        library.close();
    }
}
