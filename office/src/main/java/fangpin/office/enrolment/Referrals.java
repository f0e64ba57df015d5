package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.access.Separation;
import fangpin.office.enrolment.internal.ReferralRows;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * 须由人决定的参保: where a rule of cover says neither yes nor no, one person proposes whether somebody is insured, with a reason, and another
 * one confirms it. The next list takes a yes up like everybody else's cover; a no stands on it with its reason.
 */
@Service
public final class Referrals {
    private static final int LONGEST = 400;

    private final ScopedWork work;
    private final ReferralRows rows;
    private final Secrets secrets;
    private final Audit audit;

    Referrals(ScopedWork work, ReferralRows rows, Secrets secrets, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * What a hospital's bill is told of its person.
     *
     * @param covered as two people decided; empty while they have not
     */
    public record Standing(Covers.Insured person, String pack, String product, Optional<Boolean> covered) {}

    /** How the persons of an ID number stand, one a product; none where no rule left anything to people. */
    public List<Standing> standing(Actor actor, String idNumber) {
        return standingAmong(actor, List.of(idNumber)).getOrDefault(idNumber, List.of());
    }

    /** The same of many ID numbers at once; those of whom no rule left anything to people are not among them. */
    public Map<String, List<Standing>> standingAmong(Actor actor, Collection<String> idNumbers) {
        Map<ByteBuffer, List<String>> given = idNumbers.stream()
                .distinct()
                .collect(Collectors.groupingBy(idNumber -> ByteBuffer.wrap(index(idNumber))));
        Map<String, List<Standing>> found = new HashMap<>();
        work.read(actor, () -> rows.standing(given.keySet()))
                .forEach(one -> given.getOrDefault(one.index(), List.of())
                        .forEach(idNumber -> found.computeIfAbsent(idNumber, any -> new ArrayList<>())
                                .add(one.standing())));
        return found;
    }

    private byte[] index(String idNumber) {
        return secrets.index(FieldKind.ID_NUMBER, idNumber.strip().toUpperCase(Locale.ROOT));
    }

    /** All of one's division: those open first, then what was decided, the newest first. */
    public List<Referral> all(Actor actor, int most) {
        return work.read(actor, () -> rows.all(most));
    }

    /** Says whether a person is covered, and why; somebody else confirms it. */
    public Answer<Long> propose(
            Actor actor, long person, String pack, String product, boolean covered, String reason, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Answer.refused(EnrolmentRefusal.REASON_MISSING);
        }
        try {
            return work.write(
                    actor,
                    () -> rows.open(person, pack, product)
                            .map(open -> {
                                long id = rows.insert(open, covered, reason.strip(), actor.userId(), today);
                                audit.record(
                                        actor, AuditAction.ENTERED, "referral/" + id, Map.of("reason", reason.strip()));
                                return Answer.done(id);
                            })
                            .orElseGet(() -> Answer.refused(EnrolmentRefusal.NOT_FOUND)));
        } catch (DuplicateKeyException twice) {
            return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
        }
    }

    /** Confirms what another person proposed. */
    public Answer<Long> confirm(Actor actor, long id, LocalDate today) {
        return end(actor, id, Referral.Stage.CONFIRMED, "", today);
    }

    /** Sends a proposal back, with the reason; it is open again. */
    public Answer<Long> sendBack(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank() || reason.length() > LONGEST
                ? Answer.refused(EnrolmentRefusal.REASON_MISSING)
                : end(actor, id, Referral.Stage.SENT_BACK, reason.strip(), today);
    }

    private Answer<Long> end(Actor actor, long id, Referral.Stage stage, String answer, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_APPROVE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Referral> held = rows.hold(id);
            if (held.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            Long proposer = held.get().proposedBy();
            if (held.get().stage() != Referral.Stage.PROPOSED || proposer == null) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            return Separation.check(proposer, actor.userId()).map(checker -> {
                rows.end(id, stage, checker, today, answer);
                audit.record(
                        actor,
                        stage == Referral.Stage.CONFIRMED ? AuditAction.APPROVED : AuditAction.REFUSED,
                        "referral/" + id,
                        Map.of("covered", Boolean.toString(held.get().covered()), "reason", answer));
                return id;
            });
        });
    }
}
