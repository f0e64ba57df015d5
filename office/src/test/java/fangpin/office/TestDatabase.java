package fangpin.office;

import fangpin.office.database.DataFolder;
import fangpin.office.database.DatabaseAddress;
import fangpin.office.database.EmbeddedPostgres;
import fangpin.office.database.Migrations;
import fangpin.office.database.OfficeDatabase;
import fangpin.office.database.RefusedException;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.database.internal.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests: one server for the whole run, started when the first test asks, with all migrations done once; each
 * test that asks gets a database of its own, copied from that. Only here the server need not wait for the disk.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final TestDatabase ONLY = start();

    private final EmbeddedPostgres server;
    private final DatabaseAddress template;
    private final Path path;

    private TestDatabase(EmbeddedPostgres server, DatabaseAddress template, Path path) {
        this.path = path;
        this.server = server;
        this.template = template;
    }

    /** A database of one's own, with every table and no rows but those of migrations. */
    public static DatabaseAddress fresh() {
        return ONLY.copy("template fangpin");
    }

    /** A database of one's own without anything in it. */
    public static DatabaseAddress empty() {
        return ONLY.copy("template template0");
    }

    private DatabaseAddress copy(String from) {
        String name = "test_" + COUNT.incrementAndGet();
        try {
            try (Connection administrator = Preparation.connect(server.url("postgres"), server.superuser());
                    Statement statement = administrator.createStatement()) {
                statement.execute("create database " + name + " strategy file_copy " + from);
            }
            try (Connection administrator = Preparation.connect(server.url(name), server.superuser())) {
                Preparation.rights(administrator);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(server.url(name), template.owner(), template.office());
    }

    /** A folder for files of a test that the database's own account can enter too; deleted at the end of the run. */
    public static Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory("fangpin-test-" + name);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    /** A folder for an office of its own; the programs of the database are those of this run, unpacked once. */
    public static Path dataFolder(String name) throws IOException {
        Path folder = folder(name);
        Files.createSymbolicLink(PostgresBinaries.folder(folder), PostgresBinaries.folder(ONLY.path));
        return folder;
    }

    private static void delete(Path folder) {
        try {
            PostgresBinaries.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " " + e);
        }
    }

    private static TestDatabase start() {
        try {
            Path path = Files.createTempDirectory("fangpin-test-database");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            DataFolder folder = DataFolder.open(path);
            // a measurement asks for the settings of real use
            Map<String, String> settings = Boolean.getBoolean("fangpin.test.durable")
                    ? Map.of()
                    : Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, settings, step -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(path);
            }));
            DatabaseAddress template = OfficeDatabase.prepare(server, folder);
            Migrations.run(template);
            return new TestDatabase(server, template, path);
        } catch (IOException | SQLException | RefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
