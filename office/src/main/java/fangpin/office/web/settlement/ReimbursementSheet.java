package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Reimbursements;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of paper bills as a table. */
@Component
class ReimbursementSheet implements ListSheet {
    private final Reimbursements reimbursements;

    ReimbursementSheet(Reimbursements reimbursements) {
        this.reimbursements = reimbursements;
    }

    @Override
    public String id() {
        return "reimbursements";
    }

    @Override
    public Right needs() {
        return Right.REIMBURSEMENT_WRITE;
    }

    @Override
    public Place place() {
        return Place.REIMBURSEMENTS;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        Show show = Show.to(desk);
        return new Sheet(
                List.of(
                        "register.field.name",
                        "settlement.hospital",
                        "settlement.bill-number",
                        "settlement.discharged",
                        "settlement.paper.payee",
                        "settlement.day",
                        "register.field.stage"),
                reimbursements.list(desk.actor(), Long.MAX_VALUE, MOST).stream()
                        .map(one -> List.of(
                                one.personName(),
                                one.paper().hospitalName(),
                                one.paper().billNumber(),
                                show.date(one.paper().dischargedOn()),
                                one.payee().name(),
                                show.date(one.enteredOn()),
                                desk.words()
                                        .of("settlement.paper.stage."
                                                + one.stage()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'))))
                        .toList());
    }
}
