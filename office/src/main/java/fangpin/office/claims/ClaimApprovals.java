package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.claims.internal.ClaimAccount;
import fangpin.office.claims.internal.ClaimDebts;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.ClaimTrials;
import fangpin.office.claims.internal.DecisionRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * 理赔审批: a second person decides on a proposal, a third one too above a limit. What is paid is worked out once more under the lock of the
 * person's period; if that is no longer what the approver saw, nothing is decided.
 */
@Service
public final class ClaimApprovals {
    private final ScopedWork work;
    private final ClaimGate gate;
    private final ClaimRows rows;
    private final ClaimTrials trials;
    private final DecisionRows decisions;
    private final ClaimDebts debts;
    private final ClaimSettings settings;
    private final Audit audit;

    ClaimApprovals(
            ScopedWork work,
            ClaimGate gate,
            ClaimRows rows,
            ClaimTrials trials,
            DecisionRows decisions,
            ClaimDebts debts,
            ClaimSettings settings,
            Audit audit) {
        this.work = work;
        this.gate = gate;
        this.rows = rows;
        this.trials = trials;
        this.decisions = decisions;
        this.debts = debts;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * Agrees to the proposal.
     *
     * @param seenFen what is owed by it, as the approver saw it; 0 for a refusal
     */
    public Answer<Claim> approve(Actor actor, long id, int version, long seenFen, String note, LocalDate today) {
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return answer(actor, id, version, (claim, proposal) -> {
            if (!proposal.pays()) {
                return Answer.done(refuse(actor, claim, proposal, note, by));
            }
            return trials.work(actor, claim, Objects.requireNonNull(proposal.assessment()))
                    .then(worked -> pay(actor, claim, proposal, worked, seenFen, note, by));
        });
    }

    private Claim refuse(Actor actor, Claim claim, Proposal proposal, String note, ClaimRows.By by) {
        decisions.approve(claim, proposal.id(), note, by);
        decisions.answer(proposal.id(), true, note, by.day());
        long days = settings.value(claim.path(), ClaimSetting.REFUSAL_NOTICE_DAYS);
        rows.advance(claim, Claim.Stage.REFUSED, by.day().plusDays(days), "refused", note, by);
        audit.record(actor, AuditAction.REFUSED, claim.subject(), Map.of("clause", proposal.clause()));
        return rows.find(claim.id()).orElseThrow();
    }

    private Answer<Claim> pay(
            Actor actor,
            Claim claim,
            Proposal proposal,
            ClaimTrials.Worked worked,
            long seenFen,
            String note,
            ClaimRows.By by) {
        long owed = worked.outcome().owedFen();
        if (owed != seenFen) {
            return Answer.refused(
                    ClaimRefusal.AMOUNT_MOVED, worked.outcome().own().paid().readable());
        }
        decisions.approve(claim, proposal.id(), note, by);
        audit.record(actor, AuditAction.APPROVED, claim.subject(), Map.of("owed", "" + owed));
        boolean second =
                proposal.approvals().isEmpty() && owed > settings.value(claim.path(), ClaimSetting.APPROVED_ALONE_FEN);
        if (second) {
            rows.advance(claim, Claim.Stage.PROPOSED, claim.dueOn(), "approved-first", note, by);
        } else {
            decisions.answer(proposal.id(), true, note, by.day());
            decide(claim, worked, by);
            debts.owe(actor, claim, proposal.clause(), owed, by.day());
            long days = settings.value(claim.path(), ClaimSetting.PAY_DAYS);
            rows.advance(claim, Claim.Stage.APPROVED, by.day().plusDays(days), "approved", note, by);
        }
        return Answer.done(rows.find(claim.id()).orElseThrow());
    }

    private void decide(Claim claim, ClaimTrials.Worked worked, ClaimRows.By by) {
        ClaimAccount.Outcome outcome = worked.outcome();
        rows.number(claim.id(), outcome.ordinal());
        decisions.insert(
                new DecisionRows.Made(
                        claim.id(),
                        null,
                        worked.rules().adoptionId(),
                        claim.accident().happenedOn(),
                        Long.toString(claim.accident().id()),
                        outcome.differenceFen()),
                outcome.own(),
                by);
        for (ClaimAccount.Changed later : outcome.changed()) {
            decisions.insert(
                    new DecisionRows.Made(
                            later.was().claimId(),
                            claim.id(),
                            later.adoptionId(),
                            later.was().decidingOn(),
                            later.was().accidentKey(),
                            later.differenceFen()),
                    later.anew(),
                    by);
        }
    }

    /** Sends a proposal back to the handler, with the reason. */
    public Answer<Claim> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return answer(actor, id, version, (claim, proposal) -> {
            decisions.answer(proposal.id(), false, reason, today);
            Claim.Stage back = claim.completeOn() == null ? Claim.Stage.REPORTED : Claim.Stage.COMPLETE;
            rows.advance(claim, back, claim.dueOn(), "sent-back", reason, by);
            audit.record(actor, AuditAction.REFUSED, claim.subject(), Map.of("proposal", "" + proposal.number()));
            return Answer.done(rows.find(id).orElseThrow());
        });
    }

    /** A step on the proposal that waits. */
    private interface Step {
        Answer<Claim> take(Claim claim, Proposal proposal);
    }

    private Answer<Claim> answer(Actor actor, long id, int version, Step step) {
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_APPROVE, id, version, Claim.Stage.PROPOSED)
                        .then(claim -> {
                            Proposal proposal = decisions.proposals(id).getLast();
                            return Separation.check(proposal.proposedBy(), actor.userId())
                                    .then(checker -> proposal.madeBy(checker)
                                            ? Answer.refused(ClaimRefusal.SAME_PERSON)
                                            : step.take(claim, proposal));
                        }));
    }
}
