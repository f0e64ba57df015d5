package fangpin.batch.plain;

import java.math.BigInteger;
import java.time.LocalDate;

/** A bill that passed every check; amounts in fen. */
record PlainBill(
        String id,
        String person,
        LocalDate discharge,
        BigInteger total,
        BigInteger eligible,
        BigInteger paidByEarlierPayers) {

    BigInteger leftByEarlierPayers() {
        return eligible.subtract(paidByEarlierPayers);
    }
}
