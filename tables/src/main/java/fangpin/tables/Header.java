package fangpin.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first record of a table. */
final class Header {

    private Header() {}

    /** The names in {@code cells}. Errors: a name that stands twice, or too many columns. */
    static List<String> names(Cells cells, Path file) throws RefusalException {
        if (cells.count() > Limits.COLUMNS) {
            throw new RefusalException(FileRefusal.of(Reason.TOO_LARGE, "too-many-columns", file, cells.count()));
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.count(); i++) {
            String name = cells.text(i);
            // a column without a name can't be meant by anyone: spreadsheets export such at the right edge
            if (!name.isEmpty() && !seen.add(name)) {
                throw new RefusalException(FileRefusal.of(Reason.REPEATED_HEADER, "repeated-header", file, name));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
