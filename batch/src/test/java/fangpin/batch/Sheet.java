package fangpin.batch;

import fangpin.batch.plain.PlainCsv;
import fangpin.batch.plain.PlainRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A CSV file as a table that a test reads and changes; rows have as many cells as they have. */
public record Sheet(List<String> header, List<List<String>> rows) {
    public static Sheet of(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (PlainRecord record : PlainCsv.parse(text)) {
            rows.add(new ArrayList<>(record.cells()));
        }
        List<String> header = rows.removeFirst();
        return new Sheet(header, rows);
    }

    /** A table with these columns and no row. */
    public static Sheet with(String columns) {
        return new Sheet(List.of(columns.split(",")), new ArrayList<>());
    }

    /** Rows that have a cell for every column. */
    public List<List<String>> whole() {
        return rows.stream().filter(row -> row.size() == header.size()).toList();
    }

    String get(List<String> row, String column) {
        return row.get(header.indexOf(column));
    }

    /** Changes a cell. */
    public void set(List<String> row, String column, String value) {
        row.set(header.indexOf(column), value);
    }

    BigDecimal yuan(List<String> row, String column) {
        return new BigDecimal(get(row, column));
    }

    /** What the rows of each person have in a column, together. */
    Map<String, BigDecimal> sums(String column) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(get(row, "person_id"), yuan(row, column), BigDecimal::add));
        return sums;
    }

    public String text() {
        StringBuilder text = new StringBuilder(PlainCsv.line(header)).append('\n');
        rows.forEach(row -> text.append(PlainCsv.line(row)).append('\n'));
        return text.toString();
    }
}
