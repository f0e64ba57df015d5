package fangpin.office.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

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
