package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.office.TestDatabase;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role of the database may do and, above all, may not. */
final class RolesTest {
    private static final DatabaseAddress DATABASE = TestDatabase.fresh();

    @BeforeAll
    static void aTableAsTheConventionSays() throws SQLException {
        try (Connection owner = as(DATABASE.owner())) {
            execute(owner, """
                    create schema sample;
                    grant usage on schema sample to fangpin_office;
                    create table sample.thing (id int primary key, path text collate "C" not null);
                    create index on sample.thing (path);
                    alter table sample.thing enable row level security;
                    alter table sample.thing force row level security;
                    create policy own_division on sample.thing to fangpin_office using (
                      path >= nullif(current_setting('fangpin.scope', true), '')
                      and path < nullif(current_setting('fangpin.scope', true), '') || '~');
                    create policy owner on sample.thing to fangpin_owner using (true);
                    grant select, insert, update on sample.thing to fangpin_office;
                    insert into sample.thing values
                      (1, '370000/'), (2, '370000/371000/'), (3, '370000/371000/371082/'), (4, '370000/371000/371083/'),
                      (5, '370000/371000/371082/nanhai/'), (6, '370000/371001/'), (7, '320000/320700/');
                    """);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table office.mine (id int)",
                "create table public.mine (id int)",
                "create schema mine",
                "create temporary table mine (id int)",
                "create role mine",
                "alter table office.installation add column mine int",
                "drop table office.installation",
                "update office.installation set made_at = now()",
                "delete from office.installation",
                "truncate sample.thing",
                "delete from sample.thing",
                "alter table sample.thing disable row level security",
                "drop policy own_division on sample.thing",
                "set role fangpin_owner",
                "set session_replication_role = replica",
                "select * from office.migration",
                "copy (select 1) to program 'true'",
                "select pg_read_file('PG_VERSION')",
                "select rolpassword from pg_authid"
            })
    void theOfficeMayNot(String statement) throws SQLException {
        try (Connection office = as(DATABASE.office())) {
            SQLException refused = assertThrows(SQLException.class, () -> execute(office, statement));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }

    @Test
    void theOfficeOwnsNothing() throws SQLException {
        try (Connection owner = as(DATABASE.owner())) {
            assertEquals("0", one(owner, """
                            select count(*) from pg_shdepend
                            where refobjid = 'fangpin_office'::regrole and deptype = 'o'
                            """));
            assertEquals("false", one(owner, """
                            select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                            from pg_roles where rolname = 'fangpin_office'
                            """));
        }
    }

    @Test
    void outsideOfATransactionWithAScopeNoRowIsShown() throws SQLException {
        try (Connection office = as(DATABASE.office())) {
            assertEquals("0", one(office, "select count(*) from sample.thing"));
            office.setAutoCommit(false);
            assertEquals("370000/", one(office, "select set_config('fangpin.scope', '370000/', true)"));
            assertEquals("6", one(office, "select count(*) from sample.thing"));
            office.commit();
            assertEquals("0", one(office, "select count(*) from sample.thing"));
        }
    }

    @Test
    void aDivisionSeesItselfAndBelow() throws SQLException {
        assertEquals("1,2,3,4,5,6", seenBy("370000/"));
        assertEquals("2,3,4,5", seenBy("370000/371000/"));
        assertEquals("3,5", seenBy("370000/371000/371082/"));
        assertEquals("7", seenBy("320000/320700/"));
        assertEquals("null", seenBy("110000/"));
    }

    @Test
    void noRowCanBeWrittenIntoAnotherDivision() throws SQLException {
        try (Connection office = as(DATABASE.office())) {
            office.setAutoCommit(false);
            one(office, "select set_config('fangpin.scope', '370000/371000/371082/', true)");
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> execute(office, "insert into sample.thing values (8, '370000/371000/371083/')"));
            assertEquals("42501", refused.getSQLState());
            office.rollback();
            one(office, "select set_config('fangpin.scope', '370000/371000/371082/', true)");
            assertThrows(
                    SQLException.class,
                    () -> execute(office, "update sample.thing set path = '370000/371000/371083/' where id = 3"));
            office.rollback();
        }
    }

    private static String seenBy(String scope) throws SQLException {
        try (Connection office = as(DATABASE.office())) {
            office.setAutoCommit(false);
            try (var set = office.prepareStatement("select set_config('fangpin.scope', ?, true)")) {
                set.setString(1, scope);
                set.execute();
            }
            return one(office, "select string_agg(id::text, ',' order by id) from sample.thing");
        }
    }

    private static Connection as(Login login) throws SQLException {
        return Preparation.connect(DATABASE.url(), login);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String value = rows.getString(1);
            return switch (value) {
                case "t" -> "true";
                case "f" -> "false";
                case null -> "null";
                default -> value;
            };
        }
    }
}
