package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    @TempDir
    Path folder;

    private final DatabaseAddress database = TestDatabase.fresh();

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
    }

    @Test
    void everyColumnOfTheDatabaseThatHoldsSealedValuesIsKnownToTheRotation() throws SQLException {
        TreeSet<String> there = new TreeSet<>();
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        join pg_class on pg_class.oid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass
                        where column_name like '%\\_sealed' and data_type = 'bytea' and relkind = 'r'
                        """)) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        TreeSet<String> known = new TreeSet<>();
        for (SealedColumns room : ServiceLoader.load(SealedColumns.class)) {
            room.columns().forEach(column -> known.add(column.name()));
        }
        assertEquals(there, known);
    }

    @Test
    void allValuesAndFilesAreSealedAnewOnceAndOpenAsBefore() throws SQLException, IOException {
        Path keys = folder.resolve("keys");
        Path files = Files.createDirectories(folder.resolve("attachments/ab"));
        Secrets before = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        int accounts = 4_500;
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                PreparedStatement insert = owner.prepareStatement("""
                        insert into access.credential (account_id, password_hash, password_set_at, must_change, second_factor_sealed)
                        values (?, '$argon2id$x', now(), false, ?)
                        """)) {
            statement.execute("""
                    insert into access.account (user_name, display_name, kind, path, place, entered_at)
                    select 'user-' || n, 'x', 'staff', '370000/', 'x', now() from generate_series(1, %d) n
                    """.formatted(accounts));
            List<Long> ids = new ArrayList<>();
            try (var rows = statement.executeQuery("select id from access.account order by id")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                insert.setLong(1, id);
                insert.setBytes(2, before.seal(FieldKind.SECOND_FACTOR, "SECRET" + id));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Files.write(files.resolve("abcd"), before.sealBytes(FieldKind.ATTACHMENT, new byte[] {1, 2, 3}));

        KeyRotation.Done done = KeyRotation.run(database, keys, folder.resolve("attachments"), CryptoSuite.NATIONAL);
        assertEquals(new KeyRotation.Done(2, accounts, 1), done);

        Secrets after = Secrets.in(keys, CryptoSuite.NATIONAL);
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select account_id, second_factor_sealed from access.credential")) {
            int seen = 0;
            while (rows.next()) {
                byte[] sealed = rows.getBytes(2);
                assertTrue(after.isCurrent(sealed));
                assertEquals("SECRET" + rows.getLong(1), before.open(FieldKind.SECOND_FACTOR, sealed));
                seen++;
            }
            assertEquals(accounts, seen);
        }
        assertEquals(3, after.openBytes(FieldKind.ATTACHMENT, Files.readAllBytes(files.resolve("abcd"))).length);

        Files.createFile(keys.resolve("rotation"));
        assertEquals(
                new KeyRotation.Done(2, 0, 0),
                KeyRotation.run(database, keys, folder.resolve("attachments"), CryptoSuite.NATIONAL),
                "one that was broken off is gone on with, without a third key");
    }
}
