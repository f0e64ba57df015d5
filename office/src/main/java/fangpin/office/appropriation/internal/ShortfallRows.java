package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.Shortfall;
import fangpin.office.appropriation.Shortfalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what divisions need beyond what came. */
@Component
public final class ShortfallRows {
    private final JdbcClient database;

    ShortfallRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what is said; empty when another word on the purpose waits already. */
    public Optional<Long> insert(String path, Shortfalls.Told told, String clause, long actor, LocalDate day) {
        return database.sql("""
                        insert into appropriation.shortfall (path, year, pack, item, needed_fen, basis, decision, clause, state, proposed_by,
                            proposed_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?)
                        on conflict (path, year, pack, item) where state = 'proposed' do nothing returning id
                        """)
                .params(
                        path,
                        told.year(),
                        told.pack(),
                        told.item(),
                        told.needed().amount(),
                        told.basis().strip(),
                        told.decision().strip(),
                        clause,
                        actor,
                        day)
                .query(Long.class)
                .optional();
    }

    /** One of them, locked until the transaction ends. */
    public Optional<Shortfall.Need> locked(long id) {
        return database.sql("select * from appropriation.shortfall where id = ? for update")
                .param(id)
                .query(ShortfallRows::need)
                .optional();
    }

    /** What holds of a year and what waits. */
    public List<Shortfall.Need> of(int year) {
        return database.sql(
                        "select * from appropriation.shortfall where year = ? and state in ('proposed', 'agreed') order by id")
                .param(year)
                .query(ShortfallRows::need)
                .list();
    }

    /** An answer. */
    public void answer(long id, Shortfall.State state, String answer, long actor, LocalDate day) {
        database.sql("""
                        update appropriation.shortfall set state = ?, answer = ?, answered_by = ?, answered_on = ? where id = ?
                        """).params(state.word(), answer, actor, day, id).update();
    }

    /** What was agreed before for the same purpose holds no longer. */
    public void replace(Shortfall.Need need) {
        database.sql("""
                        update appropriation.shortfall set state = 'replaced'
                        where path = ? and year = ? and pack = ? and item = ? and state = 'agreed'
                        """)
                .params(need.path(), need.year(), need.pack(), need.item())
                .update();
    }

    /** How many wait, those aside that an account stated itself. */
    public long waiting(long besides) {
        return database.sql(
                        "select count(*) from appropriation.shortfall where state = 'proposed' and proposed_by <> ?")
                .param(besides)
                .query(Long.class)
                .single();
    }

    private static Shortfall.Need need(ResultSet row, int number) throws SQLException {
        return new Shortfall.Need(
                row.getLong("id"),
                row.getString("path"),
                row.getInt("year"),
                row.getString("pack"),
                row.getString("item"),
                row.getLong("needed_fen"),
                row.getString("basis"),
                row.getString("decision"),
                row.getString("clause"),
                Shortfall.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("proposed_by"),
                Objects.requireNonNull(row.getObject("proposed_on", LocalDate.class)),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"));
    }
}
