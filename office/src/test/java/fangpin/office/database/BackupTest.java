package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.database.internal.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is saved comes back, all of it, or nothing does. */
final class BackupTest {
    private static final Progress SILENT = step -> {};
    private static final String SCHEMAS = "select count(*) from pg_namespace where nspowner = current_user::regrole";

    private final Path path = TestDatabase.folder("backup");
    private final Path file = path.resolve("office.backup");
    private final Path keys = path.resolve("office.keys");

    BackupTest() throws IOException {}

    @Test
    void everyTableComesBackAsItWas() throws Exception {
        DatabaseAddress saved = TestDatabase.fresh();
        Rows.execute(saved, Rows.SAMPLE);
        try (DataFolder from = DataFolder.open(path.resolve("from"));
                DataFolder to = DataFolder.open(path.resolve("to"))) {
            attachment(from, "ab/ab12-x", new byte[] {0, 1, -1});
            key(from, "index.key", "an index key");
            Backup.Extent extent = Backup.write(saved, from, file, SILENT);
            Backup.writeKeys(from, keys);
            assertTrue(extent.rows() >= 1003, "rows saved: " + extent.rows());

            DatabaseAddress restored = TestDatabase.empty();
            assertEquals(extent, Restore.read(file, Optional.of(keys), restored, to, SILENT));
            assertEquals(Rows.everything(saved), Rows.everything(restored));
            assertArrayEquals(
                    new byte[] {0, 1, -1}, Files.readAllBytes(to.attachments().resolve("ab/ab12-x")));
            assertEquals("an index key", Files.readString(to.keys().resolve("index.key")));
            Rows.execute(
                    restored,
                    "insert into register.household (number, division_id, path, entered_by) values ('next', 3, '990000/', 1)");
        }
    }

    @Test
    void theEndOfTheAuditsChainComesAlongAndIsReached() throws Exception {
        DatabaseAddress saved = TestDatabase.fresh();
        Rows.execute(saved, """
                insert into access.audit_seal (position, number, hash, link)
                select n, n, sha256(n::text::bytea), sha256(('link ' || n)::bytea) from generate_series(1, 3) n
                """);
        String second = Rows.text(saved, "select encode(link, 'hex') from access.audit_seal where position = 2");
        try (DataFolder from = DataFolder.open(path.resolve("from"));
                DataFolder to = DataFolder.open(path.resolve("to"));
                DataFolder later = DataFolder.open(path.resolve("later"));
                DataFolder wrong = DataFolder.open(path.resolve("wrong"))) {
            head(from, "2 " + second + "\n");
            Backup.write(saved, from, file, SILENT);
            Restore.read(file, Optional.empty(), TestDatabase.empty(), to, SILENT);
            assertEquals("2 " + second + "\n", Files.readString(to.auditHead()));

            String farther = "7 " + "ab".repeat(32) + "\n";
            head(later, farther);
            Restore.read(file, Optional.empty(), TestDatabase.empty(), later, SILENT);
            assertEquals(farther, Files.readString(later.auditHead()), "that there was more is not forgotten");

            head(from, "3 " + second + "\n");
            Files.delete(file);
            Backup.write(saved, from, file, SILENT);
            DatabaseAddress empty = TestDatabase.empty();
            assertEquals(
                    Reason.BACKUP_DAMAGED, refused(() -> Restore.read(file, Optional.empty(), empty, wrong, SILENT)));
            assertFalse(Files.exists(wrong.auditHead()));
        }
    }

    private static void head(DataFolder folder, String text) throws IOException {
        Files.createDirectories(folder.path().resolve("audit"));
        Files.writeString(folder.auditHead(), text);
    }

