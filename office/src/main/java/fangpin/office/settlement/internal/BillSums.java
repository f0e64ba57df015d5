package fangpin.office.settlement.internal;

import fangpin.office.settlement.SettlementFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over bills as they count now. */
@Component
public final class BillSums {
    private static final String COUNTS = """
            from settlement.bill
            cross join lateral (select * from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
            left join enrolment.cover on cover.id = bill.cover_id
            where last.kind <> 'cancelled' and bill.discharged_on >= :from and bill.discharged_on < :until
            """;
    private static final String ELIGIBLE =
            "coalesce(bill.input_values[array_position(bill.input_names, 'eligible_cost')], 0)";

    /** A debt is paid on the day on which the payments so far reach the debts so far; that of a paper bill is its reimbursement's own. */
    private static final String WAITED = """
            with owed as (
                select bill.id, bill.bill_number, bill.hospital_id, bill.product, bill.pack, bill.discharged_on, last.paid_fen,
                    creditor.holder,
                    sum(last.paid_fen) over (partition by creditor.holder, bill.pack, bill.product order by bill.id) as so_far
                from settlement.bill join settlement.hospital on hospital.id = bill.hospital_id
                cross join lateral (select case when starts_with(hospital.code, 'paper-')
                    then 'reimbursement/' || substr(bill.message_id, 7) else 'hospital/' || bill.hospital_id end as holder) creditor
                cross join lateral (select * from settlement.decision where decision.bill_id = bill.id
                    order by number desc limit 1) last
                where last.paid_fen > 0
            ), paid as (
                select account.holder, account.pack, account.product, orders.ended_on,
                    sum(orders.amount_fen) over (partition by account.holder, account.pack, account.product
                        order by orders.ended_on, orders.id) as so_far
                from fund.payment_order orders join fund.account on account.id = orders.owed_id
                where orders.state = 'paid' and account.kind in ('owed-to-hospital', 'owed-to-person')
            ), waited as (
                select owed.*, (select min(paid.ended_on) from paid where paid.holder = owed.holder
                    and paid.pack = owed.pack and paid.product = owed.product and paid.so_far >= owed.so_far) as paid_on
                from owed where owed.discharged_on >= :from and owed.discharged_on < :until
            )
            """;

    private final JdbcClient database;

    BillSums(JdbcClient database) {
        this.database = database;
    }

    /** By category of cover. */
    public List<SettlementFigures.ClassLine> classes(LocalDate from, LocalDate until, int percent) {
        return database.sql("""
                        select category, count(*) as persons, sum(bills)::bigint as bills, sum(total)::bigint as total,
                            sum(eligible)::bigint as eligible, sum(self)::bigint as self, sum(ineligible)::bigint as ineligible,
                            count(*) filter (where self * 100 > eligible * :percent) as above
                        from (
                            select coalesce(cover.category, '') as category, bill.person_id, count(*) as bills, sum(last.total_fen) as total,
                                sum(%s) as eligible, sum(last.self_fen) as self, sum(last.ineligible_fen) as ineligible
                            %s group by 1, 2) person
                        group by category order by category
                        """.formatted(ELIGIBLE, COUNTS))
                .param("from", from)
                .param("until", until)
                .param("percent", percent)
                .query((row, number) -> new SettlementFigures.ClassLine(
                        row.getString("category"),
                        row.getLong("persons"),
                        row.getLong("bills"),
                        row.getLong("total"),
                        row.getLong("eligible"),
                        row.getLong("self"),
                        row.getLong("ineligible"),
                        row.getLong("above")))
                .list();
    }

