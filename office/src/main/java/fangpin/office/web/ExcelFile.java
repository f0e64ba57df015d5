package fangpin.office.web;

import fangpin.tables.Column;
import fangpin.tables.FileRefusal;
import fangpin.tables.Outputs;
import fangpin.tables.RowBuffer;
import fangpin.tables.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Excel 文件: a table as a workbook that a browser saves; text stays text, so that no cell of it can act. */
public final class ExcelFile {
    private static final MediaType WORKBOOK =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private ExcelFile() {}

    /** The workbook's bytes. The file it was written to is gone when this returns. */
    public static byte[] of(List<Column> columns, Consumer<RowBuffer> rows) {
        try {
            Path folder = Files.createTempDirectory("fangpin-export");
            Path file = folder.resolve("table.xlsx");
            try (Outputs outputs = new Outputs()) {
                RowBuffer buffer = new RowBuffer();
                rows.accept(buffer);
                switch (outputs.table(file, columns)) {
                    case TableWriter writer -> writer.writeRows(buffer);
                    case FileRefusal refusal -> throw new IllegalStateException(refusal.toString());
                }
                if (outputs.commit() instanceof FileRefusal refusal) {
                    throw new IllegalStateException(refusal.toString());
                }
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** The answer that makes a browser save it. */
    public static ResponseEntity<byte[]> answer(String name, byte[] workbook) {
        return SavedFile.answer(name, WORKBOOK, workbook);
    }
}
