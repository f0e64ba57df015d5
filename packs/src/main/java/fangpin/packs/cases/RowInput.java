package fangpin.packs.cases;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.settlement.CaseInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cells of a row as a program takes them, with what a case may leave out put in place: total cost as the eligible cost, other
 * amounts 0, dates on the period's first day, one person, one key, each person an account, rows numbered.
 */
final class RowInput {
    /** The one person of a case that names none. */
    static final String PERSON = "P";

    static final String DEATH = "death";

    private static final String KEY = "1";
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,2})?");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SIGNED_MONEY = Pattern.compile("-?" + MONEY.pattern());
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private RowInput() {}

    /** Yuan as files carry it; nothing else is money. */
    static Optional<Fen> money(String cell) {
        return MONEY.matcher(cell).matches() ? Optional.of(fen(cell)) : Optional.empty();
    }

    /** Yuan as results may be; below 0 where an overpayment is taken back. */
    static Optional<Fen> result(String cell) {
        return SIGNED_MONEY.matcher(cell).matches() ? Optional.of(fen(cell)) : Optional.empty();
    }

    private static Fen fen(String cell) {
        return new Fen(new BigDecimal(cell).movePointRight(2).longValueExact());
    }

    /** A whole number from 0. */
    static Optional<Long> count(String cell) {
        return COUNT.matcher(cell).matches() ? Optional.of(Long.parseLong(cell)) : Optional.empty();
    }

    static Optional<LocalDate> date(String cell) {
        if (!DATE.matcher(cell).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (java.time.DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static String person(CaseRow row) {
        return row.given().getOrDefault(CaseColumns.PERSON, PERSON);
    }

    /** The id, by which rows of one day are ordered. */
    static String caseId(Product product, CaseRow row) {
        return row.given().getOrDefault(CaseColumns.id(product.caseKind()), "%03d".formatted(row.number()));
    }

    /** The date by which rows are ordered: of discharge, or of the accident. */
    static LocalDate orderDate(Product product, CaseRow row) {
        return switch (product.caseKind()) {
            case BILL -> dateOf(row, CaseColumns.DISCHARGE, CaseColumns.ADMISSION, product);
            case CLAIM -> dateOf(row, CaseColumns.ACCIDENT, CaseColumns.ACCIDENT, product);
        };
    }

    /** The date that decides cover (reading R7). */
    static LocalDate decidingDate(Product product, CaseRow row) {
        return switch (product.dateBasis()) {
            case DISCHARGE -> dateOf(row, CaseColumns.DISCHARGE, CaseColumns.ADMISSION, product);
            case ADMISSION -> dateOf(row, CaseColumns.ADMISSION, CaseColumns.DISCHARGE, product);
            case ACCIDENT -> dateOf(row, CaseColumns.ACCIDENT, CaseColumns.ACCIDENT, product);
        };
    }

    private static LocalDate dateOf(CaseRow row, String column, String otherwise, Product product) {
        String cell = row.given().getOrDefault(column, row.given().getOrDefault(otherwise, ""));
        return date(cell).orElse(product.period().from());
    }

    /** The word of a code column; empty if the row has none. */
    static String code(InputColumn column, CaseRow row) {
        int code = column.code(row.given().getOrDefault(column.name(), ""));
        return code == 0 ? "" : column.codes().get(code - 1).word();
    }

    static boolean death(Product product, CaseRow row) {
        return product.inputs().stream()
                .filter(column -> column.name().equals(CaseColumns.KIND))
                .anyMatch(column -> code(column, row).equals(DEATH));
    }

    /** Whether a row's kind needs the column at all. */
    static boolean used(InputColumn column, Calculation calculation, CaseRow row) {
        InputColumn.UsedWhen when = column.usedWhen();
        return when == null
                || calculation.inputs().stream()
                        .filter(other -> other.name().equals(when.column()))
                        .anyMatch(other ->
                                when.codes().contains(other.code(row.given().getOrDefault(other.name(), ""))));
    }

    static CaseInput input(Product product, CaseRow row, boolean covered) {
        List<Long> values = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        for (InputColumn column : product.inputs()) {
            switch (column.kind()) {
                case KEY -> keys.put(column.name(), row.given().getOrDefault(column.name(), key(product, column, row)));
                case CODE, GRADE -> keys.put(column.name(), code(column, row));
                case MONEY, COVERED, COUNT -> {}
            }
            if (column.inProgram()) {
                values.add(used(column, product, row) ? value(column, row, covered) : 0L);
            }
        }
        return new CaseInput(caseId(product, row), person(row), decidingDate(product, row), values, keys);
    }

    /** The key of a row that gives none: a person is an account of its own, and has one accident. */
    private static String key(Product product, InputColumn column, CaseRow row) {
        return product.accountColumn().filter(column::equals).isPresent() ? person(row) : KEY;
    }

    /** One value an input of a programme; amounts and counts that a row leaves out are 0. */
    static List<Long> values(Programme programme, CaseRow row) {
        return programme.inputs().stream()
                .map(column -> used(column, programme, row) ? value(column, row, true) : 0L)
                .toList();
    }

    private static long value(InputColumn column, CaseRow row, boolean covered) {
        String cell = row.given().getOrDefault(column.name(), "");
        return switch (column.kind()) {
            case MONEY -> {
                boolean wholeCost = cell.isEmpty() && column.name().equals(CaseColumns.TOTAL);
                String stated = wholeCost ? row.given().getOrDefault(CaseColumns.ELIGIBLE, "") : cell;
                yield money(stated).orElse(Fen.ZERO).amount();
            }
            case COUNT -> count(cell).orElse(0L);
            case CODE, GRADE -> column.code(cell);
            case COVERED -> covered ? 1 : 0;
            case KEY -> throw new IllegalStateException("a key has no value");
        };
    }
}
