package fangpin.office.fund.internal;

import fangpin.office.enrolment.Contract;
import fangpin.office.fund.OperatingCost;
import fangpin.office.fund.YearClose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of operating costs and of closed years. */
@Component
public final class CorridorRows {
    private final JdbcClient database;

    CorridorRows(JdbcClient database) {
        this.database = database;
    }

    /** What stands in the books for a contract's product. */
    public record Sums(long premiumFen, long benefitFen, long costFen, long unpaidFen, long moneyFen) {}

    /** The sums of one's division. */
    public Sums sums(long contract, String product) {
        return database.sql("""
                        select coalesce(-sum(balance_fen) filter (where kind = 'premium-received'), 0)::bigint as premium,
                            coalesce(sum(balance_fen) filter (where kind = 'benefit-paid'), 0)::bigint as benefit,
                            coalesce(sum(balance_fen) filter (where kind = 'operating-cost'), 0)::bigint as cost,
                            coalesce(-sum(balance_fen) filter (where kind in ('owed-to-hospital', 'owed-to-person')), 0)::bigint as unpaid,
                            coalesce(sum(balance_fen) filter (where kind = 'insurer-money'), 0)::bigint as money
                        from fund.account join fund.balance on balance.account_id = account.id
                        where contract_id = ? and product = ?
                        """)
                .params(contract, product)
                .query((row, number) -> new Sums(
                        row.getLong("premium"),
                        row.getLong("benefit"),
                        row.getLong("cost"),
                        row.getLong("unpaid"),
                        row.getLong("money")))
                .single();
    }

    /** Keeps a cost; empty when its voucher is used. */
    public Optional<Long> insertCost(
            Contract contract,
            String product,
            long fen,
            LocalDate spentOn,
            String what,
            String voucher,
            long actor,
            LocalDate day) {
        return database.sql("""
                        insert into fund.operating_cost (path, contract_id, product, amount_fen, spent_on, what, voucher, state, entered_by, entered_on)
                        values (:path, :contract, :product, :fen, :spent, :what, :voucher, 'entered', :actor, :day)
                        on conflict do nothing returning id
                        """)
                .param("path", contract.path())
                .param("contract", contract.id())
                .param("product", product)
                .param("fen", fen)
                .param("spent", spentOn)
                .param("what", what)
                .param("voucher", voucher)
                .param("actor", actor)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** Costs of a contract's product, the newest first. */
    public List<OperatingCost> costs(long contract, String product) {
        return database.sql("select * from fund.operating_cost where contract_id = ? and product = ? order by id desc")
                .params(contract, product)
                .query(CorridorRows::cost)
                .list();
    }

    /** One cost, locked until the transaction ends. */
    public Optional<OperatingCost> lockedCost(long id) {
        return database.sql("select * from fund.operating_cost where id = ? for update")
                .param(id)
                .query(CorridorRows::cost)
                .optional();
    }

    /** How many costs under some contracts others entered. */
    public long costsWaiting(Long[] contracts, long besides) {
        return database.sql("""
                        select count(*) from fund.operating_cost where contract_id = any (?) and state = 'entered' and entered_by <> ?
                        """).params(contracts, besides).query(Long.class).single();
    }

    /** How many closes others of this division proposed. */
    public long closesWaiting(long besides) {
        return database.sql("select count(*) from fund.year_close where state = 'proposed' and proposed_by <> ?")
                .param(besides)
                .query(Long.class)
                .single();
    }

    /** A second person's answer to a cost. */
    public void answerCost(
            long id, OperatingCost.State state, String reason, @Nullable Long entry, long actor, LocalDate day) {
        database.sql("""
                        update fund.operating_cost set state = :state, reason = :reason, entry_id = :entry, answered_by = :actor, answered_on = :day
                        where id = :id
                        """)
                .param("state", state.word())
                .param("reason", reason)
                .param("entry", entry)
                .param("actor", actor)
                .param("day", day)
                .param("id", id)
                .update();
    }

    /** Keeps a proposed close; empty when there is one that was not refused. */
    public Optional<Long> insertClose(YearClose close) {
        return database.sql("""
                        insert into fund.year_close (path, contract_id, product, premium_fen, benefit_fen, cost_fen, pending_fen, kept_fen, moved_fen,
                            way, next_contract_id, bank_reference, clause, note, state, proposed_by, proposed_on)
                        values (:path, :contract, :product, :premium, :benefit, :cost, :pending, :kept, :moved, :way, :next, :reference, :clause,
                            :note, 'proposed', :actor, :day)
                        on conflict do nothing returning id
                        """)
                .param("path", close.path())
                .param("contract", close.contractId())
                .param("product", close.product())
                .param("premium", close.figures().premiumFen())
                .param("benefit", close.figures().benefitFen())
                .param("cost", close.figures().costFen())
                .param("pending", close.pendingFen())
                .param("kept", close.keptFen())
                .param("moved", close.movedFen())
                .param("way", close.way().word())
                .param("next", close.nextContractId())
                .param("reference", close.bankReference())
                .param("clause", close.clause())
                .param("note", close.note())
                .param("actor", close.proposedBy())
                .param("day", close.proposedOn())
                .query(Long.class)
                .optional();
    }

    /** The close of a contract's product that was not refused. */
    public Optional<YearClose> close(long contract, String product) {
        return database.sql(
                        "select * from fund.year_close where contract_id = ? and product = ? and state <> 'refused'")
                .params(contract, product)
                .query(CorridorRows::close)
                .optional();
    }

    /** One close, locked until the transaction ends. */
    public Optional<YearClose> lockedClose(long id) {
        return database.sql("select * from fund.year_close where id = ? for update")
                .param(id)
                .query(CorridorRows::close)
                .optional();
    }

    /** A second person's answer to a close. */
    public void answerClose(
            long id, YearClose.State state, String reason, @Nullable Long entry, long actor, LocalDate day) {
        database.sql("""
                        update fund.year_close set state = :state, reason = :reason, entry_id = :entry, answered_by = :actor, answered_on = :day
                        where id = :id
                        """)
                .param("state", state.word())
                .param("reason", reason)
                .param("entry", entry)
                .param("actor", actor)
                .param("day", day)
                .param("id", id)
                .update();
    }

    private static OperatingCost cost(ResultSet row, int number) throws SQLException {
        return new OperatingCost(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("contract_id"),
                row.getString("product"),
                row.getLong("amount_fen"),
                row.getObject("spent_on", LocalDate.class),
                row.getString("what"),
                row.getString("voucher"),
                OperatingCost.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("entered_by"),
                row.getObject("entered_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getString("reason"));
    }

    private static YearClose close(ResultSet row, int number) throws SQLException {
        return new YearClose(
                row.getLong("id"),
                row.getString("path"),
                row.getLong("contract_id"),
                row.getString("product"),
                new YearClose.Figures(row.getLong("premium_fen"), row.getLong("benefit_fen"), row.getLong("cost_fen")),
                row.getLong("pending_fen"),
                row.getLong("kept_fen"),
                row.getLong("moved_fen"),
                YearClose.Way.of(row.getString("way")).orElseThrow(),
                row.getObject("next_contract_id", Long.class),
                row.getString("bank_reference"),
                row.getString("clause"),
                row.getString("note"),
                YearClose.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("answered_on", LocalDate.class),
                row.getString("reason"));
    }
}
