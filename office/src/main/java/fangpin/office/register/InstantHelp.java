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
 * covered, whatever becomes of the status later. A move or a hand-over between divisions neither ends nor begins it.
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
                                with spell as materialized (
                                    select person_id, path, valid_from, valid_to, clause, determination_id from register.status_spell
                                    where kind = 'instant-help' and known_to = 'infinity'
                                    union all
                                    select person_id, path, valid_from, valid_to, clause, determination_id from register.spells_of_movers()
                                    where kind = 'instant-help'
                                ), run as (
                                    select person_id, lower(days) as valid_from, upper(days) as valid_to
                                    from (select person_id, range_agg(daterange(valid_from, valid_to)) as had from spell group by person_id) all_of
                                    cross join lateral unnest(had) as days
                                )
                                select p.id, p.name, h.number, register.place_name(first.path) as village, run.valid_from, run.valid_to,
                                    first.clause, (select seen.id from register.determination seen where seen.id = first.determination_id)
                                        as determination_id
                                from run join spell first on first.person_id = run.person_id and first.valid_from = run.valid_from
                                join register.person p on p.id = run.person_id
                                join register.household h on h.id = p.household_id
                                where run.valid_from >= :from and run.valid_from < :end
                                order by run.valid_from, h.number, p.relation, p.id
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
