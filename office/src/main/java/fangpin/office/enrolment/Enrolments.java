package fangpin.office.enrolment;

import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.internal.ContractRows;
import fangpin.office.enrolment.internal.EnrolmentRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 参保名单 (WH3 §5.3): drafted from the register for a contract, a place and a day; checked, approved by another person, sent, answered with
 * policy numbers, in force. The first list of a place names all who are covered; later ones name what changed: who joined, died, moved,
 * was merged. One list of a pack and place is under way at a time.
 */
@Service
public final class Enrolments {
    private final ScopedWork work;
    private final EnrolmentRows rows;
    private final ContractRows contracts;
    private final ListReplies replies;
    private final ContractProducts products;
    private final Audit audit;

    Enrolments(
            ScopedWork work,
            EnrolmentRows rows,
            ContractRows contracts,
            ListReplies replies,
            ContractProducts products,
            Audit audit) {
        this.work = work;
        this.rows = rows;
        this.contracts = contracts;
        this.replies = replies;
        this.products = products;
        this.audit = audit;
    }

    /** All of one's division, of those below and above, the newest first; of one contract unless it is null. */
    public List<Enrolment> all(Actor actor, @Nullable Long contract) {
        return work.read(actor, () -> rows.all(contract));
    }

    /** One of them. */
    public Optional<Enrolment> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Draws up a list of a place of one's own division, as the register knows it now. */
    public Answer<Long> draft(Actor actor, long contractId, String place, LocalDate asOf, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Contract> contract = contracts.find(contractId);
            if (contract.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(place) || !place.startsWith(contract.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            return draft(actor, contract.get(), place, asOf, today);
        });
    }

    private Answer<Long> draft(Actor actor, Contract contract, String place, LocalDate asOf, LocalDate today) {
        if (contract.stage() != Contract.Stage.IN_FORCE) {
            return Answer.refused(EnrolmentRefusal.CONTRACT_NOT_IN_FORCE);
        }
        if (rows.underWay(contract.pack(), place)) {
            return Answer.refused(EnrolmentRefusal.LIST_OPEN);
        }
        boolean older = rows.youngest(contract.pack(), place)
                .filter(day -> day.isAfter(asOf))
                .isPresent();
        if (older || asOf.isAfter(today) || !asOf.isBefore(contract.validTo())) {
            return Answer.refused(EnrolmentRefusal.BAD_DAY);
        }
        List<Product> used = products.of(actor, contract);
        if (used.size() != contract.products().size()) {
            return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
        }
        long id = rows.insert(contract, place, asOf, actor.userId(), today);
        int lines = rows.draft(id, contract.pack(), place, asOf, used);
        record(actor, AuditAction.ENTERED, id, Map.of("place", place, "as-of", asOf.toString(), "lines", "" + lines));
        return Answer.done(id);
    }

