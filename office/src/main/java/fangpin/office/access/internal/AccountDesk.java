package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Accounts: made, changed, stopped, by those who may. */
@Service
final class AccountDesk implements Accounts {
    private static final String CHANGE = """
            update access.account set display_name = ?, version = version + 1 where id = ? and version = ?
            """;
    private static final String STOP = """
            update access.account set disabled_at = ?, version = version + 1 where id = ? and version = ?
            """;
    private static final String RESUME = """
            update access.account set disabled_at = null, version = version + 1 where id = ? and version = ?
            """;
    private static final String TAKE = """
            delete from access.account_role where account_id = ? and role = ?
            """;

    private final JdbcClient database;
    private final ScopedWork scoped;
    private final AccessWork work;
    private final AccountRows rows;
    private final AccountInsert insert;
    private final Administrators administrators;
    private final StartPasswords passwords;
    private final SessionRows sessions;
    private final Audit audit;

    AccountDesk(
            JdbcClient database,
            ScopedWork scoped,
            AccessWork work,
            AccountRows rows,
            AccountInsert insert,
            Administrators administrators,
            StartPasswords passwords,
            SessionRows sessions,
            Audit audit) {
        this.database = database;
        this.scoped = scoped;
        this.work = work;
        this.rows = rows;
        this.insert = insert;
        this.administrators = administrators;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public Set<Role> grantable(Actor actor) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        actor.roles().forEach(role -> roles.addAll(role.handsOn()));
        if (actor.roles().contains(Role.SYSTEM_ADMINISTRATOR)) {
            // the first of each kind has nobody of his kind to make him
            roles.addAll(administrators.withoutHolder());
        }
        return roles;
    }

    @Override
    public Answer<StartPassword> make(Actor actor, Wanted wanted, Instant now) {
        Optional<AccessRefusal> refused = refusal(actor, wanted.roles());
        if (refused.isPresent()) {
            return Answer.refused(refused.get());
        }
        if (!actor.scope().holds(wanted.scope().path())) {
            return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
        }
        StartPasswords.Made start = passwords.make();
        return scoped.write(actor, () -> {
            Answer<Long> id = insert.insert(row(wanted, false), actor.userId(), now);
            return switch (id) {
                case Answer.Refused<Long> no -> new Answer.Refused<StartPassword>(no.reason(), no.arguments());
                case Answer.Done<Long>(Long made) -> {
                    passwords.first(made, start, now);
                    record(
                            actor,
                            AuditAction.ACCOUNT_MADE,
                            made,
                            Map.of(
                                    "user",
                                    wanted.userName(),
                                    "roles",
                                    names(wanted.roles()),
                                    "path",
                                    wanted.scope().path()));
                    yield Answer.done(new StartPassword(made, wanted.userName(), start.clear()));
                }
            };
        });
    }

    @Override
    public List<Account> list(Actor actor, String after, String words, boolean alsoStopped, int most) {
        return scoped.read(actor, () -> rows.page(after, words.strip().toLowerCase(Locale.ROOT), alsoStopped, most));
    }

    @Override
    public Optional<Account> find(Actor actor, long accountId) {
        return scoped.read(actor, () -> rows.find(accountId));
    }

    @Override
    public Answer<Account> change(
            Actor actor, long accountId, int version, String displayName, Set<Role> roles, Instant now) {
        return manage(actor, accountId, version, account -> {
            Optional<AccessRefusal> refused = refusal(actor, roles);
            if (refused.isPresent()) {
                return Answer.refused(refused.get());
            }
            if (kind(roles) != account.kind()) {
                return Answer.refused(AccessRefusal.ADMINISTRATORS_APART);
            }
            if (displayName.isBlank() || displayName.length() > 60) {
                return Answer.refused(AccessRefusal.DISPLAY_NAME);
            }
            if (!roles.containsAll(account.roles()) && administrators.isLast(account)) {
                return Answer.refused(AccessRefusal.LAST_ADMINISTRATOR);
            }
            database.sql(CHANGE).params(displayName.strip(), accountId, version).update();
            String kind = account.kind().name().toLowerCase(Locale.ROOT);
            Set<Role> taken = new HashSet<>(account.roles());
            taken.removeAll(roles);
            taken.forEach(
                    role -> database.sql(TAKE).params(accountId, role.name()).update());
            Set<Role> given = new HashSet<>(roles);
            given.removeAll(account.roles());
            given.forEach(role ->
                    insert.grant(accountId, kind, account.scope(), role, actor.userId(), now.atOffset(ZoneOffset.UTC)));
            sessions.endAll(accountId, now);
            record(
                    actor,
                    AuditAction.ACCOUNT_CHANGED,
                    accountId,
                    Map.of("before", names(account.roles()), "after", names(roles)));
            return Answer.done(rows.find(accountId).orElseThrow());
        });
    }

