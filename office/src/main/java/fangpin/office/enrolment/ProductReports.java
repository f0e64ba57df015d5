package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 按险种统计上报 (LS §5): a county says how many are insured by each product on a day; the city's responsible department receives it. What was
 * sent stands; a correction is another report.
 */
@Service
public final class ProductReports {
    private static final String REPORTS = """
            select distinct on (path, pack, product) * from enrolment.count_report
            order by path, pack, product, id desc
            """;

    private final ScopedWork work;
    private final JdbcClient database;
    private final Audit audit;

    ProductReports(ScopedWork work, JdbcClient database, Audit audit) {
        this.work = work;
        this.database = database;
        this.audit = audit;
    }

    /** 实时数: how many are insured in a county by a product. */
    public record Count(String path, String pack, String product, long persons, long households) {}

    /** 上报数: what a county sent. */
    public record Report(
            long id,
            String path,
            String pack,
            String product,
            LocalDate day,
            long persons,
            long households,
            long sentBy,
            LocalDate sentOn,
            @Nullable Long receivedBy,
            @Nullable LocalDate receivedOn) {}

    /** The counties of one's division, with who is insured on a day. */
    public List<Count> counts(Actor actor, LocalDate day) {
        return work.read(actor, () -> counts(day));
    }

    private List<Count> counts(LocalDate day) {
        return database.sql("""
                        select substring(cover.path from '^(?:[^/]+/){3}') as county, cover.pack, cover.product, count(*) as persons,
                            count(distinct person.household_id) as households
                        from enrolment.cover join register.person on person.id = cover.person_id
                        where cover.known_to = 'infinity' and cover.valid_from <= :day and cover.valid_to > :day
                        group by 1, 2, 3 order by 1, 2, 3
                        """)
                .param("day", day)
                .query((row, number) -> new Count(
                        row.getString("county"),
                        row.getString("pack"),
                        row.getString("product"),
                        row.getLong("persons"),
                        row.getLong("households")))
                .list();
    }

    /** The last report of each county and product. */
    public List<Report> reports(Actor actor) {
        return work.read(
                actor, () -> database.sql(REPORTS).query(ProductReports::report).list());
    }

    /** Every report of a county and product, the newest first. */
    public List<Report> history(Actor actor, String path, String pack, String product) {
        return work.read(
                actor,
                () -> database.sql("""
                                select * from enrolment.count_report where path = ? and pack = ? and product = ? order by id desc
                                """)
                        .params(path, pack, product)
                        .query(ProductReports::report)
                        .list());
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getString("path"),
                row.getString("pack"),
                row.getString("product"),
                row.getObject("day", LocalDate.class),
                row.getLong("persons"),
                row.getLong("households"),
                row.getLong("sent_by"),
                row.getObject("sent_on", LocalDate.class),
                row.getObject("received_by", Long.class),
                row.getObject("received_on", LocalDate.class));
    }

    /** Whether an actor speaks for a whole county, and only that. */
    public static boolean ofCounty(Actor actor) {
        return actor.scope().path().matches("(?:[^/]+/){3}");
    }

    /** Sends the counts of one's county, as they are on a day; how many products. */
    public Answer<Long> send(Actor actor, LocalDate day, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE) || !ofCounty(actor)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        if (day.isAfter(today)) {
            return Answer.refused(EnrolmentRefusal.BAD_DAY);
        }
        return work.write(actor, () -> {
            List<Count> counts = counts(day);
            for (Count count : counts) {
                database.sql("""
                                insert into enrolment.count_report (path, pack, product, day, persons, households, sent_by, sent_on)
                                values (:path, :pack, :product, :day, :persons, :households, :actor, :today)
                                """)
                        .param("path", count.path())
                        .param("pack", count.pack())
                        .param("product", count.product())
                        .param("day", day)
                        .param("persons", count.persons())
                        .param("households", count.households())
                        .param("actor", actor.userId())
                        .param("today", today)
                        .update();
            }
            if (counts.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOTHING_TO_SEND);
            }
            audit.record(
                    actor,
                    AuditAction.PUBLISHED,
                    "counts/" + actor.scope().path(),
                    Map.of("day", day.toString(), "products", Integer.toString(counts.size())));
            return Answer.done((long) counts.size());
        });
    }

    /** Says, at a division above, that a report came. */
    public Answer<Long> receive(Actor actor, long id, LocalDate today) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Report> report = database.sql("select * from enrolment.count_report where id = ? for update")
                    .param(id)
                    .query(ProductReports::report)
                    .optional();
            if (report.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (report.get().path().equals(actor.scope().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            if (report.get().receivedBy() != null) {
                return Answer.refused(EnrolmentRefusal.CHANGED_MEANWHILE);
            }
            int _ = database.sql("update enrolment.count_report set received_by = ?, received_on = ? where id = ?")
                    .params(actor.userId(), today, id)
                    .update();
            audit.record(actor, AuditAction.APPROVED, "count-report/" + id, Map.of());
            return Answer.done(id);
        });
    }
}
