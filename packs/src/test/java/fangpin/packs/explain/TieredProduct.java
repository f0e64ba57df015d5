package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Cap;
import fangpin.kernel.benefit.Operation.Coinsurance;
import fangpin.kernel.benefit.Operation.MaxOf;
import fangpin.kernel.benefit.Operation.PerUnit;
import fangpin.kernel.benefit.Operation.Sum;
import fangpin.kernel.benefit.Operation.Tiers;
import fangpin.kernel.benefit.Operation.Trigger;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.benefit.Tier;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PayerLayer.Base;
import fangpin.kernel.policy.Product;
import java.util.List;

/** The operations that the other two products do not use, and a payer for cost outside the catalogue. Not the rule of any place. */
final class TieredProduct {
    private TieredProduct() {}

    static Product product() {
        Program program = program();
        return new Product(
                "tiered",
                new Text("分档补充保险", "Tiered cover"),
                new ClauseId("WH3 §3.1"),
                Product.CaseKind.BILL,
                SamplePack.YEAR,
                Product.DateBasis.ADMISSION,
                Product.Counts.COVERED,
                SamplePack.premium(1),
                SamplePack.COVER,
                List.of(
                        SamplePack.money("total_cost", "总费用", "Total cost", false),
                        SamplePack.money("eligible_cost", "合规费用", "Eligible cost", false),
                        SamplePack.column(
                                "level",
                                "医院级别",
                                "Hospital level",
                                Kind.CODE,
                                false,
                                SamplePack.words("county", "县级", "city", "市级"),
                                true,
                                null),
                        SamplePack.money("relief", "临时救助", "Relief", true)),
                null,
                program,
                List.of(
                        layer("tiered", "分档补充保险", "Tiered cover", Base.ELIGIBLE, program.size() - 2, true),
                        layer("relief", "临时救助", "Relief fund", Base.INELIGIBLE, 4, false)),
                "tiered",
                program.size() - 1,
                List.of(SamplePack.R3));
    }

    private static PayerLayer layer(String payer, String zh, String en, Base base, int register, boolean computed) {
        Text name = new Text(zh, en);
        return new PayerLayer(payer, name, name, new ClauseId("WH3 §3.1 ①"), base, register, computed);
    }

    private static Program program() {
        ProgramSketch sketch = new ProgramSketch("total_cost", "eligible_cost", "level", "days", "relief");
        return sketch.sum("paid_to_date", new Text("此前累计已付", "Paid so far"), "payment")
                .under("WH3 §3.1 ①", "R3")
                .step(
                        "large",
                        new Text("达到起点的费用", "Cost that counts"),
                        () -> new Trigger(sketch.at("eligible_cost"), 100_000, true))
                .step(
                        "banded",
                        new Text("分档支付", "Payment by bands"),
                        () -> new Tiers(
                                sketch.at("large"),
                                Tiers.Method.MARGINAL,
                                Tiers.Origin.AFTER_DEDUCTIBLE,
                                50_000,
                                List.of(
                                        new Tier(1_000_000, new Ratio(1, 2)),
                                        new Tier(Long.MAX_VALUE, new Ratio(5, 8))),
                                Rounding.DOWN))
                .step(
                        "by_level",
                        new Text("按医院级别", "By hospital level"),
                        () -> new Coinsurance(
                                sketch.at("banded"),
                                sketch.at("level"),
                                List.of(Ratio.WHOLE, new Ratio(4, 5)),
                                Rounding.HALF_EVEN))
                .step("board", new Text("伙食补助", "Board"), () -> new PerUnit(sketch.at("days"), 2_000))
                .step(
                        "better",
                        new Text("两者取高", "The better of both"),
                        () -> new MaxOf(sketch.all("by_level", "board")))
                .step("payment", new Text("本次支付", "Paid now"), () -> new Cap(sketch.at("better"), 2_000_000, List.of()))
                .step(
                        "year_paid",
                        new Text("本年度累计支付", "Paid this year"),
                        () -> new Sum(sketch.all("paid_to_date", "payment")))
                .program();
    }
}
