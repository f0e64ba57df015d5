package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** WH3 §3.1: settles a file of bills for Weihai's product {@code supplementary-medical}. */
public final class PlainSettlement {
    /** The columns of the settled rows. */
    public static final List<String> COLUMNS =
            List.of("bill_id", "person_id", "supplementary_paid", "self_paid", "ineligible_cost", "year_paid");

    private PlainSettlement() {}

    /**
     * Settles the bills of the members.
     *
     * @throws PlainRefusal when either file is refused as a whole
     */
    public static PlainResult settle(String membersText, String billsText) {
        PlainMembers members = PlainMembers.read(membersText);
        PlainTable table = PlainTable.read(billsText, PlainColumns.BILLS);
        PlainBillChecks checks = new PlainBillChecks(members, table);
        List<PlainReject> rejects = new ArrayList<>();
        // Cover lies within 2020, so all accepted bills of a person belong to one medical year.
        TreeMap<String, List<PlainBill>> billsByPerson = new TreeMap<>(PlainIds.BY_BYTES);
        for (PlainRecord record : table.rows()) {
            Optional<PlainReject> reject = checks.reject(record);
            if (reject.isPresent()) {
                rejects.add(reject.get());
            } else {
                PlainBill bill = checks.bill(record);
                billsByPerson
                        .computeIfAbsent(bill.person(), newPerson -> new ArrayList<>())
                        .add(bill);
            }
        }
        List<List<String>> settled = new ArrayList<>();
        for (List<PlainBill> bills : billsByPerson.values()) {
            settled.addAll(settlePerson(bills));
        }
        return new PlainResult(COLUMNS, settled, rejects);
    }

    private static List<List<String>> settlePerson(List<PlainBill> bills) {
        bills.sort(Comparator.comparing(PlainBill::discharge).thenComparing(PlainBill::id, PlainIds.BY_BYTES));
        List<BigInteger> eligible = bills.stream().map(PlainBill::eligible).toList();
        List<BigInteger> left =
                bills.stream().map(PlainBill::leftByEarlierPayers).toList();
        List<BigInteger> payments = CumulativeRule.bySentence(CumulativeRule.CAP, eligible, left);
        if (!payments.equals(CumulativeRule.byFormula(CumulativeRule.CAP, eligible, left))) {
            throw new IllegalStateException("sentence and formula differ for " + bills);
        }
        List<List<String>> rows = new ArrayList<>();
        BigInteger yearPaid = BigInteger.ZERO;
        for (int index = 0; index < bills.size(); index++) {
            PlainBill bill = bills.get(index);
            BigInteger payment = payments.get(index);
            yearPaid = yearPaid.add(payment);
            rows.add(List.of(
                    bill.id(),
                    bill.person(),
                    PlainMoney.text(payment),
                    PlainMoney.text(bill.leftByEarlierPayers().subtract(payment)),
                    PlainMoney.text(bill.total().subtract(bill.eligible())),
                    PlainMoney.text(yearPaid)));
        }
        return rows;
    }
}
