package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FirstAdministrator;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 三员: which kinds have a holder, who is the last of a kind, and the very first one. */
@Component
final class Administrators implements FirstAdministrator {
    private static final String HOLDERS = """
            select access.administrators(?)
            """;

    private final JdbcClient database;
    private final AccessWork work;
    private final AccountInsert insert;
    private final StartPasswords passwords;
    private final Audit audit;
    private final Clock clock;

    Administrators(
            JdbcClient database,
            AccessWork work,
            AccountInsert insert,
            StartPasswords passwords,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.work = work;
        this.insert = insert;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** The administrators' roles that no account in use holds. */
    Set<Role> withoutHolder() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> role.isAdministrator() && holders(role) == 0)
                .forEach(roles::add);
        return roles;
    }

    /** Whether the office would be without an administrator of this kind. */
    boolean isLast(Account account) {
        return account.disabledAt() == null
                && account.roles().stream().anyMatch(role -> role.isAdministrator() && holders(role) == 1);
    }

    private long holders(Role role) {
        return database.sql(HOLDERS).param(role.name()).query(Long.class).single();
    }

    @Override
    public boolean missing() {
        return holders(Role.SYSTEM_ADMINISTRATOR) == 0;
    }

    @Override
    public Answer<String> make(String userName, Scope scope, String place) {
        Instant now = clock.instant();
        StartPasswords.Made start = passwords.make();
        return work.signingIn(userName, () -> {
            if (!missing()) {
                return Answer.refused(AccessRefusal.ROLE_NOT_YOURS);
            }
            Answer<Long> made = insert.insert(
                    new AccountInsert.Row(
                            userName,
                            userName,
                            Account.Kind.ADMINISTRATOR,
                            scope,
                            place,
                            Set.of(Role.SYSTEM_ADMINISTRATOR),
                            false),
                    null,
                    now);
            return switch (made) {
                case Answer.Refused<Long> no -> new Answer.Refused<String>(no.reason(), no.arguments());
                case Answer.Done<Long>(Long id) -> {
                    passwords.first(id, start, now);
                    audit.recordStranger(
                            "terminal",
                            AuditAction.ACCOUNT_MADE,
                            "account/" + id,
                            Map.of("user", userName, "roles", "SYSTEM_ADMINISTRATOR", "path", scope.path()));
                    yield Answer.done(start.clear());
                }
            };
        });
    }
}
