package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb {@code premium}: LY2's sum, Weihai's districts, and what it refuses. */
class PremiumVerbTest {
    private static final Path EXAMPLES = Path.of("../examples/allocation");
    private static final String WEIHAI = "premium --pack weihai-2020 --headcounts {}/weihai.csv --out {}/out.csv";
    private static final String LIANYUNGANG =
            "premium --pack lianyungang-2021 --headcounts {}/lianyungang.csv --out {}/out.csv";

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void aDeskWithTheExamples() throws IOException {
        desk = new Desk(folder)
                .write("weihai.csv", Files.readAllBytes(EXAMPLES.resolve("headcounts-weihai-2020.csv")))
                .write("lianyungang.csv", Files.readAllBytes(EXAMPLES.resolve("headcounts-lianyungang-2021.csv")))
                .write("out.csv", "earlier");
    }

    /** LY2 ③: 26,780 x 10% x 100 = 267,800, less 172,686.63, leaves 95,113.37. */
    @Test
    void theRequestOfLianyungangComesOut() {
        Answer answer = desk.run(LIANYUNGANG + " --carry-over 172686.63");
        assertEquals(0, answer.status(), answer::toString);
        assertEquals("""
                division,product,payer,headcount,rate,amount
                320703,poverty-prevention,district,2678,100.00,95113.37
                320703,poverty-prevention,carry-over,2678,100.00,172686.63
                320703,poverty-prevention,due,2678,100.00,95113.37
                """, desk.read("out.csv"));
        answer.oneClearLine("仍需筹集 95,113.37 元", "95,113.37 to be raised");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
            rows                                                   | surplus   | expected
            320703,rural-population,26780                          | 267800    | 320703,poverty-prevention,district,2678,100.00,0.00; 320703,poverty-prevention,carry-over,2678,100.00,267800.00; 320703,poverty-prevention,due,2678,100.00,0.00
            320703,rural-population,26780                          | 267800.01 | 320703,poverty-prevention,district,2678,100.00,0.00; 320703,poverty-prevention,carry-over,2678,100.00,267800.00; 320703,poverty-prevention,due,2678,100.00,0.00; 320703,,surplus-carry-over,,,0.01
            320703,农村人口,26785                                  | 0         | 320703,poverty-prevention,district,2678.5,100.00,267850.00; 320703,poverty-prevention,carry-over,2678.5,100.00,0.00; 320703,poverty-prevention,due,2678.5,100.00,267850.00
            ``                                                     | 5         | ``
            """)
    void surplusesAndBases(String rows, String surplus, String expected) {
        desk.write("lianyungang.csv", "division,measure,value\n" + (rows.isEmpty() ? "" : rows + "\n"));
        assertEquals(0, desk.run(LIANYUNGANG + " --carry-over " + surplus).status());
        assertEquals(
                expected, String.join("; ", desk.read("out.csv").lines().skip(1).toList()));
    }

    /**
     * Weihai: each district's premium is paid to the fen by province, city and itself, whose share is never below 0; province and city
     * together are the money of the annex.
     */
    @Test
    void everyDistrictOfWeihaiPaysTheRest() {
        assertEquals(0, desk.run(WEIHAI).status());
        Map<String, BigDecimal> sums = sums();
        assertEquals(new BigDecimal("16953786.00"), sums.get("due"));
        assertEquals(new BigDecimal("2720000.00"), sums.get("province"));
        assertEquals(new BigDecimal("6000000.00"), sums.get("city"));
        assertEquals(new BigDecimal("8233786.00"), sums.get("district"));
        for (List<String> row : desk.rows("out.csv")) {
            assertTrue(new BigDecimal(row.get(5)).signum() >= 0, row::toString);
            if (row.get(2).equals("due")) {
                assertEquals(
                        new BigDecimal(row.get(5)),
                        new BigDecimal(row.get(3)).multiply(new BigDecimal(row.get(4))),
                        row::toString);
            }
        }
        assertEquals(8 * 2 * 5, desk.rows("out.csv").size());
    }

    @Test
    void aSurplusOfTheCityIsSharedOutByPremium() {
        assertEquals(0, desk.run(WEIHAI + " --carry-over 1000000").status());
        Map<String, BigDecimal> sums = sums();
        assertEquals(new BigDecimal("1000000.00"), sums.get("carry-over"));
        assertEquals(new BigDecimal("15953786.00"), sums.get("due"));
        assertEquals(new BigDecimal("7233786.00"), sums.get("district"));
    }

    @Test
    void donationsPayBeforeTheDistrict() {
        desk.write("weihai.csv", desk.read("weihai.csv") + "371082,donated-premium-amount,0.07\n");
        assertEquals(0, desk.run(WEIHAI).status());
        assertEquals(new BigDecimal("0.07"), sums().get("donations"));
        assertEquals(new BigDecimal("8233785.93"), sums().get("district"));
    }

    private Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        desk.rows("out.csv").forEach(row -> sums.merge(row.get(2), new BigDecimal(row.get(5)), BigDecimal::add));
        return sums;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WEIHAI --carry-over -1                          | --carry-over 读到“-1” | --carry-over reads "-1"
            WEIHAI --carry-over 1.234                       | 读到“1.234” | reads "1.234"
            WEIHAI --carry-over 1,000                       | 读到“1,000” | reads "1,000"
            WEIHAI --carry-over                             | 参数有误 | '--carry-over' (X)
            premium --pack licheng-2020 --headcounts {}/weihai.csv --out {}/out.csv | licheng-2020 没有规定保费 | licheng-2020 does not say what a premium comes to
            premium --pack weihai-2020 --headcounts {}/lianyungang.csv --out {}/out.csv | 第 2 行：没有区划“320703” | row 2: There is no division "320703"
            premium --pack lianyungang-2021 --headcounts {}/weihai.csv --out {}/out.csv | 第 2 行：没有指标 | row 2: There is no measure "insured-without-city-standard"; accepted are: rural-population
            premium --pack weihai-2020 --out {}/out.csv     | 参数有误 | '--headcounts=H'
            """)
    void whatCannotBeWorkedOutIsSaid(String line, String chinese, String english) {
        Map<String, String> before = desk.contents();
        desk.run(line.replace("WEIHAI", WEIHAI)).refuses(chinese, english);
        assertEquals(before, desk.contents());
    }

    @Test
    void aDistrictLeftOutIsNamed() {
        desk.write("weihai.csv", desk.read("weihai.csv").replace("371073,insured,2412\n", ""));
        desk.run(WEIHAI)
                .refuses("区划“371073”（临港区）缺少指标“insured”", "The division \"371073\" (Lingang) has no \"insured\"");
        assertEquals("earlier", desk.read("out.csv"));
    }

    @Test
    void aSurplusWithNobodyInsuredHasNowhereToGo() {
        desk.write("lianyungang.csv", "division,measure,value\n320703,rural-population,0\n");
        desk.run(LIANYUNGANG + " --carry-over 1").refuses("“rural-population”全是 0", "All of \"rural-population\" is 0");
        assertEquals(0, desk.run(LIANYUNGANG).status());
    }
}
