package fangpin.office.database;

import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a test, and what all tables hold. */
final class Rows {
    private Rows() {}

    /** Everything that is hard to carry: rare characters, line ends, tabs, backslashes, nothing beside empty, bytes, rows that name rows of their own table. */
    static final String SAMPLE = """
            insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from) values
              ('990000/', null, '990000', 'province', '样例省', 'Sample', '2019-01-01'),
              ('990000/990100/', 1, '990100', 'city', '𬭊市', E'tab\\tline\\nback\\\\slash', '2019-01-01'),
              ('990000/990100/990102/', 2, '990102', 'county', '㐀县', '', '2019-01-01');
            insert into register.household (number, division_id, path, case_officer, entered_by)
              select 'H' || n, 3, '990000/990100/990102/', nullif('', ''), 1 from generate_series(1, 500) n;
            insert into register.person (household_id, path, name, id_index, id_sealed, entered_by, merged_into)
              select n, '990000/990100/990102/', '样' || chr(20000 + n),
                sha256(n::text::bytea), decode('00ff0a0d095c', 'hex'), 1, nullif(n - 1, 0)
              from generate_series(1, 500) n;
            """;

    static void execute(DatabaseAddress database, String sql) throws SQLException {
        try (Connection owner = Preparation.connect(database.url(), database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static int count(DatabaseAddress database, String sql) throws SQLException {
        try (Connection owner = Preparation.connect(database.url(), database.owner());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What each table holds, as a hash over its rows, with what hangs on it: keys, triggers, policies, sequences. */
    static Map<String, String> everything(DatabaseAddress database) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Connection owner = Preparation.connect(database.url(), database.owner());
                Statement statement = owner.createStatement()) {
            for (String table : list(statement, TABLES).keySet()) {
                found.putAll(list(
                        statement,
                        "select '" + table
                                + "', count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from "
                                + table + " t"));
            }
            found.putAll(
                    list(statement, "select schemaname || '.' || sequencename, last_value::text from pg_sequences"));
            found.putAll(list(statement, HANGING_ON));
        }
        return found;
    }

    /** The columns of a table that hold what somebody wrote; a later migration may add others. */
    static String columns(DatabaseAddress database, String table) throws SQLException {
        return text(
                database,
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = '"
                        + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }

    /** How many rows a table has, and a hash over some of their columns. */
    static String hash(DatabaseAddress database, String table, String columns) throws SQLException {
        return text(
                database,
                "select count(*) || ' ' || md5(string_agg(t::text, E'\\n' order by t::text)) from (select " + columns
                        + " from " + table + ") t");
    }

    static String text(DatabaseAddress database, String sql) throws SQLException {
        try (Connection owner = Preparation.connect(database.url(), database.owner());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static Map<String, String> list(Statement statement, String sql) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return found;
    }

    private static final String TABLES = """
            select oid::regclass::text, '' from pg_class
            where relkind = 'r' and relowner = 'fangpin_owner'::regrole and oid <> 'office.migration'::regclass
            """;

    private static final String HANGING_ON = """
            select 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || convalidated
            from pg_constraint where connamespace::regnamespace::text not like 'pg_%' and conrelid <> 0
            union all
            select 'trigger ' || tgrelid::regclass || '.' || tgname, tgenabled::text from pg_trigger where not tgisinternal
            union all
            select 'security ' || oid::regclass, relrowsecurity::text || relforcerowsecurity from pg_class
            where relkind = 'r' and relowner = 'fangpin_owner'::regrole
            """;
}
