package fangpin.office.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * 列对应: which column of a file means what. Columns of which no one said a meaning are dropped: the register keeps no data without a
 * purpose.
 *
 * @param headerLine the line of the file on which the header ends, from 1
 * @param headers of all columns, as they stand
 * @param columns from 0
 */
public record ColumnMapping(long headerLine, List<String> headers, Map<RosterField, Integer> columns) {
    public ColumnMapping {
        headers = List.copyOf(headers);
        columns = Map.copyOf(columns);
    }

    /** What the header words say; of two columns that mean the same, the first. */
    public static ColumnMapping proposed(long headerLine, List<String> headers) {
        Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
        for (int i = 0; i < headers.size(); i++) {
            int column = i;
            RosterField.ofHeader(headers.get(i)).ifPresent(field -> columns.putIfAbsent(field, column));
        }
        return new ColumnMapping(headerLine, headers, columns);
    }

    /** The same header with other meanings: {@code fields} has one for each column, null where it is dropped. */
    public ColumnMapping with(List<@Nullable RosterField> fields) {
        Map<RosterField, Integer> chosen = new EnumMap<>(RosterField.class);
        for (int i = 0; i < Math.min(fields.size(), headers.size()); i++) {
            RosterField field = fields.get(i);
            if (field != null) {
                chosen.putIfAbsent(field, i);
            }
        }
        return new ColumnMapping(headerLine, headers, chosen);
    }

    /** The column of a field, or -1. */
    public int column(RosterField field) {
        return columns.getOrDefault(field, -1);
    }

    /** What a column means. */
    public Optional<RosterField> field(int column) {
        return Arrays.stream(RosterField.values())
                .filter(field -> column(field) == column)
                .findFirst();
    }

    /** Fields without which no row can be read, and for which there is no column. */
    public List<RosterField> missing() {
        return Arrays.stream(RosterField.values())
                .filter(field -> field.isRequired() && column(field) < 0)
                .toList();
    }

    /** Headers of the columns that are dropped. */
    public List<String> dropped() {
        List<String> dropped = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (field(i).isEmpty() && !headers.get(i).isEmpty()) {
                dropped.add(headers.get(i));
            }
        }
        return List.copyOf(dropped);
    }

    /** As the database keeps it: the header line, then a line for each column. */
    public String written() {
        StringJoiner lines = new StringJoiner("\n").add(Long.toString(headerLine));
        for (int i = 0; i < headers.size(); i++) {
            lines.add(field(i).map(RosterField::id).orElse("") + "\t"
                    + headers.get(i).replaceAll("[\\t\\r\\n\\x00]", " "));
        }
        return lines.toString();
    }

    /** What {@link #written} wrote. */
    public static ColumnMapping read(String written) {
        String[] lines = written.split("\n", -1);
        List<String> headers = new ArrayList<>();
        Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
        for (int i = 1; i < lines.length; i++) {
            int tab = lines[i].indexOf('\t');
            headers.add(lines[i].substring(tab + 1));
            int column = i - 1;
            RosterField.ofId(lines[i].substring(0, tab)).ifPresent(field -> columns.put(field, column));
        }
        return new ColumnMapping(Long.parseLong(lines[0]), headers, columns);
    }
}
