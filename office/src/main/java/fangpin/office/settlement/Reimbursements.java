package fangpin.office.settlement;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.Covers;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.PaymentOrder;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.register.BankCard;
import fangpin.office.settlement.internal.Acceptance;
import fangpin.office.settlement.internal.Basis;
import fangpin.office.settlement.internal.BillDebts;
import fangpin.office.settlement.internal.Grounds;
import fangpin.office.settlement.internal.ReimbursementRows;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.YearEnds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * 手工报销 (WH3 §5.4): paper bills of care that no hospital could settle at discharge. One person enters, another approves; then the bill is
 * settled in the person's year account like every other, and what is paid is owed to the person or his proxy.
 */
@Service
public final class Reimbursements {
    private static final int LONGEST = 30;
    private static final int LONGEST_WORDS = 200;

    private final ScopedWork work;
    private final ReimbursementRows rows;
    private final Hospitals hospitals;
    private final Covers covers;
    private final Grounds grounds;
    private final YearEnds years;
    private final Acceptance acceptance;
    private final Settlements settlements;
    private final SettlementRows bills;
    private final PaymentOrders orders;
    private final Audit audit;

    Reimbursements(
            ScopedWork work,
            ReimbursementRows rows,
            Hospitals hospitals,
            Covers covers,
            Grounds grounds,
            YearEnds years,
            Acceptance acceptance,
            Settlements settlements,
            SettlementRows bills,
            PaymentOrders orders,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.hospitals = hospitals;
        this.covers = covers;
        this.grounds = grounds;
        this.years = years;
        this.acceptance = acceptance;
        this.settlements = settlements;
        this.bills = bills;
        this.orders = orders;
        this.audit = audit;
    }

    /** Enters a paper bill; what it would pay is tried at once, so that nothing is entered that cannot be settled. */
    public Answer<Long> enter(
            Actor actor, String idNumber, Reimbursement.Paper paper, Reimbursement.Payee payee, LocalDate today) {
        SettlementRefusal wrong = wrong(actor, paper, payee);
        if (wrong != null) {
            return Answer.refused(wrong);
        }
        Optional<Covers.Insured> insured = covers.insuredWith(actor, idNumber);
        audit.recordApart(
                actor,
                AuditAction.COVER_ASKED,
                "person/" + insured.map(one -> Long.toString(one.personId())).orElse("none"),
                Map.of("for", "reimbursement"));
        if (insured.isEmpty()) {
            return Answer.refused(SettlementRefusal.UNKNOWN_PERSON);
        }
        if (!actor.scope().holds(countyOf(insured.get().path()))) {
            return Answer.refused(SettlementRefusal.OTHER_DIVISION);
        }
        try {
            return work.write(
                    actor,
                    () -> grounds.of(actor, List.of(message("entry", idNumber, paper)), today)
                            .getFirst()
                            .then(basis -> rows.sees(basis.contract())
                                    ? Answer.done(basis)
                                    : Answer.refused(SettlementRefusal.OTHER_INSURER))
                            .then(basis -> once(paper, basis))
                            .map(basis -> {
                                long id = rows.insert(
                                        insured.get(),
                                        basis.contract(),
                                        countyOf(insured.get().path()),
                                        idNumber,
                                        paper,
                                        payee,
                                        new SettlementRows.By(actor.userId(), today));
                                audit.record(actor, AuditAction.ENTERED, "reimbursement/" + id, Map.of());
                                return id;
                            }));
        } catch (DuplicateKeyException twice) {
            return Answer.refused(SettlementRefusal.DUPLICATE_BILL, paper.billNumber());
        }
    }

    private <T> Answer<T> once(Reimbursement.Paper paper, T found) {
        return rows.settledAtDesk(paper)
                ? Answer.refused(SettlementRefusal.DUPLICATE_BILL, paper.billNumber())
                : Answer.done(found);
    }

