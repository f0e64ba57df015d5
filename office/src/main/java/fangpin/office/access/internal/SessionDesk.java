package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Account;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Sessions;
import fangpin.office.access.SignIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Sessions as pages and filters use them. */
@Service
final class SessionDesk implements Sessions {
    private final AccessWork work;
    private final ScopedWork scoped;
    private final SessionRows rows;
    private final Audit audit;

    SessionDesk(AccessWork work, ScopedWork scoped, SessionRows rows, Audit audit) {
        this.work = work;
        this.scoped = scoped;
        this.rows = rows;
        this.audit = audit;
    }

    @Override
    public Optional<Actor> actor(SignIn.Opened opened, Instant now) {
        return work.as(opened.accountId(), () -> rows.account(opened, now).map(Account::actor));
    }

    @Override
    public void close(SignIn.Opened opened, Instant now) {
        work.as(opened.accountId(), () -> {
            Optional<Account> known = rows.account(opened, now);
            if (rows.end(opened.key(), now)) {
                known.ifPresent(
                        who -> audit.record(who.actor(), AuditAction.SIGNED_OUT, "account/" + who.id(), Map.of()));
            }
            return opened;
        });
    }

    @Override
    public List<Open> own(Actor actor, Instant now) {
        return scoped.read(actor, () -> rows.own(actor.userId(), now));
    }

    @Override
    public Answer<String> endOwn(Actor actor, String id, Instant now) {
        if (!id.matches("[0-9a-f]{64}")) {
            return Answer.refused(AccessRefusal.NOT_FOUND);
        }
        return scoped.write(actor, () -> {
            if (!rows.endOwn(actor.userId(), id, now)) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            audit.record(actor, AuditAction.SESSION_ENDED, "account/" + actor.userId(), Map.of());
            return Answer.done(id);
        });
    }
}
