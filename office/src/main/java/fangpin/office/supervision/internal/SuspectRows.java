package fangpin.office.supervision.internal;

import fangpin.office.supervision.FindingRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of payments and lines is suspect by itself, found by sets over the rows of special funds. */
@Component
public final class SuspectRows {
    private static final String LIVE = "payment.state in ('approved', 'sent', 'paid')";

    private final JdbcClient database;

    SuspectRows(JdbcClient database) {
        this.database = database;
    }

    private static Found.Of of(ResultSet row) throws SQLException {
        return new Found.Of(row.getString("pack"), row.getString("item"));
    }

    /** What a statement finds: key, path, pack, item, amount, and the sentence's arguments as a, b, c. */
    private static RowMapper<Found> mapper(FindingRule rule, String subject) {
        return (row, number) -> Found.of(
                rule,
                row.getString("key"),
                row.getString("path"),
                subject + row.getString("number"),
                of(row),
                List.of(row.getString("a"), row.getString("b")),
                row.getLong("fen"));
    }

    /** Paid, or to be paid, in cash. */
    public List<Found> cash() {
        return database.sql("""
                        select 'request/' || request.id as key, request.id as number, request.path, line.pack, line.item, request.sum_fen as fen,
                            request.purpose as a, request.id::text as b
                        from appropriation.request join appropriation.line on line.id = request.line_id
                        where request.cash and request.state in ('approved', 'sent', 'ended')
                        """).query(mapper(FindingRule.CASH, "request/")).list();
    }

    /** Out of programmes to somebody who is not in the register, or who was not among the helped when it was asked for. */
    public List<Found> unregistered() {
        return database.sql("""
                        select 'payment/' || payment.id as key, payment.id as number, request.path, line.pack, line.item,
                            payment.amount_fen as fen, request.purpose as a,
                            case when payment.person_id is null then 'absent' else 'without-status' end as b
                        from appropriation.payment join appropriation.request on request.id = payment.request_id
                        join appropriation.line on line.id = request.line_id
                        where
                        """ + LIVE + """
                         and case when payment.person_id is null then line.programme <> ''
                            else not exists (select from register.status_spell spell where spell.person_id = payment.person_id
                                and spell.known_to = 'infinity' and spell.valid_from <= request.raised_on
                                and (spell.valid_to is null or spell.valid_to > request.raised_on)) end
                        """)
                .query(mapper(FindingRule.NOT_REGISTERED, "payment/"))
                .list();
    }

    /** One account for persons of several households. */
    public List<Found> sharedAccounts() {
        return database.sql("""
                        select fund.letters(substr(payment.payee_account_index, 1, 16)) as key, min(payment.id) as number,
                            supervision.common_place(array_agg(distinct request.path)) as path, min(line.pack) as pack, min(line.item) as item,
                            sum(payment.amount_fen)::bigint as fen, count(distinct payment.household_id)::text as a,
                            count(*)::text as b
                        from appropriation.payment join appropriation.request on request.id = payment.request_id
                        join appropriation.line on line.id = request.line_id
                        where payment.household_id is not null and not request.cash and
                        """ + LIVE + """
                         group by payment.payee_account_index having count(distinct payment.household_id) > 1
                        """)
                .query(mapper(FindingRule.SHARED_ACCOUNT, "payment/"))
                .list();
    }

    /** One person for the same item and purpose of a year out of several lines. */
    public List<Found> paidTwice() {
        return database.sql("""
                        select format('%s/%s/%s/%s/%s', payment.person_id, line.year, line.pack, line.item, request.purpose) as key,
                            payment.person_id as number, supervision.common_place(array_agg(distinct request.path)) as path,
                            line.pack, line.item, sum(payment.amount_fen)::bigint as fen, request.purpose as a,
                            count(*)::text as b
                        from appropriation.payment join appropriation.request on request.id = payment.request_id
                        join appropriation.line on line.id = request.line_id
                        where payment.person_id is not null and
                        """ + LIVE + """
                         group by payment.person_id, line.year, line.pack, line.item, request.purpose
                        having count(distinct line.id) > 1
                        """)
                .query(mapper(FindingRule.PAID_TWICE, "person/"))
                .list();
    }