    @Override
    public Answer<Account> stop(Actor actor, long accountId, int version, Instant now) {
        return manage(actor, accountId, version, account -> {
            if (administrators.isLast(account)) {
                return Answer.refused(AccessRefusal.LAST_ADMINISTRATOR);
            }
            database.sql(STOP)
                    .params(now.atOffset(ZoneOffset.UTC), accountId, version)
                    .update();
            sessions.endAll(accountId, now);
            record(actor, AuditAction.ACCOUNT_STOPPED, accountId, Map.of());
            return Answer.done(rows.find(accountId).orElseThrow());
        });
    }

    @Override
    public Answer<StartPassword> resume(Actor actor, long accountId, int version, Instant now) {
        return renew(actor, accountId, version, AuditAction.ACCOUNT_RESUMED, now);
    }

    @Override
    public Answer<StartPassword> reset(Actor actor, long accountId, int version, Instant now) {
        return renew(actor, accountId, version, AuditAction.ACCOUNT_RESET, now);
    }

    private Answer<StartPassword> renew(Actor actor, long accountId, int version, AuditAction action, Instant now) {
        StartPasswords.Made start = passwords.make();
        return manage(actor, accountId, version, account -> {
            if (account.kind() == Account.Kind.PROGRAM) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            database.sql(RESUME).params(accountId, version).update();
            sessions.endAll(accountId, now);
            passwords.again(account, start, now);
            record(actor, action, accountId, Map.of());
            return Answer.done(new StartPassword(accountId, account.userName(), start.clear()));
        });
    }

    @Override
    public Account demonstration(Wanted wanted, String password, Instant now) {
        return work.signingIn(wanted.userName(), () -> {
            Answer<Long> made = insert.insert(row(wanted, true), null, now);
            if (!(made instanceof Answer.Done<Long>(Long id))) {
                throw new IllegalStateException("a demonstration's account: " + made);
            }
            passwords.fixed(id, password, now);
            work.alsoAs(id);
            return rows.find(id).orElseThrow();
        });
    }

    /** Runs a change of somebody else's account that one may manage and that is still as the page showed it. */
    private <T> Answer<T> manage(Actor actor, long accountId, int version, Function<Account, Answer<T>> change) {
        if (actor.userId() == accountId) {
            return Answer.refused(AccessRefusal.ONESELF);
        }
        return scoped.write(actor, () -> {
            Optional<Account> found = rows.find(accountId);
            if (found.isEmpty()) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            Account account = found.get();
            if (!grantable(actor).containsAll(account.roles())) {
                return Answer.refused(AccessRefusal.ROLE_NOT_YOURS);
            }
            if (account.version() != version || !rows.lock(accountId, version)) {
                return Answer.refused(AccessRefusal.CHANGED_MEANWHILE);
            }
            return change.apply(account);
        });
    }

    private Optional<AccessRefusal> refusal(Actor actor, Set<Role> roles) {
        if (roles.isEmpty()) {
            return Optional.of(AccessRefusal.NO_ROLE);
        }
        if (roles.size() > 1 && roles.stream().anyMatch(Role::isAdministrator)) {
            return Optional.of(AccessRefusal.ADMINISTRATORS_APART);
        }
        return grantable(actor).containsAll(roles) ? Optional.empty() : Optional.of(AccessRefusal.ROLE_NOT_YOURS);
    }

    private void record(Actor actor, AuditAction action, long accountId, Map<String, String> details) {
        audit.record(actor, action, "account/" + accountId, details);
    }

    private static AccountInsert.Row row(Wanted wanted, boolean demonstration) {
        return new AccountInsert.Row(
                wanted.userName(),
                wanted.displayName(),
                kind(wanted.roles()),
                wanted.scope(),
                wanted.place(),
                wanted.roles(),
                demonstration);
    }

    private static Account.Kind kind(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isAdministrator) ? Account.Kind.ADMINISTRATOR : Account.Kind.STAFF;
    }

    private static String names(Set<Role> roles) {
        return String.join(" ", new TreeSet<>(roles.stream().map(Role::name).toList()));
    }
}
