package fangpin.office.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.office.TestDatabase;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every table there is, and every one that a later migration adds: shows its rows by division, by force, or stands on a list here with the
 * reason why it need not.
 */
final class EveryTableTest {
    /**
     * No rows of people or divisions; credentials and attempts, which are read before anybody has a scope and by the sign-in alone; and
     * import_row_written, written by COPY and moved on at once, which the office may not read.
     */
    private static final Set<String> NOBODYS = new TreeSet<>(Set.of(
            "access.audit_disposal",
            "access.audit_seal",
            "access.credential",
            "access.key_mark",
            "access.security_setting",
            "access.sign_in_attempt",
            "office.installation",
            "office.migration",
            "register.headcount_kept_day",
            "register.import_row_written"));

    /** Read by everybody, for the divisions below rest on them: policies, holidays, hospitals; written within one's own division. */
    private static final Set<String> EVERYBODYS = new TreeSet<>(Set.of(
            "policy.adoption",
            "policy.adopted_reading",
            "policy.holiday",
            "settlement.department",
            "settlement.hospital"));

    private static final DatabaseAddress DATABASE = TestDatabase.fresh();

    @Test
    void everyTableShowsItsRowsByDivision() throws SQLException {
        List<String> open = names("""
                select oid::regclass::text from pg_class
                where relkind in ('r', 'p') and relnamespace::regnamespace::text not like 'pg\\_%'
                  and relnamespace::regnamespace::text <> 'information_schema' and not (relrowsecurity and relforcerowsecurity)
                order by 1
                """);
        assertEquals(List.copyOf(NOBODYS), open, "tables that do not force row-level security");
    }

    @Test
    void whatEverybodyReadsIsListed() throws SQLException {
        assertEquals(List.copyOf(EVERYBODYS), names("""
                        select distinct polrelid::regclass::text from pg_policy
                        where pg_get_expr(polqual, polrelid) = 'true' and not polroles = array['fangpin_owner'::regrole::oid]
                        order by 1
                        """));
    }

    @Test
    void everyPathIsAnAsciiTextOfDivisionsAndNeverEmpty() throws SQLException {
        assertEquals(List.of(), names("""
                select attrelid::regclass || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid
                where relkind in ('r', 'p') and attname in ('path', 'hospital_path') and relnamespace::regnamespace::text <> 'sample'
                  and (atttypid <> 'text'::regtype or not attnotnull or attcollation <> '"C"'::regcollation)
                order by 1
                """), "not text collate C not null");
    }

    private static List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection owner = Preparation.connect(DATABASE.url(), DATABASE.owner());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
