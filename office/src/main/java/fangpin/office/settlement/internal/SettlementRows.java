package fangpin.office.settlement.internal;

import fangpin.kernel.settlement.Settlement;
import fangpin.office.settlement.Bill;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.Hospital;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bills and decisions. */
@Component
public final class SettlementRows {
    private static final String BILL = """
            select bill.*, hospital.path as own_path, hospital.code, hospital.name_zh, hospital.name_en,
                coalesce(department.name, '') as department
            from settlement.bill join settlement.hospital on hospital.id = bill.hospital_id
            left join settlement.department on department.id = bill.department_id
            """;

    private static final RowMapper<Map.Entry<Long, Decision>> DECISION = (row, number) -> Map.entry(
            row.getLong("bill_id"),
            new Decision(
                    row.getLong("id"),
                    row.getInt("number"),
                    Decision.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getObject("because_of", Long.class),
                    numbers(row.getArray("figures_before")),
                    row.getLong("total_fen"),
                    row.getLong("paid_fen"),
                    row.getLong("self_fen"),
                    row.getLong("ineligible_fen"),
                    row.getLong("year_paid_fen"),
                    row.getLong("difference_fen"),
                    row.getString("pack_hash"),
                    row.getString("input_hash"),
                    row.getString("reason"),
                    row.getLong("decided_by"),
                    row.getObject("decided_on", LocalDate.class)));

    private final JdbcClient database;

    /** Over what it reads. */
    public SettlementRows(JdbcClient database) {
        this.database = database;
    }

    /** The bills of a year, locked until the transaction ends. */
    public List<YearBill> year(YearEnds.Account account) {
        return database.sql("select * from settlement.year_account(?, ?, ?, ?)")
                .params(account.number(), account.pack(), account.product(), account.periodFrom())
                .query((row, number) -> new YearBill(
                        row.getLong("bill_id"),
                        row.getLong("person_id"),
                        row.getInt("ordinal"),
                        row.getString("bill_number"),
                        row.getObject("deciding_on", LocalDate.class),
                        numbers(row.getArray("input_values")),
                        BillKeys.read(row.getString("keys")),
                        row.getLong("adoption_id"),
                        !row.getString("kind").equals("cancelled"),
                        numbers(row.getArray("figures_before")),
                        numbers(row.getArray("figures_after")),
                        row.getLong("paid_fen")))
                .list();
    }

    /** The years that have bills the reader may see. */
    public List<YearEnds.Account> accounts() {
        return database.sql("""
                        select distinct account_number, pack, product, period_from from settlement.bill
                        order by account_number, pack, product, period_from
                        """)
                .query((row, number) -> new YearEnds.Account(
                        row.getLong("account_number"),
                        row.getString("pack"),
                        row.getString("product"),
                        row.getObject("period_from", LocalDate.class)))
                .list();
    }

    /** Who and when. */
    public record By(long actor, LocalDate day) {}

