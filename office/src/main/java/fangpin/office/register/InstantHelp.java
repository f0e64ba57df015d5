package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 即时帮扶台账 (WH3 §3.2 “保险周期为自纳入之日起，至2020年12月31日”; SD §4.2): who was included when, and from when to when that person is
 * covered, whatever becomes of the status later.
 */
@Service
public final class InstantHelp {
    private final ScopedWork work;
    private final JdbcClient database;

    InstantHelp(ScopedWork work, JdbcClient database) {
        this.work = work;
        this.database = database;
    }

    /**
     * A line of the register.
     *
     * @param endedOn first day the status no longer held; cover is not touched by it
     * @param coverDays of the year, from inclusion to its last day, both counted
     */
    public record Line(
            long personId,
            String name,
            String householdNumber,
            String village,
            LocalDate includedOn,
            @Nullable LocalDate endedOn,
            LocalDate coverUntil,
            long coverDays,
            String clause,
            Optional<Long> determinationId) {}

    /** Those included in a year, in the order of inclusion. */
    public List<Line> ofYear(Actor actor, int year) {
        LocalDate end = LocalDate.of(year + 1, 1, 1);
        return work.read(
                actor,
                () -> database.sql("""
                                select p.id, p.name, h.number, register.place_name(s.path) as village, s.valid_from, s.valid_to, s.clause,
                                    s.determination_id
                                from register.status_spell s join register.person p on p.id = s.person_id
                                join register.household h on h.id = p.household_id
                                where s.kind = 'instant-help' and s.known_to = 'infinity' and s.valid_from >= :from and s.valid_from < :end
                                  and not exists (select from register.status_spell earlier
                                      where earlier.person_id = s.person_id and earlier.kind = s.kind and earlier.known_to = 'infinity'
                                        and earlier.valid_to = s.valid_from)
                                order by s.valid_from, h.number, p.relation, p.id
                                """)
                        .param("from", LocalDate.of(year, 1, 1))
                        .param("end", end)
                        .query((row, number) -> {
                            LocalDate from = row.getObject("valid_from", LocalDate.class);
                            return new Line(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getString("number"),
                                    row.getString("village"),
                                    from,
                                    row.getObject("valid_to", LocalDate.class),
                                    end,
                                    ChronoUnit.DAYS.between(from, end),
                                    row.getString("clause"),
                                    Optional.ofNullable(row.getObject("determination_id", Long.class)));
                        })
                        .list());
    }
}