    /** Words like those of a negative list that a second person let pass. */
    public List<Found> cleared() {
        return database.sql("""
                        select clearing.subject || '/' || clearing.list || '/' || clearing.word as key,
                            clearing.subject as number, clearing.path, coalesce(line.pack, '') as pack, coalesce(line.item, '') as item,
                            coalesce(matter.fen, 0) as fen, clearing.word as a, clearing.reason as b
                        from appropriation.clearing
                        left join lateral (
                            select from_line as line_id, amount_fen as fen from appropriation.move where clearing.subject = 'move/' || move.id
                            union all
                            select line_id, sum_fen from appropriation.request where clearing.subject = 'request/' || request.id) matter on true
                        left join appropriation.line on line.id = matter.line_id
                        """).query(mapper(FindingRule.WORD_CLEARED, "")).list();
    }

    /** Free on lines whose document was issued before a day, and not before another. */
    public List<Found> idle(FindingRule rule, LocalDate before, LocalDate notBefore) {
        return database.sql("""
                        select 'line/' || line.id as key, line.id as number, line.path, line.pack, line.item,
                            balance.balance_fen - balance.reserved_fen as fen, document.number as a, document.issued_on::text as b
                        from appropriation.line join appropriation.document on document.id = line.document_id
                        join fund.balance on balance.account_id = line.account_id
                        where balance.balance_fen > balance.reserved_fen and document.issued_on <= :before and document.issued_on > :floor
                        """)
                .param("before", before)
                .param("floor", notBefore)
                .query(mapper(rule, "line/"))
                .list();
    }

    /** Paid of a document's lines before so much of it had arrived. */
    public List<Found> moreThanArrived() {
        return database.sql("""
                        select 'document/' || document.id as key, document.id as number, document.path, document.pack, '' as item,
                            used.fen - coalesce(came.fen, 0) as fen, document.number as a,
                            to_char(coalesce(came.fen, 0) / 100.0, 'FM999999999999990.00') as b
                        from appropriation.document
                        join (select line.document_id, sum(paid_total.paid_fen)::bigint as fen from appropriation.line
                            join supervision.paid_total on paid_total.line_id = line.id group by line.document_id) used
                            on used.document_id = document.id
                        left join (select document_id, sum(amount_fen)::bigint as fen from appropriation.receipt group by document_id) came
                            on came.document_id = document.id
                        where used.fen > coalesce(came.fen, 0)
                        """)
                .query(mapper(FindingRule.MORE_THAN_ARRIVED, "document/"))
                .list();
    }

    /** 项目的钱: what stands on a project's lines, or was paid of them. */
    public record OfProject(long project, String pack, String item, long fen) {}

    /** The projects that have money. */
    public List<OfProject> projects() {
        return database.sql("""
                        select line.project_id, min(line.pack) as pack, min(line.item) as item,
                            sum(balance.balance_fen + coalesce(paid.fen, 0))::bigint as fen
                        from appropriation.line join fund.balance on balance.account_id = line.account_id
                        left join lateral (select sum(paid_fen) as fen from supervision.paid_total where line_id = line.id) paid on true
                        where line.project_id is not null group by line.project_id
                        having sum(balance.balance_fen + coalesce(paid.fen, 0)) > 0
                        """)
                .query((row, number) -> new OfProject(
                        row.getLong("project_id"), row.getString("pack"), row.getString("item"), row.getLong("fen")))
                .list();
    }

    /** Free money without a use, of an item for which that place has no programme, issued by a day. */
    public record Waiting(long line, String path, int year, String pack, String item, String number, long fen) {}

    /** The lines whose money waits. */
    public List<Waiting> waiting(LocalDate issuedBy) {
        return database.sql("""
                        select line.id, line.path, line.year, line.pack, line.item, document.number,
                            balance.balance_fen - balance.reserved_fen as fen
                        from appropriation.line join appropriation.document on document.id = line.document_id
                        join fund.balance on balance.account_id = line.account_id
                        where line.project_id is null and line.programme = '' and balance.balance_fen > balance.reserved_fen
                          and document.issued_on <= ? and length(line.path) - length(replace(line.path, '/', '')) >= 3
                          and not exists (select from appropriation.line used where used.path = line.path and used.year = line.year
                            and used.pack = line.pack and used.item = line.item and used.programme <> '')
                        """)
                .param(issuedBy)
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getInt("year"),
                        row.getString("pack"),
                        row.getString("item"),
                        row.getString("number"),
                        row.getLong("fen")))
                .list();
    }

    /** The years that still have money, or had it in the last two. */
    public List<Integer> years(int since) {
        return database.sql("select distinct year from appropriation.line where year >= ? order by year")
                .param(since)
                .query(Integer.class)
                .list();
    }
}
