package fangpin.office.supervision.internal;

import fangpin.office.supervision.FundYears;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of years that are closed, and of what is open in one. */
@Component
public final class YearRows {
    private final JdbcClient database;

    YearRows(JdbcClient database) {
        this.database = database;
    }

    /** What is open of a year at a place and below it. */
    public List<FundYears.Open> open(String place, int year) {
        return database
                .sql("""
                        with line as (
                            select line.id, balance.balance_fen - balance.reserved_fen as free_fen, balance.reserved_fen
                            from appropriation.line join fund.balance on balance.account_id = line.account_id
                            where line.year = :year and line.path >= :place and line.path < :place || '~'
                        ), document as (
                            select document.*, coalesce((select sum(amount_fen) from appropriation.receipt where document_id = document.id), 0)
                                as came_fen
                            from appropriation.document where year = :year and path >= :place and path < :place || '~'
                        )
                        select 'free' as kind, count(*) as count, sum(free_fen)::bigint as fen, '/fund-board?year=' || :year as address from line
                            where free_fen > 0
                        union all select 'reserved', count(*), sum(reserved_fen)::bigint, '/fund-board?year=' || :year from line
                            where reserved_fen > 0
                        union all select 'request-' || request.state, count(*), sum(request.sum_fen)::bigint, '/fund-requests?state=' || request.state
                            from appropriation.request join line on line.id = request.line_id
                            where request.state in ('raised', 'approved', 'sent') group by request.state
                        union all select 'move', count(*), sum(move.amount_fen)::bigint, '/fund-moves?state=proposed'
                            from appropriation.move join line on line.id = move.from_line where move.state = 'proposed'
                        union all select 'document', count(*), sum(amount_fen)::bigint, '/fund-documents?year=' || :year from document
                            where state = 'entered'
                        union all select 'not-arrived', count(*), sum(amount_fen - came_fen)::bigint, '/fund-documents?year=' || :year from document
                            where state = 'confirmed' and came_fen < amount_fen
                        union all select 'bank-row', count(*), sum(abs(amount_fen))::bigint, '/bank-statements' from supervision.bank_row
                            where path = :place and matched_kind is null and extract(year from day) = :year
                        union all select 'month', 12 - count(*), 0::bigint, '/bank-statements' from supervision.bank_month
                            where path = :place and closed_by is not null and extract(year from month) = :year
                        union all select 'finding', count(*), sum(amount_fen)::bigint, '/fund-findings?grade=finding' from supervision.finding
                            where grade = 'finding' and state <> 'closed' and gone_on is null and path >= :place and path < :place || '~'
                        """)
                .param("place", place)
                .param("year", year)
                .query((row, number) -> new FundYears.Open(
                        row.getString("kind"), row.getLong("count"), row.getLong("fen"), row.getString("address")))
                .list()
                .stream()
                .filter(one -> one.count() > 0)
                .toList();
    }

    /** Whether there is money of a year. */
    public boolean exists(String place, int year) {
        return database.sql(
                        "select exists (select from appropriation.line where year = ? and path >= ? and path < ? || '~')")
                .params(year, place, place)
                .query(Boolean.class)
                .single();
    }

    /** How a year stands at a place itself. */
    public Optional<FundYears.Year> year(String place, int year) {
        return database.sql("select * from supervision.fund_year where path = ? and year = ?")
                .params(place, year)
                .query((row, number) -> new FundYears.Year(
                        row.getInt("year"),
                        row.getObject("asked_by", Long.class),
                        row.getObject("asked_on", LocalDate.class),
                        row.getString("note"),
                        row.getObject("closed_by", Long.class),
                        row.getObject("closed_on", LocalDate.class)))
                .optional();
    }

    /** Keeps that somebody wants a year closed; who asks again takes the other's place. */
    public boolean ask(String place, int year, long actor, String note, LocalDate day) {
        database.sql("delete from supervision.fund_year where path = ? and year = ? and closed_by is null")
                .params(place, year)
                .update();
        return database.sql("""
                        insert into supervision.fund_year (path, year, asked_by, asked_on, note) values (?, ?, ?, ?, ?) on conflict do nothing
                        """).params(place, year, actor, day, note).update() == 1;
    }

    /** Closes it: what stands on the place's own lines is marked. */
    public void close(String place, int year, long actor, LocalDate day) {
        database.sql("update supervision.fund_year set closed_by = ?, closed_on = ? where path = ? and year = ?")
                .params(actor, day, place, year)
                .update();
        database.sql("""
                        insert into supervision.carry_over (line_id, year, path, free_fen, reserved_fen)
                        select line.id, line.year, line.path, balance.balance_fen - balance.reserved_fen, balance.reserved_fen
                        from appropriation.line join fund.balance on balance.account_id = line.account_id
                        where line.year = ? and line.path = ? and balance.balance_fen > 0
                        on conflict do nothing
                        """).params(year, place).update();
    }

    /** What was carried over once the year is closed, before it what stands on the place's own lines. */
    public List<FundYears.CarryOver> carryOvers(String place, int year, int most) {
        return database.sql("""
                        select line.id, line.path, line.pack, line.item, document.number, coalesce(carry.free_fen, balance.balance_fen
                            - balance.reserved_fen) as free_fen, coalesce(carry.reserved_fen, balance.reserved_fen) as reserved_fen
                        from appropriation.line join appropriation.document on document.id = line.document_id
                        join fund.balance on balance.account_id = line.account_id
                        left join supervision.carry_over carry on carry.line_id = line.id and carry.year = line.year
                        where line.year = :year and line.path = :place and case
                            when exists (select from supervision.fund_year where path = :place and year = :year and closed_by is not null)
                            then carry.line_id is not null else balance.balance_fen > 0 end
                        order by line.id limit :most
                        """)
                .param("year", year)
                .param("place", place)
                .param("most", most)
                .query((row, number) -> new FundYears.CarryOver(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getString("pack"),
                        row.getString("item"),
                        row.getString("number"),
                        row.getLong("free_fen"),
                        row.getLong("reserved_fen")))
                .list();
    }
}
