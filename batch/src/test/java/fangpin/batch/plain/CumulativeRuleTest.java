package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH3 §3.1 worked by hand: bills as {@code eligible/left by the earlier payers}, answer as what this product pays. */
class CumulativeRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # WH3 §3.1 "低于10%" is strict (R1). Nothing owed for nothing; below ten fen even one fen borne is 10% or more
            0.00/0.00                          | 0.00
            0.01/0.01                          | 0.01
            0.01/0.00                          | 0.00
            0.09/0.09                          | 0.09
            0.10/0.10                          | 0.10
            # from 0.11 on, one fen (1 < 1.1) may be borne; two fen from 0.21 on
            0.11/0.11                          | 0.10
            0.20/0.20                          | 0.19
            0.21/0.21                          | 0.19
            # bearable of 1,000.00 is 99.99, since 100.00 would be 10%
            1000.00/99.98                      | 0.00
            1000.00/99.99                      | 0.00
            1000.00/100.00                     | 0.01
            1000.00/100.01                     | 0.02
            1000.00/1000.00                    | 900.01
            # bearable of 1,000.01 is 100.00 (100.00 < 100.001)
            1000.01/100.00                     | 0.00
            1000.01/100.01                     | 0.01
            # WH3 §3.1 "累计" (R2): a low first bill leaves room for the second: 199.99 may be borne of 2,000.00
            1000.00/0.00 1000.00/199.98        | 0.00 0.00
            1000.00/0.00 1000.00/199.99        | 0.00 0.00
            1000.00/0.00 1000.00/200.00        | 0.00 0.01
            1000.00/0.00 1000.00/1000.00       | 0.00 800.01
            # no clawback: the first 900.01 stay paid although the two bills together leave room
            1000.00/1000.00 1000.00/0.00       | 900.01 0.00
            # and later burden is set against what is already paid: 1,000.00 - 900.01 + 100.00 = 199.99 < 200.00
            1000.00/1000.00 1000.00/100.00     | 900.01 0.00
            1000.00/1000.00 1000.00/100.01     | 900.01 0.01
            # ten single fen: each is paid until the sum passes ten fen
            0.05/0.05 0.05/0.05 0.01/0.01      | 0.05 0.05 0.00
            0.05/0.05 0.05/0.05 0.01/0.01 0.01/0.01 | 0.05 0.05 0.00 0.01
            # SD §4.1 "90%左右" (soft): two stays in this order leave 1,999.99 of 110,000.00, so 98% is paid (R2)
            10000.00/10000.00 100000.00/1000.00  | 9000.01 0.00
            # WH3 §3.1 "封顶线为60万元": E - (E - 1 fen) div 10 reaches 600,000.00 at E = 666,666.66
            666666.65/666666.65                | 599999.99
            666666.66/666666.66                | 600000.00
            666666.67/666666.67                | 600000.00
            # the cap is the year's, not the bill's; bearable are 33,333.33 after the first and 66,666.66 after both
            333333.33/333333.33 333333.33/333333.33 | 300000.00 300000.00
            333333.33/333333.33 333333.32/333333.32 | 300000.00 299999.99
            333333.33/333333.33 333333.34/333333.34 1.00/1.00 | 300000.00 300000.00 0.00
            # after the cap nothing more, even when a later bill would make room
            700000.00/700000.00 100000.00/0.00 1000.00/1000.00 | 600000.00 0.00 0.00
            # the largest bill that a cell can hold
            999999999999.99/999999999999.99    | 600000.00
            999999999999.99/0.00 999999999999.99/199999999999.99 | 0.00 0.00
            999999999999.99/0.00 999999999999.99/200000000000.00 | 0.00 0.01
            """)
    void workedByHand(String bills, String payments) {
        List<BigInteger> eligible = new ArrayList<>();
        List<BigInteger> left = new ArrayList<>();
        for (String bill : bills.split(" ", -1)) {
            eligible.add(PlainMoney.fen(bill.substring(0, bill.indexOf('/'))));
            left.add(PlainMoney.fen(bill.substring(bill.indexOf('/') + 1)));
        }
        assertEquals(payments, text(CumulativeRule.byFormula(CumulativeRule.CAP, eligible, left)));
        assertEquals(payments, text(CumulativeRule.bySentence(CumulativeRule.CAP, eligible, left)));
    }

    private static String text(List<BigInteger> payments) {
        return String.join(" ", payments.stream().map(PlainMoney::text).toList());
    }

    /** All pairs of small bills under all small caps: formula, sentence and counting up fen by fen agree. */
    @Test
    void formulaSentenceAndCountingAgreeOnAllSmallPairs() {
        for (int cap = 0; cap <= 24; cap += 6) {
            for (int first = 0; first <= 12; first++) {
                for (int firstLeft = 0; firstLeft <= first; firstLeft++) {
                    for (int second = 0; second <= 22; second++) {
                        for (int secondLeft = 0; secondLeft <= second; secondLeft++) {
                            agree(cap, List.of(first, second), List.of(firstLeft, secondLeft));
                        }
                    }
                }
            }
        }
    }

    @Test
    void formulaSentenceAndCountingAgreeOnRandomRows() {
        SplittableRandom random = new SplittableRandom(20200219);
        for (int round = 0; round < 2_000; round++) {
            List<Integer> eligible = new ArrayList<>();
            List<Integer> left = new ArrayList<>();
            int bills = 1 + random.nextInt(12);
            int largest = 1 + random.nextInt(60);
            for (int bill = 0; bill < bills; bill++) {
                int cost = random.nextInt(largest + 1);
                eligible.add(cost);
                left.add(random.nextInt(cost + 1));
            }
            agree(random.nextInt(200), eligible, left);
        }
    }

    private static void agree(int cap, List<Integer> eligible, List<Integer> left) {
        BigInteger bigCap = BigInteger.valueOf(cap);
        List<BigInteger> counted = big(byCounting(cap, eligible, left));
        assertEquals(counted, CumulativeRule.byFormula(bigCap, big(eligible), big(left)));
        assertEquals(counted, CumulativeRule.bySentence(bigCap, big(eligible), big(left)));
    }

    private static List<BigInteger> big(List<Integer> amounts) {
        return amounts.stream().map(BigInteger::valueOf).toList();
    }

    /** Adds one fen after another until the person bears less than 10%, the cap is reached or nothing is left to pay. */
    private static List<Integer> byCounting(int cap, List<Integer> eligible, List<Integer> left) {
        List<Integer> payments = new ArrayList<>();
        int total = 0;
        int borne = 0;
        int paid = 0;
        for (int bill = 0; bill < eligible.size(); bill++) {
            total += eligible.get(bill);
            borne += left.get(bill);
            int payment = 0;
            while (10 * borne >= total && payment < left.get(bill) && paid < cap) {
                payment++;
                borne--;
                paid++;
            }
            payments.add(payment);
        }
        return payments;
    }
}
