package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import fangpin.office.ChildProcess;
import fangpin.office.TestDatabase;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.database.internal.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server that comes with the office: how it is set, that it outlives nothing and loses nothing. */
final class EmbeddedPostgresTest {
    private static final Progress SILENT = step -> {};

    @Test
    void isSafeUnprivilegedAndReachableFromThisMachineOnly() throws Exception {
        try (DataFolder folder = DataFolder.open(TestDatabase.dataFolder("safe"));
                OfficeDatabase database = OfficeDatabase.embedded(folder, SILENT)) {
            database.requireSafe();
            DatabaseAddress address = database.address();
            assertEquals("127.0.0.1", setting(address, "listen_addresses"));
            String command = Files.readString(Path.of("/proc/" + postmaster(folder.path()) + "/cmdline"));
            assertTrue(command.contains("unix_socket_directories=\0"), "no socket that needs no password");
            for (String on : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
                assertEquals("on", setting(address, on), on);
            }
            assertEquals("1min", setting(address, "statement_timeout"));
            assertEquals("10s", setting(address, "lock_timeout"));
            assertEquals("2min", setting(address, "idle_in_transaction_session_timeout"));
            Login wrong = new Login(address.office().role(), "");
            assertThrows(SQLException.class, () -> Preparation.connect(address.url(), wrong));
            assertNotEquals(0, Files.getAttribute(Path.of("/proc/" + postmaster(folder.path())), "unix:uid"));
            assertEquals("rwx------", permissions(folder.secrets()));
            assertEquals("rw-------", permissions(folder.secrets().resolve("fangpin_office.password")));
            assertEquals("rwx------", permissions(folder.path().resolve("database")));
        }
    }

    @Test
    void killNineOfTheOfficeLeavesNoServerAndLosesNothing() throws Exception {
        Path path = TestDatabase.dataFolder("killed");
        for (int round = 0; round < 2; round++) {
            try (ChildProcess office = ChildProcess.start(RowWriter.class, path.toString())) {
                office.awaitLine("committed " + (round + 1) * 50);
                long server = postmaster(path);
                office.kill();
                int committed = lastCommitted(office);
                awaitGone(server);
                assertRows(path, committed);
            }
        }
    }

    /** Also when the supervisor was killed before, so that nobody stopped the server. */
    @Test
    void aServerLeftBehindIsStoppedNotTakenOver() throws Exception {
        Path path = TestDatabase.dataFolder("left");
        try (ChildProcess office = ChildProcess.start(RowWriter.class, path.toString())) {
            office.awaitLine("committed 50");
            long server = postmaster(path);
            stopSupervision(server);
            office.kill();
            int committed = lastCommitted(office);
            TimeUnit.MILLISECONDS.sleep(300);
            assertTrue(ProcessHandle.of(server).isPresent(), "the test's own condition: the server was left behind");
            assertRows(path, committed);
            awaitGone(server);
        }
    }