    private static @Nullable SettlementRefusal wrong(
            Actor actor, Reimbursement.Paper paper, Reimbursement.Payee payee) {
        if (!actor.may(Right.REIMBURSEMENT_WRITE)) {
            return SettlementRefusal.NO_RIGHT;
        }
        boolean words = !tooLong(paper.hospitalName(), LONGEST)
                && !tooLong(paper.billNumber(), LONGEST)
                && !tooLong(paper.why(), LONGEST_WORDS)
                && !tooLong(payee.name(), LONGEST)
                && !tooLong(payee.bank(), LONGEST_WORDS)
                && (!payee.proxy() || !tooLong(payee.relation(), LONGEST));
        if (!words) {
            return SettlementRefusal.PAPER_WORDS;
        }
        return BankCard.isOne(BankCard.normal(payee.account())) ? null : SettlementRefusal.BAD_ACCOUNT;
    }

    private static boolean tooLong(String text, int most) {
        return text.isBlank() || text.length() > most;
    }

    /** The county or zone of a village. */
    private static String countyOf(String village) {
        String[] codes = village.split("/", -1);
        return codes.length < 4 ? village : codes[0] + "/" + codes[1] + "/" + codes[2] + "/";
    }

    private static BillMessage message(String id, String idNumber, Reimbursement.Paper paper) {
        return new BillMessage(
                id,
                paper.hospitalName() + " " + paper.billNumber(),
                idNumber,
                paper.admittedOn(),
                paper.dischargedOn(),
                paper.amountsFen(),
                paper.words());
    }

    /** What an entered bill would pay now. */
    public Answer<Trial> trial(Actor actor, Reimbursement one, LocalDate today) {
        return work.read(
                actor,
                () -> grounds.of(actor, List.of(message("trial", rows.idNumber(one.id()), one.paper())), today)
                        .getFirst()
                        .map(this::tried));
    }

    private Trial tried(Basis basis) {
        YearEnds.Account account = basis.account();
        return basis.worked(years.held(List.of(account)).getOrDefault(account, YearEnds.YearEnd.NONE));
    }

