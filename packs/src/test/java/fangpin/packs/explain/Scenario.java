package fangpin.packs.explain;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Settler;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A named case of a sample product; amounts in fen. */
record Scenario(String name, Product product, List<Long> inputs, List<Long> before, Map<String, String> keys) {
    static final PolicyPack PACK = SamplePack.pack();

    private static final Product BILL = SupplementaryProduct.product();
    private static final Product CLAIM = AccidentProduct.product();
    private static final Product TIERED = TieredProduct.product();

    static final List<Scenario> ALL = List.of(
            // total, eligible, basic, critical illness, waiver, assistance, other, covered | eligible, left, paid so
            // far
            bill("first-bill", row(1200000, 1000000, 550000, 0, 20000, 100000, 0, 1), row(0, 0, 0)),
            bill("second-bill", row(2000000, 2000000, 1750000, 0, 0, 0, 0, 1), row(1000000, 330000, 230001)),
            bill("already-below-a-tenth", row(500000, 500000, 460000, 0, 0, 0, 0, 1), row(0, 0, 0)),
            bill("others-paid-all", row(310000, 300000, 200000, 0, 0, 100000, 0, 1), row(0, 0, 0)),
            bill("nobody-paid", row(500, 500, 0, 0, 0, 0, 0, 2), row(0, 0, 0)),
            bill("paid-enough-before", row(1000000, 1000000, 950000, 0, 0, 0, 0, 1), row(3000000, 580000, 280001)),
            bill(
                    "reaches-the-ceiling",
                    row(20000000, 20000000, 5000000, 0, 0, 0, 0, 1),
                    row(80000000, 67000000, 59000001)),
            bill("ceiling-used-up", row(1000000, 1000000, 500000, 0, 0, 0, 0, 1), row(99000000, 80000000, 60000000)),
            bill("not-covered", row(1000000, 1000000, 500000, 0, 0, 0, 0, 2), row(0, 0, 0)),
            bill("nothing-eligible", row(80000, 0, 0, 0, 0, 0, 0, 1), row(0, 0, 0)),
            bill("more-owed-than-left", row(300000, 300000, 250000, 0, 0, 0, 0, 1), row(9000000, 2000000, 0)),
            // kind, grade, eligible, disaster, cause | highest, disaster, body, body in year, cost, medical, medical in
            // year, paid
            claim("death", row(1, 0, 0, 0, 0), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("disability", row(2, 8, 0, 0, 0), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("disability-after-disaster-insurance", row(2, 8, 0, 500000, 3), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("disaster-insurance-paid-it-all", row(2, 8, 0, 2000000, 1), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("disaster-payment-for-another-cause", row(2, 8, 0, 500000, 0), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("grown-worse", row(2, 5, 0, 0, 0), row(1500000, 0, 1500000, 1500000, 0, 0, 0, 1500000)),
            claim("no-worse", row(2, 9, 0, 0, 0), row(1500000, 0, 1500000, 1500000, 0, 0, 0, 1500000)),
            claim("death-within-what-is-left", row(1, 0, 0, 0, 0), row(0, 0, 0, 1500000, 0, 0, 0, 1500000)),
            claim("medical", row(3, 0, 510003, 0, 0), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("medical-again", row(3, 0, 125000, 0, 0), row(0, 0, 0, 0, 510000, 400000, 400000, 400000)),
            claim("medical-within-the-deductible", row(3, 0, 9000, 0, 0), row(0, 0, 0, 0, 0, 0, 0, 0)),
            claim("medical-limit", row(3, 0, 1000000, 0, 0), row(0, 0, 0, 0, 0, 0, 1900000, 3400000)),
            claim("medical-limit-used-up", row(3, 0, 1000000, 0, 0), row(0, 0, 0, 0, 0, 0, 2000000, 2000000)),
            claim("medical-after-disaster-insurance", row(3, 0, 100000, 90000, 1), row(0, 0, 0, 0, 0, 0, 0, 0)),
            // total, eligible, level, days, relief | paid so far
            tiered("bands", row(3050003, 2550001, 2, 5, 100000), row(0)),
            tiered("other-level", row(2550001, 2550001, 0, 0, 0), row(0)),
            tiered("better-by-the-day", row(120000, 120000, 1, 40, 0), row(100)),
            tiered("below-the-line", row(99999, 99999, 1, 0, 0), row(0)));

    Settlement settle() {
        CaseInput input = new CaseInput(name, "P1", LocalDate.of(2020, 5, 10), inputs, keys);
        return Settler.settle(PACK, product, input, before);
    }

    static Scenario named(String name) {
        return ALL.stream()
                .filter(scenario -> scenario.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Scenario bill(String name, List<Long> inputs, List<Long> before) {
        return new Scenario(name, BILL, inputs, before, Map.of());
    }

    private static Scenario claim(String name, List<Long> inputs, List<Long> before) {
        return new Scenario(name, CLAIM, inputs, before, Map.of("accident_id", "A1"));
    }

    private static Scenario tiered(String name, List<Long> inputs, List<Long> before) {
        return new Scenario(name, TIERED, inputs, before, Map.of());
    }

    private static List<Long> row(long... values) {
        return SamplePack.fen(values);
    }
}
