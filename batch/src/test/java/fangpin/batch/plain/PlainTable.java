package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A file with its header understood: cells are asked for by the English name of their column. */
final class PlainTable {
    private final TreeMap<String, Integer> positions = new TreeMap<>();
    private final int width;
    private final List<PlainRecord> rows;

    private PlainTable(int width, List<PlainRecord> rows) {
        this.width = width;
        this.rows = rows;
    }

    /** Reads a file, or refuses it when its header is missing, says a name twice, or lacks a needed column. */
    static PlainTable read(String text, List<PlainColumn> columns) {
        List<PlainRecord> records = PlainCsv.parse(text);
        if (records.isEmpty()) {
            throw new PlainRefusal("the file has no header");
        }
        List<String> header = records.getFirst().cells();
        refuseRepeatedNames(header);
        PlainTable table = new PlainTable(header.size(), new ArrayList<>(records.subList(1, records.size())));
        for (PlainColumn column : columns) {
            table.place(column, header);
        }
        return table;
    }

    private static void refuseRepeatedNames(List<String> header) {
        TreeSet<String> seen = new TreeSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw new PlainRefusal("the header says " + name + " twice");
            }
        }
    }

    private void place(PlainColumn column, List<String> header) {
        for (int position = 0; position < header.size(); position++) {
            if (!column.isCalled(header.get(position))) {
                continue;
            }
            // Two names of one column would leave open which of them is meant.
            if (positions.put(column.name(), position) != null) {
                throw new PlainRefusal("the header names " + column.name() + " twice");
            }
        }
        if (column.needed() && !positions.containsKey(column.name())) {
            throw new PlainRefusal("the column " + column.name() + " is missing");
        }
    }

    List<PlainRecord> rows() {
        return rows;
    }

    boolean fits(PlainRecord record) {
        return record.cells().size() == width;
    }

    /** The cell as it stands; empty where the file has no such column or the row is too short for it. */
    String cell(PlainRecord record, String column) {
        Integer position = positions.get(column);
        if (position == null || position >= record.cells().size()) {
            return "";
        }
        return record.cells().get(position);
    }
}
