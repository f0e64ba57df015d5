package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.FindingRows;
import fangpin.office.register.BankCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 查勘、伤残评定、领款人: what the handler of a claim finds out before he proposes. */
@Service
public final class ClaimFindings {
    private static final int MOST_WEIGHT = 1_000_000;
    private static final Claim.Stage[] OPEN = {Claim.Stage.REPORTED, Claim.Stage.COMPLETE};

    private final ScopedWork work;
    private final ClaimGate gate;
    private final ClaimRows rows;
    private final FindingRows files;
    private final Audit audit;

    ClaimFindings(ScopedWork work, ClaimGate gate, ClaimRows rows, FindingRows files, Audit audit) {
        this.work = work;
        this.gate = gate;
        this.rows = rows;
        this.files = files;
        this.audit = audit;
    }

    /** Writes down an investigation: when, where, what was found. */
    public Answer<Long> investigate(
            Actor actor, long id, LocalDate doneOn, String place, String note, LocalDate today) {
        if (place.isBlank() || note.isBlank()) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        return work.write(
                actor,
                () -> gate.hold(
                                actor,
                                Right.CLAIM_HANDLE,
                                id,
                                Claim.Stage.REPORTED,
                                Claim.Stage.COMPLETE,
                                Claim.Stage.APPEALED)
                        .then(claim -> {
                            if (doneOn.isAfter(today)
                                    || doneOn.isBefore(claim.accident().happenedOn())) {
                                return Answer.refused(ClaimRefusal.BAD_DATE);
                            }
                            long made = files.insertInvestigation(claim, doneOn, place, note, actor.userId());
                            rows.step(claim, "investigated", "", new ClaimRows.By(actor.userId(), today));
                            audit.record(
                                    actor, AuditAction.ENTERED, claim.subject(), Map.of("investigation", "" + made));
                            return Answer.done(made);
                        }));
    }

    /** Writes down an injury as it was rated. */
    public Answer<Long> rate(
            Actor actor,
            long id,
            Injury.BodySystem system,
            String part,
            int grade,
            LocalDate ratedOn,
            String ratedBy,
            LocalDate today) {
        if (part.isBlank() || ratedBy.isBlank()) {
            return Answer.refused(ClaimRefusal.MISSING_FIELD);
        }
        if (grade < DisabilityStandard.WORST || grade > DisabilityStandard.LEAST) {
            return Answer.refused(ClaimRefusal.GRADE_MISSING);
        }
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, OPEN).then(claim -> {
                    if (claim.kind() != Claim.Kind.DISABILITY) {
                        return Answer.refused(ClaimRefusal.NOT_NOW);
                    }
                    if (ratedOn.isAfter(today)
                            || ratedOn.isBefore(claim.accident().happenedOn())) {
                        return Answer.refused(ClaimRefusal.BAD_DATE);
                    }
                    long made = files.insertInjury(
                            claim, new Injury(0, id, system, part, grade, ratedOn, ratedBy), actor.userId());
                    audit.record(actor, AuditAction.ENTERED, claim.subject(), Map.of("injury", "" + made));
                    return Answer.done(made);
                }));
    }

    /** Takes an injury away that was written down wrongly. */
    public Answer<Long> unrate(Actor actor, long id, long injury) {
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, OPEN).then(claim -> {
                    if (!files.removeInjury(id, injury)) {
                        return Answer.refused(ClaimRefusal.NOT_FOUND);
                    }
                    audit.record(actor, AuditAction.CHANGED, claim.subject(), Map.of("injury", "" + injury));
                    return Answer.done(injury);
                }));
    }

    /** Says who gets the benefit: of a death the heirs, otherwise the person or one proxy. */
    public Answer<Integer> pay(Actor actor, long id, List<Payee> payees) {
        for (Payee payee : payees) {
            if (!BankCard.isOne(BankCard.normal(payee.card()))) {
                return Answer.refused(ClaimRefusal.BAD_CARD, payee.name());
            }
        }
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, OPEN).then(claim -> {
                    if (!fits(claim, payees)) {
                        return Answer.refused(ClaimRefusal.PAYEE_MISSING);
                    }
                    files.setPayees(claim, payees, actor.userId());
                    audit.record(actor, AuditAction.CHANGED, claim.subject(), Map.of("payees", "" + payees.size()));
                    return Answer.done(payees.size());
                }));
    }

    private static boolean fits(Claim claim, List<Payee> payees) {
        boolean death = claim.kind() == Claim.Kind.DEATH;
        return !payees.isEmpty()
                && (death || payees.size() == 1)
                && payees.stream()
                        .allMatch(payee -> (payee.kind() == Payee.Kind.HEIR) == death
                                && !payee.name().isBlank()
                                && !payee.bank().isBlank()
                                && (payee.kind() == Payee.Kind.PERSON
                                        || !payee.relation().isBlank())
                                && payee.weight() >= 1
                                && payee.weight() <= MOST_WEIGHT);
    }
}
