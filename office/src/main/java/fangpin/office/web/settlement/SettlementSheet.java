package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Settlements;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of settled bills as a table; names as on the page. */
@Component
class SettlementSheet implements ListSheet {
    private final Settlements settlements;

    SettlementSheet(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public String id() {
        return "settlements";
    }

    @Override
    public Right needs() {
        return Right.SETTLEMENT_READ;
    }

    @Override
    public Place place() {
        return Place.SETTLEMENTS;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        return new Sheet(
                List.of(
                        "settlement.bill-number",
                        "settlement.hospital",
                        "register.field.name",
                        "settlement.discharged",
                        "settlement.total",
                        "settlement.paid",
                        "settlement.due",
                        "register.field.stage"),
                settlements.list(desk.actor(), Long.MAX_VALUE, MOST).stream()
                        .map(bill -> row(desk, bill))
                        .toList());
    }

    private static List<String> row(Desk desk, Bill bill) {
        Show show = Show.to(desk);
        return List.of(
                bill.billNumber(),
                show.hospital(bill.hospital()),
                desk.actor().may(Right.SETTLEMENT_WRITE) ? bill.personName() : show.name(bill.personName()),
                show.date(bill.dischargedOn()),
                show.yuan(bill.decisions().getFirst().totalFen()),
                show.yuan(bill.latest().paidFen()),
                show.yuan(bill.latest().dueFromPersonFen()),
                desk.words().of("settlement.kind." + bill.latest().kind().name().toLowerCase(Locale.ROOT)));
    }
}
