package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.ChildProcess;
import fangpin.office.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

/** Upgrades keep what is there, and stand at a whole step however they end. */
final class MigrationsTest {
    private static final List<String> TABLES = List.of("register.division", "register.household", "register.person");
    private static final String SLOW_TABLES =
            "select count(*) from pg_class where relname in ('slow_first', 'slow_second')";
    private static final String SLEEPING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

    @Test
    void anEarlierOfficesRowsAreThereAfterTheUpgrade() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        Migrations.run(database, MigrationVersion.fromVersion("030"));
        assertEquals("030", Migrations.state(database));
        Rows.execute(database, Rows.SAMPLE);
        Map<String, String> columns = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        for (String table : TABLES) {
            columns.put(table, Rows.columns(database, table));
            before.put(table, Rows.hash(database, table, Rows.columns(database, table)));
        }
        Migrations.run(database);
        assertEquals(Migrations.newest(database).toString(), Migrations.state(database));
        for (String table : TABLES) {
            assertEquals(before.get(table), Rows.hash(database, table, columns.getOrDefault(table, "")), table);
        }
    }

    @Test
    void migratingAgainChangesNothing() throws Exception {
        DatabaseAddress database = TestDatabase.fresh();
        Map<String, String> before = Rows.everything(database);
        Migrations.run(database);
        assertEquals(before, Rows.everything(database));
    }

    @Test
    void killedInTheMiddleItStandsAtAWholeStepAndGoesOnFromThere() throws Exception {
        DatabaseAddress database = TestDatabase.empty();
        Migrations.run(database);
        String state = Migrations.state(database);
        try (ChildProcess office = ChildProcess.start(
                SlowMigration.class, database.url(), database.owner().password())) {
            office.awaitLine("migrating");
            awaitSleep(database);
            office.kill();
        }
        assertEquals(state, Migrations.state(database));
        assertEquals(0, Rows.count(database, SLOW_TABLES));
        Migrations.run(database, MigrationVersion.LATEST, "classpath:db/migration", "classpath:db/slow");
        assertEquals(2, Rows.count(database, SLOW_TABLES));
    }

    @Test
    void aDatabaseOfANewerOfficeIsRefused() throws Exception {
        DatabaseAddress database = TestDatabase.fresh();
        Migrations.run(database, MigrationVersion.LATEST, "classpath:db/migration", "classpath:db/slow");
        RefusedException refused = assertThrows(RefusedException.class, () -> Migrations.run(database));
        assertEquals(Reason.DATABASE_NEWER, refused.refusal().reason());
        assertTrue(
                refused.refusal().text().en().contains("900 slow"),
                refused.refusal().text().en());
    }

    private static void awaitSleep(DatabaseAddress database) throws Exception {
        while (Rows.count(database, SLEEPING) == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
