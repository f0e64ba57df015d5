package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.CostLimits;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.Reconciliations;
import fangpin.office.settlement.SettlementFigures;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.ListSheet;
import fangpin.office.web.MadeSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists behind the figures of settlement as tables: of the dashboard, of reconciliations, of hospitals. */
@Configuration(proxyBeanMethods = false)
class InsuranceSheets {
    private static ListSheet dashboard(
            String id, java.util.function.BiFunction<Desk, Map<String, String>, ListSheet.Sheet> made) {
        return new MadeSheet(id, Right.SETTLEMENT_READ, Place.DASHBOARD, made);
    }

    private static String hospital(Desk desk, String chinese, String english) {
        return desk.language() == Language.CHINESE ? chinese : english;
    }

    private static String category(Desk desk, String category) {
        return Show.to(desk).code("status", category);
    }

    @Bean
    ListSheet dashboardBillSheet(SettlementFigures figures) {
        return dashboard("dashboard-bills", (desk, choices) -> {
            Show show = Show.to(desk);
            LocalDate from = DashboardPages.year(desk, choices.getOrDefault("year", ""));
            return new ListSheet.Sheet(
                    List.of(
                            "settlement.bill-number",
                            "settlement.hospital",
                            "register.field.name",
                            "settlement.dash.class",
                            "settlement.discharged",
                            "settlement.dash.eligible",
                            "settlement.cost.self",
                            "settlement.dash.amount"),
                    figures
                            .bills(
                                    desk.actor(),
                                    from,
                                    from.plusYears(1),
                                    choices.getOrDefault("category", ""),
                                    choices.getOrDefault("amount", "total"),
                                    ListSheet.MOST)
                            .stream()
                            .map(line -> List.of(
                                    line.billNumber(),
                                    hospital(desk, line.hospitalChinese(), line.hospitalEnglish()),
                                    show.name(line.personName()),
                                    category(desk, line.category()),
                                    show.date(line.dischargedOn()),
                                    show.yuan(line.eligibleFen()),
                                    show.yuan(line.selfFen()),
                                    show.yuan(line.amountFen())))
                            .toList());
        });
    }

    @Bean
    ListSheet dashboardPersonSheet(SettlementFigures figures, CostLimits limits) {
        return dashboard("dashboard-persons", (desk, choices) -> {
            Show show = Show.to(desk);
            LocalDate from = DashboardPages.year(desk, choices.getOrDefault("year", ""));
            return new ListSheet.Sheet(
                    List.of(
                            "register.field.name",
                            "settlement.dash.class",
                            "settlement.statement.bills",
                            "settlement.dash.eligible",
                            "settlement.cost.self",
                            "settlement.cost.self-share"),
                    figures
                            .persons(
                                    desk.actor(),
                                    from,
                                    from.plusYears(1),
                                    choices.getOrDefault("category", ""),
                                    choices.getOrDefault("above", "").equals("true") ? limits.selfPercent() : -1,
                                    ListSheet.MOST)
                            .stream()
                            .map(line -> List.of(
                                    show.name(line.personName()),
                                    category(desk, line.category()),
                                    show.number(line.bills()),
                                    show.yuan(line.eligibleFen()),
                                    show.yuan(line.selfFen()),
                                    show.yuan(line.selfShare())))
                            .toList());
        });
    }

    @Bean
    ListSheet dashboardWaitSheet(SettlementFigures figures) {
        return dashboard("dashboard-waits", (desk, choices) -> {
            Show show = Show.to(desk);
            LocalDate from = DashboardPages.year(desk, choices.getOrDefault("year", ""));
            return new ListSheet.Sheet(
                    List.of(
                            "settlement.bill-number",
                            "settlement.hospital",
                            "settlement.discharged",
                            "settlement.paid",
                            "settlement.dash.paid-on",
                            "settlement.dash.days"),
                    figures
                            .waits(
                                    desk.actor(),
                                    from,
                                    from.plusYears(1),
                                    choices.getOrDefault("paid", "").equals("true"),
                                    ListSheet.MOST)
                            .stream()
                            .map(line -> List.of(
                                    line.billNumber(),
                                    hospital(desk, line.hospitalChinese(), line.hospitalEnglish()),
                                    show.date(line.dischargedOn()),
                                    show.yuan(line.paidFen()),
                                    show.date(line.paidOn()),
                                    line.days() == null ? "" : Integer.toString(line.days())))
                            .toList());
        });
    }

    @Bean
    ListSheet reconciliationSheet(Reconciliations reconciliations, PolicyLibrary library) {
        return new MadeSheet("reconciliations", Right.SETTLEMENT_READ, Place.RECONCILIATIONS, (desk, choices) -> {
            Show show = Show.to(desk);
            return new ListSheet.Sheet(
                    List.of("settlement.hospital", "fund.product", "settlement.statement.bills", "settlement.paid"),
                    reconciliations.totals(desk.actor(), month(desk, choices.getOrDefault("month", ""))).stream()
                            .map(total -> List.of(
                                    show.hospital(total.hospital()),
                                    show.text(library.productName(total.pack(), total.product())),
                                    Integer.toString(total.bills()),
                                    show.yuan(total.fen())))
                            .toList());
        });
    }

    private static LocalDate month(Desk desk, String month) {
        return TypedDay.of(month + "-01").orElse(desk.today().withDayOfMonth(1));
    }

    @Bean
    ListSheet differenceSheet(Reconciliations reconciliations) {
        return new MadeSheet("differences", Right.SETTLEMENT_READ, Place.RECONCILIATIONS, (desk, choices) -> {
            Show show = Show.to(desk);
            long statement = choices.getOrDefault("statement", "").matches("[0-9]{1,18}")
                    ? Long.parseLong(choices.getOrDefault("statement", ""))
                    : 0;
            return new ListSheet.Sheet(
                    List.of(
                            "settlement.hospital.code",
                            "settlement.bill-number",
                            "settlement.what",
                            "settlement.statement.theirs-fen",
                            "settlement.statement.ours-fen",
                            "settlement.statement.note"),
                    reconciliations.differences(desk.actor(), statement, 0, ListSheet.MOST).stream()
                            .map(one -> List.of(
                                    one.hospitalCode(),
                                    one.billNumber(),
                                    desk.words()
                                            .of("settlement.statement.kind."
                                                    + one.kind().word()),
                                    one.theirFen() == null ? "" : show.yuan(one.theirFen()),
                                    one.ourFen() == null ? "" : show.yuan(one.ourFen()),
                                    one.note() == null ? "" : one.note()))
                            .toList());
        });
    }

    @Bean
    ListSheet hospitalSheet(Hospitals hospitals) {
        return new MadeSheet(
                "hospitals",
                Right.SYSTEM_MANAGE,
                Place.HOSPITALS,
                (desk, choices) -> new ListSheet.Sheet(
                        List.of(
                                "settlement.hospital.code",
                                "settlement.hospital.name",
                                "settlement.hospital.name-english"),
                        hospitals.of(desk.actor()).stream()
                                .map(one -> List.of(one.code(), one.nameChinese(), one.nameEnglish()))
                                .toList()));
    }
}
