package fangpin.batch.plain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Why a bill is rejected: the reasons one after another, each over all its columns, the first that applies. */
final class PlainBillChecks {
    private static final List<String> EARLIER_PAYERS =
            List.of("basic_paid", "critical_illness_paid", "hospital_waiver", "medical_assistance_paid", "other_paid");

    private final PlainMembers members;
    private final PlainTable table;
    private final TreeSet<String> idsSeen = new TreeSet<>(PlainIds.BY_BYTES);

    PlainBillChecks(PlainMembers members, PlainTable table) {
        this.members = members;
        this.table = table;
    }

    /** To be asked once for each row, in row order, because of the duplicates. */
    Optional<PlainReject> reject(PlainRecord record) {
        if (!table.fits(record)) {
            return rejected(record, "bad-row", "", "");
        }
        for (PlainColumn column : PlainColumns.BILLS) {
            if (column.needed() && cell(record, column.name()).isEmpty()) {
                return rejected(record, "missing-field", column.name());
            }
        }
        for (String column : List.of("admission_date", "discharge_date")) {
            if (PlainDate.read(cell(record, column)).isEmpty()) {
                return rejected(record, "bad-date", column);
            }
        }
        if (date(record, "discharge_date").isBefore(date(record, "admission_date"))) {
            return rejected(record, "bad-date", "discharge_date");
        }
        for (String column : amountColumns()) {
            String amount = cell(record, column);
            if (!amount.isEmpty() && !PlainMoney.isMoney(amount)) {
                return rejected(record, "bad-amount", column);
            }
        }
        PlainBill bill = bill(record);
        if (bill.eligible().compareTo(bill.total()) > 0
                || bill.paidByEarlierPayers().compareTo(bill.eligible()) > 0) {
            return rejected(record, "amounts-inconsistent", "eligible_cost");
        }
        if (!idsSeen.add(bill.id())) {
            return rejected(record, "duplicate-bill", "bill_id");
        }
        if (!members.knows(bill.person())) {
            return rejected(record, "unknown-person", "person_id");
        }
        if (!members.covers(bill.person(), bill.discharge())) {
            return rejected(record, "not-covered", "discharge_date");
        }
        return Optional.empty();
    }

    private static List<String> amountColumns() {
        List<String> columns = new ArrayList<>(List.of("total_cost", "eligible_cost"));
        columns.addAll(EARLIER_PAYERS);
        return columns;
    }

    /** The bill of a row whose cells are all well formed. */
    PlainBill bill(PlainRecord record) {
        BigInteger paid = BigInteger.ZERO;
        for (String payer : EARLIER_PAYERS) {
            paid = paid.add(PlainMoney.fenOrZero(cell(record, payer)));
        }
        return new PlainBill(
                cell(record, "bill_id"),
                cell(record, "person_id"),
                date(record, "discharge_date"),
                PlainMoney.fen(cell(record, "total_cost")),
                PlainMoney.fen(cell(record, "eligible_cost")),
                paid);
    }

    private LocalDate date(PlainRecord record, String column) {
        return PlainDate.read(cell(record, column)).orElseThrow();
    }

    private String cell(PlainRecord record, String column) {
        return table.cell(record, column);
    }

    private Optional<PlainReject> rejected(PlainRecord record, String reason, String column) {
        return rejected(record, reason, column, cell(record, column));
    }

    private Optional<PlainReject> rejected(PlainRecord record, String reason, String column, String value) {
        return Optional.of(PlainReject.of(record, cell(record, "bill_id"), reason, column, value));
    }
}
