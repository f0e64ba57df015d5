package fangpin.office.access;

import fangpin.office.access.internal.AuditRecord;
import fangpin.office.access.internal.AuditWriter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 审计: who did what, when, from where. A record is written in the transaction of the work: both are there or neither; work that
 * cannot be recorded is not done. Details name fields and show masked values, never personal data in clear.
 */
@Component
public final class Audit {
    /** One thing done. The subject names a row, such as {@code person/17}, not a person. */
    public record Entry(AuditAction action, String subject, Map<String, String> details) {
        public Entry {
            details = Map.copyOf(details);
        }
    }

    private final AuditWriter writer;
    private final TransactionTemplate own;

    /** Over the office's database. */
    public Audit(AuditWriter writer, PlatformTransactionManager transactions) {
        this.writer = writer;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Records one thing done in the current transaction. */
    public void record(Actor actor, AuditAction action, String subject, Map<String, String> details) {
        recordAll(actor, List.of(new Entry(action, subject, details)));
    }

    /** Records many things done in the current transaction. */
    public void recordAll(Actor actor, List<Entry> entries) {
        recordAll(here(actor), entries);
    }

    /** The same, done for somebody who asked for it elsewhere. */
    public void recordAll(Doer doer, List<Entry> entries) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit record outside of the transaction of its work");
        }
        Actor actor = doer.actor();
        writer.write(
                new AuditRecord.Who(actor.userId(), actor.name(), actor.scope().path()), doer.address(), entries);
    }

    /** Somebody with the address of the request that this thread answers. */
    public Doer here(Actor actor) {
        return new Doer(actor, AuditWriter.fromAddress());
    }

    /** Records something that has no transaction of its own, such as a denial; it stays whatever becomes of the caller's work. */
    public void recordApart(Actor actor, AuditAction action, String subject, Map<String, String> details) {
        own.executeWithoutResult(status -> record(actor, action, subject, details));
    }

    /** Records what somebody did who has not signed in, under the name he gave, in the current transaction. */
    public void recordStranger(String name, AuditAction action, String subject, Map<String, String> details) {
        writer.write(
                AuditRecord.Who.stranger(name),
                AuditWriter.fromAddress(),
                List.of(new Entry(action, subject, details)));
    }
}
