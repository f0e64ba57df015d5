package fangpin.office.database;

import fangpin.office.database.internal.AttachmentRestore;
import fangpin.office.database.internal.AuditEndRestore;
import fangpin.office.database.internal.BackupReader;
import fangpin.office.database.internal.DatabaseFailures;
import fangpin.office.database.internal.FileFailures;
import fangpin.office.database.internal.KeyArchive;
import fangpin.office.database.internal.TableRestore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/** 恢复: a backup into an empty database and data folder: whole, or marked so that it is not served. */
public final class Restore {
    /** Kept in the place of the keys until they come: the office refuses a folder of keys in which some are missing. */
    private static final String KEYS_TO_COME = "keys-of-the-backup-belong-here.key";

    private Restore() {}

    /** Checks all of the backup, brings the tables to its state, fills them, and brings them up to date. */
    public static Backup.Extent read(
            Path file, Optional<Path> keys, DatabaseAddress database, DataFolder folder, Progress progress)
            throws RefusedException {
        try (BackupReader backup = BackupReader.open(file)) {
            MigrationVersion state =
                    MigrationVersion.fromVersion(backup.manifest().state());
            if (state.compareTo(Migrations.newest(database)) > 0) {
                throw new RefusedException(Reason.BACKUP_NEWER, state);
            }
            TableRestore.begin(database);
            Migrations.run(database, state);
            AttachmentRestore.copy(backup, folder.attachments());
            keys(keys, folder);
            TableRestore.fill(database, backup, progress);
            AuditEndRestore.write(backup.manifest(), folder.auditHead());
            Migrations.run(database);
            return Backup.Extent.of(backup.manifest());
        } catch (SQLException e) {
            throw DatabaseFailures.refused(e, database.url());
        } catch (IOException e) {
            throw FileFailures.refused(e, folder.path());
        }
    }

    private static void keys(Optional<Path> archive, DataFolder folder) throws IOException, RefusedException {
        if (!Files.isDirectory(folder.keys())) {
            Files.createDirectory(
                    folder.keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (archive.isPresent()) {
            try (InputStream in = Files.newInputStream(archive.get())) {
                KeyArchive.read(in, folder.keys());
            } catch (IOException e) {
                throw new RefusedException(Reason.BACKUP_UNREADABLE, archive.get(), FileFailures.told(e));
            }
            Files.deleteIfExists(folder.keys().resolve(KEYS_TO_COME));
        } else if (!Files.exists(folder.keys().resolve("index.key"))) {
            Files.writeString(folder.keys().resolve(KEYS_TO_COME), "");
        }
    }
}
