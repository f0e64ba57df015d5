package fangpin.office.database.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** 目录: what tables and sequences the rooms have, as the database itself names them: qualified, quoted where needed. */
final class Catalogue {
    private Catalogue() {}

    private static final String TABLES = """
            select oid::regclass::text from pg_class
            where relkind = 'r' and relowner = current_user::regrole and oid <> 'office.migration'::regclass
            order by 1
            """;

    private static final String SEQUENCES = """
            select oid::regclass::text from pg_class where relkind = 'S' and relowner = current_user::regrole order by 1
            """;

    /** Forced row-level security holds for the owner too: without its policy a backup would miss rows. */
    private static final String TABLES_HIDDEN_FROM_THE_OWNER = """
            select oid::regclass::text from pg_class c
            where relkind = 'r' and relowner = current_user::regrole and relforcerowsecurity
              and not exists (
                select from pg_policy p
                where p.polrelid = c.oid and c.relowner = any (p.polroles) and polpermissive
                  and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) = 'true')
            order by 1
            """;

    static List<String> tables(Connection owner) throws SQLException {
        return list(owner, TABLES);
    }

    static List<String> sequences(Connection owner) throws SQLException {
        return list(owner, SEQUENCES);
    }

    static List<String> hiddenTables(Connection owner) throws SQLException {
        return list(owner, TABLES_HIDDEN_FROM_THE_OWNER);
    }

    /** The table with the columns that hold something of their own; what the database computes it computes again. */
    static String withColumns(Connection owner, String table) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("""
                select ?::regclass::text || ' (' || string_agg(quote_ident(attname), ', ' order by attnum) || ')'
                from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """)) {
            query.setString(1, table);
            query.setString(2, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
