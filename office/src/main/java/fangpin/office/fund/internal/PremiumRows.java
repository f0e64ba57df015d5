package fangpin.office.fund.internal;

import fangpin.office.enrolment.Contract;
import fangpin.office.fund.PremiumPayment;
import fangpin.office.fund.PremiumPayments;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of premium that was paid. */
@Component
public final class PremiumRows {
    private static final RowMapper<PremiumPayment> PAYMENT = (row, number) -> new PremiumPayment(
            row.getLong("id"),
            row.getString("path"),
            row.getLong("contract_id"),
            row.getString("pack"),
            row.getString("product"),
            row.getString("payer"),
            row.getLong("amount_fen"),
            row.getObject("paid_on", LocalDate.class),
            row.getString("bank_reference"),
            PremiumPayment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("entered_by"),
            row.getObject("entered_on", LocalDate.class),
            row.getObject("answered_by", Long.class),
            row.getObject("answered_on", LocalDate.class),
            row.getString("reason"));

    private final JdbcClient database;

    PremiumRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps a new one; empty when a transfer of this reference is known under the contract. */
    public Optional<Long> insert(Contract contract, PremiumPayments.Told told, long actor, LocalDate day) {
        return database.sql("""
                        insert into fund.premium_payment (path, contract_id, contract_path, pack, product, payer, amount_fen, paid_on,
                            bank_reference, state, entered_by, entered_on)
                        values (:path, :contract, :contractPath, :pack, :product, :payer, :amount, :paid, :reference, 'entered', :actor, :day)
                        on conflict do nothing returning id
                        """)
                .param("path", told.division())
                .param("contract", contract.id())
                .param("contractPath", contract.path())
                .param("pack", contract.pack())
                .param("product", told.product())
                .param("payer", told.payer())
                .param("amount", told.amount().amount())
                .param("paid", told.paidOn())
                .param("reference", told.bankReference().strip())
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** One of them, locked until the transaction ends. */
    public Optional<PremiumPayment> locked(long id) {
        return database.sql("select * from fund.premium_payment where id = ? for update")
                .param(id)
                .query(PAYMENT)
                .optional();
    }

    /** The entry of one that was confirmed. */
    public long entryOf(long id) {
        return database.sql("select entry_id from fund.premium_payment where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Those under some contracts, the newest first. */
    public List<PremiumPayment> list(Long[] contracts, long before, int most) {
        return database.sql("""
                        select * from fund.premium_payment where contract_id = any (?) and id < ? order by id desc limit ?
                        """).params(contracts, before, most).query(PAYMENT).list();
    }

    /** How many of some contracts wait for the insurer's word. */
    public long waiting(Long[] contracts) {
        return database.sql(
                        "select count(*) from fund.premium_payment where contract_id = any (?) and state = 'entered'")
                .param(contracts)
                .query(Long.class)
                .single();
    }

    /** An answer. */
    public void answer(
            long id, PremiumPayment.State state, String reason, @Nullable Long entry, long actor, LocalDate day) {
        database.sql("""
                        update fund.premium_payment set state = :state, reason = :reason, entry_id = :entry, answered_by = :actor,
                            answered_on = :day where id = :id
                        """)
                .param("state", state.word())
                .param("reason", reason)
                .param("entry", entry)
                .param("actor", actor)
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** What came for a pack up to a day, by division, product and payer. */
    public List<PremiumPayments.Paid> paid(String pack, LocalDate day) {
        return database.sql("""
                        select path, product, payer, sum(amount_fen)::bigint as amount from fund.premium_payment
                        where pack = ? and state = 'confirmed' and paid_on <= ? group by path, product, payer
                        """)
                .params(pack, day)
                .query((row, number) -> new PremiumPayments.Paid(
                        row.getString("path"), row.getString("product"), row.getString("payer"), row.getLong("amount")))
                .list();
    }
}
