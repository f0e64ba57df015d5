package fangpin.office.settlement.internal;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.access.Actor;
import fangpin.office.policy.Adoptions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A bill computed again, by the rules that were in use when it was accepted. */
@Component
public final class BillRules {
    private final Adoptions adoptions;

    /** Over what it reads. */
    public BillRules(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /** The pack and product of a bill. */
    public record Rules(PolicyPack pack, Product product) {
        /** What the running figures are before the first bill. */
        public List<Long> zeros() {
            return zerosOf(product);
        }

        /** The bill's result on these running figures. */
        public Settlement settle(YearBill bill, long person, List<Long> before) {
            CaseInput input = new CaseInput(
                    bill.billNumber(), Long.toString(person), bill.decidingOn(), bill.inputValues(), Map.of());
            return Settler.settle(pack, product, input, before);
        }
    }

    /** What the running figures of a product are before the first bill. */
    public static List<Long> zerosOf(Product product) {
        return Collections.nCopies(product.program().accumulators().size(), 0L);
    }

    /**
     * The rules of an adoption.
     *
     * @throws IllegalStateException when the pack that was adopted is no longer with the program
     */
    public Rules of(Actor actor, long adoption, String product) {
        return adoptions
                .find(actor, adoption)
                .flatMap(found -> adoptions.rules(actor, found))
                .map(loaded ->
                        new Rules(loaded.pack(), loaded.pack().product(product).orElseThrow()))
                .orElseThrow(() -> new IllegalStateException("the pack of adoption " + adoption + " is not there"));
    }
}
