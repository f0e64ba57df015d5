package fangpin.office.access.internal;

import fangpin.office.access.Account;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of accounts, read within a transaction that may see them. */
@Component
final class AccountRows {
    private static final String BY_NAME = """
            select account.*, array(select role from access.account_role where account_id = account.id order by role) as roles
            from access.account where user_name = ?
            """;
    private static final String BY_ID = """
            select account.*, array(select role from access.account_role where account_id = account.id order by role) as roles
            from access.account where id = ?
            """;
    private static final String LOCK = """
            select id from access.account where id = ? and version = ? for update
            """;
    private static final String PAGE = """
            select account.*, array(select role from access.account_role where account_id = account.id order by role) as roles
            from access.account
            where user_name > ? and (? = '' or position(? in user_name) > 0 or position(? in display_name) > 0)
              and (cast(? as boolean) or disabled_at is null)
              and path >= nullif(current_setting('fangpin.scope', true), '')
              and path < nullif(current_setting('fangpin.scope', true), '') || '~'
            order by user_name limit ?
            """;

    private final JdbcClient database;

    AccountRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> named(String userName) {
        return database.sql(BY_NAME).param(userName).query(AccountRows::account).optional();
    }

    Optional<Account> find(long id) {
        return database.sql(BY_ID).param(id).query(AccountRows::account).optional();
    }

    /** Whether the account still has the version; no other transaction changes it until this one ends. */
    boolean lock(long id, int version) {
        return database.sql(LOCK)
                .params(id, version)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    List<Account> page(String after, String words, boolean alsoStopped, int most) {
        return database.sql(PAGE)
                .params(after, words, words, words, alsoStopped, most)
                .query(AccountRows::account)
                .list();
    }

    static Account account(ResultSet row, int number) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(
                row.getLong("id"),
                row.getString("user_name"),
                row.getString("display_name"),
                Account.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Scope(row.getString("path")),
                row.getString("place"),
                roles,
                row.getBoolean("demonstration"),
                time(row, "disabled_at"),
                time(row, "last_sign_in_at"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
