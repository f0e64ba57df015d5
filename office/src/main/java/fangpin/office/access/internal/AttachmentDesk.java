package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.database.DataFolder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Files of all rooms: rows in the database, sealed bytes in a folder, under names that nobody chose. */
@Service
final class AttachmentDesk implements Attachments {
    private static final int MOST_BYTES = 20 << 20;
    private static final long MOST_BYTES_OF_SUBJECT = 200L << 20;
    private static final String INSERT = """
            insert into access.attachment (id, path, subject, needs, name, type, bytes, digest, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TOTAL = """
            select coalesce(sum(bytes), 0) from access.attachment where subject = ? and removed_at is null
            """;
    private static final String OF = """
            select * from access.attachment where subject = ? and removed_at is null order by entered_at, id
            """;
    private static final String FIND = """
            select * from access.attachment where id = ? and removed_at is null
            """;
    private static final String REMOVE = """
            update access.attachment set removed_at = ?, removed_by = ? where id = ? and removed_at is null
            """;

    private final JdbcClient database;
    private final ScopedWork scoped;
    private final Secrets secrets;
    private final Audit audit;
    private final AttachmentFiles files;

    AttachmentDesk(JdbcClient database, ScopedWork scoped, Secrets secrets, Audit audit, DataFolder folder) {
        this.database = database;
        this.scoped = scoped;
        this.secrets = secrets;
        this.audit = audit;
        files = new AttachmentFiles(folder.attachments());
    }

    @Override
    public Answer<Listed> add(
            Actor actor, String path, String subject, Right needs, String fileName, byte[] content, Instant now) {
        if (content.length == 0) {
            return Answer.refused(AccessRefusal.FILE_EMPTY);
        }
        if (content.length > MOST_BYTES) {
            return Answer.refused(AccessRefusal.FILE_LARGE, MOST_BYTES >> 20);
        }
        Optional<FileType> type = FileTypes.of(content);
        if (type.isEmpty()) {
            return Answer.refused(AccessRefusal.FILE_TYPE);
        }
        String name = AttachmentFiles.shownName(fileName);
        if (!type.get().named(name)) {
            return Answer.refused(AccessRefusal.FILE_NAME);
        }
        if (!actor.scope().holds(path)) {
            return Answer.refused(AccessRefusal.OUTSIDE_DIVISION);
        }
        Listed file = new Listed(UUID.randomUUID(), subject, needs, name, type.get(), content.length, now);
        byte[] sealed = secrets.sealBytes(FieldKind.ATTACHMENT, content);
        return scoped.write(actor, () -> {
            long total = database.sql(TOTAL).param(subject).query(Long.class).single();
            if (total + content.length > MOST_BYTES_OF_SUBJECT) {
                return Answer.refused(AccessRefusal.FILES_TOTAL, MOST_BYTES_OF_SUBJECT >> 20);
            }
            insert(actor, path, file, digest(content));
            files.write(file.id(), sealed);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        files.delete(file.id());
                    }
                }
            });
            audit.record(
                    actor,
                    AuditAction.ATTACHED,
                    subject,
                    Map.of("file", file.id().toString(), "type", file.type().name(), "bytes", "" + file.bytes()));
            return Answer.done(file);
        });
    }

    private void insert(Actor actor, String path, Listed file, byte[] digest) {
        database.sql(INSERT)
                .params(
                        file.id(),
                        path,
                        file.subject(),
                        file.needs().name(),
                        file.name(),
                        file.type().name(),
                        file.bytes(),
                        digest,
                        actor.userId(),
                        at(file.enteredAt()))
                .update();
    }

    @Override
    public List<Listed> of(Actor actor, String subject) {
        return scoped.read(
                actor,
                () -> database.sql(OF).param(subject).query(AttachmentDesk::listed).list().stream()
                        .filter(file -> actor.may(file.needs()))
                        .toList());
    }

    @Override
    public <T> Optional<T> read(Actor actor, UUID id, BiFunction<Listed, byte[], T> reader) {
        return scoped.write(
                actor,
                () -> find(actor, id).map(file -> {
                    byte[] content = secrets.openBytes(FieldKind.ATTACHMENT, files.read(id));
                    audit.record(actor, AuditAction.ATTACHMENT_READ, file.subject(), Map.of("file", id.toString()));
                    return reader.apply(file, content);
                }));
    }

    @Override
    public Answer<UUID> remove(Actor actor, UUID id, Instant now) {
        return scoped.write(actor, () -> {
            Optional<Listed> file = find(actor, id);
            if (file.isEmpty()) {
                return Answer.refused(AccessRefusal.NOT_FOUND);
            }
            database.sql(REMOVE).params(at(now), actor.userId(), id).update();
            audit.record(actor, AuditAction.ATTACHMENT_REMOVED, file.get().subject(), Map.of("file", id.toString()));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    files.delete(id);
                }
            });
            return Answer.done(id);
        });
    }

    private Optional<Listed> find(Actor actor, UUID id) {
        return database.sql(FIND)
                .param(id)
                .query(AttachmentDesk::listed)
                .optional()
                .filter(file -> actor.may(file.needs()));
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                Right.valueOf(row.getString("needs")),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
