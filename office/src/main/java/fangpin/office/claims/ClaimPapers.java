package fangpin.office.claims;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.claims.internal.ClaimGate;
import fangpin.office.claims.internal.ClaimRows;
import fangpin.office.claims.internal.PaperRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 理赔资料: told whole with the report (保险法第二十二条), asked for once more at most; complete papers start the clock of the decision. */
@Service
public final class ClaimPapers {
    private static final Claim.Stage[] OPEN = {Claim.Stage.REPORTED, Claim.Stage.COMPLETE};

    private final ScopedWork work;
    private final ClaimGate gate;
    private final ClaimRows rows;
    private final PaperRows papers;
    private final ClaimSettings settings;
    private final Audit audit;

    ClaimPapers(
            ScopedWork work, ClaimGate gate, ClaimRows rows, PaperRows papers, ClaimSettings settings, Audit audit) {
        this.work = work;
        this.gate = gate;
        this.rows = rows;
        this.papers = papers;
        this.settings = settings;
        this.audit = audit;
    }

    /** What the family of a claim was told to bring. */
    public List<Paper> of(Actor actor, long claim) {
        return work.read(actor, () -> papers.of(claim));
    }

    /** Papers came; with the last one the claim is complete. */
    public Answer<Claim> receive(Actor actor, long id, Collection<PaperKind> kinds, LocalDate today) {
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_REPORT, id, OPEN).map(claim -> {
                    for (PaperKind kind : kinds) {
                        if (papers.receive(id, kind, by)) {
                            audit.record(
                                    actor, AuditAction.ENTERED, claim.subject(), Map.of("paper", Claim.word(kind)));
                        }
                    }
                    return completed(claim, by);
                }));
    }

    /** A paper is not needed after all; the reason is kept. */
    public Answer<Claim> doWithout(Actor actor, long id, PaperKind kind, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, OPEN).map(claim -> {
                    if (papers.doWithout(id, kind, reason.strip())) {
                        audit.record(actor, AuditAction.CHANGED, claim.subject(), Map.of("paper", Claim.word(kind)));
                    }
                    return completed(claim, by);
                }));
    }

    /** 补充告知: asks for more, once and whole, with the reason; the claim waits for it. */
    public Answer<Claim> askMore(Actor actor, long id, Collection<PaperKind> kinds, String reason, LocalDate today) {
        if (reason.isBlank() || kinds.isEmpty()) {
            return Answer.refused(ClaimRefusal.REASON_MISSING);
        }
        ClaimRows.By by = new ClaimRows.By(actor.userId(), today);
        return work.write(
                actor,
                () -> gate.hold(actor, Right.CLAIM_HANDLE, id, OPEN).then(claim -> {
                    List<Paper> told = papers.of(id);
                    if (told.stream().anyMatch(paper -> paper.round() > 1)) {
                        return Answer.refused(ClaimRefusal.TOLD_ALREADY);
                    }
                    List<PaperKind> more = kinds.stream()
                            .distinct()
                            .filter(kind -> told.stream().noneMatch(paper -> paper.kind() == kind))
                            .toList();
                    if (more.isEmpty()) {
                        return Answer.refused(ClaimRefusal.TOLD_ALREADY);
                    }
                    papers.tell(id, more, 2, by);
                    LocalDate limit = claim.accident()
                            .happenedOn()
                            .plusYears(settings.value(claim.path(), ClaimSetting.CLAIM_YEARS));
                    rows.advance(claim, Claim.Stage.REPORTED, limit, "asked-more", reason, by);
                    rows.incomplete(id);
                    audit.record(actor, AuditAction.CHANGED, claim.subject(), Map.of("asked", more.toString()));
                    return Answer.done(rows.find(id).orElseThrow());
                }));
    }

    private Claim completed(Claim claim, ClaimRows.By by) {
        if (claim.stage() == Claim.Stage.REPORTED
                && papers.of(claim.id()).stream().noneMatch(Paper::missing)) {
            long days =
                    settings.value(claim.path(), claim.green() ? ClaimSetting.GREEN_DAYS : ClaimSetting.DECIDE_DAYS);
            rows.advance(claim, Claim.Stage.COMPLETE, by.day().plusDays(days), "complete", "", by);
        }
        return rows.find(claim.id()).orElseThrow();
    }
}
