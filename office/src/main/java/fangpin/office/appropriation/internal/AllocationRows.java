package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundAllocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of allocations, their cells, and what divisions owe beside them. */
@Component
public final class AllocationRows {
    private final JdbcClient database;

    AllocationRows(JdbcClient database) {
        this.database = database;
    }

    /** What is proposed; the scheme is empty where it was split by hand. */
    public record Wanted(String pack, String scheme, int year, long tiltPartFen, long tiltWholeFen) {}

    /** Keeps a proposal. */
    public long insert(String path, Wanted wanted, long actor, LocalDate day) {
        return database.sql("""
                        insert into appropriation.allocation (path, pack, scheme, year, state, tilt_part_fen, tilt_whole_fen, proposed_by,
                            proposed_on)
                        values (?, ?, ?, ?, 'proposed', ?, ?, ?, ?) returning id
                        """)
                .params(
                        path,
                        wanted.pack(),
                        wanted.scheme(),
                        wanted.year(),
                        wanted.tiltPartFen(),
                        wanted.tiltWholeFen(),
                        actor,
                        day)
                .query(Long.class)
                .single();
    }

    /** Keeps its cells. */
    public void insertCells(long allocation, String path, List<FundAllocation.Cell> cells) {
        database.sql("""
                        insert into appropriation.allocation_cell (allocation_id, path, number, item, division, division_path, measure, computed_fen,
                            amount_fen, reason)
                        select :allocation, :path, cell.number, cell.item, cell.division, cell.division_path, cell.measure, cell.computed_fen,
                            cell.amount_fen, cell.reason
                        from unnest(:items, :divisions, :paths, :measures::bigint[], :computed::bigint[], :amounts::bigint[], :reasons)
                            with ordinality as cell (item, division, division_path, measure, computed_fen, amount_fen, reason, number)
                        """)
                .param("allocation", allocation)
                .param("path", path)
                .param("items", cells.stream().map(FundAllocation.Cell::item).toArray(String[]::new))
                .param(
                        "divisions",
                        cells.stream().map(FundAllocation.Cell::division).toArray(String[]::new))
                .param(
                        "paths",
                        cells.stream().map(FundAllocation.Cell::divisionPath).toArray(String[]::new))
                .param(
                        "measures",
                        cells.stream().map(FundAllocation.Cell::measure).toArray(Long[]::new))
                .param(
                        "computed",
                        cells.stream().map(FundAllocation.Cell::computedFen).toArray(Long[]::new))
                .param(
                        "amounts",
                        cells.stream().map(FundAllocation.Cell::amountFen).toArray(Long[]::new))
                .param(
                        "reasons",
                        cells.stream().map(FundAllocation.Cell::reason).toArray(String[]::new))
                .update();
    }

    /** One allocation, locked until the transaction ends. */
    public Optional<FundAllocation> locked(long id) {
        database.sql("select 1 from appropriation.allocation where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** One allocation with its cells, in the order in which they were kept. */
    public Optional<FundAllocation> find(long id) {
        List<FundAllocation.Cell> cells = database.sql(
                        "select * from appropriation.allocation_cell where allocation_id = ? order by number")
                .param(id)
                .query((row, number) -> new FundAllocation.Cell(
                        row.getString("item"),
                        row.getString("division"),
                        row.getString("division_path"),
                        row.getObject("measure", Long.class),
                        row.getLong("computed_fen"),
                        row.getLong("amount_fen"),
                        row.getString("reason")))
                .list();
        return database.sql("select * from appropriation.allocation where id = ?")
                .param(id)
                .query((row, number) -> allocation(row, cells))
                .optional();
    }

    /** Allocations of a year, the newest first, without their cells. */
    public List<FundAllocation> list(int year) {
        return database.sql("select * from appropriation.allocation where year = ? order by id desc")
                .param(year)
                .query((row, number) -> allocation(row, List.of()))
                .list();
    }

    /** How many are in a state, those aside that an account proposed itself. */
    public long waiting(FundAllocation.State state, long besides) {
        return database.sql("select count(*) from appropriation.allocation where state = ? and proposed_by <> ?")
                .params(state.word(), besides)
                .query(Long.class)
                .single();
    }

    /** An answer. */
    public void answer(long id, FundAllocation.State state, String reason, long actor, LocalDate day) {
        database.sql("""
                        update appropriation.allocation set state = ?, reason = ?, answered_by = ?, answered_on = ? where id = ?
                        """).params(state.word(), reason, actor, day, id).update();
    }

    /** That it was published. */
    public void notice(long id, LocalDate day) {
        database.sql("update appropriation.allocation set state = 'noticed', noticed_on = ? where id = ?")
                .params(day, id)
                .update();
    }

    /** That it was issued. */
    public void issue(long id, String number, long actor, LocalDate day) {
        database.sql("""
                        update appropriation.allocation set state = 'issued', number = ?, issued_by = ?, issued_on = ? where id = ?
                        """).params(number, actor, day, id).update();
    }

    /** What divisions owe beside an item: their cells of the item that matches it. */
    public void owe(FundAllocation allocation, String item, LocalDate day) {
        database.sql("""
                        insert into appropriation.matching_due (allocation_id, item, path, pack, year, amount_fen, due_from)
                        select allocation_id, item, division_path, ?, ?, amount_fen, ? from appropriation.allocation_cell
                        where allocation_id = ? and item = ? and amount_fen > 0
                        """)
                .params(allocation.pack(), allocation.year(), day, allocation.id(), item)
                .update();
    }

    /** What divisions owe and have put up of their own money, by place and item. */
    public List<Allocations.Matching> matching(int year) {
        return database.sql("""
                        select due.path, due.pack, due.item, sum(due.amount_fen)::bigint as due_fen, min(due.due_from) as due_from,
                            coalesce((select sum(document_item.amount_fen) from appropriation.document
                                join appropriation.document_item on document_id = document.id
                                where document.path = due.path and document.year = due.year and document.state = 'confirmed'
                                  and document.level = 'district' and document_item.item = due.item), 0)::bigint as put_up_fen
                        from appropriation.matching_due due where due.year = ? group by due.path, due.pack, due.item, due.year
                        order by due.path, due.item
                        """)
                .param(year)
                .query((row, number) -> new Allocations.Matching(
                        row.getString("path"),
                        row.getString("pack"),
                        row.getString("item"),
                        row.getLong("due_fen"),
                        row.getLong("put_up_fen"),
                        Objects.requireNonNull(row.getObject("due_from", LocalDate.class))))
                .list();
    }

    private static FundAllocation allocation(ResultSet row, List<FundAllocation.Cell> cells) throws SQLException {
        return new FundAllocation(
                row.getLong("id"),
                row.getString("path"),
                row.getString("pack"),
                row.getString("scheme"),
                row.getInt("year"),
                FundAllocation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("tilt_part_fen"),
                row.getLong("tilt_whole_fen"),
                row.getLong("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("noticed_on", LocalDate.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                cells);
    }
}
