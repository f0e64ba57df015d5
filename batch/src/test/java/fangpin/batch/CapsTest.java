package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caps are reached to the fen, and nothing passes them. */
class CapsTest {
    /** The largest eligible cost that, left by everybody, is owed 600,000.00 or less. */
    private static final BigDecimal COST_AT_CAP = new BigDecimal("666666.66");

    private static final String REST = ",0.00,0.00,0.00,0.00\n";

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void aDesk() {
        desk = new Desk(folder);
    }

    /** WH3 §3.1 ③. Three bills that end some fen below, at or above the cap; and then, in the next file, big ones more. */
    @Test
    void theYearsCapOfBills() {
        StringBuilder members = new StringBuilder(Desk.MEMBERS + "\n");
        StringBuilder bills = new StringBuilder(Desk.BILLS + "\n");
        for (int fen = -12; fen <= 12; fen++) {
            members.append(person(fen)).append(",policy-beneficiary,2019-06-01,\n");
            BigDecimal cost = COST_AT_CAP.add(BigDecimal.valueOf(fen, 2));
            bill(bills, fen, 1, new BigDecimal("100000.01"));
            bill(bills, fen, 2, new BigDecimal("300000.00"));
            bill(bills, fen, 3, cost.subtract(new BigDecimal("400000.01")));
        }
        desk.write("members.csv", members.toString()).write("bills.csv", bills.toString());
        Map<String, BigDecimal> years = years();
        for (int fen = -12; fen <= 12; fen++) {
            long eligible = 66_666_666L + fen;
            BigDecimal owed = BigDecimal.valueOf(eligible - (eligible - 1) / 10, 2);
            assertEquals(owed.min(new BigDecimal("600000.00")), years.get(person(fen)), person(fen));
        }
        for (int fen = -12; fen <= 12; fen++) {
            bill(bills, fen, 4, new BigDecimal("9999999999.99"));
            bill(bills, fen, 5, new BigDecimal("0.01"));
            bill(bills, fen, 6, new BigDecimal("777777.77"));
        }
        desk.write("bills.csv", bills.toString());
        years().forEach((person, year) -> assertEquals(new BigDecimal("600000.00"), year, person));
    }

    private Map<String, BigDecimal> years() {
        Answer answer = desk.run(Desk.SETTLE);
        assertEquals(0, answer.status(), answer::toString);
        return Sheet.of(desk.read("out.csv")).sums("supplementary_paid");
    }

    private static String person(int fen) {
        return "fen" + fen;
    }

    private static void bill(StringBuilder bills, int fen, int number, BigDecimal cost) {
        bills.append(person(fen)).append('-').append(number).append(',').append(person(fen));
        bills.append(",2020-0")
                .append(number)
                .append("-01,2020-0")
                .append(number)
                .append("-09,");
        bills.append(cost).append(',').append(cost).append(REST);
    }

    /** WH3 §3.2 ①: 50,000 for death and disability together, 20,000 for treatment, in the period. */
    @Test
    void theLimitsOfAccidents() {
        desk.write("claims.csv", Desk.CLAIMS + """

                D1,P1,A1,2020-02-01,disability,3,,,,
                D2,P1,A2,2020-03-01,disability,8,,,,
                D3,P1,A3,2020-04-01,death,,,,,
                M1,P1,A1,2020-02-02,medical,,12600.00,,,
                M2,P1,A2,2020-03-02,medical,,12600.00,,,
                M3,P1,A3,2020-04-02,medical,,900000.00,,,
                M4,P1,A4,2020-05-02,medical,,900000.00,,,
                """);
        assertEquals(0, desk.run(Desk.DECIDE).status());
        List<List<String>> decided = desk.rows("out.csv");
        assertEquals(
                List.of("D1 40000.00", "M1 10000.00", "D2 10000.00", "M2 10000.00", "D3 0.00", "M3 0.00", "M4 0.00"),
                decided.stream().map(row -> row.getFirst() + " " + row.get(2)).toList());
        assertTrue(desk.rows("rejects.csv").isEmpty());
    }
}
