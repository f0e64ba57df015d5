package fangpin.office.database;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** 数据表升级: brings the tables of all rooms to the state this office needs, as their owner, step by whole step. */
public final class Migrations {
    private static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    /** To the newest state; refuses a database that a newer office has been at, and says which step failed. */
    public static void run(DatabaseAddress database) throws RefusedException {
        run(database, MigrationVersion.LATEST);
    }

    /** To the state of an earlier office, such as that of a backup. */
    static void run(DatabaseAddress database, MigrationVersion target) throws RefusedException {
        run(database, target, LOCATION);
    }

    static void run(DatabaseAddress database, MigrationVersion target, String... locations) throws RefusedException {
        Flyway flyway = flyway(database, target, locations);
        try {
            requireNotNewer(flyway);
            flyway.migrate();
        } catch (FlywayException e) {
            throw new RefusedException(Reason.MIGRATION_FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** The newest state this office knows. */
    static MigrationVersion newest(DatabaseAddress database) {
        return Stream.of(flyway(database, MigrationVersion.LATEST, LOCATION)
                        .info()
                        .all())
                .filter(step -> step.getState() != MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** The state the tables are at. */
    static String state(DatabaseAddress database) {
        MigrationInfo current =
                flyway(database, MigrationVersion.LATEST, LOCATION).info().current();
        return current == null ? "0" : String.valueOf(current.getVersion());
    }

    private static void requireNotNewer(Flyway flyway) throws RefusedException {
        for (MigrationInfo step : flyway.info().all()) {
            if (step.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new RefusedException(Reason.DATABASE_NEWER, step.getVersion() + " " + step.getDescription());
            }
        }
    }

    private static Flyway flyway(DatabaseAddress database, MigrationVersion target, String... locations) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().role(),
                        database.owner().password())
                .locations(locations)
                .defaultSchema("office")
                .schemas("office")
                .table("migration")
                .target(target)
                .cleanDisabled(true)
                .load();
    }
}
