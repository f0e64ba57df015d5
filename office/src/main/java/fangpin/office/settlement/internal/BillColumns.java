package fangpin.office.settlement.internal;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.fund.Yuan;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 账单文件的列 (formats.md): where each stands in one file, and what of a row is wrong, in the order of the files' reasons. */
public final class BillColumns {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST_NUMBER = 64;

    private final Product product;
    private final int width;
    private final int bill;
    private final int person;
    private final int admission;
    private final int discharge;
    private final int department;
    private final Map<InputColumn, Integer> inputs;

    private BillColumns(Product product, int width, Search search) {
        this.product = product;
        this.width = width;
        bill = search.find("bill_id", List.of("账单号"), true);
        person = search.find("person_id", List.of("人员编号", "身份证号"), true);
        admission = search.find("admission_date", List.of("入院日期"), true);
        discharge = search.find("discharge_date", List.of("出院日期"), true);
        department = search.find("department", List.of("科室", "科室名称"), false);
        inputs = new HashMap<>();
        for (InputColumn input : product.inputs()) {
            if (input.kind() != InputColumn.Kind.COVERED) {
                // the register knows the household, whether a file names it or not
                boolean needed = input.presence() != InputColumn.Presence.OPTIONAL_COLUMN
                        && !input.name().equals(product.account());
                inputs.put(input, search.find(input.name(), input.headers(), needed));
            }
        }
    }

    /** Where the columns of a product's bills stand; refused with the names of those that are missing or stand twice. */
    public static Answer<BillColumns> of(Product product, List<String> header) {
        Search search = new Search(header);
        BillColumns columns = new BillColumns(product, header.size(), search);
        if (!search.missing.isEmpty()) {
            return Answer.refused(SettlementRefusal.COLUMNS_MISSING, String.join("、", search.missing));
        }
        return search.doubled.isEmpty()
                ? Answer.done(columns)
                : Answer.refused(SettlementRefusal.COLUMNS_DOUBLED, String.join("、", search.doubled));
    }

    /** What is looked for in a header. */
    private static final class Search {
        private final List<String> header;
        private final List<String> missing = new ArrayList<>();
        private final List<String> doubled = new ArrayList<>();

        Search(List<String> header) {
            this.header = header;
        }

        int find(String name, List<String> others, boolean needed) {
            int found = -1;
            for (int at = 0; at < header.size(); at++) {
                if (header.get(at).equals(name) || others.contains(header.get(at))) {
                    if (found >= 0) {
                        doubled.add(header.get(at));
                    }
                    found = at;
                }
            }
            if (found < 0 && needed) {
                missing.add(others.isEmpty() ? name : others.getFirst());
            }
            return found;
        }
    }

    /** Cells of a row; spreadsheets leave out empty ones at the end. */
    public int width() {
        return width;
    }

    /** Where the bill's number stands. */
    public int billColumn() {
        return bill;
    }

