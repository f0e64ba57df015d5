package fangpin.packs.cases;

import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.util.List;
import java.util.Optional;

/** Single cells of a case's table, held against the column they stand in. */
final class Cells {
    private Cells() {}

    /** Says what is wrong with a given cell, if anything is. */
    static void check(InputColumn column, Cursor cell) {
        switch (column.kind()) {
            case MONEY -> {
                if (RowInput.money(cell.cell()).isEmpty()) {
                    noAmount(cell);
                }
            }
            case COUNT -> {
                if (RowInput.count(cell.cell()).isEmpty()) {
                    cell.wrongType("整数，如 12", "a whole number such as 12");
                }
            }
            case CODE, GRADE -> {
                if (column.code(cell.cell()) == 0 && !column.open()) {
                    cell.unknownWord(
                            cell.cell(),
                            column.codes().stream()
                                    .map(InputColumn.CodeWord::word)
                                    .toList());
                }
            }
            case KEY, COVERED -> {}
        }
    }

    private static void noAmount(Cursor cell) {
        cell.wrongType("以元计的金额，如 1234.50", "an amount in yuan such as 1234.50");
    }

    static Optional<Expectation> amount(String column, Cursor cell) {
        Optional<Fen> fen = RowInput.result(cell.cell());
        if (fen.isEmpty()) {
            noAmount(cell);
        }
        return fen.map(amount -> new Expectation.Amount(cell.place(), column, amount));
    }

    static Expectation binding(Calculation calculation, String column, Cursor cell) {
        List<String> steps =
                calculation.program().steps().stream().map(Step::id).toList();
        if (!steps.contains(cell.cell())) {
            cell.unknownWord(cell.cell(), steps);
        }
        return new Expectation.Binding(cell.place(), column, cell.cell());
    }

    static Optional<Expectation> refused(String column, Cursor cell) {
        Optional<Refusal> refusal = Refusal.of(cell.cell());
        if (refusal.isEmpty()) {
            cell.unknownWord(cell.cell(), Refusal.words());
        }
        return refusal.map(reason -> new Expectation.Refused(cell.place(), column, reason));
    }

    /** A row must give the codes that are decided by, and expect something. */
    static void completeness(Calculation calculation, CaseRow row, String expectable, Cursor at) {
        for (InputColumn column : calculation.inputs()) {
            boolean code = column.kind() == InputColumn.Kind.CODE || column.kind() == InputColumn.Kind.GRADE;
            if (code
                    && !column.optional()
                    && RowInput.used(column, calculation, row)
                    && !row.given().containsKey(column.name())) {
                missing(at, column.name());
            }
        }
        if (row.expected().isEmpty()) {
            missing(at, expectable);
        }
    }

    private static void missing(Cursor at, String column) {
        at.context()
                .problem(
                        at.place(),
                        Problem.Reason.MISSING_KEY,
                        column,
                        "这一行缺少“" + column + "”。",
                        "The row lacks \"" + column + "\".");
    }
}
