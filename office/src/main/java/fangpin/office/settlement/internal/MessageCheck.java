package fangpin.office.settlement.internal;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What of a message is wrong by itself, in the order of the files' reasons (formats.md). */
public final class MessageCheck {
    private static final int LONGEST = 64;

    private MessageCheck() {}

    /** Whether what every message needs is there. */
    public static Answer<BillMessage> form(BillMessage message, LocalDate today) {
        if (message.messageId().isBlank() || message.messageId().length() > LONGEST) {
            return Answer.refused(SettlementRefusal.MISSING_FIELD, "message_id");
        }
        if (message.billNumber().isBlank() || message.billNumber().length() > LONGEST) {
            return Answer.refused(SettlementRefusal.MISSING_FIELD, "bill_id");
        }
        if (message.dischargedOn().isBefore(message.admittedOn())
                || message.dischargedOn().isAfter(today)) {
            return Answer.refused(SettlementRefusal.BAD_DATE);
        }
        return Answer.done(message);
    }

    /** Whether a desk can settle the product at all: bills of one person, amounts only. */
    public static boolean settles(Product product) {
        return product.caseKind() == Product.CaseKind.BILL
                && product.account() == null
                && product.inputs().stream()
                        .allMatch(column ->
                                column.kind() == InputColumn.Kind.MONEY || column.kind() == InputColumn.Kind.COVERED);
    }

    /** The values of the product's inputs, fen; refused when one is missing or they contradict each other. */
    public static Answer<List<Long>> values(Product product, BillMessage message) {
        List<Long> values = new ArrayList<>();
        for (InputColumn column : product.inputs()) {
            if (column.kind() == InputColumn.Kind.COVERED) {
                values.add(1L);
                continue;
            }
            Long amount = message.amountsFen().get(column.name());
            if (amount == null && !column.optional()) {
                return Answer.refused(SettlementRefusal.MISSING_FIELD, column.label());
            }
            if (amount != null && amount < 0) {
                return Answer.refused(SettlementRefusal.BAD_AMOUNT, column.label());
            }
            values.add(amount == null ? 0L : amount);
        }
        return consistent(product, values)
                ? Answer.done(values)
                : Answer.refused(SettlementRefusal.AMOUNTS_INCONSISTENT);
    }

    /** Total = parts: nobody pays more of a part of the cost than there is of it. */
    private static boolean consistent(Product product, List<Long> values) {
        List<String> inputs = product.program().inputs();
        int eligible = inputs.indexOf("eligible_cost");
        int total = inputs.indexOf("total_cost");
        if (eligible < 0) {
            return true;
        }
        long outside = total < 0 ? Long.MAX_VALUE : values.get(total) - values.get(eligible);
        return outside >= 0
                && payers(product, values, PayerLayer.Base.ELIGIBLE) <= values.get(eligible)
                && payers(product, values, PayerLayer.Base.INELIGIBLE) <= outside;
    }

    private static long payers(Product product, List<Long> values, PayerLayer.Base base) {
        return product.layers().stream()
                .filter(layer -> !layer.computed() && layer.base() == base && layer.register() < values.size())
                .mapToLong(layer -> values.get(layer.register()))
                .reduce(0, Math::addExact);
    }
}
