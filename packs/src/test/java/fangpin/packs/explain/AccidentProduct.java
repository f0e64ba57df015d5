package fangpin.packs.explain;

import static fangpin.packs.explain.SamplePack.column;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation.Cap;
import fangpin.kernel.benefit.Operation.Choose;
import fangpin.kernel.benefit.Operation.Coinsurance;
import fangpin.kernel.benefit.Operation.Deductible;
import fangpin.kernel.benefit.Operation.GradeSchedule;
import fangpin.kernel.benefit.Operation.LumpSum;
import fangpin.kernel.benefit.Operation.MaxOf;
import fangpin.kernel.benefit.Operation.MinOf;
import fangpin.kernel.benefit.Operation.Subtract;
import fangpin.kernel.benefit.Operation.Sum;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.InputColumn.UsedWhen;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Death, disability by grade, and medical cost after an accident. */
final class AccidentProduct {
    private static final List<Integer> BODY = List.of(1, 2);
    private static final List<Integer> MEDICAL = List.of(3);

    private AccidentProduct() {}

    static Product product() {
        Program program = program();
        PayerLayer own = new PayerLayer(
                "accident",
                new Text("意外伤害保险", "Accident insurance"),
                new Text("保险承办机构", "the insurer"),
                new ClauseId("WH3 §3.2 ①"),
                PayerLayer.Base.ELIGIBLE,
                program.size() - 2,
                true);
        Text disasterName = new Text("灾害民生综合保险", "Disaster insurance");
        PayerLayer disaster = new PayerLayer(
                "disaster",
                disasterName,
                disasterName,
                new ClauseId("SD §4.2"),
                PayerLayer.Base.ELIGIBLE,
                program.inputs().indexOf("disaster_paid"),
                false);
        return new Product(
                "accident",
                own.name(),
                new ClauseId("WH3 §3.2"),
                Product.CaseKind.CLAIM,
                SamplePack.YEAR,
                Product.DateBasis.ACCIDENT,
                Product.Counts.COVERED,
                SamplePack.premium(8),
                SamplePack.COVER,
                columns(),
                null,
                program,
                List.of(disaster, own),
                "accident",
                program.size() - 1,
                List.of(SamplePack.R3, SamplePack.R8));
    }

    private static List<InputColumn> columns() {
        List<CodeWord> grades = IntStream.rangeClosed(1, 10)
                .mapToObj(grade -> new CodeWord(Integer.toString(grade), Integer.toString(grade)))
                .toList();
        return List.of(
                column("accident_id", "事故号", "Accident", Kind.KEY, false, List.of(), false, null),
                column(
                        "kind",
                        "类型",
                        "Kind",
                        Kind.CODE,
                        false,
                        SamplePack.words("death", "身故", "disability", "伤残", "medical", "医疗"),
                        false,
                        null),
                column("grade", "伤残等级", "Grade", Kind.GRADE, false, grades, false, new UsedWhen("kind", List.of(2))),
                column(
                        "eligible_cost",
                        "合规费用",
                        "Eligible cost",
                        Kind.MONEY,
                        false,
                        List.of(),
                        false,
                        new UsedWhen("kind", MEDICAL)),
                SamplePack.money("disaster_paid", "灾害保险支付", "Disaster insurance payment", true),
                column(
                        "cause",
                        "原因",
                        "Cause",
                        Kind.CODE,
                        true,
                        SamplePack.words("natural-disaster", "自然灾害", "drowning", "溺水", "fire", "火灾"),
                        true,
                        null));
    }

