package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reason for which a row is rejected, what is said with it, and which one comes first. */
class RejectReasonsTest {
    private static final Pattern CHINESE_THEN_ENGLISH = Pattern.compile("(?s).*\\p{IsHan}.*。 [A-Za-z].*[a-z]{2}.*\\.");

    /** Rows of bills, {@code ->}, reason, column, value, words of the message in Chinese and in English. GOOD: all after the ids. */
    private static final String BILLS = """
            B1,P1                                                         -> bad-row|||读到/表头：2/10|read/header: 2/10
            B2,P1,GOOD,9                                                  -> bad-row|||11/10|11/10
            ,P1,GOOD                                                      -> missing-field|bill_id||账单号是空的|Bill id is empty
            B3,,GOOD                                                      -> missing-field|person_id||人员编号是空的|Person id is empty
            B4,P1,,2020-02-09,1000.00,900.00,0,0,0,0                      -> missing-field|admission_date||入院日期是空的|Admission date is empty
            B5,P1,2020-02-01,"",1000.00,900.00,0,0,0,0                    -> missing-field|discharge_date||出院日期|Discharge date
            B6,P1,2020-02-01,2020-02-09,,900.00,0,0,0,0                   -> missing-field|total_cost||总费用是空的|total cost is empty
            B7,P1,2020-02-01,2020-02-09,1000.00,,0,0,0,0                  -> missing-field|eligible_cost||合规费用|eligible cost
            B8,P1,2020-02-01,2020-02-09,1000.00,900.00,,0,0,0             -> missing-field|basic_paid||基本医保支付|basic insurance
            B9,P1,2020-02-01,2020-02-09,1000.00,900.00,0,,0,0             -> missing-field|critical_illness_paid||大病保险支付|critical-illness
            BA,P1,2020-02-01,2020-02-09,1000.00,900.00,0,0,,0             -> missing-field|hospital_waiver||医疗机构减免|waiver
            BB,P1,2020-02-01,2020-02-09,1000.00,900.00,0,0,0,             -> missing-field|medical_assistance_paid||医疗救助支付|assistance
            BC,P1,2020-02-30,2020-02-09,1000.00,900.00,0,0,0,0            -> bad-date|admission_date|2020-02-30|“2020-02-30”，日期不对。要填真实的日期|"2020-02-30"
            BD,P1,2020-02-01,2020/02/09,1000.00,900.00,0,0,0,0            -> bad-date|discharge_date|2020/02/09|年-月-日|year-month-day
            BE,P1,2020-02-10,2020-02-09,1000.00,900.00,0,0,0,0            -> bad-date|discharge_date|2020-02-09|出院不能早于入院|may not be before
            BF,P1,2020-02-01,2020-02-09,-1,900.00,0,0,0,0                 -> bad-amount|total_cost|-1|总费用读到“-1”|"-1"
            BG,P1,2020-02-01,2020-02-09,1000.00,９００,0,0,0,0            -> bad-amount|eligible_cost|９００|“９００”，不符合要求|yuan in digits
            BH,P1,2020-02-01,2020-02-09,1000.00,900.00,"1,0",0,0,0        -> bad-amount|basic_paid|1,0|小数点后最多两位|at most two decimals
            BI,P1,2020-02-01,2020-02-09,1000.00,900.00,0,.5,0,0           -> bad-amount|critical_illness_paid|.5|“.5”|".5"
            BJ,P1,2020-02-01,2020-02-09,1000.00,900.00,0,0, 1,0           -> bad-amount|hospital_waiver| 1|“ 1”|" 1"
            BK,P1,2020-02-01,2020-02-09,1000.00,900.00,0,0,0,1e2          -> bad-amount|medical_assistance_paid|1e2|“1e2”|"1e2"
            BL,P1,2020-02-01,2020-02-09,900.00,900.01,0,0,0,0             -> amounts-inconsistent|eligible_cost|900.01|不能超过总费用|above total cost
            BM,P1,2020-02-01,2020-02-09,1000.00,900.00,900,0,0,0.01       -> amounts-inconsistent|eligible_cost|900.00|各方支付合计|all payments together
            GOOD1,P1,GOOD                                                 -> duplicate-bill|bill_id|GOOD1|前面已经出现过|earlier row
            BN,P9,GOOD                                                    -> unknown-person|person_id|P9|不在名单里|not on the list
            BO,p1,GOOD                                                    -> unknown-person|person_id|p1|名单里有“P1”，只差字母大小写|"P1" is, which differs only in letter case
            BP,P1,2019-12-01,2019-12-31,1000.00,900.00,0,0,0,0            -> not-covered|discharge_date|2019-12-31|2020-01-01 到 2020-12-31|2020-01-01 to 2020-12-31
            BQ,P3,GOOD                                                    -> not-covered|discharge_date|2020-02-09|脱贫享受政策、即时帮扶|policy beneficiary
            """;

