package fangpin.kernel.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;
import java.util.List;

/**
 * 每一分钱 Where every fen of a bill went: each fen lies in exactly one bucket, and no bucket but the person's holds less than none.
 *
 * @param total of the bill, fen
 * @param buckets in the pack's order; they sum to the total
 */
public record Waterfall(Fen total, List<Bucket> buckets) {
    /** The bucket of what is left to the person. */
    static final String SELF = "self";

    public Waterfall {
        for (Bucket bucket : buckets) {
            // a later claim of an accident may make up for what an earlier one left; Settler lets no bill do so
            if (bucket.amount().compareTo(Fen.ZERO) < 0 && !bucket.id().equals(SELF)) {
                throw new IllegalStateException("the bucket " + bucket.id() + " holds " + bucket.amount());
            }
        }
        Fen sum = buckets.stream().map(Bucket::amount).reduce(Fen.ZERO, Fen::plus);
        if (!sum.equals(total)) {
            throw new IllegalStateException("the buckets hold " + sum + " of " + total);
        }
        buckets = List.copyOf(buckets);
    }

    /**
     * One bucket.
     *
     * @param id a payer's, or {@code self} for eligible cost left to the person, or {@code ineligible} for cost outside the catalogue
     * @param left of the total after this bucket, fen
     */
    public record Bucket(String id, Text name, Fen amount, Fen left) {}
}
