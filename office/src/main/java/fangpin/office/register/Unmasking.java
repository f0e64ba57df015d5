package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 查看完整信息: one value of one person in clear, for a reason that the audit keeps. */
@Service
public final class Unmasking {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;
    private final Audit audit;

    Unmasking(ScopedWork work, JdbcClient database, Secrets secrets, Audit audit) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
    }

    /** The value; nothing is shown that could not be recorded. */
    public Answer<String> show(Actor actor, long person, FieldKind kind, String reason) {
        if (!actor.may(Right.REGISTER_UNMASK)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<byte[]> sealed = sealed(person, kind);
            if (sealed.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            audit.record(
                    actor,
                    AuditAction.UNMASKED,
                    "person/" + person,
                    Map.of("field", kind.name(), "reason", reason.strip()));
            return Answer.done(secrets.open(kind, sealed.get()));
        });
    }

    private Optional<byte[]> sealed(long person, FieldKind kind) {
        String statement = switch (kind) {
            case ID_NUMBER -> "select id_sealed from register.person where id = ? and id_sealed is not null";
            case PHONE -> "select phone_sealed from register.person where id = ? and phone_sealed is not null";
            case ADDRESS -> "select address_sealed from register.person where id = ? and address_sealed is not null";
            case BANK_CARD ->
                "select bank_card_sealed from register.person where id = ? and bank_card_sealed is not null";
            case HEALTH, SECOND_FACTOR, ATTACHMENT, USER_NAME ->
                throw new IllegalArgumentException("not kept here: " + kind);
        };
        return database.sql(statement).param(person).query(byte[].class).optional();
    }
}
