package fangpin.office.appropriation.internal;

import fangpin.office.appropriation.FundRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the money of documents: how much is not given on, and when it was proposed and carried out. */
@Component
public final class ClockRows {
    private final JdbcClient database;

    ClockRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * What happened to a document's money at its division.
     *
     * @param openFen on lines without a use
     * @param proposedOn day on which the last of it was proposed to go on, or null
     * @param movedOn day on which the last of it went on, or null
     * @param waiting whether a proposal waits for finance
     */
    public record Events(
            long openFen,
            @Nullable LocalDate proposedOn,
            @Nullable LocalDate movedOn,
            boolean waiting) {}

    /** By document, of a year at a place and below; what was pooled had been given on in time or not before it fell over. */
    public Map<Long, Events> events(String place, int year) {
        Map<Long, Events> events = new HashMap<>();
        database.sql("""
                        select line.document_id, sum(balance.balance_fen)::bigint as open_fen, max(gone.proposed_on) as proposed_on,
                            max(gone.done_on) as done_on, coalesce(bool_or(gone.waiting), false) as waiting
                        from appropriation.line join fund.balance on balance.account_id = line.account_id
                        left join lateral (select min(move.proposed_on) as proposed_on,
                                max(move.answered_on) filter (where move.state = 'done') as done_on,
                                bool_or(move.state = 'proposed') as waiting
                            from appropriation.move where move.from_line = line.id and move.state <> 'refused') gone on true
                        where line.year = :year and line.path >= :place and line.path < :place || '~'
                          and line.project_id is null and line.programme = '' and line.item <> :pooled
                        group by line.document_id
                        """)
                .param("year", year)
                .param("place", place)
                .param("pooled", FundRules.POOLED_ITEM)
                .query((row, number) -> events.put(
                        row.getLong("document_id"),
                        new Events(
                                row.getLong("open_fen"),
                                row.getObject("proposed_on", LocalDate.class),
                                row.getObject("done_on", LocalDate.class),
                                row.getBoolean("waiting"))))
                .list();
        return events;
    }
}
