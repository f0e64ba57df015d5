package fangpin.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** WH3 §3.1 as it is commonly written: yuan in {@link BigDecimal}, one object a person's year. */
final class DecimalCover {
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal FEN = new BigDecimal("0.01");
    private static final BigDecimal LIMIT = new BigDecimal("600000.00");

    private final BigDecimal[][] columns;
    private final BigDecimal[] paid;
    private final BigDecimal[] selfPaid;
    private final BigDecimal[] yearPaid;

    DecimalCover(Bills bills) {
        this.columns = new BigDecimal[bills.columns.length][bills.count];
        this.paid = new BigDecimal[bills.count];
        this.selfPaid = new BigDecimal[bills.count];
        this.yearPaid = new BigDecimal[bills.count];
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < bills.count; row++) {
                columns[column][row] = BigDecimal.valueOf(bills.columns[column][row], 2);
            }
        }
    }

    /** The figures of one person's year so far. */
    private record Year(BigDecimal eligible, BigDecimal left, BigDecimal paid) {}

    private static final Year NEW_YEAR = new Year(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    BigDecimal[] run() {
        Year year = NEW_YEAR;
        for (int row = 0; row < paid.length; row++) {
            year = settle(row, row % Bills.PER_PERSON == 0 ? NEW_YEAR : year);
        }
        return paid;
    }

    private Year settle(int row, Year before) {
        BigDecimal eligible = columns[SupplementaryCover.ELIGIBLE][row];
        BigDecimal left = lessAll(eligible, SupplementaryCover.PAYERS, row);
        BigDecimal eligibleYear = before.eligible.add(eligible);
        BigDecimal leftYear = before.left.add(left);
        BigDecimal bar = eligibleYear.multiply(TENTH);
        BigDecimal allowed = bar.setScale(2, RoundingMode.CEILING).subtract(FEN).max(BigDecimal.ZERO);
        BigDecimal owed = leftYear.subtract(allowed).max(BigDecimal.ZERO);
        BigDecimal supplementary = owed.min(LIMIT).subtract(before.paid).max(BigDecimal.ZERO);
        BigDecimal paidYear = before.paid.add(supplementary);
        paid[row] = supplementary;
        selfPaid[row] = left.subtract(supplementary);
        yearPaid[row] = paidYear;
        return new Year(eligibleYear, leftYear, paidYear);
    }

    private BigDecimal lessAll(BigDecimal from, List<Integer> payers, int row) {
        BigDecimal rest = from;
        for (int payer : payers) {
            rest = rest.subtract(columns[payer][row]);
        }
        return rest;
    }
}
