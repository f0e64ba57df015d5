package fangpin.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The lines of the first worksheet of an .xls file, read with Apache POI, which is needed for this kind only. A formula
 * counts by the value that was stored with it.
 */
record XlsLines(Path file) implements Lines {

    /** Bytes of the file: a full sheet of 65,536 rows has about 20 MB. */
    private static final long MOST_BYTES = 64L << 20;

    static LinesOutcome open(Path file) {
        try {
            FileKind kind;
            try (InputStream in = Files.newInputStream(file)) {
                byte[] head = in.readNBytes(FileKind.HEAD_BYTES);
                kind = FileKind.of(head).orEncrypted(file, head);
            }
            if (kind != FileKind.OLE) {
                return FileRefusal.of(Reason.NOT_A_TABLE, "not-xls", file, kind.label());
            }
            if (Files.size(file) > MOST_BYTES) {
                return FileRefusal.of(Reason.TOO_LARGE, "xls-too-large", file, MOST_BYTES >> 20);
            }
        } catch (IOException e) {
            return new CsvFile(file, false).refusal(e);
        }
        XlsLines lines = new XlsLines(file);
        long[] rows = new long[1];
        TableOutcome outcome = lines.read(new RowHandler() {
            @Override
            public void row(long row, Cells cells) {
                rows[0]++;
            }

            @Override
            public void restart(java.util.List<String> header) {}
        });
        return switch (outcome) {
            case FileRefusal refusal -> refusal;
            case TableOutcome.AllRead all ->
                rows[0] == 0 ? FileRefusal.of(Reason.EMPTY, "no-header-xlsx", file) : lines;
        };
    }

    @Override
    public TableOutcome read(RowHandler handler) {
        XlsRecords records = new XlsRecords(handler);
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, container);
            return records.finish();
        } catch (XlsRecords.HandlerFailure failure) {
            throw failure.of;
        } catch (IOException | HSSFUserException | RuntimeException e) {
            // the library throws any of these at a file that is broken, or made to break it
            return records.locked()
                    ? FileRefusal.of(Reason.NOT_A_TABLE, "not-xls", file, FileKind.ENCRYPTED.label())
                    : FileRefusal.of(Reason.NOT_A_TABLE, "broken-xls", file);
        }
    }

    @Override
    public boolean shortens() {
        return true;
    }

    @Override
    public boolean inGb18030() {
        return false;
    }
}
