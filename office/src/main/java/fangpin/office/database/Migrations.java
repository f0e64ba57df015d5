package fangpin.office.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** 数据表升级: brings the tables of all rooms to the state this office needs, as their owner, step by whole step. */
public final class Migrations {
    private Migrations() {}

    /** To the newest state. */
    public static void run(DatabaseAddress database) {
        flyway(database, MigrationVersion.LATEST).migrate();
    }

    private static Flyway flyway(DatabaseAddress database, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().role(),
                        database.owner().password())
                .locations("classpath:db/migration")
                .defaultSchema("office")
                .schemas("office")
                .table("migration")
                .target(target)
                .cleanDisabled(true)
                .load();
    }
}
