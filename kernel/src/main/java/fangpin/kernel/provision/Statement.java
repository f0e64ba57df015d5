package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 报表 Amounts as a document states them, in rows and columns, with the sums that must tie out to the fen (LC §1, LC §2, WHT table).
 *
 * @param period days that the amounts are of; null if the document does not say
 */
public record Statement(
        String id, Text name, ClauseId clause, @Nullable Period period, List<Column> columns, List<Row> rows)
        implements Provision {
    /** What the cells of a column count. */
    public enum Kind {
        /** fen */
        MONEY,
        /** persons, households */
        COUNT,
        /** parts per million */
        SHARE
    }

    /**
     * A column.
     *
     * @param sumOf columns that it is the sum of, in every row; empty if it is no sum
     */
    public record Column(String id, Text name, Kind kind, List<String> sumOf) {}

    /**
     * A row.
     *
     * @param sumOf rows that it is the sum of, in every column; empty if it is no sum
     * @param amounts by column id, in the column's kind; a blank cell is not there
     */
    public record Row(String id, Text name, ClauseId clause, List<String> sumOf, Map<String, Long> amounts) {}

    /**
     * A cell that is not the sum it should be.
     *
     * @param stated by the document
     * @param summed from its parts
     */
    public record Difference(Row row, Column column, long stated, long summed) {
        public long amount() {
            return Math.subtractExact(stated, summed);
        }
    }

    public Optional<Row> row(String wanted) {
        return rows.stream().filter(row -> row.id().equals(wanted)).findFirst();
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(column -> column.id().equals(wanted)).findFirst();
    }

    /** Every cell that is not the sum of its parts, row by row. A sum whose parts are all blank states nothing to hold it against. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Row row : rows) {
            for (Column column : columns) {
                Long stated = row.amounts.get(column.id());
                if (stated != null) {
                    List<Long> down = row.sumOf.stream()
                            .flatMap(part -> row(part).stream())
                            .flatMap(part -> amount(part, column.id()).stream())
                            .toList();
                    List<Long> across = column.sumOf.stream()
                            .flatMap(part -> amount(row, part).stream())
                            .toList();
                    hold(row, column, stated, down).ifPresent(differences::add);
                    hold(row, column, stated, across).ifPresent(differences::add);
                }
            }
        }
        return List.copyOf(differences);
    }

    private static Optional<Long> amount(Row row, String column) {
        return Optional.ofNullable(row.amounts.get(column));
    }

    private static Optional<Difference> hold(Row row, Column column, long stated, List<Long> parts) {
        long summed = parts.stream().reduce(0L, Math::addExact);
        return parts.isEmpty() || summed == stated
                ? Optional.empty()
                : Optional.of(new Difference(row, column, stated, summed));
    }
}
