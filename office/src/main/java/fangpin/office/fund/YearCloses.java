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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 年度清算 (WH3 §4, SD §5, LS §6.2): what is left of a product's year goes into the next contract's premium or back to finance, but for what the
 * bounds let the insurer keep; what is missing the insurer bears up to the bound. One person of the contract's division proposes, another
 * agrees, on the same figures, and only then it stands in the ledger.
 */
@Service
public final class YearCloses {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final CorridorRows rows;
    private final Corridors corridors;
    private final Journal journal;
    private final Audit audit;

    YearCloses(ScopedWork work, CorridorRows rows, Corridors corridors, Journal journal, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.corridors = corridors;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * A close that is asked for.
     *
     * @param pending kept back for cases not decided yet
     * @param clause on which the way of the money rests
     */
    public record Wanted(
            long contract,
            String product,
            Fen pending,
            YearClose.Way way,
            @Nullable Long nextContract,
            String bankReference,
            String clause,
            String note) {}

    /** How many wait for this actor's word. */
    public long waiting(Actor actor) {
        return work.read(actor, () -> rows.closesWaiting(actor.userId()));
    }

    /** Later contracts that a surplus can go on to. */
    public List<Contract> next(Actor actor, Corridor corridor, LocalDate today) {
        return corridors.all(actor, today).stream()
                .filter(one -> one.product().equals(corridor.product())
                        && !one.contract()
                                .validFrom()
                                .isBefore(corridor.contract().validTo()))
                .map(Corridor::contract)
                .toList();
    }

    /** Proposes a close; another person agrees. */
    public Answer<Long> propose(Actor actor, Wanted wanted, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        Optional<Corridor> corridor = corridors.find(actor, wanted.contract(), wanted.product(), today);
        if (corridor.isEmpty()) {
            return Answer.refused(PaymentRefusal.NOT_FOUND);
        }
        return split(actor, corridor.get(), wanted, today)
                .then(close -> work.write(actor, () -> {
                    Optional<Long> made = rows.insertClose(close);
                    if (made.isEmpty()) {
                        return Answer.refused(PaymentRefusal.CLOSE_THERE);
                    }
                    audit.record(
                            actor,
                            AuditAction.ENTERED,
                            "close/" + made.get(),
                            Map.of("way", wanted.way().word(), "moved", new Fen(close.movedFen()).yuan()));
                    return Answer.done(made.get());
                }));
    }

    private Answer<YearClose> split(Actor actor, Corridor corridor, Wanted wanted, LocalDate today) {
        long result = corridor.resultFen() - wanted.pending().amount();
        if (today.isBefore(corridor.contract().validTo())) {
            return Answer.refused(PaymentRefusal.YEAR_RUNS, corridor.contract().validTo());
        }
        if (wanted.note().isBlank() || wanted.note().length() > LONGEST) {
            return Answer.refused(PaymentRefusal.FIELD_MISSING);
        }
        if (wanted.pending().amount() < 0) {
            return Answer.refused(PaymentRefusal.BAD_AMOUNT);
        }
        if (corridor.bounds() instanceof CorridorBounds.Open) {
            return Answer.refused(PaymentRefusal.BOUNDS_OPEN);
        }
        if (wanted.way().ofSurplus() != result >= 0) {
            return Answer.refused(PaymentRefusal.WRONG_WAY);
        }
        boolean money = wanted.way() == YearClose.Way.RETURNED || wanted.way() == YearClose.Way.MADE_UP;
        if (money && wanted.bankReference().isBlank()) {
            return Answer.refused(PaymentRefusal.FIELD_MISSING);
        }
        Long next = wanted.way() == YearClose.Way.NEXT_PREMIUM ? wanted.nextContract() : null;
        if (wanted.way() == YearClose.Way.NEXT_PREMIUM
                && next(actor, corridor, today).stream()
                        .noneMatch(one -> Long.valueOf(one.id()).equals(next))) {
            return Answer.refused(PaymentRefusal.NO_NEXT_CONTRACT);
        }
        long kept = kept(corridor.bounds(), wanted.way(), Math.abs(result));
        return Answer.done(new YearClose(
                0,
                corridor.contract().path(),
                wanted.contract(),
                wanted.product(),
                new YearClose.Figures(corridor.premiumFen(), corridor.benefitFen(), corridor.costFen()),
                wanted.pending().amount(),
                kept,
                Math.abs(result) - kept,
                wanted.way(),
                next,
                wanted.bankReference().strip(),
                wanted.clause().strip(),
                wanted.note().strip(),
                YearClose.State.PROPOSED,
                actor.userId(),
                today,
                null,
                null,
                ""));
    }

    /** What stays with the insurer: by the bounds where there are some; else nothing of a surplus, and of a deficit all or none. */
    private static long kept(CorridorBounds bounds, YearClose.Way way, long amount) {
        return switch (bounds) {
            case CorridorBounds.Stated stated ->
                Math.min(
                        amount,
                        way.ofSurplus() ? stated.keptFen() : way == YearClose.Way.BORNE ? amount : stated.borneFen());
            case CorridorBounds.Open open -> 0;
            case CorridorBounds.None none -> way == YearClose.Way.BORNE ? amount : 0;
        };
    }

    /** Another person agrees: it is posted, if the figures are still those that were proposed. */
    public Answer<Long> agree(Actor actor, long id, LocalDate today) {
        return answer(actor, id, close -> {
            CorridorRows.Sums now = rows.sums(close.contractId(), close.product());
            YearClose.Figures said = close.figures();
            if (!said.equals(new YearClose.Figures(now.premiumFen(), now.benefitFen(), now.costFen()))) {
                return Answer.refused(PaymentRefusal.CHANGED_MEANWHILE);
            }
            if (close.way().ofSurplus() && now.moneyFen() - now.unpaidFen() < close.keptFen() + close.movedFen()) {
                return Answer.refused(PaymentRefusal.NOT_ENOUGH_MONEY, now.moneyFen() - now.unpaidFen());
            }
            Optional<Corridor> corridor = corridors.find(actor, close.contractId(), close.product(), today);
            if (corridor.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            Optional<Contract> next = close.nextContractId() == null
                    ? Optional.empty()
                    : corridors
                            .find(actor, close.nextContractId(), close.product(), today)
                            .map(Corridor::contract);
            if (close.nextContractId() != null && next.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            List<Movement.Line> lines = lines(corridor.get().contract(), next.orElse(null), close);
            Long entry = lines.isEmpty()
                    ? null
                    : Long.valueOf(journal.post(
                            actor,
                            new Movement(
                                    close.path(),
                                    today,
                                    EntryReason.YEAR_CLOSE,
                                    "close/" + id,
                                    null,
                                    close.clause(),
                                    lines)));
            rows.answerClose(id, YearClose.State.CLOSED, "", entry, actor.userId(), today);
            audit.record(actor, AuditAction.APPROVED, "close/" + id, Map.of());
            return Answer.done(id);
        });
    }

    private static List<Movement.Line> lines(Contract contract, @Nullable Contract next, YearClose close) {
        Fen kept = new Fen(close.keptFen());
        Fen moved = new Fen(close.movedFen());
        Fen both = kept.plus(moved);
        List<Movement.Line> lines = new ArrayList<>();
        if (close.way().ofSurplus()) {
            add(lines, AccountKind.SURPLUS_GIVEN, contract, close, close.way().word(), moved);
            add(lines, AccountKind.INSURER_RESULT, contract, close, "", kept);
            add(lines, AccountKind.INSURER_MONEY, contract, close, "", both.negated());
            if (next != null) {
                // the next year's contract may be of another pack: its money is one pot with its own premium
                add(lines, AccountKind.INSURER_MONEY, next, close, "", moved);
                add(lines, AccountKind.PREMIUM_RECEIVED, next, close, "carry-over", moved.negated());
            }
        } else {
            add(lines, AccountKind.INSURER_MONEY, contract, close, "", both);
            add(lines, AccountKind.INSURER_RESULT, contract, close, "", kept.negated());
            add(lines, AccountKind.PREMIUM_RECEIVED, contract, close, "made-up", moved.negated());
        }
        return lines;
    }

    private static void add(
            List<Movement.Line> lines,
            AccountKind kind,
            Contract contract,
            YearClose close,
            String holder,
            Fen amount) {
        if (!amount.equals(Fen.ZERO)) {
            lines.add(new Movement.Line(
                    new FundAccount(kind, contract.id(), contract.pack(), close.product(), holder, contract.path()),
                    amount));
        }
    }

    /** Another person does not agree, with the reason. */
    public Answer<Long> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(PaymentRefusal.REASON_MISSING)
                : answer(actor, id, close -> {
                    rows.answerClose(id, YearClose.State.REFUSED, reason.strip(), null, actor.userId(), today);
                    audit.record(actor, AuditAction.REFUSED, "close/" + id, Map.of("reason", reason.strip()));
                    return Answer.done(id);
                });
    }

    private interface Step {
        Answer<Long> take(YearClose close);
    }

    private Answer<Long> answer(Actor actor, long id, Step step) {
        if (!actor.may(Right.ENROLMENT_APPROVE)) {
            return Answer.refused(PaymentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<YearClose> close =
                    rows.lockedClose(id).filter(one -> actor.scope().holds(one.path()));
            if (close.isEmpty()) {
                return Answer.refused(PaymentRefusal.NOT_FOUND);
            }
            if (close.get().state() != YearClose.State.PROPOSED) {
                return Answer.refused(PaymentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(close.get().proposedBy(), actor.userId()).then(other -> step.take(close.get()));
        });
    }
}
