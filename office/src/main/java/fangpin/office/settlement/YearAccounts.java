package fangpin.office.settlement;

import fangpin.kernel.settlement.Settlement;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.internal.BillRules;
import fangpin.office.settlement.internal.SettlementRows;
import fangpin.office.settlement.internal.YearBill;
import fangpin.office.settlement.internal.YearEnds;
import fangpin.office.settlement.internal.YearFigures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** 年度账户复算: every year of a person or a household, worked out anew from its bills, must be what was decided. */
@Service
public final class YearAccounts {
    private final ScopedWork work;
    private final SettlementRows rows;
    private final BillRules rules;

    YearAccounts(ScopedWork work, SettlementRows rows, BillRules rules) {
        this.work = work;
        this.rows = rows;
        this.rules = rules;
    }

    /** A bill whose last decision is not what its year gives. */
    public record Disagreement(long billId, long paidFen, long recomputedFen) {}

    /**
     * What a recomputation found.
     *
     * @param accounts years looked at
     * @param bills that count in them
     */
    public record Recomputation(int accounts, int bills, List<Disagreement> disagreements) {}

    /**
     * 年度账户: the year that a bill belongs to.
     *
     * @param bills those that the reader may see, in the order of their acceptance
     * @param others how many more there are, of other hospitals or divisions
     * @param agrees whether all of it, worked out anew, is what was decided
     */
    public record Year(List<Bill> bills, int others, boolean agrees) {
        public Year {
            bills = List.copyOf(bills);
        }
    }

    /** The year account of a bill. */
    public Year of(Actor actor, Bill bill) {
        YearEnds.Account account =
                new YearEnds.Account(bill.accountNumber(), bill.pack(), bill.product(), bill.periodFrom());
        return work.read(actor, () -> {
            List<YearBill> all = rows.year(account);
            List<Bill> seen = rows.ofAccount(account);
            List<Disagreement> found = new ArrayList<>();
            int _ = recompute(actor, account, all, found);
            return new Year(seen, all.size() - seen.size(), found.isEmpty());
        });
    }

    /** Works out anew every year account of one's division. */
    public Recomputation recompute(Actor actor) {
        List<YearEnds.Account> accounts = work.read(actor, rows::accounts);
        List<Disagreement> found = new ArrayList<>();
        int bills = 0;
        for (YearEnds.Account account : accounts) {
            List<YearBill> year = work.read(actor, () -> rows.year(account));
            bills += recompute(actor, account, year, found);
        }
        return new Recomputation(accounts.size(), bills, List.copyOf(found));
    }

    private int recompute(Actor actor, YearEnds.Account account, List<YearBill> year, List<Disagreement> found) {
        YearFigures figures = YearFigures.NONE;
        int bills = 0;
        for (YearBill bill : year) {
            if (!bill.counts()) {
                if (bill.paidFen() != 0) {
                    found.add(new Disagreement(bill.billId(), bill.paidFen(), 0));
                }
                continue;
            }
            BillRules.Rules used = rules.of(actor, bill.adoptionId(), account.product());
            Settlement anew = used.settle(bill, account.number(), figures);
            figures = figures.with(bill.keys(), anew.explanation().after());
            if (anew.paid().amount() != bill.paidFen()
                    || !anew.explanation().after().equals(bill.after())
                    || !anew.explanation().before().equals(bill.before())) {
                found.add(new Disagreement(
                        bill.billId(), bill.paidFen(), anew.paid().amount()));
            }
            bills++;
        }
        return bills;
    }
}