    private static final String CLAIMS = """
            C1,P1                                      -> bad-row|||2/10|2/10
            ,P1,A1,2020-02-01,death,,,,,               -> missing-field|claim_id||案件号|Claim
            C2,,A1,2020-02-01,death,,,,,               -> missing-field|person_id||人员编号|Person
            C3,P1,,2020-02-01,death,,,,,               -> missing-field|accident_id||事故号|ccident
            C4,P1,A1,,death,,,,,                       -> missing-field|accident_date||事故日期|ccident date
            C5,P1,A1,2020-02-01,,,,,,                  -> missing-field|kind||类型|kind
            C6,P1,A1,2020-02-01,disability,,,,,        -> missing-field|grade||伤残等级|grade
            C7,P1,A1,2020-02-01,medical,,,,,           -> missing-field|eligible_cost||合规费用|eligible cost
            C8,P1,A1,2020-2-1,death,,,,,               -> bad-date|accident_date|2020-2-1|年-月-日|year-month-day
            C9,P1,A1,2020-02-01,Death,,,,,             -> bad-kind|kind|Death|身故|death
            CA,P1,A1,2020-02-01,disability,0,,,,       -> bad-grade|grade|0|“0”|"0"
            CB,P1,A1,2020-02-01,disability,11,,,,      -> bad-grade|grade|11|10|10
            CC,P1,A1,2020-02-01,disability,03,,,,      -> bad-grade|grade|03|“03”|"03"
            CD,P1,A1,2020-02-01,medical,,1.,,,         -> bad-amount|eligible_cost|1.|“1.”|"1."
            CE,P1,A1,2020-02-01,death,,,x,,            -> bad-amount|other_paid|x|“x”|"x"
            CF,P1,A1,2020-02-01,disability,1,,,1.234,  -> bad-amount|disaster_paid|1.234|“1.234”|"1.234"
            CG,P1,A1,2020-02-01,medical,,100,60,40.01, -> amounts-inconsistent|eligible_cost|100|“100”|"100"
            GOOD1,P1,A1,2020-02-01,death,,,,,          -> duplicate-claim|claim_id|GOOD1|前面已经出现过|earlier row
            CH,P9,A1,2020-02-01,death,,,,,             -> unknown-person|person_id|P9|不在名单里|not on the list
            CI,P1,A1,2021-01-01,death,,,,,             -> not-covered|accident_date|2021-01-01|2020-12-31|2020-12-31
            CJ,P1,A2,2020-12-31,身故,,,,,              -> already-deceased|kind|身故|身故|death
            """;

    /** Rows that two neighbouring reasons fit; the first of them is given. */
    private static final String BILLS_BETWEEN = """
            ,P1                                                  -> bad-row|
            B1,,x,2020-02-09,1,1,0,0,0,0                         -> missing-field|person_id
            B1,P1,2020-02-01,2020-02-09,,1,0,0,0,x               -> missing-field|total_cost
            B1,P1,x,y,1,1,0,0,0,0                                -> bad-date|admission_date
            B1,P1,2020-02-10,2020-02-09,x,1,0,0,0,0              -> bad-date|discharge_date
            B1,P1,2020-02-01,2020-02-09,1,2,0,0,0,x              -> bad-amount|medical_assistance_paid
            B1,P1,2020-02-01,2020-02-09,x,2,0,0,0,x              -> bad-amount|total_cost
            GOOD1,P1,2020-02-01,2020-02-09,1,2,0,0,0,0           -> amounts-inconsistent|eligible_cost
            GOOD1,P9,GOOD                                        -> duplicate-bill|bill_id
            B1,P9,2019-02-01,2019-02-09,1,1,0,0,0,0              -> unknown-person|person_id
            B1,P1,GOOD                                           -> duplicate-bill|bill_id
            B2,P3,GOOD                                           -> not-covered|discharge_date
            B2,P1,GOOD                                           -> duplicate-bill|bill_id
            """;