    /** Draws a draft up again: the register may know more by now. */
    public Answer<Long> redraw(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_WRITE, Set.of(Enrolment.Stage.DRAFT), list -> {
            List<Product> used = products.of(actor, list.contract());
            if (used.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.PACK_NOT_IN_USE);
            }
            rows.clear(id);
            rows.draft(id, list.contract().pack(), list.path(), list.asOf(), used);
            rows.step(id, Enrolment.Stage.DRAFT, actor.userId(), today, "");
            record(actor, AuditAction.CHANGED, id, Map.of("what", "drawn up again"));
            return Answer.done(id);
        });
    }

    /** Says that the list was gone through. */
    public Answer<Long> check(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_WRITE, Set.of(Enrolment.Stage.DRAFT), list -> {
            if (rows.changes(id) == 0) {
                return Answer.refused(EnrolmentRefusal.NOTHING_TO_SEND);
            }
            return to(actor, list, Enrolment.Stage.CHECKED, AuditAction.CHANGED, today);
        });
    }

    /** Approves what others drew up and went through. */
    public Answer<Long> approve(Actor actor, long id, int version, LocalDate today) {
        return step(actor, id, version, Right.ENROLMENT_APPROVE, Set.of(Enrolment.Stage.CHECKED), list -> {
            Long checker = list.checkedBy();
            for (long maker : new long[] {list.draftedBy(), checker == null ? list.draftedBy() : checker}) {
                Answer<Long> apart = Separation.check(maker, actor.userId());
                if (apart instanceof Answer.Refused<Long>) {
                    return apart;
                }
            }
            return to(actor, list, Enrolment.Stage.APPROVED, AuditAction.APPROVED, today);
        });
    }

    /** Says that the list went to the insurer, who can see it from now on. */
    public Answer<Long> send(Actor actor, long id, int version, LocalDate today) {
        return step(
                actor,
                id,
                version,
                Right.ENROLMENT_WRITE,
                Set.of(Enrolment.Stage.APPROVED),
                list -> to(actor, list, Enrolment.Stage.SENT, AuditAction.CHANGED, today));
    }

    /** Takes an insurer's answer with policy numbers, in the place of an earlier one for the same products. */
    public Answer<Long> receive(Actor actor, long id, int version, ListReplies.Reply reply, LocalDate today) {
        Set<Enrolment.Stage> stages = Set.of(Enrolment.Stage.SENT, Enrolment.Stage.ANSWERED);
        return step(actor, id, version, Right.ENROLMENT_WRITE, stages, list -> {
            Answer<Long> taken = replies.take(list, reply);
            return taken instanceof Answer.Refused<Long>
                    ? taken
                    : to(actor, list, Enrolment.Stage.ANSWERED, AuditAction.IMPORTED, today);
        });
    }

    /** Says what came of all open differences of a kind. */
    public Answer<Long> closeDifferences(
            Actor actor, long id, int version, ListDifference.Kind kind, String note, LocalDate today) {
        if (note.isBlank()) {
            return Answer.refused(EnrolmentRefusal.REASON_MISSING);
        }
        return step(actor, id, version, Right.ENROLMENT_WRITE, Set.of(Enrolment.Stage.ANSWERED), list -> {
            replies.close(actor, list, kind, note.strip(), today);
            return to(actor, list, Enrolment.Stage.ANSWERED, AuditAction.CHANGED, today);
        });
    }

    /** Puts an answered list in force: from now on it is what covers people. */
    public Answer<Long> putInForce(Actor actor, long id, int version, LocalDate today) {
        Set<Enrolment.Stage> stages = Set.of(Enrolment.Stage.ANSWERED, Enrolment.Stage.SENT);
        return step(actor, id, version, Right.ENROLMENT_WRITE, stages, list -> {
            if (list.stage() == Enrolment.Stage.SENT && replies.awaited(list)) {
                return Answer.refused(EnrolmentRefusal.WRONG_STAGE);
            }
            long open = replies.open(list);
            if (open > 0) {
                return Answer.refused(EnrolmentRefusal.DIFFERENCES_OPEN, open);
            }
            rows.putInForce(id);
            return to(actor, list, Enrolment.Stage.IN_FORCE, AuditAction.APPROVED, today);
        });
    }

    /** Sends a checked list back to be drawn up anew, with the reason. */
    public Answer<Long> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Enrolment.Stage.DRAFT, reason, today);
    }

    /** Gives a list up before it was sent, with the reason. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Enrolment.Stage.WITHDRAWN, reason, today);
    }

    private Answer<Long> end(Actor actor, long id, int version, Enrolment.Stage to, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(EnrolmentRefusal.REASON_MISSING);
        }
        boolean back = to == Enrolment.Stage.DRAFT;
        Set<Enrolment.Stage> from = back
                ? Set.of(Enrolment.Stage.CHECKED)
                : Set.of(Enrolment.Stage.DRAFT, Enrolment.Stage.CHECKED, Enrolment.Stage.APPROVED);
        Right right = back ? Right.ENROLMENT_APPROVE : Right.ENROLMENT_WRITE;
        return step(actor, id, version, right, from, list -> {
            rows.step(id, to, actor.userId(), today, reason.strip());
            record(actor, back ? AuditAction.REFUSED : AuditAction.WITHDRAWN, id, Map.of("stage", to.word()));
            return Answer.done(id);
        });
    }

    private Answer<Long> to(Actor actor, Enrolment list, Enrolment.Stage stage, AuditAction action, LocalDate today) {
        rows.step(list.id(), stage, actor.userId(), today, "");
        record(actor, action, list.id(), Map.of("stage", stage.word()));
        return Answer.done(list.id());
    }

    private void record(Actor actor, AuditAction action, long id, Map<String, String> details) {
        audit.record(actor, action, "enrolment/" + id, details);
    }

    private interface Step {
        Answer<Long> take(Enrolment list);
    }

    private Answer<Long> step(Actor actor, long id, int version, Right right, Set<Enrolment.Stage> stages, Step step) {
        if (!actor.may(right)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Enrolment> found = rows.find(id);
            if (found.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(found.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            if (!rows.holds(id, version)) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            return stages.contains(found.get().stage())
                    ? step.take(found.get())
                    : Answer.refused(EnrolmentRefusal.WRONG_STAGE);
        });
    }
}
