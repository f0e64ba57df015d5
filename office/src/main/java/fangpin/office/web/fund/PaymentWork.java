package fangpin.office.web.fund;

import fangpin.office.access.Right;
import fangpin.office.fund.OperatingCosts;
import fangpin.office.fund.Owing;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.PremiumPayments;
import fangpin.office.fund.YearCloses;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 收付款待办: what an insurer's staff has before it. */
@Component
final class PaymentWork implements WorkSource {
    private final PaymentOrders orders;
    private final PremiumPayments premiums;
    private final OperatingCosts costs;
    private final YearCloses closes;

    PaymentWork(PaymentOrders orders, PremiumPayments premiums, OperatingCosts costs, YearCloses closes) {
        this.orders = orders;
        this.premiums = premiums;
        this.costs = costs;
        this.closes = closes;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        List<Work> work = new ArrayList<>();
        if (desk.actor().may(Right.PAYMENT_RAISE)) {
            add(work, "premium", premiums.waiting(desk.actor()), "WH3 §5.3", "/premium-payments");
            add(
                    work,
                    "owing",
                    orders.owing(desk.actor()).stream()
                            .filter(one -> one.contractId() != null)
                            .mapToLong(Owing::openFen)
                            .filter(open -> open > 0)
                            .count(),
                    "WH3 §5.4",
                    "/payments");
            add(work, "returned", orders.returned(desk.actor()), "WH3 §5.4", "/payments?state=returned");
            add(work, "send", orders.toSend(desk.actor()), "WH3 §5.4", "/payments?state=approved");
        }
        if (desk.actor().may(Right.PAYMENT_APPROVE)) {
            add(work, "approve", orders.toApprove(desk.actor()), "WH3 §5.4", "/payments?state=raised");
            add(work, "beyond-debt", orders.beyondDebt(desk.actor()), "WH3 §5.4", "/payments?state=approved");
            add(work, "costs", costs.waiting(desk.actor()), "SD §5", "/corridor");
        }
        if (desk.actor().may(Right.ENROLMENT_APPROVE)) {
            add(work, "closes", closes.waiting(desk.actor()), "WH3 §4", "/corridor");
        }
        return work.size() > most ? List.copyOf(work.subList(0, most)) : work;
    }

    private static void add(List<Work> work, String what, long number, String clause, String address) {
        if (number > 0) {
            work.add(new Work("fund.work." + what, List.of(number), "", clause, null, address));
        }
    }
}
