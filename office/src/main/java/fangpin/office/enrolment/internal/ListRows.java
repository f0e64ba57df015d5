package fangpin.office.enrolment.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.InsuredLine;
import fangpin.office.enrolment.ListCount;
import fangpin.office.enrolment.ListLine;
import fangpin.office.enrolment.ListQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of lists, read. */
@Component
public final class ListRows {
    private static final String PAGE = """
            select item.*, register.place_name(item.path) as village, person.name, person.id_sealed
            from enrolment.enrolment_item item join register.person on person.id = item.person_id
            where item.enrolment_id = :enrolment and item.product = :product
              and item.path >= :place and item.path < :place || '~'
              and (item.path, item.person_id) > (:afterPath, :afterPerson)
              and (cast(:outcome as text) is null or item.outcome = :outcome)
              and (:reason = '' or item.reason = :reason)
            order by item.path, item.person_id limit :most
            """;
    private static final String COUNTS = """
            select case when path = :place then path
                     else :place || split_part(substring(path from length(:place) + 1), '/', 1) || '/' end as part,
                product, outcome, reason, count(*) as persons
            from enrolment.enrolment_item
            where enrolment_id = :enrolment and path >= :place and path < :place || '~'
            group by part, product, outcome, reason order by part, product, outcome, reason
            """;
    private static final String IN_CLEAR = """
            select distinct on (item.path, item.person_id) item.person_id, person.name, person.id_sealed, person.address_sealed
            from enrolment.enrolment_item item join register.person on person.id = item.person_id
            where item.enrolment_id = :enrolment and item.outcome = :outcome
            order by item.path, item.person_id
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    ListRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** A page of lines, by place and person. */
    public List<ListLine> page(ListQuestion asked) {
        Enrolment.@Nullable Outcome outcome = asked.outcome();
        return database.sql(PAGE)
                .param("enrolment", asked.enrolment())
                .param("product", asked.product())
                .param("place", asked.place())
                .param("afterPath", asked.afterPath())
                .param("afterPerson", asked.afterPerson())
                .param("outcome", outcome == null ? null : outcome.word())
                .param("reason", asked.reason())
                .param("most", asked.most())
                .query((row, number) -> line(row))
                .list();
    }

    /** How many come out how, by place below the one asked for. */
    public List<ListCount> counts(long enrolment, String place) {
        return database.sql(COUNTS)
                .param("enrolment", enrolment)
                .param("place", place)
                .query((row, number) -> new ListCount(
                        row.getString("part"),
                        row.getString("product"),
                        outcome(row),
                        row.getString("reason"),
                        row.getLong("persons")))
                .list();
    }

    /** Who goes to the insurer, in clear: name, ID number, address, each person once. */
    public List<InsuredLine> inClear(long enrolment, Enrolment.Outcome outcome) {
        return database.sql(IN_CLEAR)
                .param("enrolment", enrolment)
                .param("outcome", outcome.word())
                .query((row, number) -> insured(row))
                .list();
    }

    InsuredLine insured(ResultSet row) throws SQLException {
        return new InsuredLine(
                row.getLong("person_id"),
                row.getString("name"),
                open(FieldKind.ID_NUMBER, row.getBytes("id_sealed")),
                open(FieldKind.ADDRESS, row.getBytes("address_sealed")));
    }

    private String open(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? "" : secrets.open(kind, sealed);
    }

    private ListLine line(ResultSet row) throws SQLException {
        return new ListLine(
                row.getLong("person_id"),
                row.getString("path"),
                row.getString("village"),
                row.getString("name"),
                Mask.of(FieldKind.ID_NUMBER, open(FieldKind.ID_NUMBER, row.getBytes("id_sealed"))),
                row.getString("product"),
                outcome(row),
                row.getString("reason"),
                row.getString("category"),
                row.getString("clause"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("policy_number"));
    }

    private static Enrolment.Outcome outcome(ResultSet row) throws SQLException {
        return Enrolment.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT));
    }
}
