package fangpin.batch.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH3 §3.2 and SD §4.2 worked by hand. */
class PlainClaimsTest {
    private static final String MEMBERS =
            "person_id,category,from,to\nP,policy-beneficiary,2018-01-01,\nQ,instant-help,2020-05-02,\nX,other,2018-01-01,\n";
    private static final String HEADER =
            "claim_id,person_id,accident_id,accident_date,kind,grade,eligible_cost,other_paid,disaster_paid,cause\n";

    /**
     * Claims of one person one after another: accident, kind, grade or eligible cost, then by choice what others paid, what the
     * disaster insurance paid, and the cause.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # WH3 §3.2: death 50,000
            A death -                          | 50000.00
            # WH3 §3.2: grade 1 is 50,000, each lower grade 10% of the sum insured less (R4), grade 10 the least, 5,000
            A disability 1                     | 50000.00
            A disability 2                     | 45000.00
            A disability 3                     | 40000.00
            A disability 4                     | 35000.00
            A disability 5                     | 30000.00
            A disability 6                     | 25000.00
            A disability 7                     | 20000.00
            A disability 8                     | 15000.00
            A disability 9                     | 10000.00
            A disability 10                    | 5000.00
            # the grade is the worst so far: a rising one pays the difference, a milder one nothing
            A disability 10; A disability 9    | 5000.00; 5000.00
            A disability 9; A disability 10    | 10000.00; 0.00
            A disability 3; A disability 3     | 40000.00; 0.00
            # R9: death after disability pays the difference; a disability after death nothing
            A disability 10; A death -         | 5000.00; 45000.00
            A disability 1; A death -          | 50000.00; 0.00
            A death -; A disability 1          | 50000.00; 0.00
            # 50,000 for the person in the period over all accidents (R9)
            A disability 5; B disability 6     | 30000.00; 20000.00
            A disability 5; B disability 7     | 30000.00; 20000.00
            A disability 5; B disability 8     | 30000.00; 15000.00
            A disability 5; B death -          | 30000.00; 20000.00
            A disability 6; B disability 6; A disability 1 | 25000.00; 25000.00; 0.00
            # SD §4.2: for a listed cause the disaster insurance pays first, this cover tops up to its own standard (R8)
            A death - - 49999.99 fire          | 0.01
            A death - - 50000 fire             | 0.00
            A death - - 50000.01 fire          | 0.00
            A death - - 30000 natural-disaster | 20000.00
            A death - - 30000 drowning         | 20000.00
            A death - - 30000 home-gas-poisoning | 20000.00
            A death - - 30000 explosion        | 20000.00
            A death - - 30000 electric-shock   | 20000.00
            A death - - 30000 fire             | 20000.00
            A death - - 30000 自然灾害           | 20000.00
            A death - - 30000 溺水              | 20000.00
            A death - - 30000 居家煤气中毒        | 20000.00
            A death - - 30000 爆炸              | 20000.00
            A death - - 30000 火灾              | 20000.00
            A death - - 30000 触电              | 20000.00
            # SD §4.2: any other cause, or none, is not listed; words match exactly
            A death - - 30000 fall             | 50000.00
            A death - - 30000 Fire             | 50000.00
            A death - - 30000 煤气中毒            | 50000.00
            A death - - 30000                  | 50000.00
            # what others paid does not lower a lump sum
            A death - 30000                    | 50000.00
            # running sums of the accident (R8): the disaster payments of both rows come off the higher standard
            A disability 5 - 10000 fire; A death - - 15000 fire | 20000.00; 5000.00
            A disability 5 - 40000 fire; A disability 1 - 0 fire | 0.00; 10000.00
            A disability 5 - 10000 fire; A death - - 40000 fire | 20000.00; 0.00
            # only the rows with a listed cause count, and only those of this accident
            A disability 5 - 10000 fall; A death - - 15000 fire | 30000.00; 5000.00
            A disability 5 - 10000 fire; B disability 5 | 20000.00; 30000.00
            # disaster payments on medical rows do not lower the lump sum
            A medical 1000 - 500 fire; A death -  | 220.00; 50000.00
            # WH3 §3.2: 100 deductible, then 80%; half up to the fen (R3): 0.8, 1.6, 2.4, 3.2, 4 fen
            A medical 0                        | 0.00
            A medical 99.99                    | 0.00
            A medical 100.00                   | 0.00
            A medical 100.01                   | 0.01
            A medical 100.02                   | 0.02
            A medical 100.03                   | 0.02
            A medical 100.04                   | 0.03
            A medical 100.05                   | 0.04
            A medical 1100                     | 800.00
            # WH3 §3.2: limit 20,000, reached at 25,100.00 (24,999.99 x 80% = 19,999.992)
            A medical 25099.99                 | 19999.99
            A medical 25100.00                 | 20000.00
            A medical 25100.01                 | 20000.00
            # R5: the deductible is per accident, and rounding is of the running sum
            A medical 60; A medical 60         | 0.00; 16.00
            A medical 60; B medical 60         | 0.00; 0.00
            A medical 100.01; A medical 0.01; A medical 0.01; A medical 0.01 | 0.01; 0.01; 0.00; 0.01
            # R5: the limit is the period's: 16,000 and 4,000 make 20,000
            A medical 20100; B medical 5099.99 | 16000.00; 3999.99
            A medical 20100; B medical 5100    | 16000.00; 4000.00
            A medical 20100; B medical 5100.01; C medical 200 | 16000.00; 4000.00; 0.00
            # the two limits are apart
            A medical 30000; A death -         | 20000.00; 50000.00
            # R11: literal base, but all payers together never above the cost: 720 owed of 1,000
            A medical 1000 279.99              | 720.00
            A medical 1000 280.00              | 720.00
            A medical 1000 280.01              | 719.99
            A medical 1000 999.99              | 0.01
            A medical 1000 1000                | 0.00
            # R11 over the accident: the first row's own part makes room for the second row's payers
            A medical 1000; A medical 1000 1000 | 720.00; 280.00
            A medical 1000 1000; A medical 1000 | 0.00; 1000.00
            # SD §4.2 on medical rows (R8): 720 owed, less what came first
            A medical 1000 - 200 fire          | 520.00
            A medical 1000 - 719.99 fire       | 0.01
            A medical 1000 - 720 fire          | 0.00
            A medical 1000 - 720.01 fire       | 0.00
            A medical 1000 - 1000 fire         | 0.00
            # not a listed cause: it only counts against the cost (R11)
            A medical 1000 - 200 fall          | 720.00
            A medical 1000 - 400 fall          | 600.00
            A medical 1000 - 400               | 600.00
            # both others: 520 owed, 600 left of the cost; then 500 left
            A medical 1000 200 200 fire        | 520.00
            A medical 1000 300 200 fire        | 500.00
            # a disaster payment that comes later is not clawed back
            A medical 1000; A medical 1000 0 1000 fire | 720.00; 0.00
            # 80% of 2,900 is 2,320, less 1,000 that came first, less 720 paid
            A medical 1000; A medical 2000 0 1000 fire | 720.00; 600.00
            # disaster payments on lump-sum rows do not lower the medical part
            A disability 10 - 5000 fire; A medical 1000 - 0 fire | 0.00; 720.00
            """)
    void sequences(String claims, String benefits) {
        StringBuilder file = new StringBuilder(HEADER);
        int number = 0;
        for (String claim : claims.split("; ", -1)) {
            List<String> words = new ArrayList<>(List.of(claim.split(" ", -1)));
            while (words.size() < 6) {
                words.add("-");
            }
            words.replaceAll(word -> word.equals("-") ? "" : word);
            number++;
            boolean medical = words.get(1).equals("medical");
            // What the kind does not use may hold anything.
            String figures = medical ? "none," + words.get(2) : words.get(2) + ",none";
            file.append(number)
                    .append(",P,")
                    .append(words.get(0))
                    .append(",2020-06-01,")
                    .append(words.get(1));
            file.append(',')
                    .append(figures)
                    .append(',')
                    .append(String.join(",", words.subList(3, 6)))
                    .append('\n');
        }
        PlainResult result = PlainClaims.decide(MEMBERS, file.toString());
        assertEquals(List.of(), result.rejectLines());
        assertEquals(
                benefits,
                String.join(
                        "; ", result.accepted().stream().map(row -> row.get(2)).toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C,P,A,2020-01-01,death,,,,                    | 2,C,bad-row,,
            ,P,A,2020-01-01,death,,,,,                    | 2,,missing-field,claim_id,
            C,,A,2020-01-01,death,,,,,                    | 2,C,missing-field,person_id,
            C,P,,2020-01-01,death,,,,,                    | 2,C,missing-field,accident_id,
            C,P,A,,death,,,,,                             | 2,C,missing-field,accident_date,
            C,P,A,bad,,,,,,                               | 2,C,missing-field,kind,
            C,P,A,bad,disability,,,,,                     | 2,C,missing-field,grade,
            C,P,A,bad,伤残,,,,,                            | 2,C,missing-field,grade,
            C,P,A,bad,medical,x,,,,                       | 2,C,missing-field,eligible_cost,
            C,P,A,2020-02-30,dead,,,,,                    | 2,C,bad-date,accident_date,2020-02-30
            C,P,A,2020-02-03,dead,,,x,,                   | 2,C,bad-kind,kind,dead
            C,P,A,2020-02-03,Death,,,,,                   | 2,C,bad-kind,kind,Death
            C,P,A,2020-02-03,disability,0,,x,,            | 2,C,bad-grade,grade,0
            C,P,A,2020-02-03,disability,11,,x,,           | 2,C,bad-grade,grade,11
            C,P,A,2020-02-03,disability,01,,x,,           | 2,C,bad-grade,grade,01
            C,P,A,2020-02-03,disability,１,,x,,            | 2,C,bad-grade,grade,１
            C,P,A,2020-02-03,medical,0,1.,x,,             | 2,C,bad-amount,eligible_cost,1.
            C,P,A,2020-02-03,medical,0,1,x,y,             | 2,C,bad-amount,other_paid,x
            C,P,A,2020-02-03,death,0,1.,,y,               | 2,C,bad-amount,disaster_paid,y
            C,P,A,2020-02-03,disability,3,1.,x,y,         | 2,C,bad-amount,other_paid,x
            C,W,A,2020-02-03,medical,,1.00,0.50,0.51,     | 2,C,amounts-inconsistent,eligible_cost,1.00
            C,p,A,2020-02-03,death,,,,,                   | 2,C,unknown-person,person_id,p
            C,P,A,2019-12-31,death,,,,,                   | 2,C,not-covered,accident_date,2019-12-31
            C,P,A,2021-01-01,death,,,,,                   | 2,C,not-covered,accident_date,2021-01-01
            C,Q,A,2020-05-01,death,,,,,                   | 2,C,not-covered,accident_date,2020-05-01
            C,X,A,2020-05-01,death,,,,,                   | 2,C,not-covered,accident_date,2020-05-01
            """)
    void oneReject(String claim, String reject) {
        PlainResult result = PlainClaims.decide(MEMBERS, HEADER + claim);
        assertEquals(List.of(), result.acceptedLines());
        assertEquals(List.of(reject), result.rejectLines());
    }

    @Test
    void paymentsOfOthersAreComparedWithTheCostOfMedicalRowsOnly() {
        PlainResult result = PlainClaims.decide(MEMBERS, HEADER + "C,P,A,2020-02-03,death,,1.00,0.50,0.51,\n");
        assertEquals(List.of("C,P,50000.00"), result.acceptedLines());
    }

    @Test
    void orderIsByAccidentDateThenByTheBytesOfTheClaimIds() {
        PlainResult result = PlainClaims.decide(
                MEMBERS,
                HEADER + "C2,P,A,2020-02-03,disability,8,,,,\nC10,P,A,2020-02-03,disability,9,,,,\n"
                        + "D,P,A,2020-02-02,disability,10,,,,\n");
        assertEquals(List.of("D,P,5000.00", "C10,P,5000.00", "C2,P,5000.00"), result.acceptedLines());
    }

    @Test
    void theSecondDeathIsTheLaterOneInThePersonsOrderWhateverTheAccident() {
        PlainResult result = PlainClaims.decide(
                MEMBERS,
                HEADER + "C1,P,A,2020-02-04,death,,,,,\nC2,P,B,2020-02-03,身故,,,,,\nC3,P,B,2020-02-03,身故,,,,,\n"
                        + "C4,Q,A,2020-06-03,death,,,,,\nC4,Q,A,2020-06-04,death,,,,,\n");
        assertEquals(List.of("C2,P,50000.00", "C4,Q,50000.00"), result.acceptedLines());
        assertEquals(
                List.of(
                        "2,C1,already-deceased,kind,death",
                        "4,C3,already-deceased,kind,身故",
                        "6,C4,duplicate-claim,claim_id,C4"),
                result.rejectLines());
    }

    @Test
    void anAccidentNumberIsThePersonsOwn() {
        PlainResult result = PlainClaims.decide(
                MEMBERS, HEADER + "C1,P,A,2020-06-04,medical,,90,,,\nC2,Q,A,2020-06-04,medical,,90,,,\n");
        assertEquals(List.of("C1,P,0.00", "C2,Q,0.00"), result.acceptedLines());
    }

    @Test
    void withoutTheOptionalColumnsNothingCameFirst() {
        String claims = "案件号,身份证号,事故号,事故日期,类型,伤残等级,合规费用,其他支付\nC1,P,A,2020-06-04,医疗,,1000,280.01\n";
        assertEquals(List.of("C1,P,719.99"), PlainClaims.decide(MEMBERS, claims).acceptedLines());
    }
}
