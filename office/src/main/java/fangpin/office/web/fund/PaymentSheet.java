package fangpin.office.web.fund;

import fangpin.office.access.Right;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.web.Desk;
import fangpin.office.web.ListSheet;
import fangpin.office.web.Page;
import fangpin.office.web.Place;
import fangpin.office.web.Show;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of payment orders as a table; accounts stay in the office. */
@Component
class PaymentSheet implements ListSheet {
    private final PaymentOrders orders;

    PaymentSheet(PaymentOrders orders) {
        this.orders = orders;
    }

    @Override
    public String id() {
        return "payments";
    }

    @Override
    public Right needs() {
        return Right.LEDGER_READ;
    }

    @Override
    public Place place() {
        return Place.PAYMENTS;
    }

    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        PaymentOrder.State state = Arrays.stream(PaymentOrder.State.values())
                .filter(one -> one.word().equals(choices.get("state")))
                .findFirst()
                .orElse(null);
        Show show = Show.to(desk);
        Page page = new Page(desk, "", List.of(), Place.PAYMENTS);
        return new Sheet(
                List.of(
                        "fund.order",
                        "fund.payee",
                        "fund.for",
                        "fund.amount",
                        "fund.raised-on",
                        "register.field.stage",
                        "register.field.reason"),
                orders.list(desk.actor(), state, Long.MAX_VALUE, MOST).stream()
                        .map(one -> List.of(
                                PaymentNumber.text(one.id()),
                                one.payeeName(),
                                Subjects.words(page, one.subject()),
                                show.yuan(one.amountFen()),
                                show.date(one.raisedOn()),
                                page.say("fund.state." + one.state().word()),
                                one.reason()))
                        .toList());
    }
}
