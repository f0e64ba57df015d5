package fangpin.office.policy.internal;

import fangpin.office.policy.Holiday;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of holidays that administrators keep. */
@Component
public final class HolidayRows {
    private final JdbcClient database;

    HolidayRows(JdbcClient database) {
        this.database = database;
    }

    /** What a place and those above it entered. */
    public List<Holiday> of(String place) {
        return database.sql("select * from policy.holiday where known_to = 'infinity' and starts_with(?, path)")
                .param(place)
                .query((row, number) -> new Holiday(
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        Holiday.Kind.of(row.getString("kind")).orElseThrow(),
                        row.getString("name"),
                        row.getString("source"),
                        row.getString("path")))
                .list();
    }

    /** Keeps days in the place of what their division entered for them before. */
    public void replace(List<Holiday> days, long actor, LocalDate today) {
        for (Holiday one : days) {
            database.sql(
                            "update policy.holiday set known_to = now() where path = ? and day = ? and known_to = 'infinity'")
                    .params(one.path(), one.day())
                    .update();
            database.sql("""
                            insert into policy.holiday (path, day, kind, name, source, entered_by, entered_on) values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(one.path(), one.day(), one.kind().word(), one.name(), one.source(), actor, today)
                    .update();
        }
    }
}
