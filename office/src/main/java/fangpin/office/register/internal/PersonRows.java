package fangpin.office.register.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How rows of persons are read. */
@Component
public final class PersonRows {
    /** The columns of {@link #summary}; the statuses are those of the parameter {@code day}. */
    public static final String SUMMARY_COLUMNS = summaryColumns("person.path");

    /** The same with the place of another day. */
    public static String summaryColumns(String path) {
        return "person.id, person.name, person.id_sealed, person.sex, person.born_on, person.relation, " + path
                + " as path," + """
                person.died_on, household.number,
                (select array_agg(spell.kind order by spell.kind) from register.status_spell spell
                 where spell.person_id = person.id and spell.known_to = 'infinity'
                   and spell.valid_from <= :day and (spell.valid_to is null or spell.valid_to > :day)) as kinds
                """;
    }

    private final Secrets secrets;

    PersonRows(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A line of a list. */
    public PersonSummary summary(ResultSet row, int number) throws SQLException {
        return new PersonSummary(
                row.getLong("id"),
                row.getString("name"),
                maskedId(row.getBytes("id_sealed")),
                row.getInt("sex"),
                row.getObject("born_on", LocalDate.class),
                row.getString("relation"),
                row.getString("number"),
                row.getString("path"),
                row.getObject("died_on", LocalDate.class),
                kinds(row));
    }

    /** The ID number with its middle hidden. */
    public String maskedId(byte @Nullable [] sealed) {
        return masked(FieldKind.ID_NUMBER, sealed);
    }

    /** A sealed value with what must not be seen hidden; empty when there is none. */
    public String masked(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? "" : Mask.of(kind, secrets.open(kind, sealed));
    }

    private static List<StatusKind> kinds(ResultSet row) throws SQLException {
        java.sql.Array kinds = row.getArray("kinds");
        if (kinds == null) {
            return List.of();
        }
        return Arrays.stream((String[]) kinds.getArray())
                .map(id -> StatusKind.of(id).orElseThrow())
                .toList();
    }
}
