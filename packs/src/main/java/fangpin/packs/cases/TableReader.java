package fangpin.packs.cases;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Product;
import fangpin.kernel.time.Period;
import fangpin.packs.load.Cursor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a case's members and its table: the columns before the {@code =} are given, those after it expected. */
final class TableReader {
    private final Cursor cursor;
    private final Product product;

    TableReader(Cursor cursor, Product product) {
        this.cursor = cursor;
        this.product = product;
    }

    PackCase.Settling settling() {
        List<MemberSpell> members =
                cursor.optional("members").map(this::members).orElse(null);
        CaseTable columns = CaseTable.read(cursor.field("columns"), CaseColumns.given(product), expectable());
        List<CaseRow> rows = new ArrayList<>();
        for (Cursor row : cursor.field("rows").items()) {
            CaseRow read = row(rows.size() + 1, row, columns);
            Cells.completeness(
                    product,
                    read,
                    CaseColumns.amounts(product).keySet().iterator().next(),
                    row);
            rows.add(read);
        }
        return new PackCase.Settling(members, List.copyOf(rows));
    }

    PackCase.Premiums premiums() {
        CaseTable columns =
                CaseTable.read(cursor.field("columns"), Map.of("from", "from", "to", "to"), List.of("premium"));
        List<PremiumRow> rows = new ArrayList<>();
        for (Cursor row : cursor.field("rows").items()) {
            Map<String, Cursor> cells = new LinkedHashMap<>();
            columns.cells(row, cells::put, cells::put);
            premiumRow(rows.size() + 1, row, cells).ifPresent(rows::add);
        }
        return new PackCase.Premiums(List.copyOf(rows));
    }

    private List<String> expectable() {
        List<String> names = new ArrayList<>(CaseColumns.amounts(product).keySet());
        names.add(CaseColumns.BINDING);
        names.add(CaseColumns.REFUSED);
        return names;
    }

    // ----------------------------------------------------------------------------------------------------------- rows

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
        boolean date = name.equals(CaseColumns.ADMISSION)
                || name.equals(CaseColumns.DISCHARGE)
                || name.equals(CaseColumns.ACCIDENT);
        if (date && RowInput.date(cell.cell()).isEmpty()) {
            cell.wrongType("日期，如 2020-01-01", "a date such as 2020-01-01");
        }
        product.inputs().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .ifPresent(column -> Cells.check(column, cell));
    }

    private Optional<Expectation> expected(String name, Cursor cell) {
        return switch (name) {
            case CaseColumns.BINDING -> Optional.of(Cells.binding(product, name, cell));
            case CaseColumns.REFUSED -> Cells.refused(name, cell);
            default -> Cells.amount(name, cell);
        };
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
