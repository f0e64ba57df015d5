package fangpin.packs.cases;

import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import fangpin.packs.load.Cursor;
import fangpin.packs.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a case's members and its table: the columns before the {@code =} are given, those after it expected. */
final class TableReader {
    private static final String EQUALS = "=";

    private final Cursor cursor;
    private final Product product;

    TableReader(Cursor cursor, Product product) {
        this.cursor = cursor;
        this.product = product;
    }

    PackCase.Settling settling() {
        List<MemberSpell> members =
                cursor.optional("members").map(this::members).orElse(null);
        Columns columns = columns(CaseColumns.given(product), expectable());
        List<CaseRow> rows = new ArrayList<>();
        for (Cursor row : cursor.field("rows").items()) {
            CaseRow read = row(rows.size() + 1, row, columns);
            completeness(read, row);
            rows.add(read);
        }
        return new PackCase.Settling(members, List.copyOf(rows));
    }

    PackCase.Premiums premiums() {
        Columns columns = columns(Map.of("from", "from", "to", "to"), List.of("premium"));
        List<PremiumRow> rows = new ArrayList<>();
        for (Cursor row : cursor.field("rows").items()) {
            Map<String, Cursor> cells = new LinkedHashMap<>();
            cells(row, columns, cells::put, cells::put);
            premiumRow(rows.size() + 1, row, cells).ifPresent(rows::add);
        }
        return new PackCase.Premiums(List.copyOf(rows));
    }

    // -------------------------------------------------------------------------------------------------------- columns

    private record Columns(List<String> given, List<String> expected) {
        int cells() {
            return given.size() + 1 + expected.size();
        }
    }

    private List<String> expectable() {
        List<String> names = new ArrayList<>(CaseColumns.amounts(product).keySet());
        names.add(CaseColumns.BINDING);
        names.add(CaseColumns.REFUSED);
        return names;
    }

    private Columns columns(Map<String, String> givable, List<String> expectable) {
        List<String> given = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        boolean after = false;
        Cursor list = cursor.field("columns");
        for (Cursor item : list.items()) {
            String header = item.word();
            String name = after ? header : givable.getOrDefault(header, header);
            List<String> accepted = after ? expectable : List.copyOf(givable.keySet());
            if (!after && header.equals(EQUALS)) {
                after = true;
            } else if (!accepted.contains(name)) {
                item.unknownWord(header, accepted);
            } else if ((after ? expected : given).contains(name)) {
                item.context()
                        .problem(
                                item.place(),
                                Problem.Reason.DUPLICATE_KEY,
                                header,
                                "列“" + header + "”写了两次；每列只能写一次。",
                                "The column \"" + header + "\" stands twice; each column may stand once.");
            } else {
                (after ? expected : given).add(name);
            }
        }
        if (expected.isEmpty() && !list.absent()) {
            list.wrongType("给出的列、“=”、期望的列", "given columns, \"=\", expected columns");
        }
        return new Columns(List.copyOf(given), List.copyOf(expected));
    }

    /** Deals the cells of a row out to those before the {@code =} and those after it. */
    private void cells(
            Cursor row, Columns columns, BiConsumer<String, Cursor> given, BiConsumer<String, Cursor> expected) {
        List<Cursor> cells = row.items();
        int equals = columns.given().size();
        if (cells.size() != columns.cells() || !cells.get(equals).cell().equals(EQUALS)) {
            row.wrongType(
                    columns.cells() + " 格，第 " + (equals + 1) + " 格为“=”",
                    columns.cells() + " cells, the one numbered " + (equals + 1) + " being \"=\"");
            return;
        }
        for (int index = 0; index < equals; index++) {
            given.accept(columns.given().get(index), cells.get(index));
        }
        for (int index = 0; index < columns.expected().size(); index++) {
            expected.accept(columns.expected().get(index), cells.get(equals + 1 + index));
        }
    }

    // ----------------------------------------------------------------------------------------------------------- rows

