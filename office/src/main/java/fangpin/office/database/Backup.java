package fangpin.office.database;

import fangpin.office.database.internal.AtomicFile;
import fangpin.office.database.internal.BackupManifest;
import fangpin.office.database.internal.BackupWriter;
import fangpin.office.database.internal.FileFailures;
import fangpin.office.database.internal.KeyArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** 备份: everything the office keeps, as it was at one moment, in one file; the keys to encrypted data are not in it. */
public final class Backup {
    private Backup() {}

    /**
     * What was saved or restored.
     *
     * @param tables how many
     * @param rows in all tables
     * @param state the migration the tables are at
     */
    public record Extent(int tables, long rows, String state) {
        static Extent of(BackupManifest manifest) {
            return new Extent(manifest.tables().size(), manifest.rows(), manifest.state());
        }
    }

    /** Saves database and attachments; the office may go on working meanwhile. */
    public static Extent write(DatabaseAddress database, DataFolder folder, Path file, Progress progress)
            throws RefusedException {
        try (AtomicFile target = AtomicFile.create(file)) {
            BackupManifest manifest;
            try (BackupWriter writer = new BackupWriter(target.stream(), progress)) {
                manifest = writer.write(database, Migrations.state(database), folder.attachments(), folder.auditHead());
            }
            target.finish();
            return Extent.of(manifest);
        } catch (IOException | SQLException e) {
            throw new RefusedException(
                    Reason.BACKUP_NOT_WRITTEN,
                    file,
                    e instanceof IOException io ? FileFailures.told(io) : String.valueOf(e.getMessage()));
        }
    }

    /** Saves the keys to encrypted data. Whoever has this file and the backup can read everything. */
    public static void writeKeys(DataFolder folder, Path file) throws RefusedException {
        try (AtomicFile target = AtomicFile.create(file)) {
            KeyArchive.write(folder.keys(), target.stream());
            target.finish();
        } catch (IOException e) {
            throw new RefusedException(Reason.BACKUP_NOT_WRITTEN, file, FileFailures.told(e));
        }
    }
}
