package fangpin.office.claims.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Mask;
import fangpin.office.access.Right;
import fangpin.office.claims.Payee;
import fangpin.office.fund.PayeeSource;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 理赔的收款人: each payee's part of the whole, less what orders give him already. */
@Component
class ClaimPayees implements PayeeSource {
    private static final String KIND = "claim/";
    private static final Set<PaymentOrder.State> VOID =
            EnumSet.of(PaymentOrder.State.REFUSED, PaymentOrder.State.RETURNED);

    private final ClaimRows rows;
    private final FindingRows files;
    private final ObjectProvider<PaymentOrders> orders;

    ClaimPayees(ClaimRows rows, FindingRows files, ObjectProvider<PaymentOrders> orders) {
        this.rows = rows;
        this.files = files;
        this.orders = orders;
    }

    @Override
    public Optional<Told> of(Actor actor, String subject, long owedFen) {
        if (!subject.startsWith(KIND)) {
            return Optional.empty();
        }
        long id = Long.parseLong(subject.substring(KIND.length()));
        return rows.find(id)
                .map(claim -> new Told(
                        Mask.name(claim.personName()) + " · " + id,
                        actor.may(Right.CLAIM_READ) ? "/claims/" + id : "",
                        actor.may(Right.PAYMENT_RAISE) ? open(actor, subject, id, owedFen) : List.of()));
    }

    private List<fangpin.office.fund.Payee> open(Actor actor, String subject, long id, long openFen) {
        Map<String, Long> given = new HashMap<>();
        for (PaymentOrder order : orders.getObject().of(actor, subject)) {
            if (!VOID.contains(order.state())) {
                given.merge(order.payeeName(), order.amountFen(), Long::sum);
            }
        }
        long whole =
                openFen + given.values().stream().mapToLong(Long::longValue).sum();
        List<Payee> payees = files.payeesInClear(id);
        List<Long> shares = Payee.shares(payees, whole);
        List<fangpin.office.fund.Payee> open = new ArrayList<>();
        for (int row = 0; row < payees.size(); row++) {
            Payee payee = payees.get(row);
            long already = Math.min(shares.get(row), given.getOrDefault(payee.name(), 0L));
            given.merge(payee.name(), -already, Long::sum);
            if (shares.get(row) > already) {
                open.add(new fangpin.office.fund.Payee(
                        payee.name(), payee.bank(), payee.card(), new Fen(shares.get(row) - already)));
            }
        }
        return List.copyOf(open);
    }
}