    /** Where numbers stand that a spreadsheet may have damaged: the bill's, the person's, keys. */
    public List<Integer> numberColumns() {
        List<Integer> columns = new ArrayList<>(List.of(bill, person));
        for (InputColumn input : product.inputs()) {
            int column = inputs.getOrDefault(input, -1);
            if (input.kind() == InputColumn.Kind.KEY && column >= 0) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Where the ID number stands. */
    public int personColumn() {
        return person;
    }

    /**
     * What a row says.
     *
     * @param message null when something is wrong; without a number of its own
     * @param wrong null when nothing is
     * @param column that is wrong; -1 where it is the whole row
     */
    public record Row(
            @Nullable BillMessage message, @Nullable SettlementRefusal wrong, int column) {
        static Row wrong(SettlementRefusal reason, int column) {
            return new Row(null, reason, column);
        }
    }

    /** Reads a row. */
    public Row read(List<String> cells, LocalDate today) {
        if (cells.size() != width) {
            return Row.wrong(SettlementRefusal.BAD_ROW, -1);
        }
        Map<String, String> words = words(cells);
        int missing = missing(cells, words);
        if (missing >= 0) {
            return Row.wrong(SettlementRefusal.MISSING_FIELD, missing);
        }
        String number = cells.get(bill);
        if (number.length() > LONGEST_NUMBER || number.isBlank() || number.indexOf('\0') >= 0) {
            return Row.wrong(SettlementRefusal.BAD_ID, bill);
        }
        LocalDate admitted = day(cells.get(admission));
        if (admitted == null) {
            return Row.wrong(SettlementRefusal.BAD_DATE, admission);
        }
        LocalDate discharged = day(cells.get(discharge));
        if (discharged == null || discharged.isBefore(admitted) || discharged.isAfter(today)) {
            return Row.wrong(SettlementRefusal.BAD_DATE, discharge);
        }
        String treated = department < 0 ? "" : cells.get(department).strip();
        return MessageCheck.isWrongDepartment(treated)
                ? Row.wrong(SettlementRefusal.BAD_DEPARTMENT, department)
                : inputs(
                        cells,
                        new BillMessage("", number, cells.get(person), admitted, discharged, Map.of(), words, treated));
    }

    private Map<String, String> words(List<String> cells) {
        Map<String, String> words = new HashMap<>();
        inputs.forEach((input, column) -> {
            if (MessageCheck.isWord(input) && column >= 0 && !cells.get(column).isEmpty()) {
                words.put(input.name(), cells.get(column));
            }
        });
        return words;
    }

    private int missing(List<String> cells, Map<String, String> words) {
        for (int column : List.of(bill, person, admission, discharge)) {
            if (cells.get(column).isEmpty()) {
                return column;
            }
        }
        for (InputColumn input : product.inputs()) {
            int column = inputs.getOrDefault(input, -1);
            if (column >= 0
                    && !input.optional()
                    && cells.get(column).isEmpty()
                    && MessageCheck.uses(product, input, words)) {
                return column;
            }
        }
        return -1;
    }

    private Row inputs(List<String> cells, BillMessage said) {
        for (InputColumn input : product.inputs()) {
            String word = said.words().get(input.name());
            if (word != null && BillKeys.isKey(product, input) && MessageCheck.isWrongKey(word)) {
                return Row.wrong(SettlementRefusal.BAD_ID, inputs.getOrDefault(input, -1));
            }
            if (word != null && MessageCheck.isWrong(input, word) && MessageCheck.uses(product, input, said.words())) {
                return Row.wrong(MessageCheck.wrongWord(input), inputs.getOrDefault(input, -1));
            }
        }
        return amounts(cells, said);
    }

    private Row amounts(List<String> cells, BillMessage said) {
        Map<String, Long> found = new HashMap<>();
        int eligible = -1;
        for (InputColumn input : product.inputs()) {
            int column = inputs.getOrDefault(input, -1);
            if (column < 0
                    || cells.get(column).isEmpty()
                    || MessageCheck.isWord(input)
                    || !MessageCheck.uses(product, input, said.words())) {
                continue;
            }
            OptionalLong fen = Yuan.fen(cells.get(column));
            if (fen.isEmpty()) {
                return Row.wrong(SettlementRefusal.BAD_AMOUNT, column);
            }
            found.put(input.name(), fen.getAsLong());
            eligible = input.name().equals("eligible_cost") ? column : eligible;
        }
        BillMessage message = new BillMessage(
                "",
                said.billNumber(),
                said.idNumber(),
                said.admittedOn(),
                said.dischargedOn(),
                found,
                said.words(),
                said.department());
        return MessageCheck.values(product, message, true) instanceof Answer.Done<List<Long>>
                ? new Row(message, null, -1)
                : Row.wrong(SettlementRefusal.AMOUNTS_INCONSISTENT, eligible);
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            LocalDate day = DATE.matcher(cell).matches() ? LocalDate.parse(cell) : null;
            return day == null || day.getYear() < 1 ? null : day;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
