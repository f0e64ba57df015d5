package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.CostLimits;
import fangpin.office.settlement.Costs;
import fangpin.office.web.Language;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import fangpin.office.web.settlement.CostPages.CostPage;
import fangpin.tables.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 费用控制表: a month's costs by hospital or by person; by person it names people, so it leaves with its purpose like every list. */
@Configuration(proxyBeanMethods = false)
class CostSheet {
    private static final String BILLS = "settlement.statement.bills";
    private static final String TOTAL = "settlement.total";
    private static final String INELIGIBLE = "settlement.cost.ineligible";
    private static final String SELF = "settlement.cost.self";

    @Bean
    ListSheet costListSheet(Costs costs, CostLimits limits) {
        return new MadeSheet("costs", Right.SETTLEMENT_READ, Place.COSTS, (desk, choices) -> {
            Costs.By by = CostPages.of(choices.getOrDefault("by", ""));
            Show show = Show.to(desk);
            boolean chinese = desk.language() == Language.CHINESE;
            return new ListSheet.Sheet(
                    List.of(
                            "settlement.cost." + by.name().toLowerCase(Locale.ROOT),
                            BILLS,
                            TOTAL,
                            INELIGIBLE,
                            "settlement.cost.ineligible-share",
                            SELF,
                            "settlement.cost.self-share",
                            "settlement.cost.outlier"),
                    costs
                            .lines(
                                    desk.actor(),
                                    by,
                                    CostPages.month(desk, choices.getOrDefault("month", ""))
                                            .atDay(1),
                                    ListSheet.MOST)
                            .stream()
                            .map(line -> List.of(
                                    CostPage.name(line, show, chinese),
                                    Long.toString(line.bills()),
                                    Long.toString(line.totalFen()),
                                    Long.toString(line.ineligibleFen()),
                                    CostPage.percent(line.ineligiblePermille()),
                                    Long.toString(line.selfFen()),
                                    CostPage.percent(line.selfPermille()),
                                    limits.standsOut(line) ? "*" : ""))
                            .toList(),
                    Map.of(
                            BILLS,
                            Column.Kind.NUMBER,
                            TOTAL,
                            Column.Kind.MONEY,
                            INELIGIBLE,
                            Column.Kind.MONEY,
                            SELF,
                            Column.Kind.MONEY));
        });
    }
}
