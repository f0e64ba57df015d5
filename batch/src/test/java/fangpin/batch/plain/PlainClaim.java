package fangpin.batch.plain;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * A claim that passed every check of its own row; amounts in fen.
 *
 * @param kindCell the word as it stands in the file, Chinese or English
 * @param grade 1 to 10 for a disability, otherwise 0
 * @param eligible 0 unless medical
 * @param listedCause whether the disaster insurance pays first for this cause
 */
record PlainClaim(
        PlainRecord record,
        String id,
        String person,
        String accident,
        LocalDate day,
        String kindCell,
        int grade,
        BigInteger eligible,
        BigInteger otherPaid,
        BigInteger disasterPaid,
        boolean listedCause) {

    String kind() {
        return PlainWords.english(kindCell);
    }

    boolean isDeath() {
        return kind().equals(PlainWords.DEATH);
    }

    boolean isMedical() {
        return kind().equals(PlainWords.MEDICAL);
    }

    /** SD §4.2: what the disaster insurance paid first; nothing for a cause that is not listed. */
    BigInteger disasterPaidFirst() {
        return listedCause ? disasterPaid : BigInteger.ZERO;
    }
}
