package fangpin.office.register.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** 对照登记册: what the register knows of the persons and households of a file, asked for many at once. In a scoped transaction. */
@Component
final class RegisterLookup {
    private static final String KNOWN = """
            select person.id, person.version, person.path, household.number, person.name, person.sex, person.born_on, person.relation,
                   person.schooling, person.self_care, person.student, person.id_sealed, person.phone_sealed, person.address_sealed,
                   person.bank_card_sealed, person.withdrawn, person.died_on is not null as dead,
                   person.merged_into is not null as merged,
                   exists (select from register.status_spell spell
                       where spell.person_id = person.id and spell.kind = ? and spell.known_to = 'infinity'
                         and spell.valid_from <= ? and (spell.valid_to is null or spell.valid_to > ?)) as holds
            from register.person join register.household on household.id = person.household_id
            """;
    private static final String BY_ID = KNOWN + " where person.id = any (?)";
    private static final String BY_HOUSEHOLD = KNOWN + " where household.number = any (?)";

    private final JdbcClient database;
    private final DataSource source;

    RegisterLookup(JdbcClient database, DataSource source) {
        this.database = database;
        this.source = source;
    }

    Villages villages(String path) {
        return new Villages(database.sql("""
                        select village.id, village.path, village.name_zh, above.name_zh as town
                        from register.division village join register.division above on above.id = village.parent_id
                        where village.kind = 'village' and village.valid_to is null
                          and village.path >= :place and village.path < :place || '~'
                        """)
                .param("place", path)
                .query((row, number) -> new Villages.Village(
                        row.getLong("id"), row.getString("path"), row.getString("name_zh"), row.getString("town")))
                .list());
    }

    /** Chinese names of counties with their city, by path, also of those beyond one's division: names of places are no secret. */
    Map<String, String> counties(Collection<String> paths) {
        Map<String, String> names = new HashMap<>();
        database.sql("select path, register.place_name(path) as name from unnest(?::text[]) as path")
                .param(paths.toArray(String[]::new))
                .query(row -> {
                    String name = row.getString("name");
                    if (name != null) {
                        names.put(row.getString("path"), name);
                    }
                });
        return names;
    }

    /** Which of these ID numbers are held by anyone, by their hash. */
    Map<Bytes, PersonHolder> holders(List<byte[]> indexes) {
        Map<Bytes, PersonHolder> holders = new HashMap<>();
        if (indexes.isEmpty()) {
            return holders;
        }
        ask("select id_index, county, person_id from register.holders(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bytea", indexes.toArray(byte[][]::new)));
            return row -> holders.put(
                    Bytes.of(row.getBytes(1)), new PersonHolder(row.getString(2), row.getObject(3, Long.class)));
        });
        return holders;
    }

    /** Which of these ID numbers somebody had once and has no longer, by their hash. */
    Map<Bytes, FormerHolder> formers(List<byte[]> indexes) {
        Map<Bytes, FormerHolder> formers = new HashMap<>();
        if (indexes.isEmpty()) {
            return formers;
        }
        ask("select id_index, corrected_on, county, person_id from register.former_holders(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bytea", indexes.toArray(byte[][]::new)));
            return row -> formers.put(
                    Bytes.of(row.getBytes(1)),
                    new FormerHolder(
                            row.getObject(2, LocalDate.class), row.getString(3), row.getObject(4, Long.class)));
        });
        return formers;
    }

    /** Which of these household numbers are held by any household. */
    Map<String, HouseholdHolder> households(Collection<String> numbers) {
        Map<String, HouseholdHolder> holders = new HashMap<>();
        if (numbers.isEmpty()) {
            return holders;
        }
        ask("select number, county, division_id from register.household_holders(?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray()));
            return row ->
                    holders.put(row.getString(1), new HouseholdHolder(row.getString(2), row.getObject(3, Long.class)));
        });
        return holders;
    }

    /** The persons of these ids, by id. */
    Map<Long, Known> persons(Collection<Long> ids, String kind, LocalDate day) {
        Map<Long, Known> persons = new HashMap<>();
        if (!ids.isEmpty()) {
            known(BY_ID, "int8", ids.toArray(), kind, day).forEach(person -> persons.put(person.id(), person));
        }
        return persons;
    }

    /** All persons of these households. */
    List<Known> members(Collection<String> households, String kind, LocalDate day) {
        return households.isEmpty() ? List.of() : known(BY_HOUSEHOLD, "text", households.toArray(), kind, day);
    }

    /** Ids for persons not yet there. */
    long[] newIds(int count) {
        long[] ids = new long[count];
        int[] at = new int[1];
        if (count > 0) {
            ask("select nextval('register.person_id_seq') from generate_series(1, ?)", statement -> {
                statement.setInt(1, count);
                return row -> ids[at[0]++] = row.getLong(1);
            });
        }
        return ids;
    }

    private List<Known> known(String sql, String type, Object[] values, String kind, LocalDate day) {
        List<Known> persons = new ArrayList<>();
        ask(sql, statement -> {
            statement.setString(1, kind);
            statement.setObject(2, day);
            statement.setObject(3, day);
            statement.setArray(4, statement.getConnection().createArrayOf(type, values));
            return row -> persons.add(read(row));
        });
        return persons;
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("path"),
                row.getString("number"),
                row.getString("name"),
                row.getInt("sex"),
                row.getObject("born_on", LocalDate.class),
                row.getString("relation"),
                row.getString("schooling"),
                row.getString("self_care"),
                row.getString("student"),
                Bytes.orNull(row.getBytes("id_sealed")),
                Bytes.orNull(row.getBytes("phone_sealed")),
                Bytes.orNull(row.getBytes("address_sealed")),
                Bytes.orNull(row.getBytes("bank_card_sealed")),
                row.getBoolean("withdrawn"),
                row.getBoolean("dead"),
                row.getBoolean("merged"),
                row.getBoolean("holds"));
    }

    private interface Asked {
        RowTaker with(PreparedStatement statement) throws SQLException;
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Plain JDBC: a statement kept by the driver, and arrays in their binary form. */
    private void ask(String sql, Asked asked) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            RowTaker taker = asked.with(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
