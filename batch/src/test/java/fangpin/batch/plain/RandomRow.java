package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One row in the making: cells by the English names of their columns. */
final class RandomRow {
    private final TreeMap<String, String> cells = new TreeMap<>();

    void put(String column, String cell) {
        cells.put(column, cell);
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    List<String> columns() {
        return new ArrayList<>(cells.keySet());
    }
}
