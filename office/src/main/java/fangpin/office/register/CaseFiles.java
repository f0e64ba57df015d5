package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.internal.Cases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/**
 * 事项附件: the declaration's paper, photos of a visit, proofs. Read by whoever works on cases: who only looks on sees no whole names or
 * numbers elsewhere, and a scan holds them.
 */
@Service
public final class CaseFiles {
    private final ScopedWork work;
    private final Cases cases;
    private final Attachments attachments;

    CaseFiles(ScopedWork work, Cases cases, Attachments attachments) {
        this.work = work;
        this.cases = cases;
        this.attachments = attachments;
    }

    /** Keeps a file of a case that is still open. */
    public Answer<Attachments.Listed> attach(Actor actor, long id, String fileName, byte[] content, Instant now) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            // held, so that a case is not filed between the look and the file
            Optional<Determination> found = cases.hold(id);
            if (found.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            if (found.get().stage().isClosed()) {
                return Answer.refused(Refusal.WRONG_STAGE);
            }
            return attachments.add(
                    actor, found.get().path(), subject(id), Right.REGISTER_WRITE, fileName, content, now);
        });
    }

    /** Its files, the first first; none for who may not read them. */
    public List<Attachments.Listed> of(Actor actor, long id) {
        return work.read(actor, () -> cases.find(id).isEmpty() ? List.of() : attachments.of(actor, subject(id)));
    }

    /** A file of a case that the actor sees. */
    public <T> Optional<T> read(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        boolean its = of(actor, id).stream().anyMatch(one -> one.id().equals(file));
        return its ? attachments.read(actor, file, reader) : Optional.empty();
    }

    /** Takes away a file of a case that is still open; that it was there stays in the audit. */
    public Answer<UUID> remove(Actor actor, long id, UUID file, Instant now) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Determination> found = cases.hold(id);
            boolean its = found.isPresent()
                    && attachments.of(actor, subject(id)).stream()
                            .anyMatch(one -> one.id().equals(file));
            if (!its) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            return found.get().stage().isClosed()
                    ? Answer.refused(Refusal.WRONG_STAGE)
                    : attachments.remove(actor, file, now);
        });
    }

    private static String subject(long id) {
        return "determination/" + id;
    }
}
