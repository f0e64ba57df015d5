package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.TestDatabase;
import fangpin.office.access.internal.IndexKeys;
import fangpin.office.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void everyColumnOfTheDatabaseThatHoldsHashesForSearchIsKnownToTheRotation() throws SQLException {
        TreeSet<String> there = new TreeSet<>();
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        join pg_class on pg_class.oid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass
                        where column_name like '%\\_index' and data_type = 'bytea' and relkind = 'r'
                        """)) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        TreeSet<String> known = new TreeSet<>();
        for (SealedColumns room : ServiceLoader.load(SealedColumns.class)) {
            room.indexes().forEach(index -> known.add(index.name()));
        }
        assertEquals(there, known);
    }

    /** A person's number by which he is looked for. */
    private static String number(int person) {
        return "99000019500101" + (1000 + person);
    }

    private void insertPersons(int count, Secrets secrets) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                PreparedStatement insert = owner.prepareStatement("""
                        insert into register.person (household_id, path, name, id_index, id_sealed, entered_by)
                        select id, path, 'x' || ?, ?, ?, 1 from register.household
                        """)) {
            statement.execute("""
                    insert into register.division (path, code, kind, name_zh, name_en, valid_from)
                    values ('370000/', '370000', 'province', 'x', 'x', '2000-01-01')
                    """);
            statement.execute("""
                    insert into register.household (number, division_id, path, entered_by)
                    select 'H', id, path, 1 from register.division
                    """);
            for (int i = 0; i < count; i++) {
                insert.setInt(1, i);
                insert.setBytes(2, secrets.index(FieldKind.ID_NUMBER, number(i)));
                insert.setBytes(3, secrets.seal(FieldKind.ID_NUMBER, number(i)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private int found(int count, Secrets secrets) throws SQLException {
        int found = 0;
        try (Connection owner = owner();
                PreparedStatement question = owner.prepareStatement(
                        "select 1 from register.person where name = 'x' || ? and id_index = ?")) {
            for (int i = 0; i < count; i++) {
                question.setInt(1, i);
                question.setBytes(2, secrets.index(FieldKind.ID_NUMBER, number(i)));
                try (var row = question.executeQuery()) {
                    found += row.next() ? 1 : 0;
                }
            }
        }
        return found;
    }

    @Test
    void theHashesForSearchAreMadeAnewOnceAndOneThatWasBrokenOffIsFinished() throws SQLException, IOException {
        Path keys = folder.resolve("keys");
        Secrets before = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        int persons = 4_500;
        insertPersons(persons, before);
        byte[] oldKey = Files.readAllBytes(keys.resolve("index.key"));
        byte[] printed = before.fingerprint(FieldKind.HEALTH, "handbook");

        // broken off before anything was written: a new key lies there, and the old one still finds everybody
        IndexKeys.makeNext(keys, CryptoSuite.NATIONAL);
        byte[] newKey = Files.readAllBytes(keys.resolve("index-next.key"));
        IndexRotation.finish(database, keys);
        assertArrayEquals(oldKey, Files.readAllBytes(keys.resolve("index.key")));
        assertEquals(persons, found(persons, Secrets.in(keys, CryptoSuite.NATIONAL)));

        assertEquals(persons, IndexRotation.run(database, keys, CryptoSuite.NATIONAL));
        assertArrayEquals(newKey, Files.readAllBytes(keys.resolve("index.key")), "gone on with, without a third key");
        Secrets after = Secrets.in(keys, CryptoSuite.NATIONAL);
        assertEquals(persons, found(persons, after));
        assertEquals(0, found(persons, before));

        // broken off after everything was written: the next start puts the new key in its place, once
        Files.write(keys.resolve("index.key"), oldKey);
        Files.write(keys.resolve("index-next.key"), newKey);
        Files.setPosixFilePermissions(keys.resolve("index-next.key"), PosixFilePermissions.fromString("rw-------"));
        IndexRotation.finish(database, keys);
        IndexRotation.finish(database, keys);
        assertEquals(persons, found(persons, Secrets.in(keys, CryptoSuite.NATIONAL)));
        assertArrayEquals(oldKey, Files.readAllBytes(keys.resolve("index-retired-1.key")));
        assertFalse(Files.exists(keys.resolve("index-retired-2.key")), "kept twice");

        assertEquals(persons, IndexRotation.run(database, keys, CryptoSuite.INTERNATIONAL));
        Secrets last = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        assertEquals(persons, found(persons, last));
        assertTrue(Files.exists(keys.resolve("index-retired-2.key")));
        assertArrayEquals(printed, last.fingerprint(FieldKind.HEALTH, "handbook"), "what was printed stays as it is");
    }

    @Test
    void aRotationThatBreaksInTheMiddleChangesNothing() throws SQLException {
        Path keys = folder.resolve("keys");
        Secrets before = Secrets.in(keys, CryptoSuite.INTERNATIONAL);
        int persons = 2_500;
        insertPersons(persons, before);
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("update register.person set id_sealed = 'broken' where name = 'x2400'");
        }
        assertThrows(SealBrokenException.class, () -> IndexRotation.run(database, keys, CryptoSuite.INTERNATIONAL));
        assertEquals(persons, found(persons, before));
        IndexRotation.finish(database, keys);
        assertEquals(persons, found(persons, Secrets.in(keys, CryptoSuite.INTERNATIONAL)));
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
