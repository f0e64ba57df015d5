package fangpin.kernel.settlement;

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
import fangpin.kernel.policy.Product.CaseKind;
import fangpin.kernel.policy.Product.Counts;
import fangpin.kernel.policy.Product.DateBasis;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.policy.Standards;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A small product of the shape of WH3 §3.1: one payer before it, the person's burden brought below 10% of the year's eligible
 * cost, a limit of 10,000 yuan, and a fund that pays for cost outside the catalogue.
 */
final class SampleProduct {
    static final Text NAMELESS = new Text("", "");
    static final ClauseId CLAUSE = new ClauseId("WH3 §3.1");
    static final Scope PERSON = new Scope(List.of());
    static final Scope ACCIDENT = new Scope(List.of("accident_id"));
    static final Period YEAR = Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));

    private SampleProduct() {}

    /** Inputs 0 to 3, accumulators 4 to 6, steps 7 to 13. */
    static Program program() {
        return new Program(
                List.of("total_cost", "eligible_cost", "basic_paid", "fund_paid"),
                List.of(sum("eligible_to_date", 1), sum("left_to_date", 7), sum("paid_to_date", 12)),
                List.of(
                        step("left", new Operation.SubtractPayers(1, List.of(2))),
                        step("eligible_year", new Operation.Sum(List.of(4, 1))),
                        step("left_year", new Operation.Sum(List.of(5, 7))),
                        step("owed", new Operation.ResidualToRatio(9, 8, Ratio.ofPpm(100_000), true)),
                        step("capped", new Operation.Cap(10, 1_000_000, List.of())),
                        step("supplementary", new Operation.Subtract(11, List.of(6), true)),
                        step("paid_year", new Operation.Sum(List.of(6, 12)))));
    }

    static Product product() {
        return product(CaseKind.BILL, program(), layers());
    }

    static Product product(CaseKind kind, Program program, List<PayerLayer> layers) {
        return new Product(
                "supplementary-medical",
                NAMELESS,
                CLAUSE,
                kind,
                YEAR,
                DateBasis.DISCHARGE,
                Counts.COVERED,
                new fangpin.kernel.policy.Premium(
                        Fen.ofYuan(450),
                        new fangpin.kernel.ClauseId("WH3 §3.1"),
                        fangpin.kernel.policy.Premium.AddedInYear.FULL,
                        fangpin.kernel.money.Rounding.HALF_UP),
                List.of(),
                List.of(),
                null,
                program,
                layers,
                "supplementary",
                program.size() - 1,
                List.of(reading("R2", "running"), reading("R1", "strict")));
    }

    static List<PayerLayer> layers() {
        List<PayerLayer> layers = new ArrayList<>();
        layers.add(layer("basic", Base.ELIGIBLE, 2));
        layers.add(layer("supplementary", Base.ELIGIBLE, 12));
        layers.add(layer("fund", Base.INELIGIBLE, 3));
        return layers;
    }

    static PayerLayer layer(String payer, Base base, int register) {
        return new PayerLayer(payer, new Text(payer, payer), NAMELESS, CLAUSE, base, register, false);
    }

    static PolicyPack pack(PolicyPack.Superior... superior) {
        return new PolicyPack(
                "weihai-2020",
                NAMELESS,
                "",
                LocalDate.parse("2020-02-19"),
                YEAR,
                "a1b2",
                superior.length == 0 ? null : superior[0],
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Standards.NONE,
                Funds.NONE,
                List.of(),
                List.of());
    }

    static Accumulator sum(String id, int register) {
        return new Accumulator(id, NAMELESS, PERSON, Accumulator.Keeps.SUM, register);
    }

    static Step step(String id, Operation operation) {
        return new Step(id, NAMELESS, CLAUSE, List.of(), null, operation);
    }

    private static Reading reading(String id, String chosen) {
        return new Reading(id, NAMELESS, List.of(CLAUSE), chosen, List.of(), NAMELESS);
    }
}
