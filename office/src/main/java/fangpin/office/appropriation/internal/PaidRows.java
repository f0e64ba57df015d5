package fangpin.office.appropriation.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.appropriation.FundPayment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments as they are read: with masked accounts, in clear for the bank, or without any. */
@Component
public final class PaidRows {
    private final JdbcClient database;
    private final Secrets secrets;

    PaidRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Payments of a request, their accounts masked, from a number on. */
    public List<FundPayment> payments(long request, int after, int most) {
        return database.sql("""
                        select * from appropriation.payment where request_id = ? and number > ? order by number limit ?
                        """)
                .params(request, after, most)
                .query(mapper(this::masked))
                .list();
    }

    /** All payments of a request with their accounts in clear, for the bank. */
    public List<FundPayment> inClear(long request) {
        return database.sql("select * from appropriation.payment where request_id = ? order by number")
                .param(request)
                .query(mapper(this::clear))
                .list();
    }

    /** All payments of a request without accounts: for what is done to many. */
    public List<FundPayment> bare(long request) {
        return database.sql("select * from appropriation.payment where request_id = ? order by number")
                .param(request)
                .query(mapper(bytes -> ""))
                .list();
    }

    private String masked(byte[] bytes) {
        return Mask.of(FieldKind.BANK_CARD, clear(bytes));
    }

    private String clear(byte[] bytes) {
        return secrets.open(FieldKind.BANK_CARD, bytes);
    }

    /** How an account is shown. */
    private interface Account {
        String of(byte[] bytes);
    }

    private static RowMapper<FundPayment> mapper(Account account) {
        return (row, number) -> new FundPayment(
                row.getLong("id"),
                row.getLong("request_id"),
                row.getInt("number"),
                row.getString("path"),
                row.getObject("person_id", Long.class),
                row.getString("payee_name"),
                row.getString("payee_bank"),
                account.of(row.getBytes("payee_account_sealed")),
                row.getLong("amount_fen"),
                FundPayment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("ended_on", LocalDate.class),
                row.getString("bank_reference"),
                row.getString("reason"));
    }
}
