package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb {@code allocate}: Weihai's annex from headcounts, and everything that can be wrong with a file of them. */
class AllocateVerbTest {
    private static final Path EXAMPLE = Path.of("../examples/allocation/headcounts-weihai-2020.csv");
    private static final Path DOCUMENT = Path.of("../packs/weihai-2020/WH6.md");
    private static final String ALLOCATE =
            "allocate --pack weihai-2020 --scheme special-funds-2020 --headcounts {}/headcounts.csv --out {}/out.csv";
    private static final BigDecimal WAN = new BigDecimal(10_000);

    /** The annex's columns of items, in its order; what lies between them are sub-totals. */
    private static final List<String> COLUMNS = List.of(
            "total",
            "province",
            "provincial-insurance",
            "rain-dew",
            "city",
            "non-key-village-industry",
            "microcredit",
            "municipal-insurance",
            "filial-support",
            "home-repair");

    private static final Map<String, String> DIVISIONS = Map.of(
            "环翠区", "371002",
            "文登区", "371003",
            "荣成市", "371082",
            "乳山市", "371083",
            "高区", "371071",
            "经区", "371072",
            "临港区", "371073",
            "合计", "total");

    private static final Pattern CELL = Pattern.compile("([0-9.]*)(?:\\(含南海新区([0-9.]+)\\))?");

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));
    private String example = "";

    @BeforeEach
    void aDeskWithTheExample() throws IOException {
        example = Files.readString(EXAMPLE);
        desk = new Desk(folder).write("headcounts.csv", example).write("out.csv", "earlier");
    }

    /** The document itself is what is expected: every cell of the annex of WH6, Nanhai's, sub-totals and totals included. */
    @Test
    void everyCellOfTheAnnexComesOut() throws IOException {
        Answer answer = desk.run(ALLOCATE);
        assertEquals(0, answer.status(), answer::toString);
        Map<String, BigDecimal> printed = annex();
        assertEquals(90, printed.size());
        Map<String, BigDecimal> computed = computed(desk.rows("out.csv"));
        printed.forEach((cell, amount) -> assertEquals(
                amount.setScale(2),
                computed.getOrDefault(cell, BigDecimal.ONE.negate()).setScale(2),
                cell));
        assertEquals(new BigDecimal("65950000.00"), computed.get("total total"));
        assertTrue(answer.err().contains("88.94%"), answer.err());
    }

    private static Map<String, BigDecimal> annex() throws IOException {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(DOCUMENT);
        for (String line : lines.subList(lines.indexOf("## WH6 annex"), lines.size())) {
            List<String> row = List.of(line.split("\\|", -1));
            String name = row.size() < 3 ? "" : row.get(1).strip();
            String division = DIVISIONS.getOrDefault(name.replaceFirst("\\(.*", ""), "");
            for (int column = 0; !division.isEmpty() && column < COLUMNS.size(); column++) {
                Matcher cell = CELL.matcher(row.get(column + 2).strip());
                assertTrue(cell.matches(), line);
                cells.put(division + " " + COLUMNS.get(column), yuan(cell.group(1)));
                if (division.equals("371003")) {
                    cells.put("371003-nanhai " + COLUMNS.get(column), yuan(cell.group(2)));
                }
            }
        }
        return cells;
    }

    private static BigDecimal yuan(@Nullable String wan) {
        return wan == null || wan.isEmpty() ? BigDecimal.ZERO : new BigDecimal(wan).multiply(WAN);
    }

    /** Cells of the result by division and item, with sub-totals and totals; what lies inside a unit is counted once. */
    private static Map<String, BigDecimal> computed(List<List<String>> rows) {
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String item = row.get(1);
            BigDecimal amount = new BigDecimal(row.get(2));
            boolean inside = !row.get(3).isEmpty();
            assertEquals(inside ? "371003" : "", row.get(3));
            for (String division : inside ? List.of(row.get(0)) : List.of(row.get(0), "total")) {
                cells.merge(division + " " + item, amount, BigDecimal::add);
                if (!item.startsWith("matching-")) {
                    cells.merge(division + " total", amount, BigDecimal::add);
                    String level = item.equals("provincial-insurance") || item.equals("rain-dew") ? "province" : "city";
                    cells.merge(division + " " + level, amount, BigDecimal::add);
                }
            }
        }
        return cells;
    }

    @Test
    void theDistrictsMatchOneToOne() {
        assertEquals(0, desk.run(ALLOCATE).status());
        Map<String, BigDecimal> cells = computed(desk.rows("out.csv"));
        for (String division : List.of("371002", "371003", "371003-nanhai", "371083", "total")) {
            assertEquals(cells.get(division + " non-key-village-industry"), cells.get(division + " matching-industry"));
            assertEquals(cells.get(division + " microcredit"), cells.get(division + " matching-microcredit"));
        }
        assertEquals(new BigDecimal("40000000.00"), cells.get("total matching-industry"));
    }

    /** A share's row says of how many, of what, with which remainder, and under which clause. */
    @Test
    void everyShareIsExplained() {
        assertEquals(0, desk.run(ALLOCATE + " --explain {}/explain.csv").status());
        List<List<String>> rows = desk.rows("explain.csv");
        assertEquals(9 * 8, rows.size());
        assertEquals(
                List.of(
                        "371002",
                        "provincial-insurance",
                        "WH6 §2.1.1",
                        "province",
                        "by-headcount",
                        "2720000.00",
                        "20000.00",
                        "insured-without-city-standard",
                        "220",
                        "30130",
                        "10000.00",
                        "1",
                        "29710",
                        "1",
                        "yes"),
                rows.getFirst());
        for (List<String> row : rows) {
            if (row.get(4).equals("by-headcount")) {
                // whole quanta and the remainder are the exact share: 272 quanta times 220 of 30,130
                BigDecimal quanta = new BigDecimal(row.get(5)).divide(new BigDecimal(row.get(10)));
                assertEquals(
                        quanta.multiply(new BigDecimal(row.get(8))).setScale(0),
                        new BigDecimal(row.get(11))
                                .multiply(new BigDecimal(row.get(9)))
                                .add(new BigDecimal(row.get(12)))
                                .setScale(0),
                        row::toString);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfRowsAndColumnsDoesNotMatter(long seed) {
        desk.run(ALLOCATE);
        String expected = desk.read("out.csv");
        List<String> rows = new ArrayList<>(example.lines().skip(1).toList());
        Collections.shuffle(rows, new Random(seed));
        StringBuilder turned = new StringBuilder("value,备注,measure,division\r\n");
        for (String row : rows) {
            List<String> cells = List.of(row.split(",", -1));
            turned.append('"')
                    .append(cells.get(2))
                    .append("\",x,")
                    .append(cells.get(1))
                    .append(',');
            turned.append(cells.get(0)).append("\r\n");
        }
        desk.write("headcounts.csv", turned.toString());
        assertEquals(0, desk.run(ALLOCATE).status());
        assertEquals(expected, desk.read("out.csv"), "seed " + seed);
    }

    /** Chinese header, measure and division names in GB18030, gzip, and a workbook with numbers in its cells. */
    @Test
    void everyKindOfFileGivesTheSame() throws IOException {
        desk.run(ALLOCATE);
        String expected = desk.read("out.csv");
        String chinese = example.replace("division,measure,value", "区划,指标,数值")
                .replace("insured-without-city-standard", "脱贫享受政策人口（不含市标人口）")
                .replace("371003-nanhai", "南海新区")
                .replace("371082", "荣成市");
        desk.write("headcounts.csv", chinese.getBytes(Charset.forName("GB18030")));
        assertEquals(0, desk.run(ALLOCATE).status());
        assertEquals(expected, desk.read("out.csv"));
        desk.write("headcounts.csv.gz", Packed.packed(Packed.text(chinese)));
        assertEquals(
                0,
                desk.run(ALLOCATE.replace("headcounts.csv", "headcounts.csv.gz"))
                        .status());
        assertEquals(expected, desk.read("out.csv"));
        desk.write("headcounts.xlsx", Packed.workbook(example, true));
        String sheets = ALLOCATE.replace("headcounts.csv", "headcounts.xlsx").replace("out.csv", "out.xlsx");
        assertEquals(0, desk.run(sheets).status());
        assertEquals(Desk.table(expected), Packed.sheet(desk.path("out.xlsx")));
    }

    @Test
    void aHeaderAloneGivesAHeader() {
        desk.write("headcounts.csv", "division,measure,value\n");
        Answer answer = desk.run(ALLOCATE);
        assertEquals(0, answer.status(), answer::toString);
        answer.oneClearLine("没有数据行", "has no rows");
        assertEquals("division,item,amount,of_which\n", desk.read("out.csv"));
    }

    /** A row in the file, what stands in its place, and what is said; the first bad row is named, and nothing is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            371002,insured,307     | 371002,insured,-307    | 第 3 行 | row 3: "insured" reads "-307", which is no headcount
            371002,insured,307     | 371002,insured,306.5   | 第 3 行 | row 3: "insured" reads "306.5"
            371002,insured,307     | 371002,insured,        | 第 3 行 | row 3: "insured" reads ""
            371002,insured,307     | 371002,insured,三百    | 第 3 行 | row 3: "insured" reads "三百"
            371002,insured,307     | 371002,insured         | 第 3 行：有 2 格 | row 3: it has 2 cells, the header has 3
            371002,insured,307     | 371002,insured,307,1   | 第 3 行：有 4 格 | row 3: it has 4 cells
            371002,insured,307     | 371009,insured,307     | 没有区划“371009” | row 3: There is no division "371009"; accepted are: 371002, 371003, 371003-nanhai
            371002,insured,307     | ,insured,307           | 没有区划“” | row 3: There is no division ""
            371002,insured,307     | 371002,Insured,307     | 没有指标“Insured” | row 3: There is no measure "Insured"; accepted are: insured-without-city-standard
            371002,insured,307     | 371082,insured,307     | 写了两次 | row 21: The division "371082" states "insured" twice
            371002,insured,307     | ``                     | 缺少指标“insured” | The division "371002" (Huancui) has no "insured"
            371003,rain-dew-amount,72000.00 | 371003,rain-dew-amount,71999.99 | 合计 229,999.99 元 | adds up to 229,999.99 yuan, but WH6 §2.1.2 sets 230,000.00 yuan
            371003,rain-dew-amount,72000.00 | 371003,rain-dew-amount,72000.001 | 不是金额 | which is no amount
            371003,rain-dew-amount,72000.00 | ``            | 合计 158,000.00 元 | adds up to 158,000.00 yuan
            division,measure,value | division,measure,count | 缺少列 value（数值） | missing column value
            division,measure,value | division,measure,value,数值 | 同一列写了两次 | two columns mean the same
            """)
    void badHeadcountsAreRefusedWhole(String row, @Nullable String by, String chinese, String english) {
        assertTrue(example.contains(row + "\n"));
        desk.write("headcounts.csv", example.replace(row + "\n", by == null || by.isEmpty() ? "" : by + "\n"));
        refused(ALLOCATE, chinese, english);
    }

    @Test
    void nobodyAtAllIsNothingToSplitBy() {
        desk.write("headcounts.csv", example.replaceAll(",aged-60-plus,[0-9]+", ",aged-60-plus,0"));
        refused(ALLOCATE, "“aged-60-plus”全是 0", "All of \"aged-60-plus\" is 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --scheme special-funds-2020     | --scheme funds                 | 没有资金分配方案“funds” | it has: special-funds-2020
            --pack weihai-2020              | --pack lianyungang-2021        | 不分配资金 | splits no funds
            --pack weihai-2020              | --pack nowhere-2020            | 没有政策包 | shipped are
            --pack weihai-2020              | --pack weihai-2020 --fill {}/no.yaml | no.yaml | no.yaml
            --scheme special-funds-2020     | ``                             | 参数有误 | '--scheme=S'
            --headcounts {}/headcounts.csv  | --headcounts {}/nowhere.csv    | 找不到这个文件 | no such file
            --headcounts {}/headcounts.csv  | --headcounts {}                | 这是文件夹 | this is a folder
            --out {}/out.csv                | --out {}/nowhere/out.csv       | nowhere 不存在 | nowhere does not exist
            --out {}/out.csv                | --out {}/out.csv --explain {}/./out.csv | 用了同一个文件名 | would bear this name
            """)
    void whatCannotBeRunIsSaid(String words, @Nullable String by, String chinese, String english) {
        refused(ALLOCATE.replace(words, by == null ? "" : by), chinese, english);
    }

    private void refused(String line, String chinese, String english) {
        Map<String, String> before = desk.contents();
        desk.run(line).refuses(chinese, english);
        assertEquals(before, desk.contents());
    }

    @Test
    void helpSaysWhatItTakes() {
        Answer help = desk.run("allocate --help");
        assertEquals(0, help.status());
        assertTrue(help.out().contains("--scheme") && help.out().contains("资金分配方案"), help.out());
        assertFalse(help.out().contains("--product"), help.out());
    }
}
