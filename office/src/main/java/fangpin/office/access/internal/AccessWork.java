package fangpin.office.access.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 登录前的事务: work of somebody who has no division yet; the database shows only what the request itself names. */
@Component
final class AccessWork {
    private static final String SET = """
            select set_config(?, ?, true)
            """;

    /** What a transaction may name; the policies of migration V010 read it. */
    private enum Named {
        SIGNING_IN("fangpin.signing_in"),
        ACTOR("fangpin.actor");

        private final String setting;

        Named(String setting) {
            this.setting = setting;
        }
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AccessWork(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        transaction = new TransactionTemplate(transactions);
    }

    /** Shows the account of that name. */
    <T> T signingIn(String userName, Supplier<T> work) {
        return with(Named.SIGNING_IN, userName, work);
    }

    /** Shows the account of that id, its roles and its sessions. */
    <T> T as(long accountId, Supplier<T> work) {
        return with(Named.ACTOR, Long.toString(accountId), work);
    }

    /** Names the account whose roles the running transaction reads besides. */
    void alsoAs(long accountId) {
        set(Named.ACTOR, Long.toString(accountId));
    }

    private <T> T with(Named named, String value, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            set(named, value);
            return work.get();
        }));
    }

    private void set(Named named, String value) {
        ScopeInForce.forget();
        database.sql(SET).params(named.setting, value).query(String.class).single();
    }
}
