package fangpin.batch.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Sets what a program wrote beside what the plain implementation says. */
public final class Comparison {
    private Comparison() {}

    /**
     * The first difference in words, or nothing. Accepted rows are compared in any order, rejects in row order; columns are
     * picked by name, further columns are ignored; every cell, amounts too, is compared as text.
     *
     * @param plain what is expected
     * @param settledCsvLines the lines of the result file, header first; a cell with a line break may spread over several
     * @param rejectsCsvLines the lines of the rejects file, header first
     */
    public static Optional<String> difference(
            PlainResult plain, List<String> settledCsvLines, List<String> rejectsCsvLines) {
        List<String> rejectColumns = List.of("row", plain.columns().getFirst(), "reason", "column", "value");
        List<List<String>> accepted = new ArrayList<>();
        List<List<String>> rejected = new ArrayList<>();
        try {
            accepted.addAll(pick("the result file", settledCsvLines, plain.columns()));
            rejected.addAll(pick("the rejects file", rejectsCsvLines, rejectColumns));
        } catch (PlainRefusal unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
        List<List<String>> expectedRejects =
                plain.rejects().stream().map(PlainReject::cells).toList();
        return inOrder(rejectColumns, expectedRejects, rejected)
                .or(() -> inAnyOrder(plain.columns(), plain.accepted(), accepted));
    }

    private static List<List<String>> pick(String file, List<String> lines, List<String> columns) {
        List<PlainRecord> records = PlainCsv.parse(String.join("\n", lines));
        if (records.isEmpty()) {
            throw new PlainRefusal(file + " has no header");
        }
        List<String> header = records.getFirst().cells();
        List<Integer> positions = new ArrayList<>();
        for (String column : columns) {
            positions.add(position(file, header, column));
        }
        List<List<String>> rows = new ArrayList<>();
        for (PlainRecord record : records.subList(1, records.size())) {
            if (record.cells().size() != header.size()) {
                throw new PlainRefusal(file + " has a row that does not fit its header: " + record.cells());
            }
            rows.add(positions.stream().map(record.cells()::get).toList());
        }
        return rows;
    }

    private static int position(String file, List<String> header, String column) {
        int position = header.indexOf(column);
        if (position < 0) {
            throw new PlainRefusal(file + " lacks the column " + column + ": " + header);
        }
        return position;
    }

    private static Optional<String> inOrder(
            List<String> columns, List<List<String>> expected, List<List<String>> actual) {
        for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
            String wanted = index < expected.size() ? PlainCsv.line(expected.get(index)) : "no further reject";
            String got = index < actual.size() ? PlainCsv.line(actual.get(index)) : "no further reject";
            if (!wanted.equals(got)) {
                return Optional.of("reject " + (index + 1) + " (" + String.join(",", columns) + "): plain says "
                        + wanted + ", the program says " + got);
            }
        }
        return Optional.empty();
    }

    /** Rows are counted, so that a row written twice is a difference too. */
    private static Optional<String> inAnyOrder(
            List<String> columns, List<List<String>> expected, List<List<String>> actual) {
        TreeMap<String, Integer> balance = new TreeMap<>(PlainIds.BY_BYTES);
        expected.forEach(row -> balance.merge(PlainCsv.line(row), 1, Integer::sum));
        actual.forEach(row -> balance.merge(PlainCsv.line(row), -1, Integer::sum));
        List<String> missing = new ArrayList<>();
        List<String> surplus = new ArrayList<>();
        balance.forEach((row, count) -> {
            if (count > 0) {
                missing.add(row);
            } else if (count < 0) {
                surplus.add(row);
            }
        });
        if (missing.isEmpty() && surplus.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("accepted (" + String.join(",", columns) + "): " + missing.size()
                + " rows of plain are missing, first " + first(missing) + "; " + surplus.size()
                + " rows are not in plain, first " + first(surplus));
    }

    private static String first(List<String> rows) {
        return rows.isEmpty() ? "none" : rows.getFirst();
    }
}
