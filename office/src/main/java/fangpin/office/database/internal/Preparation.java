package fangpin.office.database.internal;

import fangpin.office.database.Login;
import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;

/** 准备: the two roles of the office and what each may do in its database. Doing it again changes nothing. */
public final class Preparation {
    private Preparation() {}

    /** The role that owns the tables. */
    public static final String OWNER = "fangpin_owner";

    /** The role that the office works as. */
    public static final String OFFICE = "fangpin_office";

    private static final int OLDEST_VERSION = 16;

    /** Wrong password or no such role; not let in by the server's list; no right to connect to the database. */
    private static final Set<String> REFUSED_LOGINS = Set.of("28P01", "28000", "42501");

    private static final String ROLES = """
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'fangpin_owner') then
                create role fangpin_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
              end if;
              if not exists (select from pg_roles where rolname = 'fangpin_office') then
                create role fangpin_office login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
              end if;
            end
            $$;
            alter role fangpin_owner set lock_timeout = '30s';
            alter role fangpin_owner set idle_in_transaction_session_timeout = '10min';
            alter role fangpin_office set statement_timeout = '60s';
            alter role fangpin_office set lock_timeout = '10s';
            alter role fangpin_office set idle_in_transaction_session_timeout = '2min';
            alter role fangpin_office set search_path = pg_catalog;
            """;

    private static final String RIGHTS = """
            do $$
            begin
              execute format('revoke all on database %I from public', current_database());
              execute format('grant connect on database %I to fangpin_owner, fangpin_office', current_database());
              execute format('grant create on database %I to fangpin_owner', current_database());
            end
            $$;
            revoke all on schema public from public;
            """;

    private static final String DATABASE = """
            create database fangpin template template0 encoding 'UTF8'
              locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'
            """;

    /** Makes the roles and gives them their passwords. */
    public static void roles(Connection administrator, Login owner, Login office) throws SQLException {
        execute(administrator, ROLES);
        password(administrator, owner);
        password(administrator, office);
    }

    /** What each role may do in the database of this connection. */
    public static void rights(Connection administrator) throws SQLException {
        execute(administrator, RIGHTS);
    }

    /** Refuses a server that is too old or a database that cannot hold every name. */
    public static void requireFit(Connection administrator) throws SQLException, RefusedException {
        if (administrator.getMetaData().getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw new RefusedException(
                    Reason.DATABASE_TOO_OLD, administrator.getMetaData().getDatabaseProductVersion(), OLDEST_VERSION);
        }
        String encoding = one(administrator, "show server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new RefusedException(Reason.DATABASE_ENCODING, encoding);
        }
    }

    /** New passwords would throw out an office that works with the roles now. */
    public static void requireNobodyAtWork(Connection administrator) throws SQLException, RefusedException {
        String sessions = one(
                administrator,
                "select count(*)::text from pg_stat_activity where usename in ('fangpin_owner', 'fangpin_office')");
        if (!sessions.equals("0")) {
            throw new RefusedException(Reason.DATABASE_ROLES_TAKEN, sessions);
        }
    }

    /** Whether a role can log in with its password. */
    public static boolean accepts(String url, Login login) throws SQLException {
        try (Connection connection = connect(url, login)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (REFUSED_LOGINS.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Makes the database of the office, where there is none yet. */
    public static void database(Connection administrator) throws SQLException {
        try (Statement statement = administrator.createStatement();
                var found = statement.executeQuery("select from pg_database where datname = 'fangpin'")) {
            if (found.next()) {
                return;
            }
        }
        execute(administrator, DATABASE);
    }

    /** The server is told a scrambled form only, so that no log of it can hold the password. */
    private static void password(Connection administrator, Login login) throws SQLException {
        administrator
                .unwrap(PGConnection.class)
                .alterUserPassword(login.role(), login.password().toCharArray(), "scram-sha-256");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection as one of the roles. */
    public static Connection connect(String url, Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }
}
