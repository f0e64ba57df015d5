package fangpin.office.enrolment.internal;

import fangpin.office.enrolment.StatedFigure;
import fangpin.office.enrolment.StatedFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of stated figures. */
@Component
public final class FigureRows {
    private static final RowMapper<StatedFigure> FIGURE = (row, number) -> new StatedFigure(
            row.getLong("id"),
            row.getString("path"),
            row.getString("pack"),
            row.getString("measure"),
            row.getLong("value"),
            row.getObject("as_of", LocalDate.class),
            row.getString("source"),
            StatedFigure.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("entered_by"),
            row.getObject("entered_on", LocalDate.class),
            row.getObject("answered_by", Long.class),
            row.getObject("answered_on", LocalDate.class),
            row.getString("reason"));

    private final JdbcClient database;

    FigureRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a new one. */
    public long insert(StatedFigures.Told told, long actor, LocalDate day) {
        return database.sql("""
                        insert into enrolment.stated_figure (path, pack, measure, value, as_of, source, state, entered_by, entered_on)
                        values (?, ?, ?, ?, ?, ?, 'proposed', ?, ?) returning id
                        """)
                .params(
                        told.division(),
                        told.pack(),
                        told.measure(),
                        told.value(),
                        told.asOf(),
                        told.source().strip(),
                        actor,
                        day)
                .query(Long.class)
                .single();
    }

    /** One of them, locked until the transaction ends. */
    public Optional<StatedFigure> locked(long id) {
        return database.sql("select * from enrolment.stated_figure where id = ? for update")
                .param(id)
                .query(FIGURE)
                .optional();
    }

    /** An answer. */
    public void answer(long id, StatedFigure.State state, String reason, long actor, LocalDate day) {
        database.sql("""
                        update enrolment.stated_figure set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?
                        """).params(state.word(), reason, actor, day, id).update();
    }

    /** All of a pack, the newest first. */
    public List<StatedFigure> list(String pack) {
        return database.sql("select * from enrolment.stated_figure where pack = ? order by id desc")
                .param(pack)
                .query(FIGURE)
                .list();
    }

    /** What counts of a measure up to a day, by division's path. */
    public Map<String, Long> current(String pack, String measure, LocalDate day) {
        Map<String, Long> values = new HashMap<>();
        database.sql("""
                        select distinct on (path) path, value from enrolment.stated_figure
                        where pack = ? and measure = ? and state = 'approved' and as_of <= ? order by path, id desc
                        """)
                .params(pack, measure, day)
                .query((row, number) -> values.put(row.getString("path"), row.getLong("value")))
                .list();
        return values;
    }
}
