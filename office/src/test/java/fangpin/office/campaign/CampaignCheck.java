package fangpin.office.campaign;

import fangpin.office.database.DatabaseAddress;
import fangpin.office.fund.Books;
import fangpin.office.fund.LedgerCheck;
import fangpin.office.settlement.YearAccounts;
import fangpin.office.settlement.YearCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Holds what stands in the database against what the journal was told; knows nothing of how the office works. */
final class CampaignCheck {
    private final JdbcClient database;
    private final List<FaultJournal.Line> journal;
    private final List<String> faults = new ArrayList<>();

    private CampaignCheck(JdbcClient database, List<FaultJournal.Line> journal) {
        this.database = database;
        this.journal = journal;
    }

    /** A bill as it stands. */
    private record Kept(long hospital, String message, String number, long totalFen, boolean cancelled) {}

    /** What does not agree; empty when nothing was lost and nothing came twice. */
    static List<String> run(DatabaseAddress address, Path keys, List<FaultJournal.Line> journal) {
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                address.url(), address.owner().role(), address.owner().password(), true);
        try {
            CampaignCheck check = new CampaignCheck(JdbcClient.create(source), journal);
            check.bills();
            check.payments();
            check.ledger(address);
            check.years(address, keys);
            return check.faults;
        } finally {
            source.destroy();
        }
    }

    private List<FaultJournal.Line> told(FaultJournal.Kind kind) {
        return journal.stream().filter(line -> line.kind() == kind).toList();
    }

    private void bills() {
        Map<Long, Kept> kept = new HashMap<>();
        Object _ = database.sql("""
                        select bill.*, (select total_fen from settlement.decision where bill_id = bill.id and number = 1) as total,
                            exists (select from settlement.decision where bill_id = bill.id and kind = 'cancelled') as cancelled
                        from settlement.bill
                        """)
                .query((row, number) -> kept.put(
                        row.getLong("id"),
                        new Kept(
                                row.getLong("hospital_id"),
                                row.getString("message_id"),
                                row.getString("bill_number"),
                                row.getLong("total"),
                                row.getBoolean("cancelled"))))
                .list();
        Set<Long> known = new HashSet<>();
        for (FaultJournal.Line line : told(FaultJournal.Kind.SETTLED)) {
            Kept bill = kept.get(line.number(2));
            if (bill == null) {
                faults.add("lost: " + line);
            } else if (bill.hospital() != line.number(0)
                    || !bill.message().equals(line.words().get(1))
                    || !bill.number().equals(line.words().get(3))
                    || bill.totalFen() != line.number(4)) {
                faults.add("another: " + line + " is " + bill);
            }
            if (!known.add(line.number(2))) {
                faults.add("two acknowledged as one: " + line);
            }
        }
        Set<Long> cancelled = new HashSet<>();
        told(FaultJournal.Kind.CANCELLED).forEach(line -> cancelled.add(line.number(0)));
        kept.forEach((id, bill) -> {
            if (!known.contains(id)) {
                faults.add("twice: bill " + id + " stands beside what was acknowledged: " + bill);
            }
            if (bill.cancelled() != cancelled.contains(id)) {
                faults.add("cancelled or not: bill " + id);
            }
        });
    }

    private void payments() {
        Map<Long, String> states = new HashMap<>();
        Object _ = database.sql("""
                        select id, state || ' ' || amount_fen || ' ' || (select count(*) from fund.entry where subject = 'order/' || payment_order.id)
                            as state from fund.payment_order where state not in ('raised', 'approved', 'refused')
                        """)
                .query((row, number) -> states.put(row.getLong("id"), row.getString("state")))
                .list();
        for (FaultJournal.Line line : told(FaultJournal.Kind.PAID)) {
            ended(states, line, "paid " + line.number(1) + " 1");
        }
        for (FaultJournal.Line line : told(FaultJournal.Kind.RETURNED)) {
            ended(states, line, "returned " + line.number(1) + " 0");
        }
        states.forEach((order, state) -> faults.add("order " + order + " ended unasked: " + state));
        Set<Long> banked = new HashSet<>();
        for (FaultJournal.Line line : told(FaultJournal.Kind.BANKED)) {
            if (!banked.add(line.number(0))) {
                faults.add("paid twice: " + line);
            }
        }
    }

    private void ended(Map<Long, String> states, FaultJournal.Line line, String wanted) {
        String state = states.remove(line.number(0));
        if (!wanted.equals(state)) {
            faults.add("lost: " + line + " is " + state);
        }
    }

    private void ledger(DatabaseAddress address) {
        for (Books.Fault fault : LedgerCheck.run(address)) {
            faults.add("ledger: " + fault);
        }
        long sum = database.sql("select coalesce(sum(amount_fen), 0)::bigint from fund.posting")
                .query(Long.class)
                .single();
        if (sum != 0) {
            faults.add("the ledger sums to " + sum);
        }
        faults.addAll(database.sql("""
                        select 'ledger: bill ' || bill.id || ' pays ' || last.paid_fen || ', posted ' || coalesce(posted.fen, 0)
                        from settlement.bill
                        cross join lateral (select paid_fen from settlement.decision where bill_id = bill.id order by number desc limit 1) last
                        left join (
                            select entry.subject, sum(posting.amount_fen)::bigint as fen from fund.entry
                            join fund.posting on posting.entry_id = entry.id join fund.account on account.id = posting.account_id
                            where account.kind = 'benefit-paid' group by entry.subject) posted on posted.subject = 'bill/' || bill.id
                        where coalesce(posted.fen, 0) <> last.paid_fen
                        """).query(String.class).list());
    }

    private void years(DatabaseAddress address, Path keys) {
        YearAccounts.Recomputation found = YearCheck.run(address, keys);
        found.disagreements().forEach(one -> faults.add("year account: " + one));
        if (found.accounts() == 0) {
            faults.add("no year account was looked at");
        }
    }
}
