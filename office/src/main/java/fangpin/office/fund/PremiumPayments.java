package fangpin.office.fund;

import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.internal.Journal;
import fangpin.office.fund.internal.OrderRows;
import fangpin.office.fund.internal.OwnContracts;
import fangpin.office.fund.internal.PremiumRows;
import fangpin.office.policy.PolicyLibrary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 缴纳保费 (WH3 §5.3: finance pays the insurer's account): finance says what it transferred, the insurer says that it came, and only
 * then it stands in the ledger.
 */
@Service
public final class PremiumPayments {
    private final ScopedWork work;
    private final PremiumRows rows;
    private final OrderRows orders;
    private final OwnContracts contracts;
    private final PolicyLibrary library;
    private final Journal journal;
    private final Audit audit;

    PremiumPayments(
            ScopedWork work,
            PremiumRows rows,
            OrderRows orders,
            OwnContracts contracts,
            PolicyLibrary library,
            Journal journal,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.orders = orders;
        this.contracts = contracts;
        this.library = library;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * A transfer as finance tells of it.
     *
     * @param division whose premium it is, within the teller's own
     * @param payer as the pack names it
     */
    public record Told(
            long contract,
            String product,
            String division,
            String payer,
            Fen amount,
            LocalDate paidOn,
            String bankReference) {}

    /** What came, by division, product and payer. */
    public record Paid(String path, String product, String payer, long amountFen) {}

    /** The contracts one may pay under, in force. */
    public List<Contract> contracts(Actor actor) {
        return contracts.of(actor).stream()
                .filter(one -> one.stage() == Contract.Stage.IN_FORCE)
                .toList();
    }

    /** Keeps what finance says it transferred. */
    public Answer<Long> enter(Actor actor, Told told, LocalDate today) {
        if (!actor.may(Right.PREMIUM_PAY) || !actor.scope().holds(told.division())) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        if (told.bankReference().isBlank() || told.bankReference().strip().length() > 60) {
            return Answer.refused(PaymentRefusal.FIELD_MISSING);
        }
        if (told.amount().amount() <= 0) {
            return Answer.refused(PaymentRefusal.BAD_AMOUNT);
        }
        if (told.paidOn().isAfter(today)) {
            return Answer.refused(PaymentRefusal.BAD_DATE);
        }
        Optional<Contract> contract = contracts(actor).stream()
                .filter(one -> one.id() == told.contract())
                .findFirst();
        if (contract.isEmpty()
                || contract.get().products().stream()
                        .noneMatch(line -> line.product().equals(told.product()))) {
            return Answer.refused(PaymentRefusal.NO_CONTRACT);
        }
        if (!payers(contract.get().pack()).contains(told.payer())) {
            return Answer.refused(PaymentRefusal.UNKNOWN_PAYER);
        }
        return work.write(actor, () -> enter(actor, contract.get(), told, today));
    }

    private Answer<Long> enter(Actor actor, Contract contract, Told told, LocalDate today) {
        Optional<Long> made = rows.insert(contract, told, actor.userId(), today);
        if (made.isEmpty()) {
            return Answer.refused(
                    PaymentRefusal.REFERENCE_USED, told.bankReference().strip());
        }
        audit.record(
                actor,
                AuditAction.PREMIUM_ENTERED,
                "premium/" + made.get(),
                Map.of("payer", told.payer(), "amount", told.amount().yuan()));
        return Answer.done(made.get());
    }

    private List<String> payers(String pack) {
        return library
                .pack(pack)
                .map(found -> found.funds().premium())
                .map(PremiumFunding::payers)
                .orElse(List.of())
                .stream()
                .map(payer -> payer.id())
                .toList();
    }

    /** The insurer says that the money came: it is posted. */
    public Answer<PremiumPayment> confirm(Actor actor, long id, LocalDate today) {
        return answer(actor, id, PremiumPayment.State.ENTERED, payment -> {
            long entry =
                    post(actor, payment, EntryReason.PREMIUM, new Fen(payment.amountFen()), null, payment.paidOn());
            rows.answer(id, PremiumPayment.State.CONFIRMED, "", entry, actor.userId(), today);
            audit.record(actor, AuditAction.PREMIUM_CONFIRMED, "premium/" + id, Map.of());
            return Answer.done(id);
        });
    }

    private long post(
            Actor actor,
            PremiumPayment payment,
            EntryReason reason,
            Fen amount,
            @Nullable Long reverses,
            LocalDate day) {
        FundAccount money = account(AccountKind.INSURER_MONEY, payment, "", contractPath(actor, payment));
        FundAccount received = account(AccountKind.PREMIUM_RECEIVED, payment, payment.payer(), payment.path());
        return journal.post(
                actor,
                new Movement(
                        payment.path(),
                        day,
                        reason,
                        "premium/" + payment.id(),
                        null,
                        "",
                        List.of(new Movement.Line(money, amount), new Movement.Line(received, amount.negated())),
                        reverses));
    }

    /**
     * 撤回确认: the insurer confirmed what had not come; by an entry against the first, by another than who confirmed it. Money that payments
     * have taken or put by meanwhile cannot be taken back.
     */
    public Answer<PremiumPayment> takeBack(Actor actor, long id, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(PaymentRefusal.REASON_MISSING);
        }
        try {
            return answer(
                    actor,
                    id,
                    PremiumPayment.State.CONFIRMED,
                    payment -> Separation.check(Objects.requireNonNull(payment.answeredBy()), actor.userId())
                            .map(checked -> takenBack(actor, payment, reason.strip(), today)));
        } catch (SpentException spent) {
            return Answer.refused(PaymentRefusal.NOT_ENOUGH_MONEY, spent.freeFen);
        }
    }

    private long takenBack(Actor actor, PremiumPayment payment, String reason, LocalDate today) {
        post(
                actor,
                payment,
                EntryReason.PREMIUM_BACK,
                new Fen(-payment.amountFen()),
                rows.entryOf(payment.id()),
                today);
        // looked at when the balance is held already; what was done is taken back with the transaction
        long free = orders.money(payment.contractId(), payment.product())
                .map(OrderRows.Money::freeFen)
                .orElse(0L);
        if (free < 0) {
            throw new SpentException(free + payment.amountFen());
        }
        rows.answer(payment.id(), PremiumPayment.State.REFUSED, reason, null, actor.userId(), today);
        audit.record(
                actor,
                AuditAction.PREMIUM_REFUSED,
                "premium/" + payment.id(),
                Map.of("reason", reason, "before", PremiumPayment.State.CONFIRMED.word()));
        return payment.id();
    }

    private static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long freeFen;

        SpentException(long freeFen) {
            this.freeFen = freeFen;
        }
    }

    private String contractPath(Actor actor, PremiumPayment payment) {
        return contracts.find(actor, payment.contractId()).orElseThrow().path();
    }

    private static FundAccount account(AccountKind kind, PremiumPayment payment, String holder, String path) {
        return new FundAccount(kind, payment.contractId(), payment.pack(), payment.product(), holder, path);
    }

    /** The insurer says that it did not come, with the reason. */
    public Answer<PremiumPayment> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(actor, id, PremiumPayment.State.ENTERED, payment -> {
                    rows.answer(id, PremiumPayment.State.REFUSED, reason.strip(), null, actor.userId(), today);
                    audit.record(actor, AuditAction.PREMIUM_REFUSED, "premium/" + id, Map.of("reason", reason.strip()));
                    return Answer.done(id);
                });
    }

    private Answer<PremiumPayment> answer(
            Actor actor, long id, PremiumPayment.State from, Function<PremiumPayment, Answer<Long>> answered) {
        if (!actor.may(Right.PAYMENT_RAISE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        List<Long> own = List.of(contracts.ids(actor));
        return work.write(actor, () -> {
            Optional<PremiumPayment> payment = rows.locked(id).filter(one -> own.contains(one.contractId()));
            if (payment.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            if (payment.get().state() != from) {
                return Answer.refused(PaymentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(payment.get().enteredBy(), actor.userId())
                    .then(checked -> answered.apply(payment.get()))
                    .map(done -> rows.locked(id).orElseThrow());
        });
    }

    /** The newest under one's contracts, before a given one. */
    public List<PremiumPayment> list(Actor actor, long before, int most) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.list(own, before, most));
    }

    /** How many under one's contracts wait for the insurer's word. */
    public long waiting(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.waiting(own));
    }

    /** What came for a pack up to a day. */
    public List<Paid> paid(Actor actor, String pack, LocalDate day) {
        return work.read(actor, () -> rows.paid(pack, day));
    }
}
