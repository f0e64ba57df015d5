package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts accounts and their roles, in the current transaction. */
@Component
final class AccountInsert {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int LONGEST_DISPLAY_NAME = 60;
    private static final String ACCOUNT = """
            insert into access.account (user_name, display_name, kind, path, place, demonstration, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (user_name) do nothing returning id
            """;
    private static final String ROLE = """
            insert into access.account_role (account_id, role, kind, path, granted_by, granted_at) values (?, ?, ?, ?, ?, ?)
            """;

    /** An account to be. */
    record Row(
            String userName,
            String displayName,
            Account.Kind kind,
            Scope scope,
            String place,
            Set<Role> roles,
            boolean demonstration) {}

    private final JdbcClient database;

    AccountInsert(JdbcClient database) {
        this.database = database;
    }

    Answer<Long> insert(Row row, @Nullable Long by, Instant now) {
        if (!NAME.matcher(row.userName()).matches() || PersonalNumbers.holdsIdNumber(row.userName())) {
            return Answer.refused(AccessRefusal.NAME_FORM);
        }
        if (row.displayName().isBlank() || row.displayName().length() > LONGEST_DISPLAY_NAME) {
            return Answer.refused(AccessRefusal.DISPLAY_NAME);
        }
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        String kind = row.kind().name().toLowerCase(Locale.ROOT);
        Optional<Long> id = database.sql(ACCOUNT)
                .params(
                        row.userName(),
                        row.displayName().strip(),
                        kind,
                        row.scope().path(),
                        row.place(),
                        row.demonstration())
                .param(by)
                .param(at)
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return Answer.refused(AccessRefusal.NAME_TAKEN);
        }
        row.roles().forEach(role -> grant(id.get(), kind, row.scope(), role, by, at));
        return Answer.done(id.get());
    }

    void grant(long accountId, String kind, Scope scope, Role role, @Nullable Long by, OffsetDateTime at) {
        database.sql(ROLE)
                .params(accountId, role.name(), kind, scope.path())
                .param(by)
                .param(at)
                .update();
    }
}
