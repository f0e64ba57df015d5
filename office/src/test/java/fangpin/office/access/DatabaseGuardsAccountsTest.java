package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.TestDatabase;
import fangpin.office.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses about accounts, whatever the program asks. */
class DatabaseGuardsAccountsTest {
    private final RunningOffice office = RunningOffice.get();

    @Test
    void noQueryOfTheOfficesRoleReadsAPasswordHash() throws SQLException {
        office.account("hashed", "371082", Role.FINANCE);
        for (String sql : List.of(
                "select password_hash from access.credential",
                "select * from access.credential",
                "select max(password_hash) from access.credential",
                "select credential::text from access.credential",
                "update access.credential set must_change = false returning password_hash",
                "copy access.credential to stdout")) {
            try (Connection role = role();
                    Statement statement = role.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
        try (Connection role = role();
                Statement statement = role.createStatement();
                var rows = statement.executeQuery(
                        "select a.password_hash from access.account, lateral access.credential_at_sign_in(account.id) a")) {
            assertFalse(rows.next(), "outside of a sign-in the function answers nothing");
        }
    }

    @Test
    void theDatabaseItselfKeepsTheThreeAdministratorsApart() throws SQLException {
        Account admin = office.account("apart", "371082", Role.SYSTEM_ADMINISTRATOR);
        Account staff = office.account("apart-staff", "371082", Role.FINANCE);
        for (String values : List.of(
                admin.id() + ", 'SECURITY_ADMINISTRATOR', 'administrator'",
                admin.id() + ", 'AUDIT_ADMINISTRATOR', 'administrator'",
                admin.id() + ", 'POVERTY_OFFICE', 'administrator'",
                admin.id() + ", 'POVERTY_OFFICE', 'staff'",
                staff.id() + ", 'AUDIT_ADMINISTRATOR', 'administrator'",
                staff.id() + ", 'AUDIT_ADMINISTRATOR', 'staff'")) {
            try (Connection owner = owner();
                    Statement statement = owner.createStatement()) {
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> statement.execute(
                                "insert into access.account_role (account_id, role, kind, path, granted_at) values ("
                                        + values + ", '370000/371000/371082/', now())"));
                assertTrue(refused.getSQLState().startsWith("23"), refused.getMessage());
            }
        }
    }

    /** No default account: neither an office in real use, nor one that has not decided yet, takes a demonstration's login. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "null"})
    void aDemonstrationsLoginCannotAriseWhereNoDemonstrationIsShown(String shown) throws SQLException {
        DatabaseAddress real = TestDatabase.fresh();
        try (Connection owner = DriverManager.getConnection(
                        real.url(), real.owner().role(), real.owner().password());
                Connection role = DriverManager.getConnection(
                        real.url(), real.office().role(), real.office().password());
                Statement asOwner = owner.createStatement();
                Statement asOffice = role.createStatement()) {
            asOwner.execute("update office.installation set demonstration = " + shown);
            asOffice.execute("select set_config('fangpin.signing_in', 'default', false)");
            String insert = """
                    insert into access.account (user_name, display_name, kind, path, place, demonstration, entered_at)
                    values ('default', 'x', 'staff', '370000/', 'x', %s, now())
                    """;
            SQLException refused =
                    assertThrows(SQLException.class, () -> asOffice.execute(insert.formatted("true")), shown);
            assertEquals("42501", refused.getSQLState(), "by the guard, and not by accident");
            asOffice.execute(insert.formatted("false"));
            assertThrows(
                    SQLException.class,
                    () -> asOwner.execute("update access.account set demonstration = true"),
                    "nor is one turned into one");
            asOwner.execute("update office.installation set demonstration = true");
            asOwner.execute("update access.account set demonstration = true");
        }
    }

    @Test
    void aFreshInstallationHasNoAccountAtAll() throws SQLException {
        DatabaseAddress fresh = TestDatabase.fresh();
        try (Connection owner = DriverManager.getConnection(
                        fresh.url(), fresh.owner().role(), fresh.owner().password());
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select (select count(*) from access.account) + (select count(*) from access.api_token)")) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                office.database().url(),
                office.database().owner().role(),
                office.database().owner().password());
    }

    private Connection role() throws SQLException {
        return DriverManager.getConnection(
                office.database().url(),
                office.database().office().role(),
                office.database().office().password());
    }
}
