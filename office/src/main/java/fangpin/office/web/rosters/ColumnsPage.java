package fangpin.office.web.rosters;

import fangpin.office.register.RosterField;
import fangpin.office.register.RosterImport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 列对应页: which column means what, with the first rows of the file.
 *
 * @param sameBefore number of the import that took this very file; null if none
 * @param problem words of why it can't be checked so; null at first
 */
public record ColumnsPage(
        RosterImport roster,
        List<List<String>> rows,
        @Nullable Long sameBefore,
        @Nullable String problem) {
    /** All meanings a column can have. */
    public List<RosterField> fields() {
        return List.of(RosterField.values());
    }

    /** Whether a column means this. */
    public boolean means(int column, RosterField field) {
        return roster.mapping().column(field) == column;
    }
}
