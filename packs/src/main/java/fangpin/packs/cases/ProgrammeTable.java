package fangpin.packs.cases;

import fangpin.kernel.benefit.Operation;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Programme;
import fangpin.packs.load.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table of a programme's case: its inputs and the day before the {@code =}, its results after it. */
final class ProgrammeTable {
    private final Cursor cursor;
    private final Programme programme;

    ProgrammeTable(Cursor cursor, Programme programme) {
        this.cursor = cursor;
        this.programme = programme;
    }

    PackCase.Granting granting() {
        CaseTable columns = CaseTable.read(cursor.field("columns"), givable(), expectable());
        List<CaseRow> rows = new ArrayList<>();
        for (Cursor row : cursor.field("rows").items()) {
            CaseRow read = row(rows.size() + 1, row, columns);
            Cells.completeness(programme, read, programme.results().getFirst().id(), row);
            rows.add(read);
        }
        return new PackCase.Granting(List.copyOf(rows));
    }

    private Map<String, String> givable() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(CaseColumns.DATE, CaseColumns.DATE);
        names.put("日期", CaseColumns.DATE);
        for (InputColumn column : programme.inputs()) {
            names.put(column.name(), column.name());
            column.headers().forEach(header -> names.put(header, column.name()));
        }
        return names;
    }

    private List<String> expectable() {
        List<String> names = new ArrayList<>(
                programme.results().stream().map(Programme.Result::id).toList());
        names.add(CaseColumns.BINDING);
        names.add(CaseColumns.REFUSED);
        return names;
    }

    private CaseRow row(int number, Cursor row, CaseTable columns) {
        Map<String, String> given = new LinkedHashMap<>();
        List<Expectation> expected = new ArrayList<>();
        columns.cells(
                row,
                (name, cell) -> {
                    if (!cell.cell().isEmpty()) {
                        check(name, cell);
                        given.put(name, cell.cell());
                    }
                },
                (name, cell) -> {
                    if (!cell.cell().isEmpty()) {
                        expected(name, cell).ifPresent(expected::add);
                    }
                });
        return new CaseRow(number, row.place(), Map.copyOf(given), List.copyOf(expected));
    }

    private void check(String name, Cursor cell) {
        if (name.equals(CaseColumns.DATE) && RowInput.date(cell.cell()).isEmpty()) {
            cell.wrongType("日期，如 2020-01-01", "a date such as 2020-01-01");
        }
        programme.inputs().stream()
                .filter(column -> column.name().equals(name))
                .forEach(column -> Cells.check(column, cell));
    }

    private Optional<Expectation> expected(String name, Cursor cell) {
        return switch (name) {
            case CaseColumns.BINDING -> Optional.of(Cells.binding(programme, name, cell));
            case CaseColumns.REFUSED -> Cells.refused(name, cell);
            default -> result(programme.result(name).orElseThrow(), cell);
        };
    }

    private Optional<Expectation> result(Programme.Result result, Cursor cell) {
        List<String> classes = programme.classes(result.register()).stream()
                .map(Operation.Classify.ClassName::word)
                .toList();
        if (classes.isEmpty()) {
            return Cells.amount(result.id(), cell);
        }
        if (!classes.contains(cell.cell())) {
            cell.unknownWord(cell.cell(), classes);
        }
        return Optional.of(new Expectation.InClass(cell.place(), result.id(), cell.cell()));
    }
}
