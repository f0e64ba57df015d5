package fangpin.office.register.roster;

import static fangpin.office.register.roster.RosterOffice.CHECKER;
import static fangpin.office.register.roster.RosterOffice.MAKER;
import static fangpin.office.register.roster.RosterOffice.TODAY;
import static fangpin.office.register.roster.StagingOffice.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import fangpin.office.ChildProcess;
import fangpin.office.TestDatabase;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.database.DataFolder;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.register.Headcounts;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Whatever dies in the middle of an import, or whoever comes between: all of it or nothing, and it can be done once more. */
class RosterKilledTest {

    /** Waits until a check has read so many rows, does something, and waits for its end; the import as it then is. */
    static RosterImport awaitRows(RosterOffice office, long id, int rows, Runnable then) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean done = false;
        while (System.nanoTime() < deadline) {
            try {
                if (!done
                        && office.imports
                                .progress(MAKER, id)
                                .map(it -> it.rows() >= rows)
                                .orElse(false)) {
                    then.run();
                    done = true;
                }
                if (office.imports.lastCheck(MAKER, id).isPresent()) {
                    return office.imports.find(MAKER, id).orElseThrow();
                }
            } catch (DataAccessException | TransactionException away) {
                // killed by this very test; it comes back
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
        throw new AssertionError("the check does not end");
    }

    private static RosterImport begun(RosterOffice office, byte[] file) {
        RosterImport roster = office.taken("名单.csv", file);
        office.imports.beginCheck(MAKER, roster.id(), roster.mapping(), TODAY);
        return roster;
    }

    private static void acceptOnceMore(RosterOffice office) {
        RosterImport again = office.checked("名单.csv", RosterFiles.many(ROWS));
        assertEquals(ROWS, again.counts().added());
        assertInstanceOf(Answer.Done.class, office.imports.accept(CHECKER, again.id(), again.version(), false));
        assertWhole(office);
    }

    private static void assertWhole(RosterOffice office) {
        for (String table : List.of("person", "person_version", "status_spell", "import_effect")) {
            assertEquals(ROWS, office.count(table), table);
        }
        assertEquals(
                List.of(),
                office.work.read(
                        MAKER, () -> office.beans.getBean(Headcounts.class).differences()));
    }

    private static void assertNothing(RosterOffice office) {
        for (String table : List.of("person", "person_version", "status_spell", "import_effect", "household")) {
            assertEquals(0, office.count(table), table);
        }
    }

    @Test
    void aCheckThatIsCancelledInTheMiddleLeavesNothing() throws Exception {
        try (RosterOffice office = new RosterOffice().withVillages()) {
            RosterImport roster = begun(office, RosterFiles.many(60_000));
            RosterImport end = awaitRows(office, roster.id(), 2_000, () -> {
                Object _ = office.imports.cancel(MAKER, roster.id());
            });
            assertInstanceOf(
                    RosterChecked.Cancelled.class,
                    office.imports.lastCheck(MAKER, roster.id()).orElseThrow());
            assertEquals(RosterImport.Stage.CANCELLED, end.stage());
            assertEquals(0, office.count("import_row"));
        }
    }

    @Test
    void ofTwoWhoAcceptAtOnceExactlyOneDoes() throws Exception {
        try (RosterOffice office = new RosterOffice().withVillages();
                ExecutorService clerks = Executors.newFixedThreadPool(2)) {
            RosterImport roster = office.checked("名单.csv", RosterFiles.many(ROWS));
            List<Callable<Answer<RosterImport>>> both = List.of(
                    () -> office.imports.accept(CHECKER, roster.id(), roster.version(), false),
                    () -> office.imports.accept(
                            RosterOffice.actor(14, RosterOffice.COUNTY), roster.id(), roster.version(), false));
            int done = 0;
            for (Future<Answer<RosterImport>> answer : clerks.invokeAll(both)) {
                done += answer.get() instanceof Answer.Done<RosterImport> ? 1 : 0;
            }
            assertEquals(1, done);
            assertWhole(office);
        }
    }

    @Test
    void aDatabaseKilledWhileRowsAreStagedOrAcceptedHoldsAllOrNothingAndGoesOn() throws Exception {
        Path path = TestDatabase.dataFolder("roster-database-killed");
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {})) {
            database.migrate(step -> {});
            try (RosterOffice office = new RosterOffice(database.address(), path.resolve("roster")).withVillages()) {
                RosterImport roster = begun(office, RosterFiles.many(ROWS));
                Object _ = awaitRows(office, roster.id(), 2_000, () -> killServer(path));
                assertEquals(
                        RosterImport.Stage.FAILED,
                        awaitAnswer(office, roster.id()).stage());
                assertEquals(0, office.count("import_row"));

                RosterImport checked = office.checked("名单.csv", RosterFiles.many(ROWS));
                Thread killer = Thread.ofPlatform().start(() -> {
                    pause(300);
                    killServer(path);
                });
                acceptedOrNot(office, checked, CHECKER);
                killer.join();
                if (awaitAnswer(office, checked.id()).stage() == RosterImport.Stage.ACCEPTED) {
                    assertWhole(office);
                } else {
                    assertNothing(office);
                    assertInstanceOf(
                            Answer.Done.class, office.imports.accept(CHECKER, checked.id(), checked.version(), false));
                    assertWhole(office);
                }
            }
        }
    }

    private static void acceptedOrNot(RosterOffice office, RosterImport checked, Actor clerk) {
        try {
            Object _ = office.imports.accept(clerk, checked.id(), checked.version(), false);
        } catch (DataAccessException | TransactionException | IllegalStateException killed) {
            assertTrue(true, "the database was killed");
        }
    }

    /**
     * The import as the server knows it that was started again: a session that was busy when its server died outlives it until its
     * statement ends, and for so long no new one starts.
     */
    private static RosterImport awaitAnswer(RosterOffice office, long id) throws SQLException {
        for (int tries = 0; ; tries++) {
            try (Connection fresh =
                    Connections.source(office.address, office.address.office()).getConnection()) {
                assertTrue(fresh.isValid(5));
                office.beans
                        .getBean(HikariDataSource.class)
                        .getHikariPoolMXBean()
                        .softEvictConnections();
                return office.imports.find(MAKER, id).orElseThrow();
            } catch (SQLException away) {
                if (tries == 600) {
                    throw away;
                }
                pause(100);
            }
        }
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static void killServer(Path path) {
        try {
            long server = Long.parseLong(
                    Files.readAllLines(path.resolve("database/postmaster.pid")).getFirst());
            ProcessHandle process = ProcessHandle.of(server).orElseThrow();
            process.destroyForcibly();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading", "accepting"})
    void anOfficeKilledWhileRowsAreStagedOrAcceptedStartsWithAllOrNothing(String moment) throws Exception {
        Path path = TestDatabase.dataFolder("roster-office-killed");
        try (ChildProcess office = ChildProcess.start(StagingOffice.class, path.toString())) {
            Object _ = office.awaitLine(moment);
            pause(moment.equals("accepting") ? 400 : 0);
            office.kill();
        }
        try (DataFolder folder = DataFolder.open(path);
                OfficeDatabase database = OfficeDatabase.embedded(folder, step -> {});
                RosterOffice office = new RosterOffice(database.address(), path.resolve("roster"))) {
            RosterImport left = office.imports.list(MAKER, Long.MAX_VALUE, 1).getFirst();
            switch (left.stage()) {
                case FAILED -> {
                    assertEquals(0, office.count("import_row"));
                    assertNothing(office);
                    acceptOnceMore(office);
                }
                case CHECKED -> {
                    assertEquals(ROWS, office.count("import_row"));
                    assertNothing(office);
                    assertInstanceOf(
                            Answer.Done.class, office.imports.accept(CHECKER, left.id(), left.version(), false));
                    assertWhole(office);
                }
                case ACCEPTED -> assertWhole(office);
                case RECEIVED, CANCELLED, UNDONE -> throw new AssertionError("left as " + left.stage());
            }
        }
    }
}