    private static Program program() {
        ProgramSketch sketch = new ProgramSketch("kind", "grade", "eligible_cost", "disaster_paid", "cause");
        String accident = "accident_id";
        sketch.highest(
                        "highest",
                        new Text("本次事故已有的最高标准", "Highest standard of the accident so far"),
                        "standard",
                        accident)
                .sum("body_disaster", new Text("此前灾害保险已付", "Earlier disaster insurance payment"), "disaster", accident)
                .sum("body_to_date", new Text("本次事故此前已付", "Earlier payment for this accident"), "body", accident)
                .sum("body_in_year", new Text("本年度身故伤残已付", "Payment for death and disability this year"), "body")
                .sum(
                        "cost_to_date",
                        new Text("本次事故此前合规费用", "Eligible cost of the accident so far"),
                        "eligible_cost",
                        accident)
                .sum(
                        "medical_to_date",
                        new Text("本次事故此前已付医疗费", "Earlier medical payment for this accident"),
                        "medical",
                        accident)
                .sum("medical_in_year", new Text("本年度意外医疗已付", "Accident medical payment this year"), "medical")
                .sum("paid_to_date", new Text("此前累计已付", "Payments so far"), "benefit");
        return sketch.under("WH3 §3.2 ①")
                .step("grade_standard", new Text("伤残标准", "Disability standard"), "kind", List.of(2), () -> {
                    List<Long> amounts = LongStream.rangeClosed(1, 10)
                            .map(grade -> 500_000 * (11 - grade))
                            .boxed()
                            .toList();
                    return new GradeSchedule(sketch.at("grade"), amounts);
                })
                .step(
                        "death_standard",
                        new Text("身故标准", "Death standard"),
                        "kind",
                        List.of(1),
                        () -> new LumpSum(5_000_000))
                .step(
                        "standard",
                        new Text("这次的标准", "Standard of this claim"),
                        () -> new Choose(
                                sketch.at("kind"),
                                List.of(
                                        new Choose.Branch(List.of(1), sketch.at("death_standard")),
                                        new Choose.Branch(List.of(2), sketch.at("grade_standard")),
                                        new Choose.Branch(MEDICAL, -1))))
                .step(
                        "entitlement",
                        new Text("应付标准", "Standard due"),
                        "kind",
                        BODY,
                        () -> new MaxOf(sketch.all("standard", "highest")))
                .under("SD §4.2", "R8")
                .step(
                        "disaster",
                        new Text("灾害保险支付", "Disaster insurance payment"),
                        "cause",
                        List.of(1, 2, 3),
                        () -> new Sum(sketch.all("disaster_paid")))
                .under("WH3 §3.2 ①")
                .step(
                        "body_owed",
                        new Text("身故伤残应付", "Amount owed for death and disability"),
                        "kind",
                        BODY,
                        () -> new Subtract(
                                sketch.at("entitlement"),
                                sketch.all("disaster", "body_disaster", "body_to_date"),
                                true))
                .step(
                        "body",
                        new Text("身故伤残支付", "Death and disability payment"),
                        "kind",
                        BODY,
                        () -> new Cap(sketch.at("body_owed"), 5_000_000, sketch.all("body_in_year")))
                .step(
                        "cost",
                        new Text("本次事故合规费用", "Eligible cost of the accident"),
                        "kind",
                        MEDICAL,
                        () -> new Sum(sketch.all("cost_to_date", "eligible_cost")))
                .step(
                        "above",
                        new Text("免赔额以上", "Part above the deductible"),
                        "kind",
                        MEDICAL,
                        () -> new Deductible(sketch.at("cost"), 10_000))
                .under("WH3 §3.2 ①", "R3")
                .step(
                        "share",
                        new Text("按比例应付", "Share of the cost"),
                        "kind",
                        MEDICAL,
                        () -> new Coinsurance(sketch.at("above"), null, List.of(new Ratio(4, 5)), Rounding.HALF_UP))
                .under("WH3 §3.2 ①")
                .step(
                        "medical_owed",
                        new Text("医疗费应付", "Medical amount owed"),
                        "kind",
                        MEDICAL,
                        () -> new Subtract(sketch.at("share"), sketch.all("disaster", "medical_to_date"), true))
                .step(
                        "medical_capped",
                        new Text("限额内医疗费", "Medical amount within the limit"),
                        "kind",
                        MEDICAL,
                        () -> new Cap(sketch.at("medical_owed"), 2_000_000, sketch.all("medical_in_year")))
                .step(
                        "room",
                        new Text("还没有人支付的合规费用", "Eligible cost that nobody has paid"),
                        "kind",
                        MEDICAL,
                        () -> new Subtract(sketch.at("cost"), sketch.all("disaster_paid", "medical_to_date"), true))
                .step(
                        "medical",
                        new Text("医疗费支付", "Medical payment"),
                        "kind",
                        MEDICAL,
                        () -> new MinOf(sketch.all("medical_capped", "room")))
                .step(
                        "benefit",
                        new Text("本次给付", "Benefit"),
                        () -> new Choose(
                                sketch.at("kind"),
                                List.of(
                                        new Choose.Branch(BODY, sketch.at("body")),
                                        new Choose.Branch(MEDICAL, sketch.at("medical")))))
                .step(
                        "year_paid",
                        new Text("本年度累计支付", "Payments this year"),
                        () -> new Sum(sketch.all("paid_to_date", "benefit")))
                .program();
    }
}
