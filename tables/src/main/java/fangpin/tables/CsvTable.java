package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table in a CSV file, packed or not. */
final class CsvTable implements Table {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Bytes of the byte-order mark in UTF-8. */
    private static final int MARK_BYTES = 3;

    private static final RowHandler NOWHERE = new RowHandler() {
        @Override
        public void row(long row, Cells cells) {}

        @Override
        public void restart(List<String> header) {}
    };

    private final CsvFile file;
    private final Charset charset;
    private final boolean marked;
    private final List<String> header;

    private CsvTable(CsvFile file, Charset charset, boolean marked, List<String> header) {
        this.file = file;
        this.charset = charset;
        this.marked = marked;
        this.header = header;
    }

    static OpenOutcome open(CsvFile file) {
        try {
            byte[] head = head(file);
            FileRefusal noText = noText(file, head);
            return noText == null ? openText(file, startsWithMark(head)) : noText;
        } catch (IOException e) {
            return file.refusal(e);
        }
    }

    /** Reads all of the file for its encoding, and for whatever else may be wrong with it. */
    static LinesOutcome openLines(CsvFile file) {
        try {
            byte[] head = head(file);
            FileRefusal noText = noText(file, head);
            if (noText != null) {
                return noText;
            }
            boolean marked = startsWithMark(head);
            CsvLines lines = new CsvLines(file, StandardCharsets.UTF_8, marked);
            ScanEnd end = readUtf8(file, marked, NOWHERE);
            if (end instanceof ScanEnd.BadByte badByte) {
                if (marked) {
                    return notUtf8DespiteMark(file, badByte);
                }
                lines = new CsvLines(file, GB18030, false);
                end = readWithLibrary(file, NOWHERE);
            }
            return switch (end) {
                case ScanEnd.Done done ->
                    done.lines() == 0 ? FileRefusal.of(Reason.EMPTY, "no-header", file.path()) : lines;
                case ScanEnd.BadByte badByte -> unknownEncoding(file, badByte);
                case ScanEnd.Refused refused -> refused.refusal();
                case ScanEnd.NotPlain notPlain ->
                    throw new IllegalStateException("the library reader takes all of CSV");
            };
        } catch (IOException e) {
            return file.refusal(e);
        }
    }

    static TableOutcome readLines(CsvFile file, Charset charset, boolean marked, RowHandler handler) {
        try {
            ScanEnd end = charset.equals(StandardCharsets.UTF_8)
                    ? readUtf8(file, marked, handler)
                    : readWithLibrary(file, handler);
            return switch (end) {
                case ScanEnd.Done done -> new TableOutcome.AllRead(done.lines());
                case ScanEnd.BadByte badByte -> unknownEncoding(file, badByte);
                case ScanEnd.Refused refused -> refused.refusal();
                case ScanEnd.NotPlain notPlain ->
                    throw new IllegalStateException("the library reader takes all of CSV");
            };
        } catch (IOException e) {
            return file.refusal(e);
        }
    }

    private static byte[] head(CsvFile file) throws IOException {
        try (InputStream in = file.open(0)) {
            return in.readNBytes(FileKind.HEAD_BYTES);
        }
    }

