package fangpin.office.settlement.internal;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import fangpin.office.access.Actor;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.HashMap;
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
        /** The bill's result on these running figures. */
        public Settlement settle(YearBill bill, long account, YearFigures figures) {
            CaseInput input = inputOf(
                    product,
                    bill.billNumber(),
                    bill.personId(),
                    account,
                    bill.decidingOn(),
                    bill.inputValues(),
                    bill.keys());
            return Settler.settle(pack, product, input, figures.before(product, bill.keys()));
        }
    }

    /** What the rules are asked of a bill of an account. */
    public static CaseInput inputOf(
            Product product,
            String billNumber,
            long person,
            long account,
            LocalDate day,
            List<Long> values,
            Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(keys);
        product.accountColumn().ifPresent(column -> all.put(column.name(), Long.toString(-account)));
        return new CaseInput(billNumber, Long.toString(person), day, values, all);
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
