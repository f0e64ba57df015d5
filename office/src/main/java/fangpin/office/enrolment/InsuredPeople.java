package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 参保人员: who is covered, for the office by product and place, for an insurer the people of its own lists. */
@Service
public final class InsuredPeople {
    private static final String ASKED = """
            from enrolment.cover
            where cover.known_to = 'infinity' and cover.pack = :pack and cover.product = :product
              and cover.valid_from <= :day and (:begun or cover.valid_to > :day)
              and cover.path >= :place and cover.path < :place || '~'
              and not exists (select from unnest(:without::text[]) as inner_place where starts_with(cover.path, inner_place))
            """;
    private static final String PAGE = """
            select cover.*, register.place_name(cover.path) as village, person.name, person.id_sealed
            from (select cover.*
            %s
              and (cover.path, cover.person_id) > (:afterPath, :afterPerson)
              order by cover.path, cover.person_id limit :most) cover
            join register.person on person.id = cover.person_id
            order by cover.path, cover.person_id
            """.formatted(ASKED);
    private static final String COUNT = "select count(*) " + ASKED;
    private static final String STARTS =
            "select valid_from, count(*) as persons " + ASKED + " group by valid_from order by valid_from";

    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;
    private final ExportPurposes purposes;

    InsuredPeople(ScopedWork work, JdbcClient database, Secrets secrets, ExportPurposes purposes) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
        this.purposes = purposes;
    }

    /**
     * Who is covered by a product, in a place.
     *
     * @param without places below that are left out
     * @param begun also whose cover began by the day and has ended: a premium is owed for them too (R10)
     */
    public record Question(
            String pack, String product, String place, List<String> without, LocalDate day, boolean begun) {
        public Question {
            without = List.copyOf(without);
        }
    }

    /** A page of those, by place and person. */
    public List<InsuredPerson> page(Actor actor, Question asked, String afterPath, long afterPerson, int most) {
        return work.read(
                actor,
                () -> bound(PAGE, asked)
                        .param("afterPath", afterPath)
                        .param("afterPerson", afterPerson)
                        .param("most", most)
                        .query((row, number) -> person(row))
                        .list());
    }

    /** How many there are. */
    public long count(Actor actor, Question asked) {
        return work.read(actor, () -> bound(COUNT, asked).query(Long.class).single());
    }

    /** On which days their cover began, the first day first. */
    public List<CoverStart> starts(Actor actor, Question asked) {
        return work.read(actor, () -> starts(asked));
    }

    /** The same within work under way. */
    List<CoverStart> starts(Question asked) {
        return bound(STARTS, asked)
                .query((row, number) ->
                        new CoverStart(row.getObject("valid_from", LocalDate.class), row.getLong("persons")))
                .list();
    }

    private JdbcClient.StatementSpec bound(String statement, Question asked) {
        return database.sql(statement)
                .param("pack", asked.pack())
                .param("product", asked.product())
                .param("place", asked.place())
                .param("without", asked.without().toArray(String[]::new))
                .param("begun", asked.begun())
                .param("day", asked.day());
    }

    private InsuredPerson person(ResultSet row) throws SQLException {
        return new InsuredPerson(
                row.getLong("person_id"),
                row.getString("path"),
                row.getString("village"),
                row.getString("name"),
                Mask.of(FieldKind.ID_NUMBER, open(FieldKind.ID_NUMBER, row.getBytes("id_sealed"))),
                row.getString("category"),
                row.getString("clause"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("policy_number"));
    }

    private String open(FieldKind kind, byte @Nullable [] sealed) {
        return sealed == null ? "" : secrets.open(kind, sealed);
    }

    /** A list that was sent to an insurer, as the insurer sees it. */
    public record OwnList(long id, String contract, String pack, LocalDate asOf, LocalDate sentOn, long persons) {}

    /** The lists of the contracts of the insurer whose login this is, the newest first. */
    public List<OwnList> ownLists(Actor actor) {
        return work.read(
                actor,
                () -> database.sql("select * from enrolment.own_lists() order by id desc")
                        .query((row, number) -> new OwnList(
                                row.getLong("id"),
                                row.getString("contract"),
                                row.getString("pack"),
                                row.getObject("as_of", LocalDate.class),
                                row.getObject("sent_on", LocalDate.class),
                                row.getLong("persons")))
                        .list());
    }

    /** Persons of such a list after one of them, in clear; whoever shows them masks them. */
    public List<InsuredLine> own(Actor actor, long list, long after, int most) {
        return work.read(actor, () -> ownLines(list, after, most));
    }

    private List<InsuredLine> ownLines(long list, long after, int most) {
        return database.sql("select * from enrolment.own_insured(?, ?, ?)")
                .params(list, after, most)
                .query((row, number) -> new InsuredLine(
                        row.getLong("person_id"),
                        row.getString("name"),
                        open(FieldKind.ID_NUMBER, row.getBytes("id_sealed")),
                        open(FieldKind.ADDRESS, row.getBytes("address_sealed"))))
                .list();
    }

    /** Whom such a list takes out of cover, after a person and product, in clear; whoever shows them masks them. */
    public List<EndedLine> ended(Actor actor, long list, long afterPerson, String afterProduct, int most) {
        return work.read(actor, () -> endedLines(list, afterPerson, afterProduct, most));
    }

    private List<EndedLine> endedLines(long list, long afterPerson, String afterProduct, int most) {
        return database.sql("select * from enrolment.own_endings(?, ?, ?, ?)")
                .params(list, afterPerson, afterProduct, most)
                .query((row, number) -> new EndedLine(
                        row.getLong("person_id"),
                        row.getString("name"),
                        open(FieldKind.ID_NUMBER, row.getBytes("id_sealed")),
                        open(FieldKind.ADDRESS, row.getBytes("address_sealed")),
                        row.getString("product"),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** All of those in clear, with a purpose. */
    public Answer<List<EndedLine>> exportEnded(Actor actor, long list, String purpose, Instant now) {
        return exported(actor, list, "ended", purpose, now, () -> endedLines(list, 0, "", Integer.MAX_VALUE));
    }

    /** All of such a list in clear, with a purpose. */
    public Answer<List<InsuredLine>> exportOwn(Actor actor, long list, String purpose, Instant now) {
        return exported(actor, list, "own", purpose, now, () -> ownLines(list, 0, Integer.MAX_VALUE));
    }

    private <T> Answer<List<T>> exported(
            Actor actor, long list, String what, String purpose, Instant now, Supplier<List<T>> read) {
        if (!actor.may(Right.INSURED_READ)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            List<T> lines = read.get();
            return purposes.record(
                            actor,
                            new ExportPurposes.Export(
                                    "enrolment/" + list + "/" + what,
                                    purpose,
                                    actor.name(),
                                    ListLines.FIELDS,
                                    lines.size()),
                            null,
                            now)
                    .map(kept -> lines);
        });
    }
}