    private static final String CLAIMS_BETWEEN = """
            ,P1                                            -> bad-row|
            C1,P1,A1,x,disability,,,,,                     -> missing-field|grade
            C1,P1,A1,x,no-kind,,,,,                        -> bad-date|accident_date
            C1,P1,A1,2020-02-01,no-kind,x,x,x,x,           -> bad-kind|kind
            C1,P1,A1,2020-02-01,disability,x,,x,,          -> bad-grade|grade
            C1,P1,A1,2020-02-01,medical,,1,2,x,            -> bad-amount|disaster_paid
            GOOD1,P1,A1,2020-02-01,medical,,1,2,,          -> amounts-inconsistent|eligible_cost
            GOOD1,P9,A1,2020-02-01,medical,,2,2,,          -> duplicate-claim|claim_id
            C1,P9,A1,2019-02-01,medical,x,2,2,,            -> unknown-person|person_id
            C2,P3,A1,2020-02-01,death,,,,,                 -> not-covered|accident_date
            C3,P1,A1,2019-12-31,death,,,,,                 -> not-covered|accident_date
            C4,P1,A1,2020-01-02,death,,,,,                 -> already-deceased|kind
            """;

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void members() {
        desk = new Desk(folder)
                .write("members.csv", Desk.MEMBERS + "\nP1,policy-beneficiary,2019-06-01,\nP3,poor,2019-06-01,\n");
    }

    @Test
    void reasonsOfBills() {
        expect(Desk.SETTLE, "bills.csv", bill("GOOD1,P1,GOOD"), BILLS);
    }

    @Test
    void reasonsOfClaims() {
        expect(Desk.DECIDE, "claims.csv", Desk.CLAIMS + "\nGOOD1,P1,A1,2020-01-01,death,,,,,", CLAIMS);
    }

    @Test
    void theFirstReasonThatAppliesToABillIsGiven() {
        expect(Desk.SETTLE, "bills.csv", bill("GOOD1,P1,GOOD"), BILLS_BETWEEN);
    }

    @Test
    void theFirstReasonThatAppliesToAClaimIsGiven() {
        expect(Desk.DECIDE, "claims.csv", Desk.CLAIMS + "\nGOOD1,P1,A1,2020-01-01,death,,,,,", CLAIMS_BETWEEN);
    }

    /** A table of rows and what is expected of each, after a good row. */
    private void expect(String line, String file, String good, String table) {
        List<String> rows = new ArrayList<>(List.of(good));
        List<String> expected = new ArrayList<>();
        for (String both : table.lines().toList()) {
            int arrow = both.indexOf("->");
            rows.add(cells(both.substring(0, arrow).stripTrailing()));
            expected.add(rows.size() + 1 + "|" + both.substring(arrow + 2).strip());
        }
        desk.write(file, String.join("\n", rows) + "\n");
        assertEquals(2, desk.run(line).status());
        assertEquals(1, desk.rows("out.csv").size());
        List<List<String>> rejects = desk.rows("rejects.csv");
        List<String> got = new ArrayList<>();
        for (int index = 0; index < Math.min(rejects.size(), expected.size()); index++) {
            String[] wanted = expected.get(index).split("\\|", -1);
            List<String> reject = rejects.get(index);
            String message = reject.get(5);
            assertTrue(CHINESE_THEN_ENGLISH.matcher(message).matches(), message);
            Stream<String> words = Stream.of(wanted).skip(4).map(word -> message.contains(word) ? word : message);
            Stream<String> read = Stream.of(reject.get(0), reject.get(2), reject.get(3), reject.get(4));
            got.add(String.join(
                    "|",
                    Stream.concat(read.limit(Math.min(4, wanted.length)), words).toList()));
        }
        assertEquals(String.join("\n", expected), String.join("\n", got));
        assertEquals(expected.size(), rejects.size());
    }

    private static String bill(String row) {
        return Desk.BILLS + "\n" + cells(row);
    }

    private static String cells(String row) {
        return row.replace(",GOOD", ",2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0");
    }

