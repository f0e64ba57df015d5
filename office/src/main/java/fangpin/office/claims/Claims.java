package fangpin.office.claims;

import fangpin.kernel.settlement.CaseInput;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.AppealRows;
import fangpin.office.claims.internal.ClaimFlags;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimPeople;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.ClaimRules;
import fangpin.office.claims.internal.DecisionRows;
import fangpin.office.claims.internal.FindingRows;
import fangpin.office.claims.internal.PaperRows;
import fangpin.office.claims.internal.ReportRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 理赔: the claims of one's division, or of one's insurer, and all that is known of one. */
@Service
public final class Claims {
    private final ScopedWork work;
    private final ReportRows incoming;
    private final ClaimRows rows;
    private final ClaimGate gate;
    private final ClaimPeople people;
    private final PaperRows papers;
    private final FindingRows files;
    private final DecisionRows decisions;
    private final AppealRows appeals;
    private final ClaimFlags flags;
    private final ClaimRules rules;
    private final Audit audit;

    Claims(
            ScopedWork work,
            ReportRows incoming,
            ClaimRows rows,
            ClaimGate gate,
            ClaimPeople people,
            PaperRows papers,
            FindingRows files,
            DecisionRows decisions,
            AppealRows appeals,
            ClaimFlags flags,
            ClaimRules rules,
            Audit audit) {
        this.work = work;
        this.incoming = incoming;
        this.rows = rows;
        this.gate = gate;
        this.people = people;
        this.papers = papers;
        this.files = files;
        this.decisions = decisions;
        this.appeals = appeals;
        this.flags = flags;
        this.rules = rules;
        this.audit = audit;
    }

    /**
     * 案卷: all that is known of a claim.
     *
     * @param circumstances what the reporter said
     * @param phone where he can be called; empty if there is none
     * @param injuries of the accident, by whichever claim
     */
    public record Story(
            Claim claim,
            String maskedId,
            String circumstances,
            String phone,
            List<ClaimStep> steps,
            List<Paper> papers,
            List<Investigation> investigations,
            List<Injury> injuries,
            List<Payee> payees,
            List<Proposal> proposals,
            List<ClaimDecision> decisions,
            List<Appeal> appeals,
            List<ClaimFlag> flags) {

        /** The proposal that counts, or waits; null before the first. */
        public @Nullable Proposal proposal() {
            return proposals.isEmpty() ? null : proposals.getLast();
        }

        /** The decision that counts; null before the first. */
        public @Nullable ClaimDecision decision() {
            return decisions.isEmpty() ? null : decisions.getLast();
        }
    }

    /** Claims that the actor may see, the newest first, from before a given one on. */
    public List<Claim> list(
            Actor actor,
            Claim.@Nullable Stage stage,
            boolean openOnly,
            boolean overdueOnly,
            long before,
            int most,
            LocalDate today) {
        ClaimRows.Filter filter = new ClaimRows.Filter(stage, openOnly, overdueOnly);
        return work.read(actor, () -> rows.list(filter, before, most, today));
    }

    /** Claims that wait for somebody, the most urgent first. */
    public List<Claim> waiting(Actor actor, int most) {
        return work.read(actor, () -> rows.waiting(most));
    }

    /** The person who proposed last on a claim; empty when nobody did. */
    public Optional<Proposal> proposal(Actor actor, long id) {
        return work.read(actor, () -> decisions.proposals(id).stream().reduce((one, other) -> other));
    }

    /** One claim; empty when it is neither of the actor's division nor of his insurer. */
    public Optional<Story> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id).map(this::story));
    }

    private Story story(Claim claim) {
        long id = claim.id();
        ReportRows.Words words = incoming.words(id);
        List<Injury> injuries = files.injuries(claim.accident().id());
        List<Payee> payees = files.payees(id);
        return new Story(
                claim,
                people.maskedId(claim.personId()),
                words.circumstances(),
                words.phone(),
                rows.steps(id),
                papers.of(id),
                files.investigations(id),
                injuries,
                payees,
                decisions.proposals(id),
                decisions.decisions(id),
                appeals.of(id),
                flags.of(claim, injuries, payees));
    }

    /** 复算: a decision with its whole trace, computed again from what was kept. */
    public ClaimTrial explained(Actor actor, Claim claim, ClaimDecision decision) {
        ClaimRules.Rules used = rules.of(actor, decision.adoptionId(), claim.product());
        CaseInput input = ClaimRules.decided(claim, decision);
        return new ClaimTrial(used.pack(), used.settle(input, decision.before()), null, decision.differenceFen());
    }

    /** The family has been told of the decision. */
    public Answer<Claim> informed(Actor actor, long id, LocalDate today) {
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_REPORT, id, Claim.Stage.APPROVED, Claim.Stage.REFUSED)
                        .map(claim -> {
                            LocalDate due = claim.stage() == Claim.Stage.REFUSED ? null : claim.dueOn();
                            rows.informed(claim, due, by);
                            audit.record(actor, AuditAction.PUBLISHED, claim.subject(), Map.of());
                            return rows.find(id).orElseThrow();
                        }));
    }

    /** Takes a report back that nobody decided on yet. */
    public Answer<Claim> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_REPORT, id, version, Claim.Stage.REPORTED, Claim.Stage.COMPLETE)
                        .then(claim -> {
                            if (claim.ordinal() != null) {
                                return Answer.refused(ClaimRefusal.NOT_NOW);
                            }
                            rows.advance(claim, Claim.Stage.WITHDRAWN, null, "withdrawn", reason, by);
                            audit.record(actor, AuditAction.WITHDRAWN, claim.subject(), Map.of());
                            return Answer.done(rows.find(id).orElseThrow());
                        }));
    }
}
