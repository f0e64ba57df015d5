package fangpin.packs.explain;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.InputColumn.CodeWord;
import fangpin.kernel.policy.InputColumn.Kind;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Reading;
import fangpin.kernel.policy.Standards;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hand-made pack of Weihai's shape: the real words of the clauses it needs, two products. */
final class SamplePack {
    static final Period YEAR = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));

    static final List<CoverRule> COVER = List.of(
            cover("policy-beneficiary", "脱贫享受政策", CoverRule.Joins.PERIOD_START),
            cover("instant-help", "即时帮扶", CoverRule.Joins.INCLUSION));

    static final Reading R1 = reading(
            "R1",
            new Text("“低于10%”怎么算", "What \"below 10%\" means"),
            List.of("WH3 §3.1 ①"),
            "strict",
            List.of(
                    new Reading.Choice("strict", new Text("严格低于，最多留到差一分", "strictly below: the largest fen below")),
                    new Reading.Choice("at-most", new Text("可以等于", "at most"))));

    static final Reading R2 = reading(
            "R2",
            new Text("“累计”怎么算", "What \"cumulative\" means"),
            List.of("WH3 §3.1 ①"),
            "running",
            List.of(
                    new Reading.Choice(
                            "running", new Text("按结算先后逐笔累计，不追回", "running, in order of settlement; no clawback")),
                    new Reading.Choice("year-end", new Text("年终一次算清", "trued up at year end"))));

    static final Reading R3 = reading(
            "R3",
            new Text("文件没写怎么取整", "Rounding where a text is silent"),
            List.of("WH3 §3.2 ①"),
            "half-up",
            List.of(
                    new Reading.Choice("half-up", new Text("四舍五入到分", "half up to the fen")),
                    new Reading.Choice("down", new Text("舍去分以下", "down")),
                    new Reading.Choice("half-even", new Text("四舍六入五成双", "half even"))));

    static final Reading R8 = reading(
            "R8",
            new Text("灾害保险先付，怎么接着付", "How cover goes on after the disaster insurance"),
            List.of("SD §4.2", "WH3 §3.2 ①"),
            "tops-up",
            List.of(
                    new Reading.Choice("tops-up", new Text("补足到本保险的标准", "tops up to its own standard")),
                    new Reading.Choice("stacks", new Text("另外全额支付", "stacks"))));

    private SamplePack() {}

    static PolicyPack pack() {
        return new PolicyPack(
                "sample-2020",
                new Text("样例市2020年度扶贫特惠保险", "Sample city's special-benefit insurance 2020"),
                "样例市",
                LocalDate.of(2020, 2, 19),
                YEAR,
                "b41d".repeat(16),
                new PolicyPack.Superior("province-2020", "5d2e".repeat(16), List.of(), List.of()),
                List.of(document()),
                List.of(R1, R2, R3, R8),
                List.of(),
                List.of(SupplementaryProduct.product(), AccidentProduct.product()),
                List.of(),
                Standards.NONE,
                Funds.NONE,
                List.of(),
                List.of());
    }

    private static Document document() {
        return new Document(
                "WH3",
                "威扶贫组办字〔2020〕3号",
                "威海市2020年度扶贫特惠保险实施方案",
                LocalDate.of(2020, 2, 19),
                "00".repeat(32),
                List.of(
                        new Clause(
                                new ClauseId("WH3 §2b"),
                                "二、参保对象",
                                List.of("对2019年底全市动态调整后享受脱贫攻坚政策和纳入即时帮扶人口实施医疗商业补充保险和意外伤害保险。")),
                        new Clause(
                                new ClauseId("WH3 §3.1"),
                                "(一)医疗商业补充保险。",
                                List.of(
                                        "2020年度每人保费标准为450元,对贫困人口合规的住院医疗费用,不设起付线。经基本医疗保险、大病保险、医疗机构减免、医疗救助等补偿后,"
                                                + "医疗商业补充保险再给予补偿,确保个人累计负担合规住院医疗费用低于合规住院医疗总费用的10%。",
                                        "合规医疗费用为符合基本医疗保险和大病保险规定的药品目录、医疗保险诊疗目录、医疗服务设施项目范围及市医疗保障局确定的其它合规医疗费用。",
                                        "一个医疗年度内的每人医疗商业补充保险赔付封顶线为60万元。")),
                        new Clause(
                                new ClauseId("WH3 §3.2"),
                                "(二)意外伤害保险。",
                                List.of(
                                        "2020年度每人保费标准为8元,主要保障贫困人口保险期内遭受意外伤害导致身故、残疾和意外伤害医疗等。意外身故、意外残疾一级保障标准为5万元,"
                                                + "意外残疾每低一级保障标准降低保险金额的10%,最低保障标准为5000元;意外伤害医疗保障标准为合规医疗费用100元免赔额后按80%比例赔付,限额为2万元。",
                                        "进一步完善扶贫特惠保险即时帮扶机制,自纳入之日起享受扶贫特惠保险政策,享受政策时间截至2020年12月31日。"))));
    }

    private static CoverRule cover(String category, String zh, CoverRule.Joins joins) {
        return new CoverRule(
                category,
                new Text(zh, category),
                new ClauseId("WH3 §2b"),
                joins,
                CoverRule.Ends.PERIOD_END,
                CoverRule.Answer.YES,
                List.of());
    }

    private static Reading reading(
            String id, Text question, List<String> clauses, String chosen, List<Reading.Choice> choices) {
        return new Reading(
                id,
                question,
                clauses.stream().map(ClauseId::new).toList(),
                chosen,
                choices,
                new Text("项目组，待主管部门确认", "the project, until the authority confirms"));
    }

    static InputColumn money(String name, String zh, String en, boolean optional) {
        return column(name, zh, en, Kind.MONEY, optional, List.of(), false, null);
    }

    static InputColumn column(
            String name,
            String zh,
            String en,
            Kind kind,
            boolean optional,
            List<CodeWord> codes,
            boolean open,
            InputColumn.@Nullable UsedWhen usedWhen) {
        return new InputColumn(
                name,
                new Text(zh, en),
                List.of(zh),
                kind,
                optional ? InputColumn.Presence.OPTIONAL_COLUMN : InputColumn.Presence.NEEDED,
                codes,
                open,
                usedWhen);
    }

    /** Code words from pairs of English and Chinese. */
    static List<CodeWord> words(String... pairs) {
        return java.util.stream.IntStream.range(0, pairs.length / 2)
                .mapToObj(index -> new CodeWord(pairs[2 * index], pairs[2 * index + 1]))
                .toList();
    }

    static fangpin.kernel.policy.Premium premium(long yuan) {
        return new fangpin.kernel.policy.Premium(
                fangpin.kernel.money.Fen.ofYuan(yuan),
                new fangpin.kernel.ClauseId("WH3 §3.1"),
                fangpin.kernel.policy.Premium.AddedInYear.FULL,
                fangpin.kernel.money.Rounding.HALF_UP);
    }

    static Product product(PolicyPack pack, String id) {
        return pack.product(id).orElseThrow();
    }

    static List<Long> fen(long... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