    /** A number of 16 digits in a cell has lost those beyond the 15th. */
    @Test
    void idsThatLostDigitsInASpreadsheet() throws IOException {
        String[] header = Desk.BILLS.split(",", -1);
        try (OutputStream out = Files.newOutputStream(desk.path("bills.xlsx"));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("bills");
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            for (int row = 1; row <= 4; row++) {
                String[] good = cells("B" + row + ",P1,GOOD").split(",", -1);
                for (int column = 0; column < good.length; column++) {
                    sheet.value(row, column, good[column]);
                }
            }
            sheet.value(1, 0, 1234567890123456L);
            sheet.value(2, 1, 371002200001011234L);
            sheet.value(2, 2, ""); // an id that lost digits comes before a field that is missing
            sheet.value(3, 0, "1234567890123456");
            sheet.value(4, 0, 123456789012345L);
        }
        assertEquals(2, desk.run(Desk.SETTLE.replace("bills.csv", "bills.xlsx")).status());
        List<List<String>> rejects = desk.rows("rejects.csv");
        assertEquals(
                "2 bad-id bill_id",
                String.join(
                        " ",
                        rejects.get(0).get(0),
                        rejects.get(0).get(2),
                        rejects.get(0).get(3)));
        assertEquals(
                "3 bad-id person_id",
                String.join(
                        " ",
                        rejects.get(1).get(0),
                        rejects.get(1).get(2),
                        rejects.get(1).get(3)));
        assertEquals(2, rejects.size());
        assertEquals(
                List.of("123456789012345", "1234567890123456"),
                desk.rows("out.csv").stream().map(List::getFirst).sorted().toList());
    }

    /** {@code value} is cut at 200 characters, of which some take two chars and four bytes; the id is not cut. */
    @Test
    void longValuesAreCut() {
        String rare = "𠮷".repeat(199) + "éx";
        String long300 = "九".repeat(300);
        desk.write(
                "bills.csv",
                bill(rare + "," + rare + ",GOOD") + "\n" + cells("B2," + long300 + ",GOOD") + "\n"
                        + cells("B3,P1,GOOD").replace("1000.00", "1".repeat(201)) + "\n");
        assertEquals(2, desk.run(Desk.SETTLE).status());
        List<List<String>> rejects = desk.rows("rejects.csv");
        assertEquals(rare, rejects.get(0).get(1));
        assertEquals("𠮷".repeat(199) + "é", rejects.get(0).get(4));
        assertEquals("九".repeat(200), rejects.get(1).get(4));
        assertEquals("1".repeat(200), rejects.get(2).get(4));
        assertTrue(
                rejects.get(1).get(5).contains("“" + "九".repeat(200) + "”"),
                rejects.get(1).get(5));
    }

    /** Records are counted, the header as 1, empty lines too; a line break inside quotes ends no record. */
    @Test
    void rowsAreCountedAsRecords() {
        String bad = ",2020-02-01,x,1,1,0,0,0,0";
        desk.write(
                "bills.csv",
                "\n\r\n" + Desk.BILLS + "\r\n\n\"B\n1\",P1" + bad + "\n\r\n\n\"B2\",\"P\r\n\r\n1\"" + bad + "\n\nB3,P1"
                        + bad);
        assertEquals(2, desk.run(Desk.SETTLE).status());
        assertEquals(
                List.of("5 B\n1", "8 B2", "10 B3"),
                desk.rows("rejects.csv").stream()
                        .map(reject -> reject.get(0) + " " + reject.get(1))
                        .toList());
    }

    /** Ids are compared letter for letter: case, spaces and full-width forms count. */
    @Test
    void idsThatAreAlmostTheSame() {
        desk.write("members.csv", Desk.MEMBERS + "\nAb,policy-beneficiary,2019-01-01,\naB,poor,2019-01-01,\n");
        List<String> ids = List.of("ab", "AB", "Ab ", "Ａb", "aB", "Ab");
        StringBuilder bills = new StringBuilder(Desk.BILLS);
        ids.forEach(id -> bills.append('\n').append(cells("B" + id + "," + id + ",GOOD")));
        desk.write("bills.csv", bills.toString());
        assertEquals(2, desk.run(Desk.SETTLE).status());
        List<String> got = desk.rows("rejects.csv").stream()
                .map(row -> row.get(4) + " " + row.get(2) + (row.get(5).contains("letter case") ? " case" : ""))
                .toList();
        assertEquals(
                List.of(
                        "ab unknown-person case",
                        "AB unknown-person case",
                        "Ab  unknown-person",
                        "Ａb unknown-person",
                        "2020-02-09 not-covered"),
                got);
    }
}
