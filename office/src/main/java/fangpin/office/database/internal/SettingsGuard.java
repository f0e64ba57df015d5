package fangpin.office.database.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** 安全检查: the office does not run on a database that may lose what it confirmed, nor as a role that may do more than work. */
public final class SettingsGuard {
    private SettingsGuard() {}

    private static final String UNSAFE_SETTINGS = """
            select name || ' = ' || setting || ' (' || wanted || ')'
            from pg_settings
            join (values ('fsync', 'on'), ('full_page_writes', 'on'), ('data_checksums', 'on'), ('data_sync_retry', 'off'))
              as must(name, wanted) using (name)
            where setting <> wanted
            union all
            select 'synchronous_commit = ' || setting || ' (on)' from pg_settings
            where name = 'synchronous_commit' and setting not in ('on', 'remote_apply', 'remote_write', 'local')
            order by 1
            """;

    private static final String UNSAFE_ROLE = """
            select 'superuser' from pg_roles where rolname = current_user and rolsuper
            union all
            select 'bypassrls' from pg_roles where rolname = current_user and rolbypassrls
            union all
            select 'createrole' from pg_roles where rolname = current_user and rolcreaterole
            union all
            select 'member of ' || rolname from pg_roles where rolname <> current_user and pg_has_role(current_user, oid, 'MEMBER')
            union all
            select 'CREATE on database' where has_database_privilege(current_database(), 'CREATE')
            union all
            select 'TEMP on database' where has_database_privilege(current_database(), 'TEMP')
            union all
            select 'CREATE on schema ' || nspname from pg_namespace where has_schema_privilege(oid, 'CREATE')
            union all
            select 'owner of ' || count(*) || ' objects' from pg_shdepend
            where refobjid = (select oid from pg_roles where rolname = current_user) and deptype = 'o'
            having count(*) > 0
            """;

    /** What the server is set to that may lose data; empty when all is well. */
    public static List<String> unsafeSettings(Connection office) throws SQLException {
        return list(office, UNSAFE_SETTINGS);
    }

    /** What the role of this connection may do beyond working; empty when all is well. */
    public static List<String> unsafeRole(Connection office) throws SQLException {
        return list(office, UNSAFE_ROLE);
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