    /** Approves and settles a bill that another person entered. */
    public Answer<Long> approve(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, one -> {
            if (one.enteredBy() == actor.userId()) {
                return Answer.refused(SettlementRefusal.SAME_PERSON);
            }
            Hospital desk = hospitals.paperDesk(countyOf(one.path()));
            BillMessage message = message(BillDebts.PAPER + id, rows.idNumber(id), one.paper());
            return once(one.paper(), message)
                    .then(paper -> acceptance
                            .accept(actor, desk, List.of(paper), today)
                            .getFirst())
                    .map(bill -> {
                        rows.decide(
                                id,
                                Reimbursement.Stage.APPROVED,
                                bill,
                                null,
                                new SettlementRows.By(actor.userId(), today));
                        audit.record(
                                actor,
                                AuditAction.APPROVED,
                                "reimbursement/" + id,
                                Map.of("bill", Long.toString(bill)));
                        return id;
                    });
        });
    }

    /** Sends a bill back to who entered it, with a reason. */
    public Answer<Long> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, reason, Reimbursement.Stage.SENT_BACK, today);
    }

    /** Takes a bill back that one entered oneself. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, reason, Reimbursement.Stage.WITHDRAWN, today);
    }

    private Answer<Long> end(
            Actor actor, long id, int version, String reason, Reimbursement.Stage stage, LocalDate today) {
        if (tooLong(reason, LONGEST_WORDS)) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        return step(actor, id, version, one -> {
            boolean own = one.enteredBy() == actor.userId();
            if (own != (stage == Reimbursement.Stage.WITHDRAWN)) {
                return Answer.refused(SettlementRefusal.SAME_PERSON);
            }
            rows.decide(id, stage, null, reason.strip(), new SettlementRows.By(actor.userId(), today));
            audit.record(
                    actor,
                    own ? AuditAction.WITHDRAWN : AuditAction.REFUSED,
                    "reimbursement/" + id,
                    Map.of("reason", reason.strip()));
            return Answer.done(id);
        });
    }

    /**
     * Takes an approved bill back, by another than who approved it: its settlement is cancelled, and later bills of the year are decided
     * anew (R17). What an order pays or has paid must come back first.
     */
    public Answer<Long> cancel(Actor actor, long id, int version, String reason, LocalDate today) {
        if (tooLong(reason, LONGEST_WORDS)) {
            return Answer.refused(SettlementRefusal.REASON_MISSING);
        }
        try {
            return step(actor, id, version, Reimbursement.Stage.APPROVED, one -> cancelled(actor, one, reason, today));
        } catch (OrderStandsException stands) {
            return Answer.refused(SettlementRefusal.PAYMENT_STANDS, PaymentNumber.text(stands.order));
        }
    }

    private Answer<Long> cancelled(Actor actor, Reimbursement one, String reason, LocalDate today) {
        if (Long.valueOf(actor.userId()).equals(one.decidedBy())) {
            return Answer.refused(SettlementRefusal.SAME_PERSON);
        }
        Bill bill =
                settlements.find(actor, Objects.requireNonNull(one.billId())).orElseThrow();
        return settlements
                .cancel(
                        actor,
                        Right.REIMBURSEMENT_WRITE,
                        bill.id(),
                        bill.latest().number(),
                        reason,
                        today)
                .map(cancelled -> {
                    withoutOrders(actor, one);
                    rows.cancel(one.id(), reason.strip(), new SettlementRows.By(actor.userId(), today));
                    audit.record(
                            actor,
                            AuditAction.SETTLEMENT_CANCELLED,
                            "reimbursement/" + one.id(),
                            Map.of("reason", reason.strip()));
                    return one.id();
                });
    }

    /** Looked for when the debt is held already, so that no order is approved in between; what was done is taken back with the transaction. */
    private void withoutOrders(Actor actor, Reimbursement one) {
        for (PaymentOrder order : orders.of(actor, "reimbursement/" + one.id())) {
            if (order.state() != PaymentOrder.State.REFUSED && order.state() != PaymentOrder.State.RETURNED) {
                throw new OrderStandsException(order.id());
            }
        }
    }

    private static final class OrderStandsException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long order;

        OrderStandsException(long order) {
            this.order = order;
        }
    }

    /** 同一时段的结算: what is settled already of stays that overlap this one; for who looks whether one stay is claimed twice. */
    public List<Bill> sameDays(Actor actor, Reimbursement one) {
        return work.read(
                actor,
                () -> bills.ofPerson(one.personId()).stream()
                        .filter(bill -> !Long.valueOf(bill.id()).equals(one.billId()))
                        .filter(bill -> bill.latest().kind() != Decision.Kind.CANCELLED)
                        .filter(bill -> bill.admittedOn().isBefore(one.paper().dischargedOn())
                                && one.paper().admittedOn().isBefore(bill.dischargedOn()))
                        .toList());
    }

    /** One step on a bill that waits. */
    private Answer<Long> step(Actor actor, long id, int version, Function<Reimbursement, Answer<Long>> done) {
        return step(actor, id, version, Reimbursement.Stage.ENTERED, done);
    }

    private Answer<Long> step(
            Actor actor, long id, int version, Reimbursement.Stage stage, Function<Reimbursement, Answer<Long>> done) {
        if (!actor.may(Right.REIMBURSEMENT_WRITE)) {
            return Answer.refused(SettlementRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Reimbursement> held = rows.hold(id);
            if (held.isEmpty()) {
                return Answer.refused(SettlementRefusal.NOT_FOUND);
            }
            if (held.get().stage() != stage || held.get().version() != version) {
                return Answer.refused(SettlementRefusal.CHANGED_MEANWHILE);
            }
            return done.apply(held.get());
        });
    }

    /** One of them. */
    public Optional<Reimbursement> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The newest before a given one. */
    public List<Reimbursement> list(Actor actor, long before, int most) {
        return work.read(actor, () -> rows.before(before, most));
    }

    /** Those that wait for another person's answer. */
    public List<Reimbursement> waiting(Actor actor) {
        return work.read(actor, rows::waiting);
    }
}
