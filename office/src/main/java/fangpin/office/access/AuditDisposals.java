package fangpin.office.access;

import fangpin.office.access.internal.AuditAnchor;
import fangpin.office.access.internal.AuditDisposalRows;
import fangpin.office.access.internal.AuditDisposalRows.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 审计清理: deletes records older than their retention, asked for by one administrator and approved by another; the chain stays
 * verifiable from there on.
 */
@Service
public final class AuditDisposals {
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 400;

    private final ScopedWork work;
    private final AuditDisposalRows rows;
    private final Audit audit;

    /** Over the office's database. */
    public AuditDisposals(ScopedWork work, AuditDisposalRows rows, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
    }

    /** What may go now: records and between which moments they were written. */
    public record Beyond(long records, Instant oldest, Instant newest) {}

    /** 清理事项: asked for, approved or dropped. */
    public record Disposal(
            long id,
            long records,
            Instant oldest,
            Instant newest,
            String reason,
            long askedBy,
            Instant askedAt,
            @Nullable Long approvedBy,
            @Nullable Long droppedBy) {
        /** Whether it still waits for somebody. */
        public boolean open() {
            return approvedBy == null && droppedBy == null;
        }
    }

    /** What is kept longer than it must be; empty when there is nothing. */
    public Optional<Beyond> beyond(Actor actor) {
        return work.read(actor, rows::due).map(due -> new Beyond(due.records(), due.oldest(), due.newest()));
    }

    /** All there were, the newest first. */
    public List<Disposal> list(Actor actor) {
        return work.read(actor, rows::list);
    }

    /** Asks for it; another administrator has to approve. */
    public Answer<Long> ask(Actor actor, String reason, Instant now) {
        String said = reason.strip();
        if (!actor.may(Right.AUDIT_DISPOSE)) {
            return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
        }
        if (said.length() < SHORTEST_REASON || said.length() > LONGEST_REASON) {
            return Answer.refused(AccessRefusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<Due> due = rows.due();
            if (due.isEmpty()) {
                return Answer.refused(AccessRefusal.NOTHING_DUE);
            }
            if (due.get().others()) {
                return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
            }
            Optional<Long> asked = rows.ask(due.get(), said, actor.userId(), now);
            if (asked.isEmpty()) {
                return Answer.refused(AccessRefusal.ASKED_ALREADY);
            }
            record(
                    actor,
                    AuditAction.AUDIT_DISPOSAL_ASKED,
                    asked.get(),
                    due.get().records());
            return Answer.done(asked.get());
        });
    }

    /** Another than who asked has it done: the records are gone, the proof of them stands. */
    public Answer<Long> approve(Actor actor, long id, Instant now) {
        return decide(actor, id, (disposal, anchor) -> {
            if (anchor.askedBy() == actor.userId()) {
                return Answer.refused(AccessRefusal.SAME_PERSON);
            }
            Optional<Due> due = rows.due();
            if (due.isEmpty() || due.get().upto() < anchor.upto()) {
                return Answer.refused(AccessRefusal.NOTHING_DUE);
            }
            if (due.get().others()) {
                return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
            }
            long gone = rows.dispose(id, anchor, actor.userId(), now);
            record(actor, AuditAction.AUDIT_DISPOSED, id, gone);
            return Answer.done(gone);
        });
    }

    /** Takes it back, or does not approve it: nothing is deleted. */
    public Answer<Long> drop(Actor actor, long id, Instant now) {
        return decide(actor, id, (disposal, anchor) -> {
            rows.drop(id, actor.userId(), now);
            record(actor, AuditAction.AUDIT_DISPOSAL_DROPPED, id, disposal.records());
            return Answer.done(id);
        });
    }

    private interface Decision {
        Answer<Long> on(Disposal disposal, AuditAnchor anchor);
    }

    private Answer<Long> decide(Actor actor, long id, Decision decision) {
        if (!actor.may(Right.AUDIT_DISPOSE)) {
            return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
        }
        return work.write(actor, () -> {
            Optional<Disposal> disposal = rows.hold(id);
            if (disposal.isEmpty()) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            return disposal.get().open()
                    ? decision.on(disposal.get(), rows.anchor(id))
                    : Answer.refused(AccessRefusal.CHANGED_MEANWHILE);
        });
    }

    private void record(Actor actor, AuditAction action, long id, long records) {
        audit.record(actor, action, "audit-disposal/" + id, Map.of("records", Long.toString(records)));
    }
}
