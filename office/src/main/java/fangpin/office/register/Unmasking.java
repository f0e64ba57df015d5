package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.internal.Identities;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 查看完整信息: one value of one person in clear, for a reason that the audit keeps. */
@Service
public final class Unmasking {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;
    private final Identities identities;
    private final Audit audit;

    Unmasking(ScopedWork work, JdbcClient database, Secrets secrets, Identities identities, Audit audit) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
        this.identities = identities;
        this.audit = audit;
    }

    /** The value; nothing is shown that could not be recorded. */
    public Answer<String> show(Actor actor, long person, FieldKind kind, String reason) {
        return shown(
                actor,
                "person/" + person,
                Map.of("field", kind.name(), "reason", reason.strip()),
                () -> ofPerson(person, kind));
    }

    /** A value that stood on a person's record once, in the version that a {@link FormerValue} names. */
    public Answer<String> showFormer(Actor actor, long person, FieldKind kind, int version, String reason) {
        return shown(
                actor,
                "person/" + person,
                Map.of("field", kind.name(), "version", String.valueOf(version), "reason", reason.strip()),
                () -> ofVersion(person, kind, version));
    }

    /** The ID number that a case says is right, for who compares it with the paper. */
    public Answer<String> showCorrected(Actor actor, long determination, String reason) {
        return shown(
                actor,
                "determination/" + determination,
                Map.of("field", FieldKind.ID_NUMBER.name(), "reason", reason.strip()),
                () -> identities.numberIn(determination));
    }

    private Answer<String> shown(
            Actor actor, String subject, Map<String, String> details, Supplier<Optional<String>> value) {
        if (!actor.may(Right.REGISTER_UNMASK)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (details.getOrDefault("reason", "").isEmpty()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return work.write(actor, () -> {
            Optional<String> clear = value.get();
            if (clear.isEmpty()) {
                return Answer.refused(Refusal.NOT_FOUND);
            }
            audit.record(actor, AuditAction.UNMASKED, subject, details);
            return Answer.done(clear.get());
        });
    }

    private Optional<String> ofPerson(long person, FieldKind kind) {
        return database.sql("select " + column(kind) + " from register.person where id = ?")
                .param(person)
                .query((row, number) -> clear(kind, row.getBytes(1)))
                .optional()
                .flatMap(value -> value);
    }

    private Optional<String> ofVersion(long person, FieldKind kind, int version) {
        return database.sql("select " + column(kind) + " from register.versions_of(?) where version = ?")
                .params(person, version)
                .query((row, number) -> clear(kind, row.getBytes(1)))
                .optional()
                .flatMap(value -> value);
    }

    private Optional<String> clear(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : Optional.of(secrets.open(kind, sealed));
    }

    private static String column(FieldKind kind) {
        return switch (kind) {
            case ID_NUMBER -> "id_sealed";
            case PHONE -> "phone_sealed";
            case ADDRESS -> "address_sealed";
            case BANK_CARD -> "bank_card_sealed";
            case HEALTH, SECOND_FACTOR, ATTACHMENT, USER_NAME ->
                throw new IllegalArgumentException("not kept here: " + kind);
        };
    }
}
