package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The first worksheet of an xlsx file. A row is as wide as the header at least, since spreadsheets leave out empty cells
 * at the end; cells beyond the header count only if there is something in them.
 */
final class XlsxTable implements Table {

    private final Path file;
    private final List<String> header;

    private XlsxTable(Path file, List<String> header) {
        this.file = file;
        this.header = header;
    }

    static OpenOutcome open(Path file) {
        try {
            FileKind kind = kind(file);
            if (kind != FileKind.ZIP) {
                return FileRefusal.of(Reason.NOT_A_TABLE, "not-xlsx", file, kind.label());
            }
            check(file);
            return withRows(file, rows -> {
                if (!rows.next()) {
                    throw new RefusalException(FileRefusal.of(Reason.EMPTY, "no-header-xlsx", file));
                }
                return new XlsxTable(file, Header.names(rows.cells(), file));
            });
        } catch (IOException e) {
            return refusal(file, e);
        }
    }

    static LinesOutcome openLines(Path file) {
        try {
            FileKind kind = kind(file);
            if (kind != FileKind.ZIP) {
                return FileRefusal.of(Reason.NOT_A_TABLE, "not-xlsx", file, kind.label());
            }
            check(file);
            return withRows(file, rows -> {
                if (!rows.next()) {
                    throw new RefusalException(FileRefusal.of(Reason.EMPTY, "no-header-xlsx", file));
                }
                return new XlsxLines(file);
            });
        } catch (IOException e) {
            return refusal(file, e);
        }
    }

    static TableOutcome readLines(Path file, RowHandler handler) {
        try {
            return withRows(file, rows -> {
                while (rows.next()) {
                    handler.row(rows.row(), rows.cells());
                }
                return new TableOutcome.AllRead(rows.row());
            });
        } catch (IOException e) {
            return refusal(file, e);
        }
    }

    private static FileKind kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(FileKind.HEAD_BYTES);
            return FileKind.of(head).orEncrypted(file, head);
        }
    }

    private static void check(Path file) throws IOException {
        try {
            ZipGuard.check(file);
        } catch (RuntimeException e) {
            // the zip library throws such at hostile files
            throw new IOException(e);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public TableOutcome read(RowHandler handler) {
        return readLines(file, new AfterHeader(handler));
    }

    @Override
    public PartsOutcome readInParts(List<? extends RowHandler> handlers) {
        return new PartsOutcome.NotInParts();
    }

    private interface Work<T> {
        T on(SheetReader rows) throws IOException;
    }

    private static <T> T withRows(Path file, Work<T> work) throws IOException {
        try (XlsxParts parts = new XlsxParts(file);
                SharedStrings strings = new SharedStrings(file, parts.partOfType("sharedStrings"));
                XmlReader sheet = parts.sheet()) {
            CellFormats formats = CellFormats.read(parts.partOfType("styles"));
            return work.on(new SheetReader(file, sheet, strings, formats, parts.from1904(), Files.size(file)));
        }
    }

    private static FileRefusal refusal(Path file, IOException error) {
        return switch (error) {
            case RefusalException refused -> refused.refusal;
            case NoSuchFileException missing -> FileRefusal.of(Reason.NOT_FOUND, "not-found", file);
            case AccessDeniedException denied -> FileRefusal.of(Reason.UNREADABLE, "no-permission", file);
            case FileSystemException other -> FileRefusal.of(Reason.UNREADABLE, "unreadable", file);
            default -> FileRefusal.of(Reason.NOT_A_TABLE, "broken-xlsx", file);
        };
    }
}