    private static @Nullable FileRefusal noText(CsvFile file, byte[] head) {
        FileKind kind = FileKind.of(head);
        return switch (kind) {
            case ZIP, GZIP, OLE, ENCRYPTED, PDF, PICTURE ->
                FileRefusal.of(Reason.NOT_A_TABLE, "not-csv", file.path(), kind.label());
            case UTF_16 -> FileRefusal.of(Reason.ENCODING, "utf-16", file.path());
            case HTML, OTHER -> null;
        };
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= MARK_BYTES && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    private static OpenOutcome openText(CsvFile file, boolean marked) throws IOException {
        try (LibraryCsvReader reader = reader(file, StandardCharsets.UTF_8)) {
            if (reader.next()) {
                return new CsvTable(file, StandardCharsets.UTF_8, marked, Header.names(reader.cells(), file.path()));
            }
            if (!(reader.end() instanceof ScanEnd.BadByte badByte)) {
                return withoutHeader(file, reader.end());
            }
            if (marked) {
                return notUtf8DespiteMark(file, badByte);
            }
        }
        try (LibraryCsvReader reader = reader(file, GB18030)) {
            return reader.next()
                    ? new CsvTable(file, GB18030, false, Header.names(reader.cells(), file.path()))
                    : withoutHeader(file, reader.end());
        }
    }

    private static FileRefusal withoutHeader(CsvFile file, ScanEnd end) {
        return switch (end) {
            case ScanEnd.Done done -> FileRefusal.of(Reason.EMPTY, "no-header", file.path());
            case ScanEnd.BadByte badByte -> unknownEncoding(file, badByte);
            case ScanEnd.Refused refused -> refused.refusal();
            case ScanEnd.NotPlain notPlain -> throw new IllegalStateException("the library reader takes all of CSV");
        };
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public TableOutcome read(RowHandler handler) {
        try {
            boolean utf8 = charset.equals(StandardCharsets.UTF_8);
            ScanEnd end =
                    utf8 ? readUtf8(file, marked, new AfterHeader(handler)) : readWithLibrary(charset, handler, false);
            if (utf8 && end instanceof ScanEnd.BadByte badByte) {
                if (marked) {
                    return notUtf8DespiteMark(file, badByte);
                }
                end = readWithLibrary(GB18030, handler, true);
            }
            return switch (end) {
                case ScanEnd.Done done -> new TableOutcome.AllRead(done.lines());
                case ScanEnd.BadByte badByte -> unknownEncoding(file, badByte);
                case ScanEnd.Refused refused -> refused.refusal();
                case ScanEnd.NotPlain notPlain ->
                    throw new IllegalStateException("the library reader takes all of CSV");
            };
        } catch (IOException e) {
            return file.refusal(e);
        }
    }

    @Override
    public PartsOutcome readInParts(List<? extends RowHandler> handlers) {
        if (file.packed() || !charset.equals(StandardCharsets.UTF_8)) {
            return new PartsOutcome.NotInParts();
        }
        try {
            return new PartsReader(file, start()).read(handlers);
        } catch (IOException e) {
            return file.refusal(e);
        }
    }

    private long start() {
        return marked ? MARK_BYTES : 0;
    }

    private static ScanEnd readUtf8(CsvFile file, boolean marked, RowHandler rows) throws IOException {
        long start = marked ? MARK_BYTES : 0;
        ScanEnd end;
        try (InputStream in = file.open(start)) {
            end = new PlainCsvScanner(in, start, Long.MAX_VALUE, 0, rows, () -> false).scan();
        }
        if (!(end instanceof ScanEnd.NotPlain rest)) {
            return end;
        }
        InputStream in = file.open(rest.offset());
        try (LibraryCsvReader reader =
                new LibraryCsvReader(file.path(), in, StandardCharsets.UTF_8, rest.offset(), rest.lines())) {
            return reader.read(rows);
        }
    }

    private static ScanEnd readWithLibrary(CsvFile file, RowHandler rows) throws IOException {
        try (LibraryCsvReader reader = reader(file, GB18030)) {
            return reader.read(rows);
        }
    }

    private ScanEnd readWithLibrary(Charset encoding, RowHandler handler, boolean again) throws IOException {
        try (LibraryCsvReader reader = reader(file, encoding)) {
            if (!reader.next()) {
                return reader.end();
            }
            if (again) {
                handler.restart(Header.names(reader.cells(), file.path()));
            }
            return reader.read(handler);
        }
    }

    private static LibraryCsvReader reader(CsvFile file, Charset encoding) throws IOException {
        return new LibraryCsvReader(file.path(), file.open(0), encoding, 0, 0);
    }

    private static FileRefusal unknownEncoding(CsvFile file, ScanEnd.BadByte badByte) {
        return FileRefusal.of(Reason.ENCODING, "encoding", file.path(), badByte.offset());
    }

    private static FileRefusal notUtf8DespiteMark(CsvFile file, ScanEnd.BadByte badByte) {
        return FileRefusal.of(Reason.ENCODING, "encoding-despite-mark", file.path(), badByte.offset());
    }
}
