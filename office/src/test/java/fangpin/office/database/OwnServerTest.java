package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.database.internal.PasswordFile;
import fangpin.office.database.internal.Preparation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL of one's own: what its address may look like, and what its login needs. */
final class OwnServerTest {
    private static final Progress SILENT = step -> {};
    private static final DataFolder HOME = folder("home");
    private static final EmbeddedPostgres SERVER = server();

    @AfterAll
    static void stop() throws IOException {
        SERVER.close();
        HOME.close();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://clerk@db.example:5433/fangpin, jdbc:postgresql://db.example:5433/fangpin",
        "postgres://clerk@db.example/fangpin?sslmode=verify-full, jdbc:postgresql://db.example/fangpin?sslmode=verify-full",
        "jdbc:postgresql://db.example/fangpin?user=clerk, jdbc:postgresql://db.example/fangpin",
        "jdbc:postgresql://db.example/fangpin?user=clerk&ssl=true, jdbc:postgresql://db.example/fangpin?ssl=true",
        "jdbc:postgresql://db.example/fangpin?ssl=true&user=clerk, jdbc:postgresql://db.example/fangpin?ssl=true"
    })
    void addressesOfEitherKindAreRead(String named, String url) throws RefusedException {
        OwnServer server = OwnServer.of(named, "word");
        assertEquals(url, server.url());
        assertEquals(new Login("clerk", "word"), server.administrator());
    }

    /** The login is no superuser: it may make roles and owns the database, no more. */
    @Test
    void anOwnDatabaseIsPreparedAndSafeAndPreparedAgain() throws Exception {
        OwnServer own = own("clerk_one", "one");
        try (DataFolder folder = folder("first")) {
            for (int round = 0; round < 2; round++) {
                try (OfficeDatabase database = OfficeDatabase.own(own, folder, SILENT)) {
                    database.migrate(SILENT);
                    database.requireSafe();
                }
            }
            // Another office's folder: its passwords are others.
            try (DataFolder other = folder("second");
                    Connection working = Preparation.connect(own.url(), office(folder))) {
                assertEquals(Reason.DATABASE_ROLES_TAKEN, refused(own, other));
                assertTrue(working.isValid(5));
            }
        }
    }

    @Test
    void eachThingMissingIsNamed() throws Exception {
        OwnServer own = own("clerk_two", "two");
        try (DataFolder folder = folder("third")) {
            Login right = own.administrator();
            assertEquals(
                    Reason.DATABASE_LOGIN_REFUSED,
                    refused(new OwnServer(own.url(), new Login(right.role(), "wrong")), folder));
            assertEquals(Reason.DATABASE_ABSENT, refused(new OwnServer(SERVER.url("absent"), right), folder));
            assertEquals(
                    Reason.DATABASE_UNREACHABLE,
                    refused(new OwnServer("jdbc:postgresql://127.0.0.1:1/fangpin", right), folder));
            execute("alter role clerk_two nocreaterole");
            assertEquals(Reason.DATABASE_RIGHTS_MISSING, refused(own, folder));
            execute("create database plain template template0 encoding 'SQL_ASCII' locale 'C' locale_provider libc");
            assertEquals(Reason.DATABASE_ENCODING, refused(new OwnServer(SERVER.url("plain"), right), folder));
        }
    }

    private static Reason refused(OwnServer server, DataFolder folder) {
        return assertThrows(RefusedException.class, () -> OfficeDatabase.own(server, folder, SILENT))
                .refusal()
                .reason();
    }

    private static Login office(DataFolder folder) throws IOException {
        return PasswordFile.of(folder.secrets(), Preparation.OFFICE);
    }

    private static OwnServer own(String role, String database) throws SQLException {
        execute("create role " + role + " login createrole password 'word'");
        execute("create database " + database + " owner " + role);
        return new OwnServer(SERVER.url(database), new Login(role, "word"));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection administrator = Preparation.connect(SERVER.url("postgres"), SERVER.superuser());
                Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataFolder folder(String name) {
        try {
            return DataFolder.open(TestDatabase.dataFolder(name));
        } catch (IOException | RefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres server() {
        try {
            return EmbeddedPostgres.start(HOME, SILENT);
        } catch (RefusedException e) {
            throw new IllegalStateException(e);
        }
    }
}
