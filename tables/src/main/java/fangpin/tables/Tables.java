package fangpin.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/** Opens tables. */
public final class Tables {

    private Tables() {}

    /**
     * Opens {@code file} and reads its header. The name tells the kind, in either case of letters: {@code .xlsx};
     * {@code .gz} for gzipped CSV; anything else is CSV.
     *
     * @return a {@link Table}, or why the file can't be one
     */
    public static OpenOutcome open(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        CsvFile csv = new CsvFile(file, name.endsWith(".gz"));
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return FileRefusal.of(Reason.DIRECTORY, "directory", file);
            }
            // a pipe can be read only once, and a header, a second encoding or a second thread needs it again
            if (!attributes.isRegularFile()) {
                return FileRefusal.of(Reason.UNREADABLE, "not-regular", file);
            }
            if (attributes.size() == 0) {
                return FileRefusal.of(Reason.EMPTY, "empty", file);
            }
        } catch (IOException e) {
            return csv.refusal(e);
        }
        return name.endsWith(".xlsx") ? XlsxTable.open(file) : CsvTable.open(csv);
    }
}
