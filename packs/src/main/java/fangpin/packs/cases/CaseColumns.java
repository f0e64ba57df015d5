package fangpin.packs.cases;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Settlement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The columns that a case's table may have, by every name they go by. */
final class CaseColumns {
    static final String PERSON = "person_id";
    static final String ADMISSION = "admission_date";
    static final String DISCHARGE = "discharge_date";
    static final String ACCIDENT = "accident_date";
    static final String DATE = "date";
    static final String KIND = "kind";
    static final String TOTAL = "total_cost";
    static final String ELIGIBLE = "eligible_cost";
    static final String BINDING = "binding";
    static final String REFUSED = "refused";

    private CaseColumns() {}

    /** The id column of a kind of file. */
    static String id(Product.CaseKind kind) {
        return switch (kind) {
            case BILL -> "bill_id";
            case CLAIM -> "claim_id";
        };
    }

    /** Columns before the {@code =}: name by every header, in the order they are offered. */
    static Map<String, String> given(Product product) {
        Map<String, String> names = new LinkedHashMap<>();
        switch (product.caseKind()) {
            case BILL -> {
                both(names, "bill_id", "账单号");
                both(names, ADMISSION, "入院日期");
                both(names, DISCHARGE, "出院日期");
            }
            case CLAIM -> {
                both(names, "claim_id", "案件号");
                both(names, ACCIDENT, "事故日期");
            }
        }
        both(names, PERSON, "人员编号");
        for (InputColumn column : product.inputs()) {
            if (column.kind() != InputColumn.Kind.COVERED) {
                names.put(column.name(), column.name());
                column.headers().forEach(header -> names.put(header, column.name()));
            }
        }
        return names;
    }

    private static void both(Map<String, String> names, String english, String chinese) {
        names.put(english, english);
        names.put(chinese, english);
    }

    /** Columns of amounts after the {@code =}: what each one reads off a settlement. */
    static Map<String, Function<Settlement, Fen>> amounts(Product product) {
        Map<String, Function<Settlement, Fen>> amounts = new LinkedHashMap<>();
        for (PayerLayer layer : product.layers()) {
            String payer = layer.payer();
            Function<Settlement, Fen> paid = settlement -> paidBy(settlement, payer);
            amounts.put(payer.replace('-', '_') + "_paid", paid);
            amounts.put("paid_" + payer.replace('-', '_'), paid);
        }
        amounts.put("self_paid", settlement -> settlement.bucket("self"));
        amounts.put("ineligible_cost", settlement -> settlement.bucket("ineligible"));
        amounts.put("year_paid", Settlement::yearPaid);
        amounts.put("benefit", Settlement::paid);
        return amounts;
    }

    /** What a payer paid; 0 if the readings leave it no layer. */
    private static Fen paidBy(Settlement settlement, String payer) {
        Optional<PayerLayer> layer = settlement.product().layers().stream()
                .filter(one -> one.payer().equals(payer))
                .findFirst();
        return layer.map(one -> new Fen(settlement.explanation().value(one.register())))
                .orElse(Fen.ZERO);
    }
}
