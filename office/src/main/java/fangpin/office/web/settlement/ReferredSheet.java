package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.settlement.ReferredBill;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.web.Desk;
import fangpin.office.web.Language;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bills that wait for a decision on cover as a table. */
@Component
class ReferredSheet implements ListSheet {
    private final ReferredBills bills;
    private final PolicyLibrary library;

    ReferredSheet(ReferredBills bills, PolicyLibrary library) {
        this.bills = bills;
        this.library = library;
    }

    @Override
    public String id() {
        return "referred-bills";
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
                        "fund.product",
                        "settlement.discharged",
                        "settlement.what",
                        "settlement.upload.why"),
                bills.all(desk.actor(), MOST).stream()
                        .map(one -> row(desk, one))
                        .toList());
    }

    private List<String> row(Desk desk, ReferredBill one) {
        Show show = Show.to(desk);
        return List.of(
                one.billNumber(),
                desk.language() == Language.CHINESE ? one.hospitalChinese() : one.hospitalEnglish(),
                desk.actor().may(Right.SETTLEMENT_WRITE) ? one.personName() : show.name(one.personName()),
                show.text(library.productName(one.pack(), one.product())),
                show.date(one.dischargedOn()),
                desk.words()
                        .of("settlement.referred-state." + one.state().name().toLowerCase(Locale.ROOT)),
                one.refusal() == null
                        ? ""
                        : desk.words().of("settlement.reason." + one.refusal().word()));
    }
}
