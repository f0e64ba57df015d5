package fangpin.packs.explain;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text; columns as wide as their widest cell. */
final class TextTable {
    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** On which side the cells of a column end. */
    enum Align {
        LEFT,
        RIGHT
    }

    TextTable(Align... columns) {
        this.columns = List.of(columns);
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines(int indent) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (int column = 0; column < columns.size(); column++) {
                String cell = row.get(column);
                line.append(
                        switch (columns.get(column)) {
                            case LEFT -> Monospace.left(cell, width(column));
                            case RIGHT -> Monospace.right(cell, width(column));
                        });
                line.append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> Monospace.width(row.get(column)))
                .max()
                .orElse(0);
    }
}