    /** By product. */
    public List<SettlementFigures.ProductLine> products(LocalDate from, LocalDate until) {
        return database.sql("""
                        with counted as (
                            select bill.pack, bill.product, bill.input_names, bill.input_values, last.total_fen, last.paid_fen, last.self_fen,
                                last.ineligible_fen
                            %s
                        ), amounts as (
                            select pack, product, array_agg(name order by name) as names, array_agg(fen order by name) as fens
                            from (select pack, product, named.name, sum(named.fen)::bigint as fen
                                from counted, unnest(input_names, input_values) as named (name, fen) group by 1, 2, 3) summed
                            group by 1, 2
                        )
                        select pack, product, count(*) as bills, sum(total_fen)::bigint as total, sum(paid_fen)::bigint as paid,
                            sum(self_fen)::bigint as self, sum(ineligible_fen)::bigint as ineligible, names, fens
                        from counted join amounts using (pack, product) group by pack, product, names, fens order by pack, product
                        """.formatted(COUNTS))
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new SettlementFigures.ProductLine(
                        row.getString("pack"),
                        row.getString("product"),
                        row.getLong("bills"),
                        row.getLong("total"),
                        row.getLong("paid"),
                        row.getLong("self"),
                        row.getLong("ineligible"),
                        amounts((String[]) row.getArray("names").getArray(), (Long[])
                                row.getArray("fens").getArray())))
                .list();
    }

    private static Map<String, Long> amounts(String[] names, Long[] fens) {
        Map<String, Long> amounts = new HashMap<>();
        for (int at = 0; at < names.length; at++) {
            amounts.put(names[at], fens[at]);
        }
        return amounts;
    }

    /** How long hospitals wait. */
    public SettlementFigures.Waiting waiting(LocalDate from, LocalDate until) {
        return database.sql(WAITED + """
                        select count(paid_on) as paid, count(*) - count(paid_on) as unpaid,
                            percentile_disc(0.5) within group (order by paid_on - discharged_on) as median,
                            max(paid_on - discharged_on) as longest
                        from waited
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new SettlementFigures.Waiting(
                        row.getLong("paid"),
                        row.getLong("unpaid"),
                        row.getObject("median", Integer.class),
                        row.getObject("longest", Integer.class)))
                .single();
    }

    /** The bills behind how long they wait. */
    public List<SettlementFigures.WaitLine> waits(LocalDate from, LocalDate until, boolean paid, int most) {
        return database.sql(WAITED + """
                        select waited.*, hospital.name_zh, hospital.name_en, paid_on - discharged_on as days
                        from waited join settlement.hospital on hospital.id = waited.hospital_id
                        where (paid_on is not null) = :paid
                        order by coalesce(paid_on - discharged_on, 0) desc, discharged_on, waited.id limit :most
                        """)
                .param("from", from)
                .param("until", until)
                .param("paid", paid)
                .param("most", most)
                .query((row, number) -> new SettlementFigures.WaitLine(
                        row.getLong("id"),
                        row.getString("bill_number"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getObject("discharged_on", LocalDate.class),
                        row.getLong("paid_fen"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getObject("days", Integer.class)))
                .list();
    }

    /** The persons behind a figure. */
    public List<SettlementFigures.PersonLine> persons(
            LocalDate from, LocalDate until, String category, int abovePercent, int most) {
        return database.sql("""
                        select * from (
                            select coalesce(cover.category, '') as category, bill.person_id, max(bill.id) as bill,
                                max(bill.person_name) as person_name, count(*) as bills, sum(%s)::bigint as eligible,
                                sum(last.self_fen)::bigint as self
                            %s group by 1, 2) person
                        where (:category = '' or category = :category) and self * 100 > eligible * :percent
                        order by self::numeric / nullif(eligible, 0) desc nulls last, person_id limit :most
                        """.formatted(ELIGIBLE, COUNTS))
                .param("from", from)
                .param("until", until)
                .param("category", category)
                .param("percent", abovePercent)
                .param("most", most)
                .query((row, number) -> new SettlementFigures.PersonLine(
                        row.getLong("bill"),
                        row.getString("person_name"),
                        row.getString("category"),
                        row.getLong("bills"),
                        row.getLong("eligible"),
                        row.getLong("self")))
                .list();
    }

    /** The bills behind a figure. */
    public List<SettlementFigures.Line> bills(
            LocalDate from, LocalDate until, String category, String amount, int most) {
        return database.sql(
                        """
                        select * from (
                            select bill.id, bill.bill_number, hospital.name_zh, hospital.name_en, bill.person_name,
                                coalesce(cover.category, '') as category, bill.discharged_on, %s as eligible, last.self_fen,
                                case :amount when 'paid' then last.paid_fen when 'self' then last.self_fen
                                    when 'ineligible' then last.ineligible_fen when 'total' then last.total_fen
                                    else coalesce(bill.input_values[array_position(bill.input_names, :amount)], 0) end as amount
                            %s) counted
                        where (:category = '' or category = :category) and amount <> 0
                        order by amount desc, id desc limit :most
                        """.formatted(
                                        ELIGIBLE,
                                        COUNTS.replace(
                                                "left join enrolment.cover",
                                                "join settlement.hospital on hospital.id = bill.hospital_id left join enrolment.cover")))
                .param("from", from)
                .param("until", until)
                .param("category", category)
                .param("amount", amount)
                .param("most", most)
                .query((row, number) -> new SettlementFigures.Line(
                        row.getLong("id"),
                        row.getString("bill_number"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("person_name"),
                        row.getString("category"),
                        row.getObject("discharged_on", LocalDate.class),
                        row.getLong("eligible"),
                        row.getLong("self_fen"),
                        row.getLong("amount")))
                .list();
    }
}
