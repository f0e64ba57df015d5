package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.FundMove;
import fangpin.office.appropriation.FundMoves;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of money moved between budget lines. */
@Component
public final class MoveRows {
    private static final String MOVE = """
            select move.*, coalesce(line.item, move.item) as from_item
            from appropriation.move left join appropriation.line on line.id = move.from_line
            """;

    private final JdbcClient database;

    MoveRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what is proposed. */
    public long insert(BudgetLine from, FundMoves.Wanted wanted, String clause, long actor, LocalDate day) {
        return database.sql("""
                        insert into appropriation.move (path, to_path, kind, from_line, item, project_id, programme, category, purpose,
                            amount_fen, decision, reason, clause, state, proposed_by, proposed_on)
                        values (:path, :to, :kind, :from, :item, :project, :programme, :category, :purpose, :amount, :decision, :reason,
                            :clause, 'proposed', :actor, :day) returning id
                        """)
                .param("path", from.path())
                .param("to", wanted.toPath().isEmpty() ? from.path() : wanted.toPath())
                .param("kind", wanted.kind().word())
                .param("from", from.id())
                .param("item", wanted.item())
                .param("project", wanted.project())
                .param("programme", wanted.programme())
                .param("category", wanted.category())
                .param("purpose", wanted.purpose().strip())
                .param("amount", wanted.amount().amount())
                .param("decision", wanted.decision().strip())
                .param("reason", wanted.reason().strip())
                .param("clause", clause)
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Keeps what an allocation moved, under a number taken before; done by who issued it. */
    public void insertAllocated(
            long id,
            BudgetLine from,
            BudgetLine to,
            long allocation,
            long amountFen,
            String decision,
            String clause,
            long maker,
            long actor,
            long entry,
            LocalDate day) {
        database.sql("""
                        insert into appropriation.move (id, path, to_path, kind, allocation_id, from_line, to_line, item, amount_fen, decision,
                            clause, state, proposed_by, proposed_on, answered_by, answered_on, entry_id) overriding system value
                        values (:id, :path, :to, 'allocation', :allocation, :from, :line, :item, :amount, :decision, :clause, 'done', :maker,
                            :day, :actor, :day, :entry)
                        """)
                .param("id", id)
                .param("path", from.path())
                .param("to", to.path())
                .param("allocation", allocation)
                .param("from", from.id())
                .param("line", to.id())
                .param("item", to.item())
                .param("amount", amountFen)
                .param("decision", decision)
                .param("clause", clause)
                .param("maker", maker)
                .param("actor", actor)
                .param("entry", entry)
                .param("day", day)
                .update();
    }

    /** The next move's number. */
    public long number() {
        return database.sql("select nextval(pg_get_serial_sequence('appropriation.move', 'id'))")
                .query(Long.class)
                .single();
    }

    /** One move, locked until the transaction ends. */
    public Optional<FundMove> locked(long id) {
        return database.sql(MOVE + " where move.id = ? for update of move")
                .param(id)
                .query(MoveRows::move)
                .optional();
    }

    /** One move. */
    public Optional<FundMove> find(long id) {
        return database.sql(MOVE + " where move.id = ?")
                .param(id)
                .query(MoveRows::move)
                .optional();
    }

    /** An answer; what is done bears the line it went to and its entry. */
    public void answer(
            long id,
            FundMove.State state,
            String answer,
            @Nullable Long toLine,
            @Nullable Long entry,
            long actor,
            LocalDate day) {
        database.sql("""
                        update appropriation.move set state = :state, answer = :answer, to_line = :line, entry_id = :entry, answered_by = :actor,
                            answered_on = :day where id = :id
                        """)
                .param("state", state.word())
                .param("answer", answer)
                .param("line", toLine)
                .param("entry", entry)
                .param("actor", actor)
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** What came to a line and went from it, the first first. */
    public List<FundMove> ofLine(long line) {
        return database.sql(MOVE + " where from_line = ? or to_line = ? order by move.id")
                .params(line, line)
                .query(MoveRows::move)
                .list();
    }

    /** Moves of a kind in one's division, or of any when it is null; those of allocations stand with these. */
    public List<FundMove> list(FundMove.@Nullable Kind kind, FundMove.@Nullable State state, long before, int most) {
        return database.sql(MOVE + """
                         where move.id < :before and (cast(:kind as text) is null or kind = :kind) and kind <> 'allocation'
                          and (cast(:state as text) is null or state = :state)
                        order by move.id desc limit :most
                        """)
                .param("before", before)
                .param("kind", kind == null ? null : kind.word())
                .param("state", state == null ? null : state.word())
                .param("most", most)
                .query(MoveRows::move)
                .list();
    }

    /** How many wait, those aside that an account proposed itself. */
    public long waiting(long besides) {
        return database.sql("select count(*) from appropriation.move where state = 'proposed' and proposed_by <> ?")
                .param(besides)
                .query(Long.class)
                .single();
    }

    private static FundMove move(ResultSet row, int number) throws SQLException {
        return new FundMove(
                row.getLong("id"),
                row.getString("path"),
                row.getString("to_path"),
                FundMove.Kind.of(row.getString("kind")).orElseThrow(),
                row.getObject("allocation_id", Long.class),
                row.getLong("from_line"),
                row.getObject("to_line", Long.class),
                row.getString("from_item"),
                row.getString("item"),
                row.getObject("project_id", Long.class),
                row.getString("programme"),
                row.getString("category"),
                row.getString("purpose"),
                row.getLong("amount_fen"),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("clause"),
                FundMove.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"));
    }
}
