package fangpin.kernel.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.benefit.ExplainingExecutor;
import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.Waterfall.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Settles one case with its full trace. */
public final class Settler {
    private static final Text SELF = new Text("个人负担（合规费用内）", "Left to the person (eligible cost)");
    private static final Text INELIGIBLE = new Text("目录外费用", "Cost outside the catalogue");

    private Settler() {}

    /**
     * Settles a case.
     *
     * @param before accumulators as they stand before the case, in the program's order
     * @throws IllegalStateException if the pack's layers pay more than there is: the pack is wrong, not the case
     */
    public static Settlement settle(PolicyPack pack, Product product, CaseInput input, List<Long> before) {
        Explanation explanation = ExplainingExecutor.explain(product.program(), input.values(), before);
        return new Settlement(
                product,
                input,
                explanation,
                waterfall(product, explanation),
                Receipt.of(pack, product, inputHash(product, input, before)));
    }

    private static Waterfall waterfall(Product product, Explanation explanation) {
        int eligible = product.program().inputs().indexOf("eligible_cost");
        if (eligible < 0) {
            return new Waterfall(Fen.ZERO, List.of());
        }
        int whole = product.program().inputs().indexOf("total_cost");
        Fen eligibleCost = new Fen(explanation.value(eligible));
        if (whole < 0 && eligibleCost.equals(Fen.ZERO)) {
            return new Waterfall(Fen.ZERO, List.of());
        }
        Fen total = whole < 0 ? eligibleCost : new Fen(explanation.value(whole));
        List<Bucket> buckets = new ArrayList<>();
        Fen left = fill(buckets, total, PayerLayer.Base.ELIGIBLE, product, explanation);
        Fen ineligible = total.minus(eligibleCost);
        Fen self = left.minus(ineligible);
        if (product.caseKind() == Product.CaseKind.BILL && self.compareTo(Fen.ZERO) < 0) {
            throw new IllegalStateException("the payers pay " + self.negated() + " more than the eligible cost");
        }
        left = add(buckets, Waterfall.SELF, SELF, self, left);
        left = fill(buckets, left, PayerLayer.Base.INELIGIBLE, product, explanation);
        if (whole >= 0) {
            add(buckets, "ineligible", INELIGIBLE, left, left);
        }
        return new Waterfall(total, buckets);
    }

    private static Fen fill(
            List<Bucket> buckets, Fen before, PayerLayer.Base base, Product product, Explanation explanation) {
        Fen left = before;
        for (PayerLayer layer : product.layers()) {
            if (layer.base() == base) {
                left = add(buckets, layer.payer(), layer.name(), new Fen(explanation.value(layer.register())), left);
            }
        }
        return left;
    }

    private static Fen add(List<Bucket> buckets, String id, Text name, Fen amount, Fen before) {
        Fen left = before.minus(amount);
        buckets.add(new Bucket(id, name, amount, left));
        return left;
    }

    /** The hash of everything about the case that a result depends on; one field a line, so that no two cases read alike. */
    public static String inputHash(Product product, CaseInput input, List<Long> before) {
        InputHash hash = new InputHash()
                .line("product", product.id())
                .line("case", input.caseId())
                .line("person", input.personId())
                .line("date", input.decidingDate().toString());
        for (int index = 0; index < input.values().size(); index++) {
            hash.line(
                    product.program().inputs().get(index),
                    Long.toString(input.values().get(index)));
        }
        new TreeMap<>(input.keys()).forEach(hash::line);
        for (int index = 0; index < before.size(); index++) {
            hash.line(product.program().accumulators().get(index).id(), Long.toString(before.get(index)));
        }
        return hash.hex();
    }
}
