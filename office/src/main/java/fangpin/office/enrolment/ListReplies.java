package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.internal.ReplyFile;
import fangpin.office.enrolment.internal.ReplyRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 承保机构的回复: policy numbers by ID number, and where they and the list do not agree. */
@Service
public final class ListReplies {
    private final ScopedWork work;
    private final ReplyRows rows;
    private final Secrets secrets;

    ListReplies(ScopedWork work, ReplyRows rows, Secrets secrets) {
        this.work = work;
        this.rows = rows;
        this.secrets = secrets;
    }

    /**
     * An answer as it came.
     *
     * @param product whose policies they are; empty when one policy is for all products of the contract
     */
    public record Reply(String product, Path file) {}

    /** Differences of a list after one of them. */
    public List<ListDifference> differences(Actor actor, Enrolment list, long after, int most) {
        return work.read(actor, () -> rows.differences(list.id(), after, most));
    }

    /** How many differences are open, by kind; each kind is there. */
    public Map<ListDifference.Kind, Long> openByKind(Actor actor, Enrolment list) {
        return work.read(actor, () -> rows.open(list.id()));
    }

    /** How many differences are open. */
    public long open(Actor actor, Enrolment list) {
        return work.read(actor, () -> open(list));
    }

    Answer<Long> take(Enrolment list, Reply reply) {
        List<String> products = list.contract().products().stream()
                .map(Contract.Line::product)
                .filter(product -> reply.product().isEmpty() || product.equals(reply.product()))
                .toList();
        if (products.isEmpty()) {
            return Answer.refused(EnrolmentRefusal.FIELD_MISSING);
        }
        return switch (ReplyFile.read(reply.file(), secrets)) {
            case ReplyFile.Refused refused -> Answer.refused(EnrolmentRefusal.FILE_REFUSED, refused.why());
            case ReplyFile.ColumnMissing none -> Answer.refused(EnrolmentRefusal.COLUMN_MISSING);
            case ReplyFile.Read read -> {
                rows.take(list, products, read);
                yield Answer.done(list.id());
            }
        };
    }

    /** Whether the list adds somebody whose policy number has to come. */
    boolean awaited(Enrolment list) {
        return rows.awaited(list.id());
    }

    long open(Enrolment list) {
        return rows.open(list.id()).values().stream().mapToLong(Long::longValue).sum();
    }

    void close(Actor actor, Enrolment list, ListDifference.Kind kind, String note, LocalDate today) {
        rows.close(list.id(), kind, note, actor.userId(), today);
    }
}