    private CaseRow row(int number, Cursor row, Columns columns) {
        Map<String, String> given = new LinkedHashMap<>();
        List<Expectation> expected = new ArrayList<>();
        cells(
                row,
                columns,
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
        boolean date = name.equals(CaseColumns.ADMISSION)
                || name.equals(CaseColumns.DISCHARGE)
                || name.equals(CaseColumns.ACCIDENT);
        if (date && RowInput.date(cell.cell()).isEmpty()) {
            cell.wrongType("日期，如 2020-01-01", "a date such as 2020-01-01");
        }
        product.inputs().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .ifPresent(column -> check(column, cell));
    }

    private static void check(InputColumn column, Cursor cell) {
        switch (column.kind()) {
            case MONEY -> {
                if (RowInput.money(cell.cell()).isEmpty()) {
                    cell.wrongType("以元计的金额，如 1234.50", "an amount in yuan such as 1234.50");
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

    private Optional<Expectation> expected(String name, Cursor cell) {
        String text = cell.cell();
        return switch (name) {
            case CaseColumns.BINDING -> {
                List<String> steps =
                        product.program().steps().stream().map(Step::id).toList();
                if (!steps.contains(text)) {
                    cell.unknownWord(text, steps);
                }
                yield Optional.of(new Expectation.Binding(cell.place(), name, text));
            }
            case CaseColumns.REFUSED -> {
                Optional<Refusal> refusal = Refusal.of(text);
                if (refusal.isEmpty()) {
                    cell.unknownWord(text, Refusal.words());
                }
                yield refusal.map(reason -> new Expectation.Refused(cell.place(), name, reason));
            }
            default -> {
                Optional<Fen> fen = RowInput.result(text);
                if (fen.isEmpty()) {
                    cell.wrongType("以元计的金额，如 1234.50", "an amount in yuan such as 1234.50");
                }
                yield fen.map(amount -> new Expectation.Amount(cell.place(), name, amount));
            }
        };
    }

    /** A row must give the codes its product decides by, and expect something. */
    private void completeness(CaseRow row, Cursor at) {
        for (InputColumn column : product.inputs()) {
            boolean code = column.kind() == InputColumn.Kind.CODE || column.kind() == InputColumn.Kind.GRADE;
            if (code
                    && !column.optional()
                    && RowInput.used(column, product, row)
                    && !row.given().containsKey(column.name())) {
                missing(at, column.name());
            }
        }
        if (row.expected().isEmpty()) {
            missing(at, CaseColumns.amounts(product).keySet().iterator().next());
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

    // --------------------------------------------------------------------------------------------- members and
    // premiums

    private List<MemberSpell> members(Cursor list) {
        List<MemberSpell> members = new ArrayList<>();
        for (Cursor item : list.items()) {
            List<Cursor> cells = item.items();
            if (cells.size() != 3 && cells.size() != 4) {
                item.wrongType("[类别, 起, 止] 或 [人员, 类别, 起, 止]", "[category, from, to] or [person, category, from, to]");
                continue;
            }
            int first = cells.size() - 3;
            String person = first == 0 ? RowInput.PERSON : cells.getFirst().word();
            period(cells.get(first + 1), cells.get(first + 2), LocalDate.MAX)
                    .ifPresent(status ->
                            members.add(new MemberSpell(person, cells.get(first).word(), status)));
        }
        return List.copyOf(members);
    }

    /** A span whose two days are both in it, as files write it. */
    private static Optional<Period> period(Cursor from, Cursor to, LocalDate open) {
        Optional<LocalDate> first = RowInput.date(from.cell());
        Optional<LocalDate> last = to.cell().isEmpty() ? Optional.of(open) : RowInput.date(to.cell());
        if (first.isEmpty()) {
            from.wrongType("日期，如 2020-01-01", "a date such as 2020-01-01");
        } else if (last.isEmpty() || last.get().isBefore(first.get())) {
            to.wrongType("空白，或不早于起始日期的日期", "nothing, or a date not before the first");
        } else {
            return Optional.of(Period.ofInclusive(first.get(), last.get()));
        }
        return Optional.empty();
    }

    private Optional<PremiumRow> premiumRow(int number, Cursor row, Map<String, Cursor> cells) {
        Cursor from = cells.get("from");
        Cursor premium = cells.get("premium");
        if (from == null || premium == null) {
            row.wrongType("列 from、=、premium", "columns from, =, premium");
            return Optional.empty();
        }
        Cursor to = cells.getOrDefault("to", from);
        LocalDate last = product.period().lastDay();
        Optional<Period> cover = cells.containsKey("to") ? period(from, to, last) : open(from, last);
        Optional<Fen> fen = RowInput.money(premium.cell());
        if (fen.isEmpty()) {
            premium.wrongType("以元计的金额，如 450.00", "an amount in yuan such as 450.00");
        }
        Optional<Period> within = cover.flatMap(product.period()::overlap).filter(span -> span.equals(cover.get()));
        if (cover.isPresent() && within.isEmpty()) {
            from.wrongType(
                    "险种期间 " + product.period().from() + " 至 " + last + " 内的日期",
                    "days within the product's period, " + product.period().from() + " to " + last);
        }
        return fen.isPresent() && within.isPresent()
                ? Optional.of(new PremiumRow(number, row.place(), within.get(), fen.get()))
                : Optional.empty();
    }

    private static Optional<Period> open(Cursor from, @Nullable LocalDate last) {
        Optional<LocalDate> first = RowInput.date(from.cell());
        if (first.isEmpty() || last == null || last.isBefore(first.get())) {
            from.wrongType("险种期间内的日期", "a day within the product's period");
            return Optional.empty();
        }
        return Optional.of(Period.ofInclusive(first.get(), last));
    }
}
