package fangpin.office.supervision.internal;

import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRuns;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what runs of the rules found. */
@Component
public final class RunRows {
    /** Days to put a finding right, counted from the day it was found. */
    private static final int DAYS = 15;

    private final JdbcClient database;

    RunRows(JdbcClient database) {
        this.database = database;
    }

    /** What changed. */
    public record Kept(int fresh, int gone) {}

    /** The top places that have special funds. */
    public List<String> tops() {
        return database.sql("select * from supervision.tops() order by 1")
                .query(String.class)
                .list();
    }

    /** Keeps what a run found at and below a place, within the caller's transaction: what is known stays the finding it is. */
    public Kept keep(List<Found> found, String top, LocalDate day) {
        Integer fresh = database.sql("""
                        with given as (
                            select * from unnest(:rules, :keys, :paths, :grades, :departments, :clauses, :subjects, :packs, :items,
                                :arguments::json[], :amounts::bigint[])
                                as given (rule, key, path, grade, department, clause, subject, pack, item, arguments, amount)
                        ), known as (
                            select finding.id, finding.gone_on from supervision.finding join given using (path, rule, key)
                        ), put as (
                            insert into supervision.finding as kept (path, rule, key, grade, department, clause, subject, pack, item,
                                arguments, amount_fen, state, found_on, last_found_on, due_on)
                            select path, rule, key, grade, department, clause, subject, pack, item,
                                array(select json_array_elements_text(arguments)), amount, 'open', :day, :day,
                                case when grade = 'finding' then cast(:due as date) end
                            from given
                            on conflict (path, rule, key) do update set last_found_on = excluded.last_found_on, gone_on = null,
                                department = excluded.department, clause = excluded.clause,
                                amount_fen = case when kept.state = 'closed' then kept.amount_fen else excluded.amount_fen end,
                                arguments = case when kept.state = 'closed' then kept.arguments else excluded.arguments end
                            returning kept.id
                        )
                        select count(*) from put left join known using (id) where known.id is null or known.gone_on is not null
                        """)
                .param("rules", texts(found, one -> one.rule().word()))
                .param("keys", texts(found, Found::key))
                .param("paths", texts(found, Found::path))
                .param("grades", texts(found, one -> Finding.word(one.rule().grade())))
                .param("departments", texts(found, one -> Finding.word(one.department())))
                .param("clauses", texts(found, Found::clause))
                .param("subjects", texts(found, Found::subject))
                .param("packs", texts(found, Found::pack))
                .param("items", texts(found, Found::item))
                .param("arguments", texts(found, one -> Json.array(one.arguments())))
                .param("amounts", found.stream().map(Found::amountFen).toArray(Long[]::new))
                .param("day", day)
                .param("due", day.plusDays(DAYS))
                .query(Integer.class)
                .single();
        int gone = database.sql("""
                        update supervision.finding set gone_on = :day
                        where path >= :top and path < :top || '~' and gone_on is null and state <> 'closed'
                          and not exists (select from unnest(:rules, :keys, :paths) as given (rule, key, path)
                            where given.rule = finding.rule and given.key = finding.key and given.path = finding.path)
                        """)
                .param("day", day)
                .param("top", top)
                .param("rules", texts(found, one -> one.rule().word()))
                .param("keys", texts(found, Found::key))
                .param("paths", texts(found, Found::path))
                .update();
        return new Kept(fresh, gone);
    }

    private static String[] texts(List<Found> found, Function<Found, String> text) {
        return found.stream().map(text).toArray(String[]::new);
    }

    /** Keeps that it ran. */
    public void insert(FindingRuns.Run run) {
        database.sql("insert into supervision.run (path, day, asked_by, found, fresh, gone) values (?, ?, ?, ?, ?, ?)")
                .params(run.path(), run.day(), run.askedBy(), run.found(), run.fresh(), run.gone())
                .update();
    }

    /** The last run that the reader sees: at his place, above it or below it. */
    public Optional<FindingRuns.Run> last() {
        return database.sql("select * from supervision.run order by id desc limit 1")
                .query((row, number) -> new FindingRuns.Run(
                        row.getString("path"),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        row.getLong("asked_by"),
                        row.getInt("found"),
                        row.getInt("fresh"),
                        row.getInt("gone")))
                .optional();
    }
}
