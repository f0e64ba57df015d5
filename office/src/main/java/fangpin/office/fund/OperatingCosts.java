package fangpin.office.fund;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.Contract;
import fangpin.office.fund.internal.CorridorRows;
import fangpin.office.fund.internal.Journal;
import fangpin.office.fund.internal.OwnContracts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** 经营费用 (SD §5): entered by one person of the insurer and posted when another agrees; a voucher counts once. */
@Service
public final class OperatingCosts {
    private static final int LONGEST = 200;

    private final ScopedWork work;
    private final CorridorRows rows;
    private final OwnContracts contracts;
    private final Journal journal;
    private final Audit audit;

    OperatingCosts(ScopedWork work, CorridorRows rows, OwnContracts contracts, Journal journal, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
        this.journal = journal;
        this.audit = audit;
    }

    /** A cost as the insurer tells of it. */
    public record Told(long contract, String product, Fen amount, LocalDate spentOn, String what, String voucher) {}

    /** The costs of a contract's product, the newest first. */
    public List<OperatingCost> of(Actor actor, long contract, String product) {
        return contracts.find(actor, contract).isEmpty()
                ? List.of()
                : work.read(actor, () -> rows.costs(contract, product));
    }

    /** How many wait for this actor's word. */
    public long waiting(Actor actor) {
        Long[] own = contracts.ids(actor);
        return work.read(actor, () -> rows.costsWaiting(own, actor.userId()));
    }

    /** Keeps what was spent; another person answers. */
    public Answer<Long> enter(Actor actor, Told told, LocalDate today) {
        Optional<Contract> contract = contracts.find(actor, told.contract());
        if (!actor.may(Right.PAYMENT_RAISE) || contract.isEmpty()) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        if (contract.get().stage() != Contract.Stage.IN_FORCE
                || contract.get().products().stream()
                        .noneMatch(line -> line.product().equals(told.product()))) {
            return Answer.refused(PaymentRefusal.NO_CONTRACT);
        }
        if (told.what().isBlank()
                || told.voucher().isBlank()
                || told.what().length() > LONGEST
                || told.voucher().length() > LONGEST) {
            return Answer.refused(PaymentRefusal.FIELD_MISSING);
        }
        if (told.amount().amount() <= 0) {
            return Answer.refused(PaymentRefusal.BAD_AMOUNT);
        }
        if (told.spentOn().isAfter(today)
                || told.spentOn().isBefore(contract.get().validFrom())) {
            return Answer.refused(PaymentRefusal.BAD_DATE);
        }
        return work.write(actor, () -> {
            if (rows.close(told.contract(), told.product()).isPresent()) {
                return Answer.refused(PaymentRefusal.CLOSE_THERE);
            }
            Optional<Long> made = rows.insertCost(
                    contract.get(),
                    told.product(),
                    told.amount().amount(),
                    told.spentOn(),
                    told.what().strip(),
                    told.voucher().strip(),
                    actor.userId(),
                    today);
            if (made.isEmpty()) {
                return Answer.refused(
                        PaymentRefusal.REFERENCE_USED, told.voucher().strip());
            }
            audit.record(
                    actor,
                    AuditAction.ENTERED,
                    "cost/" + made.get(),
                    Map.of("amount", told.amount().yuan()));
            return Answer.done(made.get());
        });
    }

    /** Another person agrees: it is posted. */
    public Answer<Long> post(Actor actor, long id, LocalDate today) {
        return answer(actor, id, (contract, cost) -> {
            Fen amount = new Fen(cost.amountFen());
            long entry = journal.post(
                    actor,
                    new Movement(
                            cost.path(),
                            cost.spentOn(),
                            EntryReason.OPERATING_COST,
                            "cost/" + id,
                            null,
                            "",
                            List.of(
                                    new Movement.Line(account(AccountKind.OPERATING_COST, contract, cost), amount),
                                    new Movement.Line(
                                            account(AccountKind.INSURER_MONEY, contract, cost), amount.negated()))));
            rows.answerCost(id, OperatingCost.State.POSTED, "", entry, actor.userId(), today);
            audit.record(actor, AuditAction.APPROVED, "cost/" + id, Map.of());
            return Answer.done(id);
        });
    }

    private static FundAccount account(AccountKind kind, Contract contract, OperatingCost cost) {
        return new FundAccount(kind, contract.id(), contract.pack(), cost.product(), "", contract.path());
    }

    /** Another person does not agree, with the reason. */
    public Answer<Long> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(actor, id, (contract, cost) -> {
                    rows.answerCost(id, OperatingCost.State.REFUSED, reason.strip(), null, actor.userId(), today);
                    audit.record(actor, AuditAction.REFUSED, "cost/" + id, Map.of("reason", reason.strip()));
                    return Answer.done(id);
                });
    }

    private interface Step {
        Answer<Long> take(Contract contract, OperatingCost cost);
    }

    private Answer<Long> answer(Actor actor, long id, Step step) {
        if (!actor.may(Right.PAYMENT_APPROVE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        List<Contract> own = contracts.of(actor);
        return work.write(actor, () -> {
            Optional<OperatingCost> cost = rows.lockedCost(id);
            Optional<Contract> contract = cost.flatMap(found ->
                    own.stream().filter(one -> one.id() == found.contractId()).findFirst());
            if (cost.isEmpty() || contract.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            if (cost.get().state() != OperatingCost.State.ENTERED) {
                return Answer.refused(PaymentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(cost.get().enteredBy(), actor.userId())
                    .then(other -> step.take(contract.get(), cost.get()));
        });
    }
}
