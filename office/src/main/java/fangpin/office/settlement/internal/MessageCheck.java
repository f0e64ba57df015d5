package fangpin.office.settlement.internal;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of a message is wrong by itself, in the order of the files' reasons (formats.md). */
public final class MessageCheck {
    private static final int LONGEST = 64;
    private static final int LONGEST_DEPARTMENT = 30;

    private MessageCheck() {}

    /** Whether what every message needs is there. */
    public static Answer<BillMessage> form(BillMessage message, LocalDate today) {
        if (message.messageId().isBlank() || message.messageId().length() > LONGEST) {
            return Answer.refused(SettlementRefusal.MISSING_FIELD, "message_id");
        }
        if (message.billNumber().isBlank() || message.billNumber().length() > LONGEST) {
            return Answer.refused(SettlementRefusal.MISSING_FIELD, "bill_id");
        }
        if (isWrongDepartment(message.department())) {
            return Answer.refused(SettlementRefusal.BAD_DEPARTMENT);
        }
        if (message.dischargedOn().isBefore(message.admittedOn())
                || message.dischargedOn().isAfter(today)) {
            return Answer.refused(SettlementRefusal.BAD_DATE);
        }
        return Answer.done(message);
    }

    /** Whether a desk can settle the product at all: one of bills. */
    public static boolean settles(Product product) {
        return product.caseKind() == Product.CaseKind.BILL
                && product.inputs().stream().allMatch(column -> switch (column.kind()) {
                    case MONEY, CODE, GRADE, KEY, COVERED -> true;
                    case COUNT -> false;
                });
    }

    /** Whether a column is written as a word: a code, a grade, the household's number. */
    public static boolean isWord(InputColumn column) {
        return switch (column.kind()) {
            case CODE, GRADE, KEY -> true;
            case MONEY, COUNT, COVERED -> false;
        };
    }

    /** Whether a bill with these words uses a column. */
    static boolean uses(Product product, InputColumn column, Map<String, String> words) {
        InputColumn.UsedWhen when = column.usedWhen();
        if (when == null) {
            return true;
        }
        int code = product.inputs().stream()
                .filter(other -> other.name().equals(when.column()))
                .mapToInt(other -> other.code(words.getOrDefault(other.name(), "")))
                .findFirst()
                .orElse(0);
        return when.codes().contains(code);
    }

    /**
     * The values of the product's inputs, money in fen; refused when one is missing or they contradict each other.
     *
     * @param covered whether the bill's day is covered; one that is not only counts (R15)
     */
    public static Answer<List<Long>> values(Product product, BillMessage message, boolean covered) {
        List<Long> values = new ArrayList<>();
        for (InputColumn column : product.inputs()) {
            if (!column.inProgram()) {
                Optional<SettlementRefusal> wrong = wrongKey(product, column, message);
                if (wrong.isPresent()) {
                    return Answer.refused(wrong.get(), column.label());
                }
                continue;
            }
            switch (value(product, column, message, covered)) {
                case Answer.Done<Long>(Long value) -> values.add(value);
                case Answer.Refused<Long> refused -> {
                    return new Answer.Refused<>(refused.reason(), refused.arguments());
                }
            }
        }
        return consistent(product, message, values)
                ? Answer.done(values)
                : Answer.refused(SettlementRefusal.AMOUNTS_INCONSISTENT);
    }

    /** What is wrong with the number of something that bills are grouped by; the household's is the register's. */
    private static Optional<SettlementRefusal> wrongKey(Product product, InputColumn column, BillMessage message) {
        if (!BillKeys.isKey(product, column)) {
            return Optional.empty();
        }
        String said = message.words().getOrDefault(column.name(), "");
        if (said.isEmpty()) {
            return column.optional() ? Optional.empty() : Optional.of(SettlementRefusal.MISSING_FIELD);
        }
        return isWrongKey(said) ? Optional.of(SettlementRefusal.BAD_ID) : Optional.empty();
    }

    /** Whether no such number can be kept. */
    static boolean isWrongKey(String said) {
        return said.isBlank() || said.length() > LONGEST || said.indexOf('\0') >= 0;
    }

    /** Whether no department can be called so. */
    static boolean isWrongDepartment(String said) {
        return said.length() > LONGEST_DEPARTMENT || said.chars().anyMatch(Character::isISOControl);
    }

    private static Answer<Long> value(Product product, InputColumn column, BillMessage message, boolean covered) {
        if (!uses(product, column, message.words())) {
            return Answer.done(0L);
        }
        return switch (column.kind()) {
            case COVERED -> Answer.done(covered ? 1L : 0L);
            case MONEY -> money(column, message.amountsFen().get(column.name()));
            case CODE, GRADE -> word(column, message.words().getOrDefault(column.name(), ""));
            case KEY, COUNT -> throw new IllegalStateException(column.name() + " has no value");
        };
    }

    private static Answer<Long> money(InputColumn column, @Nullable Long amount) {
        if (amount == null) {
            return column.optional()
                    ? Answer.done(0L)
                    : Answer.refused(SettlementRefusal.MISSING_FIELD, column.label());
        }
        return amount < 0 ? Answer.refused(SettlementRefusal.BAD_AMOUNT, column.label()) : Answer.done(amount);
    }

    private static Answer<Long> word(InputColumn column, String word) {
        if (word.isEmpty()) {
            return column.optional()
                    ? Answer.done(0L)
                    : Answer.refused(SettlementRefusal.MISSING_FIELD, column.label());
        }
        return isWrong(column, word)
                ? Answer.refused(wrongWord(column), column.label())
                : Answer.done((long) column.code(word));
    }

    /** Whether a code or grade is none that the column knows. */
    static boolean isWrong(InputColumn column, String word) {
        return column.kind() != InputColumn.Kind.KEY && column.code(word) == 0 && !column.open();
    }

    /** Why it is refused then. */
    static SettlementRefusal wrongWord(InputColumn column) {
        return column.kind() == InputColumn.Kind.GRADE ? SettlementRefusal.BAD_GRADE : SettlementRefusal.BAD_CODE;
    }

    /** Total = parts: nobody pays more of a part of the cost than there is of it. */
    private static boolean consistent(Product product, BillMessage message, List<Long> values) {
        List<InputColumn> inputs =
                product.inputs().stream().filter(InputColumn::inProgram).toList();
        Map<String, Long> byName = new HashMap<>();
        for (int at = 0; at < inputs.size(); at++) {
            byName.put(inputs.get(at).name(), values.get(at));
        }
        Long eligible = byName.get("eligible_cost");
        boolean used = inputs.stream()
                .filter(column -> column.name().equals("eligible_cost"))
                .anyMatch(column -> uses(product, column, message.words()));
        if (eligible == null || !used) {
            return true;
        }
        long outside = byName.getOrDefault("total_cost", Long.MAX_VALUE) - eligible;
        return outside >= 0
                && payers(product, inputs, values, PayerLayer.Base.ELIGIBLE) <= eligible
                && payers(product, inputs, values, PayerLayer.Base.INELIGIBLE) <= outside;
    }

    private static long payers(Product product, List<InputColumn> inputs, List<Long> values, PayerLayer.Base base) {
        long sum = 0;
        for (int at = 0; at < inputs.size(); at++) {
            InputColumn column = inputs.get(at);
            int register = at;
            boolean pays = column.kind() == InputColumn.Kind.MONEY
                    && product.layers().stream()
                            .anyMatch(layer -> layer.base() == base
                                    && (layer.register() == register
                                            || column.name().equals(layer.payer() + "_paid")));
            sum = Math.addExact(sum, pays ? values.get(at) : 0L);
        }
        return sum;
    }
}
