package fangpin.office.fund;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.internal.OrderRows;
import fangpin.office.fund.internal.OwnContracts;
import fangpin.office.fund.internal.PaymentPosting;
import fangpin.office.fund.internal.ToldPayees;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 付款单: no payment without something owed under a contract, a second person's approval and money in the account. What an approval puts
 * by nobody else can spend, on the side of the money and on the side of the debt, so that nothing is paid twice.
 */
@Service
public final class PaymentOrders {
    private static final String ACCOUNT = "[0-9]{8,32}";

    private final ScopedWork work;
    private final OrderRows rows;
    private final PaymentPosting posting;
    private final OwnContracts contracts;
    private final List<PayeeSource> payees;
    private final ToldPayees toldPayees;
    private final Audit audit;

    PaymentOrders(
            ScopedWork work,
            OrderRows rows,
            PaymentPosting posting,
            OwnContracts contracts,
            List<PayeeSource> payees,
            ToldPayees toldPayees,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.posting = posting;
        this.contracts = contracts;
        this.payees = payees;
        this.toldPayees = toldPayees;
        this.audit = audit;
    }

    /** What is owed and not paid, under one's contracts; who is no insurer also sees what no contract pays. */
    public List<Owing> owing(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.owing(own, !actor.may(Right.PAYMENT_RAISE)));
    }

    /** 多付: what was paid beyond what is owed by now, under one's contracts. */
    public List<Overpaid> overpaid(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.overpaid(own));
    }

    /** One account of what is owed. */
    public Optional<Owing> owing(Actor actor, long account) {
        return owing(actor).stream().filter(one -> one.accountId() == account).findFirst();
    }

    /** Whom a debt is to, as the room says that owes; empty when nobody knows the subject. */
    public Optional<PayeeSource.Told> told(Actor actor, String subject, long openFen) {
        return work.read(
                actor,
                () -> payees.stream()
                        .flatMap(source -> source.of(actor, subject, openFen).stream())
                        .findFirst());
    }

    /** The same for who is about to pay: that accounts were shown in clear is recorded, since they are people's. */
    public Optional<PayeeSource.Told> disclosed(Actor actor, String subject, long openFen) {
        Optional<PayeeSource.Told> told = told(actor, subject, openFen);
        long accounts = told.stream()
                .flatMap(one -> one.payees().stream())
                .filter(payee -> !payee.account().isEmpty())
                .count();
        if (accounts > 0) {
            audit.recordApart(
                    actor,
                    AuditAction.UNMASKED,
                    subject,
                    Map.of("field", "bank-card", "values", Long.toString(accounts), "reason", "付款"));
        }
        return told;
    }

    /** Money that may be paid out under a contract for a product, in fen. */
    public long freeFen(Actor actor, long contract, String product) {
        return work.read(
                actor,
                () -> rows.money(contract, product)
                        .map(OrderRows.Money::freeFen)
                        .orElse(0L));
    }

    /** Asks that something owed be paid; another person answers. */
    public Answer<Long> raise(Actor actor, long owedAccount, Payee payee, LocalDate today) {
        if (!actor.may(Right.PAYMENT_RAISE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        if (payee.name().isBlank()) {
            return Answer.refused(PaymentRefusal.FIELD_MISSING);
        }
        if (!payee.account().matches(ACCOUNT)) {
            return Answer.refused(PaymentRefusal.BAD_ACCOUNT);
        }
        if (payee.amount().amount() <= 0) {
            return Answer.refused(PaymentRefusal.BAD_AMOUNT);
        }
        Optional<Owing> owing = owing(actor, owedAccount);
        if (owing.isEmpty()) {
            return Answer.refused(PaymentRefusal.NOT_FOUND);
        }
        Long number = owing.get().contractId();
        Optional<Contract> contract = number == null ? Optional.empty() : contracts.find(actor, number);
        return contract.isEmpty()
                ? Answer.refused(PaymentRefusal.NO_CONTRACT)
                : work.write(actor, () -> raise(actor, owing.get(), contract.get(), payee, today));
    }

    private Answer<Long> raise(Actor actor, Owing seen, Contract contract, Payee payee, LocalDate today) {
        Optional<OrderRows.Money> money = rows.money(contract.id(), seen.product());
        if (money.isEmpty()) {
            return Answer.refused(PaymentRefusal.NOT_ENOUGH_MONEY, 0L);
        }
        Owing owing = rows.owing(seen.accountId()).orElse(seen);
        if (owing.openFen() < payee.amount().amount()) {
            return Answer.refused(PaymentRefusal.MORE_THAN_OWED, owing.openFen());
        }
        List<Payee> told = told(actor, owing.subject(), owing.openFen())
                .map(PayeeSource.Told::payees)
                .orElse(List.of());
        String other = toldPayees.otherThan(payee, owing.subject(), told);
        long order = rows.insert(owing, contract.path(), money.get().id(), payee, other, actor.userId(), today);
        audit.record(
                actor,
                AuditAction.PAYMENT_RAISED,
                "order/" + order,
                Map.of(
                        "subject",
                        owing.subject(),
                        "amount",
                        payee.amount().yuan(),
                        "payee-changed",
                        Boolean.toString(!other.isEmpty())));
        return Answer.done(order);
    }

    /** Approves an order of another person's: from now on its money is put by. */
    public Answer<PaymentOrder> approve(Actor actor, long id, LocalDate today) {
        return answer(actor, id, order -> {
            Answer<Long> other = Separation.check(order.raisedBy(), actor.userId());
            return other.then(checked -> {
                if (!rows.reserve(id)) {
                    return lacking(order);
                }
                rows.answer(id, PaymentOrder.State.APPROVED, "", actor.userId(), today);
                audit.record(actor, AuditAction.PAYMENT_APPROVED, "order/" + id, Map.of());
                return Answer.done(id);
            });
        });
    }

    /** What an approval lacks: the debt, which may have become less since, or the money. */
    private <T> Answer<T> lacking(PaymentOrder order) {
        long owedFen = rows.unorderedFen(order.id());
        return owedFen < order.amountFen()
                ? Answer.refused(PaymentRefusal.MORE_THAN_OWED, owedFen)
                : Answer.refused(
                        PaymentRefusal.NOT_ENOUGH_MONEY,
                        rows.money(order.contractId(), order.product())
                                .map(OrderRows.Money::freeFen)
                                .orElse(0L));
    }

    /** Refuses an order of another person's, with the reason. */
    public Answer<PaymentOrder> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(
                        actor,
                        id,
                        order -> Separation.check(order.raisedBy(), actor.userId())
                                .map(checked -> {
                                    refused(actor, id, reason.strip(), today);
                                    return id;
                                }));
    }

    /** 撤回批准: an approved order that has not gone to the bank is void, with the reason, and its money free; never by who asked for it. */
    public Answer<PaymentOrder> recall(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(
                        actor,
                        id,
                        PaymentOrder.State.APPROVED,
                        order -> Separation.check(order.raisedBy(), actor.userId())
                                .map(checked -> {
                                    rows.release(id);
                                    refused(actor, id, reason.strip(), today);
                                    return id;
                                }));
    }

    /**
     * 退汇: the bank gave a payment back after it was paid; by an entry against the first it is owed again, and asked for anew by two persons.
     * Never by who asked for it.
     */
    public Answer<PaymentOrder> cameBack(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(
                        actor,
                        id,
                        PaymentOrder.State.PAID,
                        order -> Separation.check(order.raisedBy(), actor.userId())
                                .map(checked -> {
                                    posting.cameBack(actor, order, reason.strip(), today);
                                    audit.record(
                                            actor,
                                            AuditAction.PAYMENT_REFUSED,
                                            "order/" + id,
                                            Map.of("reason", reason.strip(), "before", PaymentOrder.State.PAID.word()));
                                    return id;
                                }));
    }

    private void refused(Actor actor, long id, String reason, LocalDate today) {
        rows.answer(id, PaymentOrder.State.REFUSED, reason, actor.userId(), today);
        audit.record(actor, AuditAction.PAYMENT_REFUSED, "order/" + id, Map.of("reason", reason));
    }

    private Answer<PaymentOrder> answer(Actor actor, long id, Function<PaymentOrder, Answer<Long>> answered) {
        return answer(actor, id, PaymentOrder.State.RAISED, answered);
    }

    private Answer<PaymentOrder> answer(
            Actor actor, long id, PaymentOrder.State from, Function<PaymentOrder, Answer<Long>> answered) {
        if (!actor.may(Right.PAYMENT_APPROVE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        List<Long> own = List.of(contracts.ids(actor));
        return work.write(actor, () -> {
            Optional<PaymentOrder> order = rows.locked(id).filter(one -> own.contains(one.contractId()));
            if (order.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            if (order.get().state() != from) {
                return Answer.refused(PaymentRefusal.CHANGED_MEANWHILE);
            }
            return answered.apply(order.get()).map(done -> rows.find(id).orElseThrow());
        });
    }

    /** The newest orders under one's contracts, before a given one. */
    public List<PaymentOrder> list(Actor actor, PaymentOrder.@Nullable State state, long before, int most) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.list(own, state, before, most));
    }

    /** How many wait for this actor's approval: his own do not. */
    public long toApprove(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.count(own, PaymentOrder.State.RAISED, actor.userId()));
    }

    /** How many came back from the bank and have not been asked for anew. */
    public long returned(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.returned(own));
    }

    /** How many are approved and wait for a file to the bank. */
    public long toSend(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.count(own, PaymentOrder.State.APPROVED, 0));
    }

    /** How many are approved or with the bank for more than is owed by now. */
    public long beyondDebt(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.beyondDebt(own));
    }

    /** One of them. */
    public Optional<PaymentOrder> find(Actor actor, long id) {
        List<Long> own = List.of(contracts.ids(actor));
        return work.read(actor, () -> rows.find(id)).filter(one -> own.contains(one.contractId()));
    }

    /** The payments of one subject, the newest first. */
    public List<PaymentOrder> of(Actor actor, String subject) {
        return work.read(actor, () -> rows.of(subject));
    }
}
