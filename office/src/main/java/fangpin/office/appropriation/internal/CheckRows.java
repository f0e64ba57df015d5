package fangpin.office.appropriation.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is counted of a request before it is approved. */
@Component
public final class CheckRows {
    private final JdbcClient database;

    CheckRows(JdbcClient database) {
        this.database = database;
    }

    /** Its persons who held no status on the day. */
    public long withoutStatus(long request, LocalDate day) {
        return database.sql("""
                        select count(*) from appropriation.payment where request_id = :request and person_id is not null
                          and not exists (select from register.status_spell spell where spell.person_id = payment.person_id
                            and spell.known_to = 'infinity' and spell.valid_from <= :day
                            and (spell.valid_to is null or spell.valid_to > :day))
                        """)
                .param("request", request)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /**
     * Its payments that another request of the year has too, paid or under way: the same person for the same item and purpose, or the same
     * amount to the same account.
     */
    public long elsewhere(long request) {
        return database.sql("""
                        select count(*) from appropriation.payment mine join appropriation.request its on its.id = mine.request_id
                        join appropriation.line on line.id = its.line_id
                        where mine.request_id = ? and exists (
                            select from appropriation.payment other join appropriation.request theirs on theirs.id = other.request_id
                            join appropriation.line there on there.id = theirs.line_id
                            where other.request_id <> mine.request_id and other.state in ('raised', 'approved', 'sent', 'paid')
                              and there.year = line.year and case when mine.person_id is null
                                then other.payee_account_index = mine.payee_account_index and other.amount_fen = mine.amount_fen
                                  and not its.cash
                                else other.person_id = mine.person_id and there.item = line.item and theirs.purpose = its.purpose end)
                        """).param(request).query(Long.class).single();
    }

    /** All that stands on lines of a project or was paid of them. */
    public long givenToProject(long project) {
        return database.sql("""
                        select coalesce(sum(balance.balance_fen + coalesce(paid.fen, 0)), 0)::bigint
                        from appropriation.line join fund.balance on balance.account_id = line.account_id
                        left join lateral (select sum(spent.balance_fen) as fen from fund.account
                            join fund.balance spent on spent.account_id = account.id
                            where account.kind = 'funds-paid' and account.holder = 'line/' || line.id) paid on true
                        where line.project_id = ?
                        """).param(project).query(Long.class).single();
    }
}
