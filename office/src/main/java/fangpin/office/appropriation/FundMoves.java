package fangpin.office.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.MoveRows;
import fangpin.office.fund.LineBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 资金变动: the poverty office proposes that money go to a project or programme, to another purpose, into the pool or back; finance carries it
 * out (WH6 §3.1). Every move has its decision and stands in both lines.
 */
@Service
public final class FundMoves {
    private final ScopedWork work;
    private final MoveRows rows;
    private final LineRows lines;
    private final LineBook book;
    private final FundRules rules;
    private final MoneyGate gate;
    private final Clearings clearings;
    private final Audit audit;

    FundMoves(
            ScopedWork work,
            MoveRows rows,
            LineRows lines,
            LineBook book,
            FundRules rules,
            MoneyGate gate,
            Clearings clearings,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.lines = lines;
        this.book = book;
        this.rules = rules;
        this.gate = gate;
        this.clearings = clearings;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param toPath division that gets it; empty for the line's own
     * @param item purpose it has afterwards; empty for the line's own
     * @param project it goes to; null where it goes to none
     * @param programme of payments it goes to; empty where it goes to none
     * @param category 支出类别, as it is booked
     * @param purpose what it is for, in words; the negative list reads them
     */
    public record Wanted(
            FundMove.Kind kind,
            long fromLine,
            String toPath,
            String item,
            @Nullable Long project,
            String programme,
            String category,
            String purpose,
            Fen amount,
            String decision,
            String reason) {
        /** What the negative list reads: what it is for and why. */
        String words() {
            return (purpose + " " + reason).strip();
        }

        /** 拨付到项目. */
        public static Wanted toProject(long line, String item, long project, String purpose, Fen amount) {
            return new Wanted(FundMove.Kind.DISBURSEMENT, line, "", item, project, "", "", purpose, amount, "", "");
        }

        /** 拨付到发放项目. */
        public static Wanted toProgramme(long line, String item, String programme, String purpose, Fen amount) {
            return new Wanted(FundMove.Kind.DISBURSEMENT, line, "", item, null, programme, "", purpose, amount, "", "");
        }
    }

    /** Proposes a move; finance answers. */
    public Answer<Long> propose(Actor actor, Wanted wanted, LocalDate today) {
        if (!actor.may(Right.FUND_PROPOSE)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        if (wanted.amount().amount() <= 0) {
            return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
        }
        return work.write(actor, () -> {
            Optional<BudgetLine> line = lines.find(wanted.fromLine());
            Optional<PolicyPack> pack = line.flatMap(one -> rules.pack(actor, one.pack()));
            if (line.isEmpty() || pack.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            Wanted whole = completed(wanted, line.get());
            if (line.get().freeFen() < whole.amount().amount()) {
                return Answer.refused(
                        AppropriationRefusal.NOT_ENOUGH, new Fen(line.get().freeFen()).yuan());
            }
            return MoveForm.check(actor, pack.get(), line.get(), whole)
                    .then(clause -> clearings
                            .notForbidden(actor, line.get().pack(), whole.category(), whole.words())
                            .then(fine -> gate.open(actor, line.get().path(), whole.project()))
                            .map(open -> insert(actor, line.get(), whole, clause, today)));
        });
    }

    private static Wanted completed(Wanted wanted, BudgetLine line) {
        String item = wanted.kind() == FundMove.Kind.POOLING
                ? FundRules.POOLED_ITEM
                : wanted.item().isEmpty() ? line.item() : wanted.item();
        return new Wanted(
                wanted.kind(),
                wanted.fromLine(),
                wanted.toPath(),
                item,
                wanted.project(),
                wanted.programme(),
                wanted.category(),
                wanted.purpose(),
                wanted.amount(),
                wanted.decision(),
                wanted.reason());
    }

    private long insert(Actor actor, BudgetLine line, Wanted wanted, String clause, LocalDate today) {
        long id = rows.insert(line, wanted, clause, actor.userId(), today);
        audit.record(
                actor,
                AuditAction.FUND_MOVE,
                "move/" + id,
                Map.of(
                        "kind", wanted.kind().word(),
                        "amount", wanted.amount().yuan(),
                        "line", Long.toString(line.id())));
        return id;
    }

    /** Carries out what another proposed: the money stands on the other line from now on. */
    public Answer<FundMove> carryOut(Actor actor, long id, LocalDate today) {
        return answer(actor, id, move -> {
            BudgetLine from = lines.find(move.fromLine()).orElseThrow();
            long free = book.freeFen(from.accountId());
            if (free < move.amountFen()) {
                return Answer.refused(AppropriationRefusal.NOT_ENOUGH, new Fen(free).yuan());
            }
            return clearings
                    .notForbidden(
                            actor,
                            from.pack(),
                            move.category(),
                            expense(move, from.pack()).purpose())
                    .then(fine -> clearings.cleared(actor, expense(move, from.pack())))
                    .then(fine -> gate.open(actor, from.path(), move.projectId()))
                    .then(open -> carry(actor, move, from, today));
        });
    }

    private Answer<Long> carry(Actor actor, FundMove move, BudgetLine from, LocalDate today) {
        LineRows.Wanted wanted = move.toPath().equals(from.path())
                ? LineRows.Wanted.outOf(from, move.item(), move.projectId(), move.programme())
                : new LineRows.Wanted(
                        move.toPath(),
                        from.documentId(),
                        from.id(),
                        from.pack(),
                        move.item(),
                        from.origin(),
                        from.year(),
                        null,
                        "");
        BudgetLine to = lines.open(wanted, today);
        long entry = book.move(
                actor,
                from.booked(),
                to.booked(),
                new Fen(move.amountFen()),
                today,
                "move/" + move.id(),
                move.clause());
        rows.answer(move.id(), FundMove.State.DONE, "", to.id(), entry, actor.userId(), today);
        audit.record(actor, AuditAction.FUND_MOVE, "move/" + move.id(), Map.of("state", "done"));
        return Answer.done(move.id());
    }

    /** Sends a proposal of another's back, with the reason. */
    public Answer<FundMove> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(AppropriationRefusal.REASON_MISSING)
                : answer(actor, id, move -> {
                    rows.answer(id, FundMove.State.REFUSED, reason.strip(), null, null, actor.userId(), today);
                    audit.record(actor, AuditAction.FUND_MOVE, "move/" + id, Map.of("state", "refused"));
                    return Answer.done(id);
                });
    }

    private Answer<FundMove> answer(Actor actor, long id, Function<FundMove, Answer<Long>> answered) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<FundMove> move = rows.locked(id);
            if (move.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            if (move.get().state() != FundMove.State.PROPOSED) {
                return Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(move.get().proposedBy(), actor.userId())
                    .then(checked -> answered.apply(move.get()))
                    .map(done -> rows.find(id).orElseThrow());
        });
    }

    /** What a move's words are held against. */
    public static Clearings.Expense expense(FundMove move, String pack) {
        return new Clearings.Expense(
                move.path(),
                pack,
                "move/" + move.id(),
                move.category(),
                (move.purpose() + " " + move.reason()).strip(),
                move.proposedBy());
    }

    /** One move. */
    public Optional<FundMove> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The newest moves but those of allocations, before a given one. */
    public List<FundMove> list(
            Actor actor, FundMove.@Nullable Kind kind, FundMove.@Nullable State state, long before, int most) {
        return work.read(actor, () -> rows.list(kind, state, before, most));
    }

    /** How many wait for this actor's answer. */
    public long toAnswer(Actor actor) {
        return work.read(actor, () -> rows.waiting(actor.userId()));
    }
}
