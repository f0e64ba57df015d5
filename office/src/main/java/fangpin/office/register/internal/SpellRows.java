package fangpin.office.register.internal;

import fangpin.office.register.Spell;
import fangpin.office.register.StatusKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of statuses. */
@Component
public final class SpellRows {
    private final JdbcClient database;

    SpellRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * All periods of a person, those found wrong too and those from before he came here, the newest first. A case of another division is not
     * named.
     */
    public List<Spell> of(long person) {
        return database.sql("""
                        select id, kind, valid_from, valid_to, clause,
                            case when here then determination_id end as determination_id,
                            entered_by, approved_by, known_from, nullif(known_to, 'infinity') as known_to
                        from (select *, true as here from register.status_spell where person_id = :person and known_to = 'infinity'
                            union all
                            select *, true from register.status_spell where person_id = :person and known_to < 'infinity'
                            union all
                            select *, false from register.spells_before(:person)) spell
                        order by valid_from desc, id desc
                        """).param("person", person).query(SpellRows::spell).list();
    }

    private static Spell spell(ResultSet row, int number) throws SQLException {
        return new Spell(
                row.getLong("id"),
                StatusKind.of(row.getString("kind")).orElseThrow(),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("clause"),
                row.getObject("determination_id", Long.class),
                row.getLong("entered_by"),
                row.getObject("approved_by", Long.class),
                row.getObject("known_from", OffsetDateTime.class).toInstant(),
                instant(row));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("known_to", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
