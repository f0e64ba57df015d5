package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * WH3 §3.2: what the accident cover pays for the accepted claims of one person, in order. Each claim looks back over all
 * earlier ones; nothing is carried along.
 */
final class PlainAccidentArithmetic {
    private static final BigInteger SUM_INSURED = PlainMoney.ofYuan(50_000);
    private static final BigInteger DEDUCTIBLE = PlainMoney.ofYuan(100);
    private static final BigInteger MEDICAL_LIMIT = PlainMoney.ofYuan(20_000);

    private final List<PlainClaim> claims = new ArrayList<>();
    private final List<BigInteger> benefits = new ArrayList<>();

    /** The benefit of the next claim. */
    BigInteger decide(PlainClaim claim) {
        claims.add(claim);
        BigInteger benefit = claim.isMedical() ? medical(claim) : deathOrDisability(claim);
        benefits.add(benefit);
        return benefit;
    }

    /** R4, R9: the highest standard so far, less what came first (SD §4.2) and what this cover paid for the accident. */
    private BigInteger deathOrDisability(PlainClaim claim) {
        BigInteger highest = BigInteger.ZERO;
        for (PlainClaim one : sameAccidentSameCover(claim)) {
            highest = highest.max(standard(one));
        }
        BigInteger owed = highest.subtract(disasterPaidFirst(claim)).subtract(paidForAccident(claim));
        BigInteger leftOfLimit = SUM_INSURED.subtract(paidToPerson(false));
        return notBelowZero(owed.min(leftOfLimit));
    }

    /** Death pays the sum insured; a disability of grade g pays (11 - g) tenths of it. */
    private static BigInteger standard(PlainClaim claim) {
        if (claim.isDeath()) {
            return SUM_INSURED;
        }
        return SUM_INSURED.multiply(BigInteger.valueOf(11 - claim.grade())).divide(BigInteger.TEN);
    }

    /** R5, R8, R11: 80% above the deductible, and all payers together never above the cost. */
    private BigInteger medical(PlainClaim claim) {
        BigInteger eligible = BigInteger.ZERO;
        BigInteger paidByOthers = BigInteger.ZERO;
        for (PlainClaim one : sameAccidentSameCover(claim)) {
            eligible = eligible.add(one.eligible());
            paidByOthers = paidByOthers.add(one.otherPaid()).add(one.disasterPaid());
        }
        BigInteger paidBefore = paidForAccident(claim);
        BigInteger owed =
                medicalEntitlement(eligible).subtract(disasterPaidFirst(claim)).subtract(paidBefore);
        BigInteger leftOfLimit = MEDICAL_LIMIT.subtract(paidToPerson(true));
        BigInteger leftOfCost = eligible.subtract(paidByOthers).subtract(paidBefore);
        return notBelowZero(owed.min(leftOfLimit).min(leftOfCost));
    }

    /** 80% of what is above the deductible, half up to the fen. */
    private static BigInteger medicalEntitlement(BigInteger eligible) {
        BigInteger above = notBelowZero(eligible.subtract(DEDUCTIBLE));
        BigInteger hundredfold = above.multiply(BigInteger.valueOf(80));
        return hundredfold.add(BigInteger.valueOf(50)).divide(BigInteger.valueOf(100));
    }

    private List<PlainClaim> sameAccidentSameCover(PlainClaim claim) {
        List<PlainClaim> same = new ArrayList<>();
        for (PlainClaim one : claims) {
            if (one.accident().equals(claim.accident()) && one.isMedical() == claim.isMedical()) {
                same.add(one);
            }
        }
        return same;
    }

    private BigInteger disasterPaidFirst(PlainClaim claim) {
        BigInteger sum = BigInteger.ZERO;
        for (PlainClaim one : sameAccidentSameCover(claim)) {
            sum = sum.add(one.disasterPaidFirst());
        }
        return sum;
    }

    private BigInteger paidForAccident(PlainClaim claim) {
        BigInteger sum = BigInteger.ZERO;
        for (int index = 0; index < benefits.size(); index++) {
            PlainClaim one = claims.get(index);
            if (one.accident().equals(claim.accident()) && one.isMedical() == claim.isMedical()) {
                sum = sum.add(benefits.get(index));
            }
        }
        return sum;
    }

    /** Over all accidents of the period. */
    private BigInteger paidToPerson(boolean medical) {
        BigInteger sum = BigInteger.ZERO;
        for (int index = 0; index < benefits.size(); index++) {
            if (claims.get(index).isMedical() == medical) {
                sum = sum.add(benefits.get(index));
            }
        }
        return sum;
    }

    private static BigInteger notBelowZero(BigInteger amount) {
        return amount.max(BigInteger.ZERO);
    }
}
