package fangpin.office.enrolment;

import fangpin.office.access.Account;
import fangpin.office.access.Accounts;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.internal.InsurerRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** 承保机构: who insures, and whose logins are whose; an insurer's login sees the lists of its own contracts only. */
@Service
public final class Insurers {
    private static final int MOST = 50;

    private final ScopedWork work;
    private final InsurerRows rows;
    private final Audit audit;
    private final Accounts accounts;

    Insurers(ScopedWork work, InsurerRows rows, Audit audit, Accounts accounts) {
        this.work = work;
        this.rows = rows;
        this.audit = audit;
        this.accounts = accounts;
    }

    /** All of one's division, of those below and above. */
    public List<Insurer> all(Actor actor) {
        return work.read(actor, rows::all);
    }

    /** The accounts that belong to an insurer. */
    public List<Long> logins(Actor actor, long insurer) {
        return work.read(actor, () -> rows.logins(insurer));
    }

    /** The insurers whose login the actor is. */
    public Set<Long> own(Actor actor) {
        return work.read(actor, () -> rows.of(actor.userId()));
    }

    /** Enters an insurer for one's division. */
    public Answer<Long> add(Actor actor, String code, String name) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        if (!code.strip().matches("[A-Z0-9-]{2,20}")
                || name.isBlank()
                || name.strip().length() > 100) {
            return Answer.refused(EnrolmentRefusal.BAD_CODE);
        }
        try {
            return work.write(actor, () -> {
                long id = rows.insert(actor.scope().path(), code.strip(), name.strip(), actor.userId());
                audit.record(actor, AuditAction.ENTERED, "insurer/" + id, Map.of("code", code.strip()));
                return Answer.done(id);
            });
        } catch (DuplicateKeyException taken) {
            return Answer.refused(EnrolmentRefusal.NUMBER_TAKEN);
        }
    }

    /** Says that a login is an insurer's; it must be one of the insurer's role, of one's own division. */
    public Answer<Long> addLogin(Actor actor, long insurer, String userName) {
        Optional<Account> account = accounts.list(actor, "", userName.strip(), false, MOST).stream()
                .filter(one ->
                        one.userName().equals(userName.strip()) && one.roles().contains(Role.INSURER))
                .findFirst();
        return changeLogin(actor, insurer, found -> {
            if (account.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_AN_INSURER_LOGIN);
            }
            rows.addLogin(found, account.get().id(), actor.userId());
            return Answer.done(account.get().id());
        });
    }

    /** Takes a login from an insurer; it sees nothing of it any more. */
    public Answer<Long> removeLogin(Actor actor, long insurer, long account) {
        return changeLogin(actor, insurer, found -> {
            rows.removeLogin(found.id(), account);
            return Answer.done(account);
        });
    }

    private Answer<Long> changeLogin(Actor actor, long insurer, Function<Insurer, Answer<Long>> change) {
        if (!actor.may(Right.ENROLMENT_APPROVE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Insurer> found = rows.find(insurer);
            if (found.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(found.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            Answer<Long> answer = change.apply(found.get());
            if (answer instanceof Answer.Done<Long> done) {
                audit.record(
                        actor,
                        AuditAction.CHANGED,
                        "insurer/" + insurer,
                        Map.of("account", done.value().toString()));
            }
            return answer;
        });
    }
}
