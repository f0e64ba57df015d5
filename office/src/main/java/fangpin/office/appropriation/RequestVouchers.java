package fangpin.office.appropriation;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.PaymentRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** 用款凭证: contracts, invoices, acceptances and receipts with a request for payment; kept from the asking to the last payment. */
@Service
public final class RequestVouchers {
    private final ScopedWork work;
    private final PaymentRows rows;
    private final Attachments attachments;

    RequestVouchers(ScopedWork work, PaymentRows rows, Attachments attachments) {
        this.work = work;
        this.rows = rows;
        this.attachments = attachments;
    }

    /** What a request's papers are kept under. */
    public static String subject(long request) {
        return "fund-request/" + request;
    }

    /** Keeps a paper of a request that was not refused. */
    public Answer<Attachments.Listed> attach(Actor actor, long id, String fileName, byte[] content, Instant now) {
        if (!actor.may(Right.FUND_PROPOSE) && !actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.locked(id);
            if (request.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            return request.get().state() == PaymentRequest.State.REFUSED
                    ? Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE)
                    : attachments.add(
                            actor, request.get().path(), subject(id), Right.FUND_READ, fileName, content, now);
        });
    }

    /** Takes a paper away that who asks had put there, while nobody answered. */
    public Answer<UUID> remove(Actor actor, long id, UUID file, Instant now) {
        if (!actor.may(Right.FUND_PROPOSE)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<PaymentRequest> request = rows.locked(id);
            if (request.isEmpty() || !has(actor, id, file)) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            return request.get().state() == PaymentRequest.State.RAISED
                    ? attachments.remove(actor, file, now)
                    : Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
        });
    }

    private boolean has(Actor actor, long id, UUID file) {
        return attachments.of(actor, subject(id)).stream()
                .anyMatch(one -> one.id().equals(file));
    }

    /** The papers of a request that the actor sees. */
    public List<Attachments.Listed> of(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id).isPresent() ? attachments.of(actor, subject(id)) : List.of());
    }

    /** A paper of a request that the actor sees. */
    public <T> Optional<T> read(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        return of(actor, id).stream().anyMatch(one -> one.id().equals(file))
                ? attachments.read(actor, file, reader)
                : Optional.empty();
    }
}
