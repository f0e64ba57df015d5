package fangpin.office.supervision.internal;

import fangpin.office.access.Actor;
import fangpin.office.supervision.Bulletins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bulletins that were issued. */
@Component
public final class BulletinRows {
    private final JdbcClient database;

    BulletinRows(JdbcClient database) {
        this.database = database;
    }

    /** Findings of a place that are not closed. */
    public record Found(long open, long overdue) {}

    /** How many findings of a place, with what is below or without, are not closed. */
    public Found findings(String place, boolean alone, LocalDate today) {
        return database.sql("""
                        select count(*) as open, count(*) filter (where due_on < :today) as overdue from supervision.finding
                        where grade = 'finding' and state <> 'closed' and gone_on is null
                          and case when :alone then path = :place else path >= :place and path < :place || '~' end
                        """)
                .param("today", today)
                .param("alone", alone)
                .param("place", place)
                .query((row, number) -> new Found(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    /** Keeps a bulletin; empty when the month has one. */
    public Optional<Long> insert(Actor actor, LocalDate month, int year, LocalDate day, List<Bulletins.Row> rows) {
        Optional<Long> id = database.sql("""
                        insert into supervision.bulletin (path, month, year, issued_by, issued_on) values (?, ?, ?, ?, ?)
                        on conflict do nothing returning id
                        """)
                .params(actor.scope().path(), month, year, actor.userId(), day)
                .query(Long.class)
                .optional();
        id.ifPresent(bulletin -> rows.forEach(row -> database.sql("""
                        insert into supervision.bulletin_row (bulletin_id, path, place, invested_fen, allocated_fen, paid_fen, kept, running,
                            late, findings, overdue) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        bulletin,
                        actor.scope().path(),
                        row.place(),
                        row.investedFen(),
                        row.allocatedFen(),
                        row.paidFen(),
                        row.kept(),
                        row.running(),
                        row.late(),
                        row.findings(),
                        row.overdue())
                .update()));
        return id;
    }

    /** Bulletins of a place, the newest first. */
    public List<Bulletins.Bulletin> list(String place) {
        return database.sql("select * from supervision.bulletin where path = ? order by month desc, year desc")
                .param(place)
                .query(BulletinRows::bulletin)
                .list();
    }

    /** One bulletin. */
    public Optional<Bulletins.Bulletin> find(long id) {
        return database.sql("select * from supervision.bulletin where id = ?")
                .param(id)
                .query(BulletinRows::bulletin)
                .optional();
    }

    /** Its rows. */
    public List<Bulletins.Row> rows(long id) {
        return database.sql("select * from supervision.bulletin_row where bulletin_id = ? order by place")
                .param(id)
                .query((row, number) -> new Bulletins.Row(
                        row.getString("place"),
                        row.getLong("invested_fen"),
                        row.getLong("allocated_fen"),
                        row.getLong("paid_fen"),
                        row.getLong("kept"),
                        row.getLong("running"),
                        row.getLong("late"),
                        row.getLong("findings"),
                        row.getLong("overdue")))
                .list();
    }

    private static Bulletins.Bulletin bulletin(ResultSet row, int number) throws SQLException {
        return new Bulletins.Bulletin(
                row.getLong("id"),
                row.getString("path"),
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getInt("year"),
                row.getLong("issued_by"),
                Objects.requireNonNull(row.getObject("issued_on", LocalDate.class)));
    }
}
