package fangpin.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        FileRefusal unfit = unfit(file);
        if (unfit != null) {
            return unfit;
        }
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") ? XlsxTable.open(file) : CsvTable.open(new CsvFile(file, name.endsWith(".gz")));
    }

    /** Why {@code file} is not even worth a look; null if it is. */
    static @Nullable FileRefusal unfit(Path file) {
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
            return null;
        } catch (IOException e) {
            return new CsvFile(file, false).refusal(e);
        }
    }
}
