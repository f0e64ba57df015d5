package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.AppealRows;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.DecisionRows;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 申诉与复核: whoever is not content says so; somebody who had no part in the decision looks at it again. */
@Service
public final class Appeals {
    private final ScopedWork work;
    private final ClaimGate gate;
    private final ClaimRows rows;
    private final DecisionRows decisions;
    private final AppealRows appeals;
    private final ClaimSettings settings;
    private final Audit audit;

    Appeals(
            ScopedWork work,
            ClaimGate gate,
            ClaimRows rows,
            DecisionRows decisions,
            AppealRows appeals,
            ClaimSettings settings,
            Audit audit) {
        this.work = work;
        this.gate = gate;
        this.rows = rows;
        this.decisions = decisions;
        this.appeals = appeals;
        this.settings = settings;
        this.audit = audit;
    }

    /** Writes an appeal down; who may report a claim may write down what is said against its decision. */
    public Answer<Claim> appeal(Actor actor, long id, int version, String by, String grounds, LocalDate today) {
        if (by.isBlank() || grounds.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By entered = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_REPORT, id, version, Claim.Stage.APPROVED, Claim.Stage.REFUSED)
                        .map(claim -> {
                            long appeal = appeals.insert(claim, by, grounds, entered);
                            long days = settings.value(claim.path(), ClaimSetting.REVIEW_DAYS);
                            rows.advance(
                                    claim, Claim.Stage.APPEALED, today.plusDays(days), "appealed", grounds, entered);
                            audit.record(actor, AuditAction.ENTERED, "appeal/" + appeal, Map.of());
                            return rows.find(id).orElseThrow();
                        }));
    }

    /**
     * Answers the appeal.
     *
     * @param reopened whether the claim is decided anew; otherwise the decision stands
     */
    public Answer<Claim> review(Actor actor, long id, int version, boolean reopened, String answer, LocalDate today) {
        if (answer.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_APPROVE, id, version, Claim.Stage.APPEALED)
                        .then(claim -> {
                            if (decisions.proposals(id).getLast().madeBy(actor.userId())) {
                                return Answer.refused(ClaimRefusal.SAME_PERSON);
                            }
                            Appeal appeal = appeals.of(id).getLast();
                            appeals.answer(appeal.id(), reopened, answer, by);
                            if (reopened) {
                                reopen(claim, answer, by);
                            } else {
                                stand(claim, appeal, answer, by);
                            }
                            audit.record(
                                    actor,
                                    reopened ? AuditAction.CORRECTED : AuditAction.APPROVED,
                                    "appeal/" + appeal.id(),
                                    Map.of());
                            return Answer.done(rows.find(id).orElseThrow());
                        }));
    }

    private void reopen(Claim claim, String answer, ClaimRows.By by) {
        boolean complete = claim.completeOn() != null;
        long days = settings.value(claim.path(), claim.green() ? ClaimSetting.GREEN_DAYS : ClaimSetting.DECIDE_DAYS);
        rows.advance(
                claim,
                complete ? Claim.Stage.COMPLETE : Claim.Stage.REPORTED,
                by.day().plusDays(days),
                "reopened",
                answer,
                by);
    }

    /** The family is told of the answer as of a decision. */
    private void stand(Claim claim, Appeal appeal, String answer, ClaimRows.By by) {
        ClaimSetting clock =
                appeal.after() == Claim.Stage.REFUSED ? ClaimSetting.REFUSAL_NOTICE_DAYS : ClaimSetting.PAY_DAYS;
        LocalDate due = by.day().plusDays(settings.value(claim.path(), clock));
        rows.advance(claim, appeal.after(), due, "upheld", answer, by);
    }
}
