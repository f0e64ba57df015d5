package fangpin.office.database;

import org.flywaydb.core.api.MigrationVersion;

/** An office of a test that is killed while it migrates. */
final class SlowMigration {
    private SlowMigration() {}

    public static void main(String[] arguments) throws Exception {
        DatabaseAddress database = new DatabaseAddress(
                arguments[0], new Login("fangpin_owner", arguments[1]), new Login("fangpin_office", "not needed"));
        System.out.println("migrating");
        Migrations.run(database, MigrationVersion.LATEST, "classpath:db/migration", "classpath:db/slow");
    }
}
