package fangpin.office.supervision.internal;

import fangpin.office.supervision.BankRow;
import fangpin.office.supervision.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bank statements, and what of the books they are. */
@Component
public final class BankRows {
    /** What of the books no row is yet: kind, number, day, amount as the bank would write it, reference, where it is shown. */
    private static final String OURS = """
            (select 'receipt' as kind, receipt.id, receipt.received_on as day, receipt.amount_fen as fen, receipt.bank_reference as reference,
                'document/' || receipt.document_id as page
            from appropriation.receipt
            where receipt.path = :place
              and not exists (select from supervision.bank_row taken where taken.matched_kind = 'receipt' and taken.matched_id = receipt.id)
            union all
            select 'payment', payment.id, payment.ended_on, -payment.amount_fen, payment.bank_reference, 'request/' || request.id
            from appropriation.payment join appropriation.request on request.id = payment.request_id
            where request.path = :place and payment.state = 'paid' and not request.cash
              and not exists (select from supervision.bank_row taken where taken.matched_kind = 'payment' and taken.matched_id = payment.id)
              and not exists (select from supervision.bank_row taken where taken.matched_kind = 'request' and taken.matched_id = request.id)
            ) ours
            """;
    /** Whole requests that went to the bank as one debit. */
    private static final String BATCHES = """
            (select 'request' as kind, request.id, request.sent_on as day, -sum(payment.amount_fen)::bigint as fen, 'ZX' || request.id as reference
            from appropriation.request join appropriation.payment on payment.request_id = request.id and payment.state = 'paid'
            where request.path = :place and request.sent_on is not null and not request.cash
              and not exists (select from supervision.bank_row taken where taken.matched_kind = 'request' and taken.matched_id = request.id)
              and not exists (select from supervision.bank_row taken join appropriation.payment one on one.id = taken.matched_id
                  and taken.matched_kind = 'payment' where one.request_id = request.id)
            group by request.id) ours
            """;

    private static final String FOUND = """
            update supervision.bank_row set matched_kind = pair.kind, matched_id = pair.id, how = :how, matched_by = :actor, matched_on = :day
            from (select bank.id as bank_id, ours.kind, ours.id, count(*) over (partition by bank.id) as for_bank,
                    count(*) over (partition by ours.kind, ours.id) as for_ours
                from supervision.bank_row bank join
            """;
    private static final String ONE_TO_ONE = """
                where bank.path = :place and bank.matched_kind is null) pair
            where pair.bank_id = bank_row.id and pair.for_bank = 1 and pair.for_ours = 1
            """;
    private static final String BY_REFERENCE = """
             on ours.fen = bank.amount_fen and ours.reference <> ''
               and (bank.reference = ours.reference or position(' ' || ours.reference || ' ' in ' ' || bank.words || ' ') > 0)
            """;
    private static final String BY_AMOUNT = " on ours.fen = bank.amount_fen and ours.day = bank.day ";

    private final JdbcClient database;

    BankRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps rows that are not known yet; how many. */
    public int insert(String place, String fileName, List<StatementTable.Row> rows, long actor, LocalDate day) {
        Map<String, Integer> seen = new HashMap<>();
        List<byte[]> fingerprints = new ArrayList<>();
        for (StatementTable.Row row : rows) {
            String said = row.day() + "\n" + row.amountFen() + "\n" + row.reference() + "\n" + row.otherSide() + "\n"
                    + row.words();
            fingerprints.add(sha256(said + "\n" + seen.merge(said, 1, Integer::sum)));
        }
        return database.sql("""
                        insert into supervision.bank_row (path, day, amount_fen, reference, other_side, words, fingerprint, file_name,
                            entered_by, entered_on)
                        select :place, given.day, given.amount, given.reference, given.other, given.words, given.fingerprint, :file, :actor,
                            :today
                        from unnest(:days::date[], :amounts::bigint[], :references, :others, :words, :fingerprints::bytea[])
                            as given (day, amount, reference, other, words, fingerprint)
                        on conflict do nothing
                        """)
                .param("place", place)
                .param("file", fileName.substring(0, Math.min(fileName.length(), 100)))
                .param("actor", actor)
                .param("today", day)
                .param("days", rows.stream().map(row -> row.day().toString()).toArray(String[]::new))
                .param(
                        "amounts",
                        rows.stream().map(StatementTable.Row::amountFen).toArray(Long[]::new))
                .param(
                        "references",
                        rows.stream().map(StatementTable.Row::reference).toArray(String[]::new))
                .param(
                        "others",
                        rows.stream().map(StatementTable.Row::otherSide).toArray(String[]::new))
                .param("words", rows.stream().map(StatementTable.Row::words).toArray(String[]::new))
                .param("fingerprints", fingerprints.toArray(byte[][]::new))
                .update();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Matches what matches by itself: by reference first, then by amount and day where one row and one of ours have no other choice. */
    public int match(String place, long actor, LocalDate day) {
        return match(OURS, BY_REFERENCE, "reference", place, actor, day)
                + match(BATCHES, BY_REFERENCE, "reference", place, actor, day)
                + match(OURS, BY_AMOUNT, "amount", place, actor, day)
                + match(BATCHES, BY_AMOUNT, "amount", place, actor, day);
    }

    private int match(String ours, String on, String how, String place, long actor, LocalDate day) {
        return database.sql(FOUND + ours + on + ONE_TO_ONE)
                .param("place", place)
                .param("how", how)
                .param("actor", actor)
                .param("day", day)
                .update();
    }

    /** What a receipt, payment or request comes to as the bank would write it; empty when it is not there, or not paid. */
    public Optional<Long> amount(String place, BankRow.Kind kind, long of) {
        return database.sql("select fen from " + (kind == BankRow.Kind.REQUEST ? BATCHES : OURS)
                        + " where kind = :kind and id = :id")
                .param("place", place)
                .param("kind", Finding.word(kind))
                .param("id", of)
                .query(Long.class)
                .optional();
    }

    /** Keeps what a person said a row is; false when somebody was faster. */
    public boolean matchByHand(long row, BankRow.Kind kind, long of, String reason, long actor, LocalDate day) {
        return database.sql("""
                        update supervision.bank_row set matched_kind = :kind, matched_id = :of, how = 'hand', reason = :reason,
                            matched_by = :actor, matched_on = :day
                        where id = :row and matched_kind is null
                        """)
                        .param("kind", Finding.word(kind))
                        .param("of", kind == BankRow.Kind.OTHER ? null : of)
                        .param("reason", reason)
                        .param("actor", actor)
                        .param("day", day)
                        .param("row", row)
                        .update()
                == 1;
    }

    /** Forgets what a row is. */
    public void unmatch(long row) {
        database.sql("""
                        update supervision.bank_row set matched_kind = null, matched_id = null, how = null, reason = '', matched_by = null,
                            matched_on = null where id = ?
                        """).param(row).update();
    }

    /** One row. */
    public Optional<BankRow> find(String place, long row) {
        return database.sql("select * from supervision.bank_row where path = ? and id = ? for update")
                .params(place, row)
                .query(BankRows::row)
                .optional();
    }

    /** Rows of a month. */
    public List<BankRow> rows(String place, LocalDate month) {
        return database.sql("""
                        select * from supervision.bank_row where path = :place and day >= :month and day < :month + interval '1 month'
                        order by matched_kind is not null, day, id
                        """)
                .param("place", place)
                .param("month", month)
                .query(BankRows::row)
                .list();
    }

    /** What the books have up to the end of a month that no row is. */
    public List<BankRow.Ours> ours(String place, LocalDate month) {
        return database.sql("select * from " + OURS
                        + " where ours.day < :month + interval '1 month' order by ours.day, kind, id")
                .param("place", place)
                .param("month", month)
                .query((row, number) -> new BankRow.Ours(
                        Finding.of(BankRow.Kind.class, row.getString("kind")).orElseThrow(),
                        row.getLong("id"),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        row.getLong("fen"),
                        row.getString("reference"),
                        row.getString("page")))
                .list();
    }

    private static final String MONTH = """
            select month.month, coalesce(counted.rows, 0) as rows, coalesce(counted.matched, 0) as matched, coalesce(counted.came, 0)::bigint as came,
                coalesce(counted.went, 0)::bigint as went, state.asked_by, state.asked_on, coalesce(state.note, '') as note, state.closed_by,
                state.closed_on
            from (select distinct date_trunc('month', day)::date as month from supervision.bank_row where path = :place
                union select month from supervision.bank_month where path = :place union select cast(:month as date)) month
            left join lateral (select count(*) as rows, count(matched_kind) as matched, sum(amount_fen) filter (where amount_fen > 0) as came,
                -sum(amount_fen) filter (where amount_fen < 0) as went
                from supervision.bank_row where path = :place and day >= month.month and day < month.month + interval '1 month') counted on true
            left join supervision.bank_month state on state.path = :place and state.month = month.month
            where month.month is not null
            """;

    /** Months that have rows, the newest first. */
    public List<BankRow.Month> months(String place) {
        return database.sql(MONTH + " order by month.month desc")
                .param("place", place)
                .param("month", null)
                .query(BankRows::month)
                .list();
    }

    /** One month. */
    public BankRow.Month month(String place, LocalDate month) {
        return database.sql(MONTH + " and month.month = cast(:month as date)")
                .param("place", place)
                .param("month", month)
                .query(BankRows::month)
                .single();
    }

    /** Whether a month is closed. */
    public boolean closed(String place, LocalDate month) {
        return database.sql(
                        "select exists (select from supervision.bank_month where path = ? and month = ? and closed_by is not null)")
                .params(place, month)
                .query(Boolean.class)
                .single();
    }

    /** Keeps that somebody wants a month closed; who asks again takes the other's place. */
    public boolean ask(String place, LocalDate month, long actor, String note, LocalDate day) {
        database.sql("delete from supervision.bank_month where path = ? and month = ? and closed_by is null")
                .params(place, month)
                .update();
        return database.sql("""
                        insert into supervision.bank_month (path, month, asked_by, asked_on, note) values (?, ?, ?, ?, ?) on conflict do nothing
                        """).params(place, month, actor, day, note).update() == 1;
    }

    /** Closes it. */
    public void close(String place, LocalDate month, long actor, LocalDate day) {
        database.sql("update supervision.bank_month set closed_by = ?, closed_on = ? where path = ? and month = ?")
                .params(actor, day, place, month)
                .update();
    }

    private static BankRow.Month month(ResultSet row, int number) throws SQLException {
        return new BankRow.Month(
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getLong("rows"),
                row.getLong("matched"),
                row.getLong("came"),
                row.getLong("went"),
                row.getObject("asked_by", Long.class),
                row.getObject("asked_on", LocalDate.class),
                row.getString("note"),
                row.getObject("closed_by", Long.class),
                row.getObject("closed_on", LocalDate.class));
    }

    private static BankRow row(ResultSet row, int number) throws SQLException {
        String kind = row.getString("matched_kind");
        return new BankRow(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getLong("amount_fen"),
                row.getString("reference"),
                row.getString("other_side"),
                row.getString("words"),
                kind == null
                        ? null
                        : new BankRow.Match(
                                Finding.of(BankRow.Kind.class, kind).orElseThrow(),
                                row.getLong("matched_id"),
                                Finding.of(BankRow.How.class, row.getString("how"))
                                        .orElseThrow(),
                                row.getString("reason"),
                                row.getLong("matched_by"),
                                Objects.requireNonNull(row.getObject("matched_on", LocalDate.class))));
    }
}
