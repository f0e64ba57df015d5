package fangpin.office.access;

import fangpin.office.access.internal.ScopeInForce;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 辖区内事务: runs work in one transaction in which the database shows the rows of the actor's division only. Outside of it the
 * office's role sees no row of any room.
 */
@Component
public final class ScopedWork {
    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    /** Over the office's database. */
    public ScopedWork(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        writing = new TransactionTemplate(transactions);
    }

    /** Reads in one read-only transaction. */
    public <T> T read(Actor actor, Supplier<T> work) {
        return reading.execute(status -> within(actor, work));
    }

    /** Does all of the work or, when it throws, nothing of it. */
    public <T> T write(Actor actor, Supplier<T> work) {
        return writing.execute(status -> within(actor, work));
    }

    private <T> T within(Actor actor, Supplier<T> work) {
        if (ScopeInForce.changes(actor.scope().path(), actor.userId())) {
            database.sql("select set_config('fangpin.scope', ?, true), set_config('fangpin.actor', ?, true)")
                    .params(actor.scope().path(), Long.toString(actor.userId()))
                    .query((row, number) -> number)
                    .single();
        }
        return work.get();
    }
}
