package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** 审计链头之恢复: the restored chain must reach the end that the backup names; with that, nothing of it was cut off on the way. */
public final class AuditEndRestore {
    private static final String REACHED = """
            select exists (select from access.audit_seal where position = ? and link = decode(?, 'hex'))
            """;

    private AuditEndRestore() {}

    /** Refuses a backup whose chain ends before its own end. */
    static void requireReached(Connection owner, BackupReader backup) throws SQLException, RefusedException {
        Optional<BackupManifest.AuditEnd> end = backup.manifest().auditEnd();
        if (end.isEmpty()) {
            return;
        }
        try (PreparedStatement question = owner.prepareStatement(REACHED)) {
            question.setLong(1, end.get().position());
            question.setString(2, end.get().link());
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    throw new RefusedException(
                            Reason.BACKUP_DAMAGED,
                            backup.file(),
                            "the audit ends before " + end.get().position());
                }
            }
        }
    }

    /** Writes the file, unless the folder knows of a later end: that a chain was longer once must not be forgotten. */
    public static void write(BackupManifest manifest, Path file) throws IOException {
        if (manifest.auditEnd().isEmpty()) {
            return;
        }
        BackupManifest.AuditEnd end = manifest.auditEnd().get();
        Optional<BackupManifest.AuditEnd> there =
                Files.exists(file) ? BackupManifest.AuditEnd.of(Files.readString(file)) : Optional.empty();
        if (Files.exists(file) && (there.isEmpty() || there.get().position() > end.position())) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                end.text(),
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
    }
}
