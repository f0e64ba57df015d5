package fangpin.bench;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.benefit.Accumulator;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Scope;
import fangpin.kernel.benefit.Step;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PayerLayer.Base;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Standards;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** WH3 §3.1: a product of the shape of Weihai's supplementary medical cover, made by hand so that no pack needs loading. */
final class SupplementaryCover {
    static final List<String> INPUTS = List.of(
            "total_cost",
            "eligible_cost",
            "basic_paid",
            "critical_illness_paid",
            "hospital_waiver",
            "medical_assistance_paid",
            "other_paid");

    /** Registers: inputs 0 to 6, accumulators 7 to 9, steps 10 to 17. */
    static final int ELIGIBLE = 1;

    static final List<Integer> PAYERS = List.of(2, 3, 4, 5, 6);
    static final int ELIGIBLE_TO_DATE = 7;
    static final int LEFT_TO_DATE = 8;
    static final int PAID_TO_DATE = 9;
    static final int LEFT = 10;
    static final int ELIGIBLE_YEAR = 11;
    static final int LEFT_YEAR = 12;
    static final int OWED = 13;
    static final int CAPPED = 14;
    static final int SUPPLEMENTARY = 15;
    static final int PAID_YEAR = 16;
    static final int SELF_PAID = 17;

    /** 600,000 yuan. */
    static final long LIMIT = 60_000_000;

    private static final Text NAMELESS = new Text("", "");
    private static final ClauseId CLAUSE = new ClauseId("WH3 §3.1");
    private static final Period YEAR = Period.ofInclusive(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));

    private SupplementaryCover() {}

    static Program program() {
        List<Integer> all = new ArrayList<>(PAYERS);
        all.add(SUPPLEMENTARY);
        return new Program(
                INPUTS,
                List.of(
                        sum("eligible_to_date", ELIGIBLE),
                        sum("left_to_date", LEFT),
                        sum("paid_to_date", SUPPLEMENTARY)),
                List.of(
                        step("left", new Operation.SubtractPayers(ELIGIBLE, PAYERS)),
                        step("eligible_year", new Operation.Sum(List.of(ELIGIBLE_TO_DATE, ELIGIBLE))),
                        step("left_year", new Operation.Sum(List.of(LEFT_TO_DATE, LEFT))),
                        step(
                                "owed",
                                new Operation.ResidualToRatio(LEFT_YEAR, ELIGIBLE_YEAR, Ratio.ofPpm(100_000), true)),
                        step("capped", new Operation.Cap(OWED, LIMIT, List.of())),
                        step("supplementary", new Operation.Subtract(CAPPED, List.of(PAID_TO_DATE), true)),
                        step("paid_year", new Operation.Sum(List.of(PAID_TO_DATE, SUPPLEMENTARY))),
                        step("self_paid", new Operation.SubtractPayers(ELIGIBLE, all))));
    }

    static Product product(Program program) {
        List<PayerLayer> layers = new ArrayList<>();
        for (int payer : PAYERS) {
            layers.add(layer(INPUTS.get(payer), payer));
        }
        layers.add(layer("supplementary", SUPPLEMENTARY));
        return new Product(
                "supplementary-medical",
                NAMELESS,
                CLAUSE,
                Product.CaseKind.BILL,
                YEAR,
                Product.DateBasis.DISCHARGE,
                Product.Counts.COVERED,
                new fangpin.kernel.policy.Premium(
                        Fen.ofYuan(450),
                        new fangpin.kernel.ClauseId("WH3 §3.1 ①"),
                        fangpin.kernel.policy.Premium.AddedInYear.FULL,
                        fangpin.kernel.money.Rounding.HALF_UP),
                List.of(),
                List.of(),
                null,
                program,
                layers,
                "supplementary",
                PAID_YEAR,
                List.of());
    }

    static PolicyPack pack(Product product) {
        return new PolicyPack(
                "bench",
                NAMELESS,
                "",
                LocalDate.of(2020, 2, 19),
                YEAR,
                "00",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(product),
                List.of(),
                Standards.NONE,
                Funds.NONE,
                List.of(),
                List.of());
    }

    private static PayerLayer layer(String payer, int register) {
        return new PayerLayer(payer, NAMELESS, NAMELESS, CLAUSE, Base.ELIGIBLE, register, register == SUPPLEMENTARY);
    }

    private static Accumulator sum(String id, int register) {
        return new Accumulator(id, NAMELESS, new Scope(List.of()), Accumulator.Keeps.SUM, register);
    }

    private static Step step(String id, Operation operation) {
        return new Step(id, NAMELESS, CLAUSE, List.of("R1", "R2"), null, operation);
    }
}