    @Test
    void theKeysAreNotInTheBackupAndWithoutThemTheOfficeIsTold() throws Exception {
        try (DataFolder from = DataFolder.open(path.resolve("from"));
                DataFolder to = DataFolder.open(path.resolve("to"))) {
            key(from, "index.key", "an index key");
            Backup.write(TestDatabase.fresh(), from, file, SILENT);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertTrue(zip.stream()
                        .map(java.util.zip.ZipEntry::getName)
                        .filter(name -> !name.startsWith("tables/"))
                        .noneMatch(name -> name.contains("key")));
            }
            Restore.read(file, Optional.empty(), TestDatabase.empty(), to, SILENT);
            try (var files = Files.list(to.keys())) {
                assertEquals(1, files.count(), "a mark that keys are to come: the office refuses to make new ones");
            }
        }
    }

    @Test
    void isOneMomentThoughTheOfficeGoesOnWriting() throws Exception {
        DatabaseAddress saved = TestDatabase.fresh();
        Rows.execute(saved, Rows.SAMPLE);
        try (DataFolder folder = DataFolder.open(path.resolve("from"));
                Connection owner = Preparation.connect(saved.url(), saved.owner());
                var insert = owner.createStatement()) {
            int[] written = {0};
            Backup.write(saved, folder, file, step -> {
                try {
                    insert.execute("""
                            with h as (insert into register.household (number, division_id, path, entered_by)
                              values ('W' || %1$d, 3, '990000/', 1) returning id)
                            insert into register.person (household_id, path, name, entered_by)
                              select id, '990000/', '写%1$d', 1 from h
                            """.formatted(written[0]++));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(written[0] > 5, "written meanwhile: " + written[0]);
            DatabaseAddress restored = TestDatabase.empty();
            Restore.read(file, Optional.empty(), restored, folder, SILENT);
            assertEquals(500, Rows.count(restored, "select count(*) from register.household"));
            assertEquals(500, Rows.count(restored, "select count(*) from register.person"));
        }
    }

    @Test
    void aBackupOfAnEarlierOfficeIsRestoredAndBroughtUpToDate() throws Exception {
        DatabaseAddress earlier = TestDatabase.empty();
        Migrations.run(earlier, MigrationVersion.fromVersion("030"));
        Rows.execute(earlier, Rows.SAMPLE);
        try (DataFolder folder = DataFolder.open(path.resolve("from"))) {
            assertEquals("030", Backup.write(earlier, folder, file, SILENT).state());
            DatabaseAddress restored = TestDatabase.empty();
            Restore.read(file, Optional.empty(), restored, folder, SILENT);
            assertEquals(Migrations.newest(restored).toString(), Migrations.state(restored));
            Migrations.run(earlier);
            var expected = Rows.everything(earlier);
            expected.remove("office.installation");
            var found = Rows.everything(restored);
            found.remove("office.installation");
            assertEquals(expected, found);
        }
    }

    @Test
    void aDatabaseWithDataIsNotRestoredInto() throws Exception {
        try (DataFolder folder = DataFolder.open(path.resolve("from"))) {
            DatabaseAddress database = TestDatabase.fresh();
            Backup.write(database, folder, file, SILENT);
            Rows.execute(database, Rows.SAMPLE);
            var before = Rows.everything(database);
            assertEquals(
                    Reason.RESTORE_NOT_EMPTY,
                    refused(() -> Restore.read(file, Optional.empty(), database, folder, SILENT)));
            assertEquals(before, Rows.everything(database));
        }
    }

    @Test
    void anExistingFileIsNeverReplacedAndAFailedBackupLeavesNothing() throws Exception {
        try (DataFolder folder = DataFolder.open(path.resolve("from"))) {
            DatabaseAddress database = TestDatabase.fresh();
            Files.writeString(file, "precious");
            assertEquals(Reason.BACKUP_EXISTS, refused(() -> Backup.write(database, folder, file, SILENT)));
            assertEquals("precious", Files.readString(file));
            Path nowhere = path.resolve("nowhere/file");
            assertEquals(Reason.BACKUP_NOT_WRITTEN, refused(() -> Backup.write(database, folder, nowhere, SILENT)));
            DatabaseAddress gone = new DatabaseAddress(
                    database.url(), new Login(database.owner().role(), "wrong"), database.office());
            Path target = path.resolve("other");
            assertThrows(Exception.class, () -> Backup.write(gone, folder, target, SILENT));
            assertFalse(Files.exists(target));
        }
    }

    /** Every byte of a backup counts: one changed or missing, and nothing is restored. */
    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsTouched() throws Exception {
        DatabaseAddress database = TestDatabase.fresh();
        Rows.execute(database, Rows.SAMPLE);
        try (DataFolder folder = DataFolder.open(path.resolve("from"))) {
            Backup.write(database, folder, file, SILENT);
            byte[] whole = Files.readAllBytes(file);
            DatabaseAddress empty = TestDatabase.empty();
            int tried = 0;
            for (int at = 100; at < whole.length - 100; at += whole.length / 24) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 0x20;
                Files.write(file, damaged);
                try {
                    Restore.read(file, Optional.empty(), empty, folder, SILENT);
                    assertEquals(Rows.everything(database), Rows.everything(empty), "byte " + at + " changed nothing");
                    empty = TestDatabase.empty();
                } catch (RefusedException refused) {
                    tried++;
                    assertEquals(0, Rows.count(empty, SCHEMAS));
                }
            }
            assertTrue(tried > 15, "damage found: " + tried);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            DatabaseAddress target = empty;
            assertEquals(
                    Reason.BACKUP_UNREADABLE,
                    refused(() -> Restore.read(file, Optional.empty(), target, folder, SILENT)));
        }
    }

    @Test
    void anUnfinishedRestoreIsNotServedAndMayBeRepeated() throws Exception {
        DatabaseAddress saved = TestDatabase.fresh();
        Rows.execute(saved, Rows.SAMPLE);
        try (DataFolder folder = DataFolder.open(path.resolve("from"))) {
            Backup.write(saved, folder, file, SILENT);
            DatabaseAddress restored = TestDatabase.empty();
            assertThrows(
                    IllegalStateException.class,
                    () -> Restore.read(file, Optional.empty(), restored, folder, step -> {
                        throw new IllegalStateException("killed here");
                    }));
            assertEquals(Reason.RESTORE_UNFINISHED, refused(() -> OfficeDatabase.requireRestored(restored)));
            Restore.read(file, Optional.empty(), restored, folder, SILENT);
            OfficeDatabase.requireRestored(restored);
            assertEquals(Rows.everything(saved), Rows.everything(restored));
        }
    }

    private static void attachment(DataFolder folder, String name, byte[] bytes) throws IOException {
        Path target = folder.attachments().resolve(name);
        Files.createDirectories(folder.attachments().resolve(name.substring(0, 2)));
        Files.write(target, bytes);
    }

    private static void key(DataFolder folder, String name, String text) throws IOException {
        Files.createDirectories(
                folder.keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.keys().resolve(name), text);
    }

    private static Reason refused(Executable work) {
        return assertThrows(RefusedException.class, work).refusal().reason();
    }
}
