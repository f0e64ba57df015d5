package fangpin.office.supervision.internal;

import fangpin.office.supervision.BoardChoice;
import fangpin.office.supervision.BoardLine;
import fangpin.office.supervision.FundBoard;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sums of the board, over budget lines and the balances kept for them. */
@Component
public final class BoardRows {
    private static final String CHOSEN = """
             line.path >= :place and line.path < :place || '~' and (not :alone or line.path = :place)
              and (:year::integer is null or line.year = :year)
              and (:origin = '' or line.level = :origin)
              and (:item = '' or line.pack || '/' || line.item = :item)
              and (:use = '' or case when starts_with(:use, 'project/') then line.project_id = substr(:use, 9)::bigint
                  else 'programme/' || line.pack || '/' || line.programme = :use and line.programme <> '' end)
            """;
    private static final String ANYWHERE = CHOSEN.replace(
            "line.path >= :place and line.path < :place || '~' and (not :alone or line.path = :place)", "true");
    private static final String SUMS = """
            , chosen as (
                select line.id, line.path, line.level, line.pack, line.item, line.year, line.project_id, line.programme,
                    balance.balance_fen, balance.reserved_fen, coalesce(paid.fen, 0) as paid_fen
                from appropriation.line join fund.balance on balance.account_id = line.account_id
                left join paid on paid.line_id = line.id
                where""" + CHOSEN + """
            ), keyed as (
                select case :by
                    when 'division' then case when chosen.path = :place then :place
                        else :place || split_part(substr(chosen.path, length(:place) + 1), '/', 1) || '/' end
                    when 'origin' then chosen.level
                    when 'item' then chosen.pack || '/' || chosen.item
                    when 'year' then chosen.year::text
                    else case when chosen.project_id is not null then 'project/' || chosen.project_id
                        when chosen.programme <> '' then 'programme/' || chosen.pack || '/' || chosen.programme else '' end
                    end as key, chosen.*
                from chosen
            )
            select key, count(*) as lines, sum(balance_fen + paid_fen)::bigint as invested,
                coalesce(sum(balance_fen + paid_fen) filter (where project_id is not null or programme <> ''), 0)::bigint as allocated,
                sum(reserved_fen)::bigint as reserved, sum(paid_fen)::bigint as paid
            from keyed group by key order by key
            """;
    private static final String BOARD = """
            with paid as (select line_id, sum(paid_fen) as fen from supervision.paid_total group by line_id)
            """ + SUMS;
    private static final String BELOW = """
            select :place || split_part(substr(there.path, length(:place) + 1), '/', 1) || '/' as key, count(distinct line.id) as lines,
                0::bigint as invested, 0::bigint as allocated, 0::bigint as reserved, sum(there.paid_fen)::bigint as paid
            from supervision.paid_total there left join appropriation.line on line.id = there.line_id
            where there.path > :place and there.path < :place || '~' and line.id is not null and
            """ + ANYWHERE + """
            group by 1 order by 1
            """;
    /** Below a town there is no total but the account's own balance: a town has few. */
    private static final String IN_TOWN = """
            select account.path as key, count(*) as lines, 0::bigint as invested, 0::bigint as allocated, 0::bigint as reserved,
                sum(balance.balance_fen)::bigint as paid
            from fund.account join fund.balance on balance.account_id = account.id
            left join appropriation.line on account.holder = 'line/' || line.id
            where account.kind = 'funds-paid' and account.path > :place and account.path < :place || '~' and (line.id is null or
            """ + ANYWHERE + """
            ) group by account.path order by account.path
            """;

    private final JdbcClient database;

    BoardRows(JdbcClient database) {
        this.database = database;
    }

    private JdbcClient.StatementSpec asked(String statement, BoardChoice choice) {
        return database.sql(statement)
                .param("place", choice.place())
                .param("alone", choice.alone())
                .param("year", choice.year())
                .param("origin", choice.origin())
                .param("item", choice.item())
                .param("use", choice.use());
    }

    /** Rows by division, level, item, use or year. */
    public List<BoardLine> board(BoardChoice choice, BoardChoice.By by) {
        return sums(asked(BOARD, choice).param("by", by.word()));
    }

    /** What was paid below a place. */
    public List<BoardLine> usedBelow(BoardChoice choice) {
        boolean town = choice.place().chars().filter(letter -> letter == '/').count() >= 4;
        return town ? sums(asked(IN_TOWN, choice)) : sums(asked(BELOW, choice));
    }

    private static List<BoardLine> sums(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new BoardLine(
                        row.getString("key"),
                        row.getLong("lines"),
                        row.getLong("invested"),
                        row.getLong("allocated"),
                        row.getLong("reserved"),
                        row.getLong("paid")))
                .list();
    }

    /** The lines meant. */
    public List<Long> lineIds(BoardChoice choice, long after, int most) {
        return asked(
                        "select line.id from appropriation.line where" + CHOSEN
                                + " and line.id > :after order by line.id limit :most",
                        choice)
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Payments that went to a place, paid or under way. */
    public List<FundBoard.Paid> payments(BoardChoice choice, long after, int most) {
        return asked("""
                        select payment.*, request.purpose from appropriation.payment
                        left join appropriation.request on request.id = payment.request_id
                        left join appropriation.line on line.id = request.line_id
                        where payment.path >= :place and payment.path < :place || '~' and payment.id > :after
                          and payment.state in ('approved', 'sent', 'paid') and (line.id is null or
                        """ + ANYWHERE + """
                        ) order by payment.id limit :most
                        """, choice)
                .param("after", after)
                .param("most", most)
                .query(Reading::paid)
                .list();
    }

    /** The years there is money of, the newest first. */
    public List<Integer> years() {
        return database.sql("select distinct year from appropriation.line order by year desc")
                .query(Integer.class)
                .list();
    }
}
