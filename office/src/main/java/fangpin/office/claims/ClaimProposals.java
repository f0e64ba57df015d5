package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.ClaimTrials;
import fangpin.office.claims.internal.DecisionRows;
import fangpin.office.claims.internal.FindingRows;
import fangpin.office.policy.PolicyLibrary;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 核赔意见: the handler's proposal, worked out by the pack's rules; another person decides. */
@Service
public final class ClaimProposals {
    private final ScopedWork work;
    private final ClaimGate gate;
    private final ClaimRows rows;
    private final ClaimTrials trials;
    private final DecisionRows decisions;
    private final FindingRows files;
    private final PolicyLibrary library;
    private final Audit audit;

    ClaimProposals(
            ScopedWork work,
            ClaimGate gate,
            ClaimRows rows,
            ClaimTrials trials,
            DecisionRows decisions,
            FindingRows files,
            PolicyLibrary library,
            Audit audit) {
        this.work = work;
        this.gate = gate;
        this.rows = rows;
        this.trials = trials;
        this.decisions = decisions;
        this.files = files;
        this.library = library;
        this.audit = audit;
    }

    /** Works out what the claim is worth now, and keeps nothing. */
    public Answer<ClaimTrial> trial(Actor actor, long id, Assessment found) {
        if (!actor.may(Right.CLAIM_READ)) {
            return Answer.refused(ClaimRefusal.NO_RIGHT);
        }
        return work.read(
                actor,
                () -> rows.find(id)
                        .map(claim -> trials.work(actor, claim, found).map(ClaimTrials.Worked::trial))
                        .orElseGet(() -> Answer.refused(ClaimRefusal.NOT_FOUND)));
    }

    /** Proposes to pay what the rules give. */
    public Answer<Claim> propose(Actor actor, long id, int version, Assessment found, String note, LocalDate today) {
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, version, Claim.Stage.COMPLETE)
                        .then(claim -> trials.work(actor, claim, found).then(worked -> {
                            ClaimTrial trial = worked.trial();
                            if (trial.owedFen() > 0 && files.payees(id).isEmpty()) {
                                return Answer.refused(ClaimRefusal.PAYEE_MISSING);
                            }
                            String clause =
                                    worked.rules().product().ownLayer().clause().text();
                            decisions.insertPaying(claim, trial, worked.rules().adoptionId(), found, clause, note, by);
                            rows.advance(claim, Claim.Stage.PROPOSED, claim.dueOn(), "proposed-pay", note, by);
                            audit.record(
                                    actor,
                                    AuditAction.CHANGED,
                                    claim.subject(),
                                    Map.of("proposed", trial.settled().paid().yuan()));
                            return Answer.done(rows.find(id).orElseThrow());
                        })));
    }

    /** Proposes not to pay: which clause says so, and the reason in words for the family. */
    public Answer<Claim> proposeRefusal(
            Actor actor, long id, int version, String clause, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        if (library.clause(clause).isEmpty()) {
            return Answer.refused(ClaimRefusal.CLAUSE_UNKNOWN);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, version, Claim.Stage.REPORTED, Claim.Stage.COMPLETE)
                        .then(claim -> {
                            if (claim.ordinal() != null) {
                                return Answer.refused(ClaimRefusal.WOULD_TAKE_BACK);
                            }
                            decisions.insertRefusing(claim, clause.strip(), reason, by);
                            rows.advance(claim, Claim.Stage.PROPOSED, claim.dueOn(), "proposed-refusal", reason, by);
                            audit.record(actor, AuditAction.CHANGED, claim.subject(), Map.of("proposed", "refusal"));
                            return Answer.done(rows.find(id).orElseThrow());
                        }));
    }
}