    /** Keeps what an earlier bill's cancellation makes of a later one, whichever hospital sent it. */
    public long insertAdjusted(YearBill bill, long because, Settlement settled, By by) {
        return decision("""
                select settlement.adjust(:bill, :because, :before, :after, :total, :paid, :self, :ineligible, :yearPaid, :difference,
                    :packHash, :inputHash, :engine, :actor, :day)
                """, bill.billId(), settled, by)
                .param("because", because)
                .param("difference", settled.paid().amount() - bill.paidFen())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec decision(String sql, long bill, Settlement settled, By by) {
        return database.sql(sql)
                .param("bill", bill)
                .param("before", settled.explanation().before().toArray(Long[]::new))
                .param("after", settled.explanation().after().toArray(Long[]::new))
                .param("total", settled.waterfall().total().amount())
                .param("paid", settled.paid().amount())
                .param("self", settled.bucket("self").amount())
                .param("ineligible", settled.bucket("ineligible").amount())
                .param("yearPaid", settled.yearPaid().amount())
                .param("packHash", settled.receipt().packHash())
                .param("inputHash", settled.receipt().inputHash())
                .param("engine", settled.receipt().engineVersion())
                .param("actor", by.actor())
                .param("day", by.day());
    }

    /** Keeps that a bill was cancelled. */
    public long insertCancelled(long bill, String reason, By by) {
        return database.sql("""
                        insert into settlement.decision (bill_id, number, path, hospital_path, kind, figures_before, figures_after, total_fen,
                            paid_fen, self_fen, ineligible_fen, year_paid_fen, difference_fen, pack_hash, input_hash, engine, reason,
                            decided_by, decided_on)
                        select bill_id, number + 1, path, hospital_path, 'cancelled', figures_before, figures_before, 0, 0, 0, 0,
                            year_paid_fen - paid_fen, -paid_fen, pack_hash, input_hash, engine, :reason, :actor, :day
                        from settlement.decision where bill_id = :bill order by number desc limit 1 returning id
                        """)
                .param("reason", reason)
                .param("actor", by.actor())
                .param("day", by.day())
                .param("bill", bill)
                .query(Long.class)
                .single();
    }

    /** A bill with its decisions. */
    public Optional<Bill> find(long id) {
        return database.sql(BILL + " where bill.id = ?")
                .param(id)
                .query((row, number) -> bill(row, decisions("bill_id = ?", id)))
                .optional();
    }

    /** Some bills with their decisions, by id. */
    public Map<Long, Bill> all(List<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, List<Decision>> decisions = decisions("bill_id = any (?)", (Object) wanted);
        return database
                .sql(BILL + " where bill.id = any (?)")
                .param(wanted)
                .query((row, number) -> bill(row, decisions))
                .list()
                .stream()
                .collect(Collectors.toMap(Bill::id, bill -> bill));
    }

    /** The newest bills that the reader may see, before a given one. */
    public List<Bill> list(long before, int most) {
        Map<Long, List<Decision>> decisions = decisions(
                "bill_id = any (array(select id from settlement.bill where id < ? order by id desc limit ?))",
                before,
                most);
        return database.sql(BILL + " where bill.id < ? order by bill.id desc limit ?")
                .params(before, most)
                .query((row, number) -> bill(row, decisions))
                .list();
    }

    /** A person's bills, the newest first. */
    public List<Bill> ofPerson(long person) {
        Map<Long, List<Decision>> decisions =
                decisions("bill_id = any (array(select id from settlement.bill where person_id = ?))", person);
        return database.sql(BILL + " where bill.person_id = ? order by bill.id desc")
                .param(person)
                .query((row, number) -> bill(row, decisions))
                .list();
    }

    /** The bills of a year that the reader may see, in the order of their acceptance. */
    public List<Bill> ofAccount(YearEnds.Account account) {
        List<Long> ids = database.sql("""
                        select id from settlement.bill
                        where account_number = ? and pack = ? and product = ? and period_from = ? order by ordinal
                        """)
                .params(account.number(), account.pack(), account.product(), account.periodFrom())
                .query(Long.class)
                .list();
        Map<Long, Bill> found = all(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Bill bill(ResultSet row, Map<Long, List<Decision>> decisions) throws SQLException {
        long id = row.getLong("id");
        return new Bill(
                id,
                row.getString("path"),
                new Hospital(
                        row.getLong("hospital_id"),
                        row.getString("own_path"),
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en")),
                row.getLong("person_id"),
                row.getLong("account_number"),
                row.getString("person_name"),
                row.getString("pack"),
                row.getString("product"),
                row.getLong("adoption_id"),
                row.getObject("period_from", LocalDate.class),
                row.getInt("ordinal"),
                row.getString("message_id"),
                row.getString("bill_number"),
                row.getString("department"),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("discharged_on", LocalDate.class),
                row.getObject("deciding_on", LocalDate.class),
                List.of((String[]) row.getArray("input_names").getArray()),
                numbers(row.getArray("input_values")),
                BillKeys.read(row.getString("keys")),
                row.getLong("entered_by"),
                row.getObject("accepted_on", LocalDate.class),
                decisions.getOrDefault(id, List.of()));
    }

    /** The decisions on some bills, by bill, the first first. */
    private Map<Long, List<Decision>> decisions(String bills, Object... parameters) {
        return database
                .sql("select * from settlement.decision where " + bills + " order by bill_id, number")
                .params(parameters)
                .query(DECISION)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
