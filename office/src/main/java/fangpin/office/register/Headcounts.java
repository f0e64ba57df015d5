package fangpin.office.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 人数: how many persons there are, by measure and place, on any day as known now. Kept as changes by day, and whole for the days that
 * are asked for most. A measure is a status kind's id, or one of the constants here.
 */
@Service
public final class Headcounts {
    /** 脱贫享受政策人口，不含市标人口 (WH6 §2.1.1) */
    public static final String WITHOUT_CITY_STANDARD = "policy-beneficiary.without-city-standard";
    /** 非重点村脱贫享受政策人口 (WH6 §2.2.1) */
    public static final String NON_KEY_VILLAGE = "policy-beneficiary.non-key-village";
    /** 60周岁以上脱贫享受政策人口 (WH6 §2.2.4) */
    public static final String AGED_60 = "policy-beneficiary.aged-60";
    /** 脱贫享受政策人口与即时帮扶人口，每人只计一次 (WH3 §2b) */
    public static final String HELPED = "helped";

    private final JdbcClient database;
    private final TransactionTemplate own;

    Headcounts(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        own = new TransactionTemplate(transactions);
    }

    /** The days whose headcounts are kept whole: the ends of the last month and of the last two years. */
    private static Set<LocalDate> keptDays(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1).minusDays(1);
        LocalDate year = today.withDayOfYear(1).minusDays(1);
        return new TreeSet<>(List.of(month, year, year.minusYears(1)));
    }

    /**
     * Keeps the headcounts of the days that are asked for most, of all places, so that these and the days soon after them are quick; to
     * be done again as days go by. False, with nothing done, while somebody is changing persons.
     */
    public boolean keep(LocalDate today) {
        return Boolean.TRUE.equals(own.execute(status -> {
            // for a province with millions of changes
            database.sql("set local statement_timeout = '10min'").update();
            return database.sql("select register.keep_headcounts(cast(? as date[]))")
                    .param(keptDays(today).stream().map(LocalDate::toString).toArray(String[]::new))
                    .query(Boolean.class)
                    .single();
        }));
    }

    /** A place right below the one asked for, one measure, and the number of persons. */
    public record Cell(String path, String measure, long persons) {}

    /** Headcounts of the divisions right below a place (and of persons entered on the place itself), for each measure that occurs. */
    public List<Cell> below(String place, LocalDate day) {
        return database.sql("""
                        select part, measure, persons from register.headcounts_below(:place, :day) order by part, measure
                        """)
                .param("place", place)
                .param("day", day)
                .query((row, number) ->
                        new Cell(row.getString("part"), row.getString("measure"), row.getLong("persons")))
                .list();
    }

    /** The headcount of one measure in a place. */
    public long of(String place, String measure, LocalDate day) {
        return database.sql("""
                        select register.headcount_of(:place, :measure, :day)
                        """)
                .param("place", place)
                .param("measure", measure)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** How many persons of a place hold two statuses at once on a day, as known now. */
    public long both(String place, StatusKind one, StatusKind other, LocalDate day) {
        return database.sql("""
                        select count(distinct first.person_id) from register.status_spell first
                        join register.status_spell second on second.person_id = first.person_id
                        where first.path >= :place and first.path < :place || '~' and first.kind = :one and second.kind = :other
                          and first.known_to = 'infinity' and first.valid_from <= :day and (first.valid_to is null or first.valid_to > :day)
                          and second.known_to = 'infinity' and second.valid_from <= :day and (second.valid_to is null or second.valid_to > :day)
                        """)
                .param("place", place)
                .param("one", one.id())
                .param("other", other.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** How many joined and left a measure in a place from a day until before another. */
    public List<Movement> movements(String place, String measure, LocalDate from, LocalDate until) {
        return database.sql("""
                        select day, sum(change) filter (where change > 0) as joined, -sum(change) filter (where change < 0) as gone
                        from register.headcount_change
                        where path >= :place and path < :place || '~' and measure = :measure and day >= :from and day < :until
                        group by day order by day
                        """)
                .param("place", place)
                .param("measure", measure)
                .param("from", from)
                .param("until", until)
                .query((row, number) ->
                        new Movement(row.getObject("day", LocalDate.class), row.getLong("joined"), row.getLong("gone")))
                .list();
    }

    /** A day on which a headcount changed. */
    public record Movement(LocalDate day, long joined, long gone) {}

    /** Takes back what these persons add to the headcounts, before a change of theirs; in the transaction of that change. */
    public void beforeChangeOf(Collection<Long> persons) {
        count(persons, -1);
    }

    /** Adds what these persons add to the headcounts, after a change of theirs; in the transaction of that change. */
    public void afterChangeOf(Collection<Long> persons) {
        count(persons, 1);
    }

    private void count(Collection<Long> persons, int sign) {
        database.sql("select register.count_persons(?, ?)")
                .params(persons.toArray(Long[]::new), sign)
                .query((row, number) -> number)
                .single();
    }

    /** The cells in which the kept numbers differ from what the spells say; none, or the register is broken. Reads every person. */
    public List<String> differences() {
        return database.sql("""
                        select path || ' ' || measure || ' ' || day as place from (
                            select path, measure, day, change from register.headcount_change where change <> 0
                            union all
                            select path, measure, day, -sum(change)
                            from register.contributions((select array_agg(distinct person_id) from register.status_spell))
                            group by path, measure, day) both_sides
                        group by path, measure, day having sum(change) <> 0
                        union all
                        select path || ' ' || measure || ' kept ' || day from (
                            select day, parent, path, measure, change from register.headcount_kept
                            union all
                            select kept.day, part.parent, part.path, total.measure, -total.change
                            from register.headcount_kept_day kept join register.headcount_change total on total.day <= kept.day
                            cross join lateral register.parts_down_to(total.path) part
                            where starts_with(part.path, current_setting('fangpin.scope'))) sums
                        group by day, parent, path, measure having sum(change) <> 0
                        order by 1
                        """).query(String.class).list();
    }
}
