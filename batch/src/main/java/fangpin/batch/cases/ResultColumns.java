package fangpin.batch.cases;

import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import fangpin.tables.Column;
import fangpin.tables.RowBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a settled case shows in the result file, from the registers of its program. One thread uses one. */
final class ResultColumns {
    private static final int OWN = 0;
    private static final int YEAR_PAID = 1;
    private static final int LAYERS = 2;
    private static final int BILL_COLUMNS = 4;

    private final Product product;
    private final List<Integer> registers = new ArrayList<>();
    private final boolean[] eligible;
    private final boolean[] shown;
    /** The amounts of the row being written. */
    private final long[] amounts;

    private final int eligibleCost;
    private final int totalCost;

    ResultColumns(Product product) {
        this.product = product;
        registers.add(product.ownLayer().register());
        registers.add(product.yearPaidRegister());
        List<PayerLayer> layers = product.layers();
        eligible = new boolean[layers.size()];
        shown = new boolean[layers.size()];
        amounts = new long[BILL_COLUMNS + layers.size()];
        for (int index = 0; index < layers.size(); index++) {
            PayerLayer layer = layers.get(index);
            registers.add(layer.register());
            eligible[index] = layer.base() == PayerLayer.Base.ELIGIBLE;
            shown[index] = layer.computed() && !layer.payer().equals(product.ownPayer());
        }
        List<String> inputs = product.program().inputs();
        eligibleCost = inputs.indexOf("eligible_cost");
        totalCost = inputs.indexOf("total_cost");
    }

    /** Registers whose columns {@link #write} needs, in this order. */
    List<Integer> registers() {
        return registers;
    }

    /** The header of the result file. */
    static List<Column> header(Product product) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Naming.caseId(product.caseKind()).name(), Column.Kind.TEXT));
        columns.add(new Column(Naming.PERSON.name(), Column.Kind.TEXT));
        switch (product.caseKind()) {
            case CLAIM -> columns.add(money("benefit"));
            case BILL -> {
                columns.add(money(product.ownPayer().replace('-', '_') + "_paid"));
                columns.add(money("self_paid"));
                columns.add(money("ineligible_cost"));
                columns.add(money("year_paid"));
                for (PayerLayer layer : product.layers()) {
                    if (layer.computed() && !layer.payer().equals(product.ownPayer())) {
                        columns.add(money("paid_" + layer.payer().replace('-', '_')));
                    }
                }
            }
        }
        return columns;
    }

    /** Writes the amounts of one case after its ids, and ends the row. False if the layers pay more than there is. */
    boolean write(RowBuffer out, long[][] inputs, long[][] outputs, int index) {
        return switch (product.caseKind()) {
            case CLAIM -> {
                out.money(outputs[OWN][index]).endRow();
                yield true;
            }
            case BILL -> {
                long self = inputs[eligibleCost][index];
                int count = BILL_COLUMNS;
                for (int layer = 0; layer < eligible.length; layer++) {
                    long paid = outputs[LAYERS + layer][index];
                    if (eligible[layer]) {
                        self -= paid;
                    }
                    if (shown[layer]) {
                        amounts[count++] = paid;
                    }
                }
                amounts[0] = outputs[OWN][index];
                amounts[1] = self;
                amounts[2] = inputs[totalCost][index] - inputs[eligibleCost][index];
                amounts[3] = outputs[YEAR_PAID][index];
                out.money(amounts, count).endRow();
                yield self >= 0;
            }
        };
    }

    private static Column money(String name) {
        return new Column(name, Column.Kind.MONEY);
    }
}