    @Test
    void aKilledServerIsStartedAgainAndThePoolHealsWithinFiveSecondsOfIt() throws Exception {
        Path path = TestDatabase.dataFolder("heals");
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, SILENT);
                HikariDataSource pool = pool(database.address())) {
            for (int round = 0; round < 3; round++) {
                assertEquals(1, one(pool));
                long killed = postmaster(path);
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                awaitGone(killed);
                awaitAnswer(database.address());
                long since = System.nanoTime();
                assertEquals(1, one(pool));
                assertTrue(System.nanoTime() - since < TimeUnit.SECONDS.toNanos(5), "the pool healed within 5 s");
                assertNotEquals(killed, postmaster(path));
            }
        }
    }

    @Test
    void aSecondOfficeOnTheFolderIsToldSo() throws Exception {
        Path path = TestDatabase.folder("taken");
        try (DataFolder first = DataFolder.open(path)) {
            assertEquals(Reason.DATA_FOLDER_TAKEN, refused(() -> DataFolder.open(path)));
            assertEquals(path, first.path());
        }
        DataFolder.open(path).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldSo() throws Exception {
        Path file = Files.createFile(TestDatabase.folder("file").resolve("file"));
        assertEquals(Reason.DATA_FOLDER_UNUSABLE, refused(() -> DataFolder.open(file)));
        assertEquals(Reason.DATA_FOLDER_UNUSABLE, refused(() -> DataFolder.open(file.resolve("below"))));
    }

    @Test
    void aFolderTheDatabasesAccountCannotReachIsToldSo() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root changes to another account");
        Path closed = TestDatabase.folder("closed");
        Path path = Files.createDirectory(closed.resolve("data"));
        Files.createSymbolicLink(
                PostgresBinaries.folder(path), PostgresBinaries.folder(TestDatabase.dataFolder("programs")));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        try (DataFolder folder = DataFolder.open(path)) {
            assertEquals(Reason.DATA_FOLDER_CLOSED, refused(() -> EmbeddedPostgres.start(folder, SILENT)));
            assertFalse(Files.exists(path.resolve("database")), "nothing half made");
        }
    }

    @Test
    void filesOfAnotherPostgresAreToldSo() throws Exception {
        Path path = TestDatabase.dataFolder("older");
        Files.createDirectory(path.resolve("database"));
        Files.writeString(path.resolve("database/PG_VERSION"), "16\n");
        try (DataFolder folder = DataFolder.open(path)) {
            assertEquals(Reason.DATABASE_FILES_VERSION, refused(() -> EmbeddedPostgres.start(folder, SILENT)));
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64", "Mac OS X, aarch64", "Windows 11, amd64"})
    void anotherPlatformIsToldToBringItsOwn(String system, String processor) {
        assertEquals(Reason.PLATFORM, refused(() -> PostgresBinaries.requirePlatform(system, processor)));
    }

    @Test
    void settingsThatMayLoseDataAreRefused() throws Exception {
        RefusedException refused = assertThrows(RefusedException.class, () -> {
            try (DataFolder folder = DataFolder.open(TestDatabase.dataFolder("unsafe"));
                    EmbeddedPostgres server =
                            EmbeddedPostgres.start(folder, Map.of("fsync", "off", "full_page_writes", "off"), SILENT)) {
                OfficeDatabase.requireSafe(OfficeDatabase.prepare(server, folder));
            }
        });
        assertEquals(Reason.DATABASE_SETTINGS_UNSAFE, refused.refusal().reason());
        assertTrue(refused.refusal().text().en().contains("fsync = off (on), full_page_writes = off (on)"));
    }

    private static void assertRows(Path path, int committed) throws Exception {
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, SILENT);
                Connection owner = Preparation.connect(
                        database.address().url(), database.address().owner());
                Statement statement = owner.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select count(*), max(number) from sample.row")) {
                rows.next();
                assertEquals(rows.getInt(1), rows.getInt(2), "no row missing in between");
                assertTrue(
                        rows.getInt(2) >= committed, committed + " rows were committed, there are " + rows.getInt(2));
            }
            statement.execute("drop table sample.row");
        }
    }

    private static int lastCommitted(ChildProcess office) throws IOException, InterruptedException {
        office.awaitEnd();
        // the log may have the last word
        return office.said()
                .lines()
                .filter(line -> line.matches("committed [0-9]+"))
                .mapToInt(line -> Integer.parseInt(line.substring("committed ".length())))
                .max()
                .orElseThrow();
    }

    private static void stopSupervision(long server) {
        ProcessHandle supervisor =
                ProcessHandle.of(server).orElseThrow().parent().orElseThrow();
        List<ProcessHandle> all =
                supervisor.children().filter(child -> child.pid() != server).toList();
        supervisor.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static long postmaster(Path path) throws IOException {
        return Long.parseLong(
                Files.readAllLines(path.resolve("database/postmaster.pid")).getFirst());
    }

    private static void awaitGone(long pid) throws Exception {
        ProcessHandle.of(pid)
                .ifPresent(process ->
                        process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        assertTrue(ProcessHandle.of(pid).isEmpty(), "the server still runs");
    }

    /** How long the start itself takes depends on how much the disk of the machine has to do. */
    private static void awaitAnswer(DatabaseAddress address) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            try (Connection office = Preparation.connect(address.url(), address.office())) {
                assertTrue(office.isValid(1));
                return;
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("the server was not started again");
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.office().role());
        pool.setPassword(address.office().password());
        return pool;
    }

    private static int one(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String setting(DatabaseAddress address, String name) throws SQLException {
        try (Connection office = Preparation.connect(address.url(), address.office());
                var query = office.prepareStatement("select current_setting(?)")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Reason refused(Executable work) {
        return assertThrows(RefusedException.class, work).refusal().reason();
    }
}
