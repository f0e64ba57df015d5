package fangpin.office.fund.internal;

import fangpin.office.enrolment.Contract;
import fangpin.office.fund.PaymentFile;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files that go to the bank. */
@Component
public final class FileRows {
    private static final RowMapper<PaymentFile> FILE = (row, number) -> new PaymentFile(
            row.getLong("id"),
            row.getString("path"),
            row.getLong("contract_id"),
            row.getInt("orders"),
            row.getLong("sum_fen"),
            row.getInt("open"),
            row.getInt("returned"),
            row.getLong("made_by"),
            row.getObject("made_on", LocalDate.class));
    private static final String FILES = """
            select payment_file.*,
                (select count(*) from fund.payment_order where file_id = payment_file.id and state = 'sent') as open,
                (select count(*) from fund.payment_order where file_id = payment_file.id and state = 'returned') as returned
            from fund.payment_file where contract_id = any (?)
            """;

    private final JdbcClient database;

    FileRows(JdbcClient database) {
        this.database = database;
    }

    /** The approved orders of a contract that what is owed still bears, locked until the transaction ends with what is owed. */
    public List<Long> borne(Contract contract) {
        database.sql(
                        "select id from fund.payment_order where contract_id = ? and state = 'approved' order by id for update")
                .param(contract.id())
                .query(Long.class)
                .list();
        return database.sql("select fund.borne_orders(?)")
                .param(contract.id())
                .query(Long.class)
                .list();
    }

    /** Puts some approved orders of a contract into a file. */
    public long make(Contract contract, List<Long> orders, long actor, LocalDate day) {
        Long[] ids = orders.toArray(Long[]::new);
        Long file = database.sql("""
                        insert into fund.payment_file (path, contract_id, orders, sum_fen, made_by, made_on)
                        select :path, :contract, count(*), sum(amount_fen), :actor, :day
                        from fund.payment_order where id = any (:orders) returning id
                        """)
                .param("path", contract.path())
                .param("contract", contract.id())
                .param("actor", actor)
                .param("day", day)
                .param("orders", ids)
                .query(Long.class)
                .single();
        database.sql("update fund.payment_order set state = 'sent', file_id = ? where id = any (?)")
                .params(file, ids)
                .update();
        return file;
    }

    /** Files of some contracts, the newest first. */
    public List<PaymentFile> list(Long[] contracts) {
        return database.sql(FILES + " order by id desc")
                .param(contracts)
                .query(FILE)
                .list();
    }
}
