package fangpin.kernel.settlement;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.Product;

/**
 * 结算结果 One case, settled, with everything that explains it.
 *
 * @param waterfall empty of buckets for a claim that has no bill
 */
public record Settlement(
        Product product, CaseInput input, Explanation explanation, Waterfall waterfall, Receipt receipt) {
    /** What the product pays for this case. */
    public Fen paid() {
        return new Fen(explanation.value(product.ownLayer().register()));
    }

    /** What the product has paid to the person, or to the account the case belongs to, in the period, up to and with this case. */
    public Fen yearPaid() {
        return new Fen(explanation.value(product.yearPaidRegister()));
    }

    /** A bucket of the waterfall; 0 if the case has none by that name. */
    public Fen bucket(String id) {
        return waterfall.buckets().stream()
                .filter(bucket -> bucket.id().equals(id))
                .map(Waterfall.Bucket::amount)
                .findFirst()
                .orElse(Fen.ZERO);
    }
}
