package fangpin.office.web;

import fangpin.office.access.Right;
import java.util.List;
import java.util.Map;

/** 可导出的列表: a list that can leave the office as a workbook. A room has one for each of its lists; the export itself is {@code web}'s. */
public interface ListSheet {
    /** Rows of one file at most. */
    int MOST = 100_000;

    /** In addresses, and in the log of exports. */
    String id();

    /** Who may have it: whoever may see the list. */
    Right needs();

    /** The place of the menu that shows the list. */
    Place place();

    /**
     * The list as a table.
     *
     * @param columns by the keys of their words
     * @param rows as the reader sees them on the page: what is masked there is masked here
     */
    record Sheet(List<String> columns, List<List<String>> rows) {
        public Sheet {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** All rows that the list's address asks for, up to {@link #MOST}. */
    Sheet sheet(Desk desk, Map<String, String> choices);
}
