package fangpin.packs.explain;

import static fangpin.packs.explain.SamplePack.money;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Cap;
import fangpin.kernel.benefit.Operation.MinOf;
import fangpin.kernel.benefit.Operation.ResidualToRatio;
import fangpin.kernel.benefit.Operation.Subtract;
import fangpin.kernel.benefit.Operation.SubtractPayers;
import fangpin.kernel.benefit.Operation.Sum;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import java.util.ArrayList;
import java.util.List;

/** Pays so that the person's running burden stays below a tenth of the running eligible cost. */
final class SupplementaryProduct {
    private static final List<String> PAYERS =
            List.of("basic_paid", "critical_illness_paid", "hospital_waiver", "medical_assistance_paid", "other_paid");

    private SupplementaryProduct() {}

    static Product product() {
        Program program = program();
        return new Product(
                "supplementary-medical",
                new Text("医疗商业补充保险", "Supplementary medical insurance"),
                new ClauseId("WH3 §3.1"),
                Product.CaseKind.BILL,
                SamplePack.YEAR,
                Product.DateBasis.DISCHARGE,
                Product.Counts.COVERED,
                SamplePack.premium(450),
                SamplePack.COVER,
                columns(),
                null,
                program,
                layers(program),
                "supplementary",
                program.size() - 1,
                List.of(SamplePack.R1, SamplePack.R2));
    }

    private static List<InputColumn> columns() {
        return List.of(
                money("total_cost", "总费用", "Total cost", false),
                money("eligible_cost", "合规费用", "Eligible cost", false),
                money("basic_paid", "基本医保支付", "Basic insurance payment", false),
                money("critical_illness_paid", "大病保险支付", "Critical-illness payment", false),
                money("hospital_waiver", "医疗机构减免", "Hospital waiver", false),
                money("medical_assistance_paid", "医疗救助支付", "Medical assistance payment", false),
                money("other_paid", "其他支付", "Other payments", true),
                SamplePack.column(
                        "covered",
                        "出院日是否在保障期内",
                        "Covered on the day of discharge",
                        InputColumn.Kind.CODE,
                        false,
                        SamplePack.words("yes", "是", "no", "否"),
                        false,
                        null));
    }

    private static Program program() {
        ProgramSketch sketch = new ProgramSketch(
                "total_cost",
                "eligible_cost",
                "basic_paid",
                "critical_illness_paid",
                "hospital_waiver",
                "medical_assistance_paid",
                "other_paid",
                "covered");
        return sketch.sum("eligible_to_date", new Text("此前累计合规费用", "Eligible cost so far"), "eligible_cost")
                .sum("left_to_date", new Text("此前累计个人负担", "Burden so far"), "left")
                .sum("paid_to_date", new Text("此前累计已付", "Payments so far"), "supplementary")
                .under("WH3 §3.1 ①", "R2")
                .step(
                        "left",
                        new Text("各方支付后余下", "Remainder after the payers before"),
                        () -> new SubtractPayers(sketch.at("eligible_cost"), sketch.all(PAYERS.toArray(String[]::new))))
                .step(
                        "eligible_year",
                        new Text("累计合规费用", "Running eligible cost"),
                        () -> new Sum(sketch.all("eligible_to_date", "eligible_cost")))
                .step(
                        "left_year",
                        new Text("累计个人负担", "Running burden"),
                        () -> new Sum(sketch.all("left_to_date", "left")))
                .under("WH3 §3.1 ①", "R1", "R2")
                .step(
                        "owed_year",
                        new Text("累计应付", "Amount owed in all"),
                        () -> new ResidualToRatio(
                                sketch.at("left_year"), sketch.at("eligible_year"), new Ratio(1, 10), true))
                .under("WH3 §3.1 ③")
                .step(
                        "capped_year",
                        new Text("封顶后累计应付", "Total amount owed within the ceiling"),
                        () -> new Cap(sketch.at("owed_year"), 60_000_000, List.of()))
                .under("WH3 §3.1 ①", "R2")
                .step(
                        "increase",
                        new Text("本次应付", "Amount owed now"),
                        () -> new Subtract(sketch.at("capped_year"), sketch.all("paid_to_date"), true))
                .step(
                        "supplementary",
                        new Text("本次支付", "Payment now"),
                        "covered",
                        List.of(1),
                        () -> new MinOf(sketch.all("increase", "left")))
                .step(
                        "year_paid",
                        new Text("本年度累计支付", "Payments this year"),
                        () -> new Sum(sketch.all("paid_to_date", "supplementary")))
                .program();
    }

    private static List<PayerLayer> layers(Program program) {
        List<PayerLayer> layers = new ArrayList<>();
        layers.add(layer("basic", "居民基本医疗保险", "Basic medical insurance", 2));
        layers.add(layer("critical-illness", "大病保险", "Critical-illness insurance", 3));
        layers.add(layer("hospital", "医疗机构减免", "Hospital waiver", 4));
        layers.add(layer("assistance", "医疗救助", "Medical assistance", 5));
        layers.add(layer("other", "其他支付", "Other payers", 6));
        layers.add(new PayerLayer(
                "supplementary",
                new Text("医疗商业补充保险", "Supplementary medical insurance"),
                new Text("保险承办机构", "the insurer"),
                new ClauseId("WH3 §3.1 ①"),
                PayerLayer.Base.ELIGIBLE,
                program.size() - 2,
                true));
        return layers;
    }

    private static PayerLayer layer(String payer, String zh, String en, int register) {
        Text name = new Text(zh, en);
        return new PayerLayer(payer, name, name, new ClauseId("WH3 §3.1 ①"), PayerLayer.Base.ELIGIBLE, register, false);
    }
}
