package fangpin.office.web;

import fangpin.office.access.Right;
import fangpin.tables.Column;
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
     * @param kinds of columns that can be reckoned with, by their keys: their cells are whole numbers, money in fen; all others are texts
     */
    record Sheet(List<String> columns, List<List<String>> rows, Map<String, Column.Kind> kinds) {
        public Sheet {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            kinds = Map.copyOf(kinds);
        }

        /** A table of texts. */
        public Sheet(List<String> columns, List<List<String>> rows) {
            this(columns, rows, Map.of());
        }

        /** Of a column. */
        public Column.Kind kind(String column) {
            return kinds.getOrDefault(column, Column.Kind.TEXT);
        }
    }

    /** All rows that the list's address asks for, up to {@link #MOST}. */
    Sheet sheet(Desk desk, Map<String, String> choices);
}
