package fangpin.office.web.settlement;

import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.office.access.Answer;
import fangpin.office.fund.Yuan;
import fangpin.office.settlement.SettlementRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** 账单的填写项: what a form asks of a bill, and what was typed: amounts in fen, and words. */
record BillFields(Map<String, Long> amountsFen, Map<String, String> words) {
    /** What a form asks; the register knows the household, and the desk whether the day is covered. */
    static List<InputColumn> of(Product product) {
        return product.inputs().stream()
                .filter(column -> switch (column.kind()) {
                    case MONEY, CODE, GRADE -> true;
                    case KEY -> !column.name().equals(product.account());
                    case COUNT, COVERED -> false;
                })
                .toList();
    }

    static Answer<BillFields> typed(List<InputColumn> columns, Map<String, String> typed) {
        Map<String, Long> amounts = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        for (InputColumn column : columns) {
            String cell = typed.getOrDefault(column.name(), "").strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (column.kind() != InputColumn.Kind.MONEY) {
                words.put(column.name(), cell);
                continue;
            }
            OptionalLong fen = Yuan.fen(cell);
            if (fen.isEmpty()) {
                return Answer.refused(SettlementRefusal.BAD_AMOUNT, column.label());
            }
            amounts.put(column.name(), fen.getAsLong());
        }
        return Answer.done(new BillFields(amounts, words));
    }
}
