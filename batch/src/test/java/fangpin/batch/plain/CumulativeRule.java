package fangpin.batch.plain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * WH3 §3.1: "确保个人累计负担合规住院医疗费用低于合规住院医疗总费用的10%", written twice (R1 strictly below, R2 running, no clawback).
 *
 * <p>Both take, for one person and medical year in order of settlement, each bill's eligible cost and what the earlier
 * payers leave of it, in fen, and answer what this product pays for each bill.
 */
final class CumulativeRule {
    /** WH3 §3.1: "一个医疗年度内的每人医疗商业补充保险赔付封顶线为60万元". */
    static final BigInteger CAP = PlainMoney.ofYuan(600_000);

    private CumulativeRule() {}

    /** Paid after bill k = min(cap, max over j up to k of (R_j - (E_j - 1) div 10), 0); its payment is the increase. */
    static List<BigInteger> byFormula(BigInteger cap, List<BigInteger> eligible, List<BigInteger> left) {
        List<BigInteger> payments = new ArrayList<>();
        BigInteger paidBefore = BigInteger.ZERO;
        for (int bill = 0; bill < eligible.size(); bill++) {
            BigInteger paidAfter = cap.min(largestNeed(eligible, left, bill));
            payments.add(paidAfter.subtract(paidBefore));
            paidBefore = paidAfter;
        }
        return payments;
    }

    private static BigInteger largestNeed(List<BigInteger> eligible, List<BigInteger> left, int lastBill) {
        BigInteger largest = BigInteger.ZERO;
        for (int bill = 0; bill <= lastBill; bill++) {
            BigInteger eligibleSum = sum(eligible.subList(0, bill + 1));
            BigInteger leftSum = sum(left.subList(0, bill + 1));
            // For E = 0 nothing is owed.
            if (eligibleSum.signum() > 0) {
                BigInteger bearable = eligibleSum.subtract(BigInteger.ONE).divide(BigInteger.TEN);
                largest = largest.max(leftSum.subtract(bearable));
            }
        }
        return largest;
    }

    private static BigInteger sum(List<BigInteger> amounts) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    /** The clause as it reads: each bill gets the smallest payment after which the person bears less than 10%. */
    static List<BigInteger> bySentence(BigInteger cap, List<BigInteger> eligible, List<BigInteger> left) {
        List<BigInteger> payments = new ArrayList<>();
        BigInteger totalEligible = BigInteger.ZERO;
        BigInteger borne = BigInteger.ZERO;
        BigInteger leftOfCap = cap;
        for (int bill = 0; bill < eligible.size(); bill++) {
            totalEligible = totalEligible.add(eligible.get(bill));
            borne = borne.add(left.get(bill));
            BigInteger payment = smallestPayment(borne, totalEligible).min(leftOfCap);
            borne = borne.subtract(payment);
            leftOfCap = leftOfCap.subtract(payment);
            payments.add(payment);
        }
        return payments;
    }

    /** The smallest whole p, not below 0, with 10 x (borne - p) < total; for no cost at all, nothing. */
    private static BigInteger smallestPayment(BigInteger borne, BigInteger total) {
        BigInteger tenfoldExcess = borne.multiply(BigInteger.TEN).subtract(total);
        boolean alreadyBelow = tenfoldExcess.signum() < 0;
        if (alreadyBelow || total.signum() == 0) {
            return BigInteger.ZERO;
        }
        // p must be above excess / 10, and the next whole number above q is its floor plus one.
        return tenfoldExcess.divide(BigInteger.TEN).add(BigInteger.ONE);
    }
}
