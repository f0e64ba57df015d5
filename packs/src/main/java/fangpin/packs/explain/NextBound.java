package fangpin.packs.explain;

import fangpin.kernel.benefit.Explanation;
import fangpin.kernel.benefit.StepTrace;
import fangpin.kernel.benefit.StepTrace.Bound;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bound that had a say in the product's payment.
 *
 * @param trace of the step that has it
 */
record NextBound(StepTrace trace, Bound bound) {
    /** Every bound on the way to the payment, in the order of the steps. */
    static List<NextBound> all(Product product, Explanation explanation) {
        boolean[] reached = OwnPath.reached(product, explanation);
        List<NextBound> all = new ArrayList<>();
        for (int index = 0; index < explanation.steps().size(); index++) {
            StepTrace trace = explanation.steps().get(index);
            if (trace.applied() && reached[explanation.program().stepRegister(index)]) {
                for (Bound bound : trace.bounds()) {
                    all.add(new NextBound(trace, bound));
                }
            }
        }
        return all;
    }

    /** Of the bounds that did not decide, the one that lies nearest: what would change the result next; null if there is none. */
    static @Nullable NextBound nearest(List<NextBound> all) {
        NextBound nearest = null;
        for (NextBound next : all) {
            if (!next.bound.binding() && (nearest == null || next.away() < nearest.away())) {
                nearest = next;
            }
        }
        return nearest;
    }

    private long away() {
        return Math.abs(bound.distance());
    }
}
