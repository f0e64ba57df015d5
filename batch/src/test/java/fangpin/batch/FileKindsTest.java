package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same rows in every kind of file give the same results, byte for byte; hostile files give a refusal and nothing else. */
class FileKindsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final String QUOTED = "\0";

    private static final String MEMBERS = Desk.MEMBERS + """

            张三,policy-beneficiary,2019-06-01,
            371002,instant-help,2020-03-05,2020-03-31

            P 3,已死亡,2020-01-01,2020-12-31
            """;

    /** Nobody is rejected for how a number is written, which a number cell does not keep. */
    private static final String BILLS = Desk.BILLS + """
            ,other_paid
            B1,张三,2020-02-01,2020-02-29,20000.10,18000.05,9000.00,0.50,0,100,0
            乙2,张三,2020-02-01,2020-02-09,1000,900.00,100.00,0,0,0,12.34
            12345,371002,2020-02-01,2020-03-05,5000.55,4000.00,100.00,0,0,0,

            B1,张三,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0,0
            B4,P 3,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0,0
            "B5,王",371002,2020-02-01,2020-03-04,1000.00,900.00,100.00,0,0,0,0
            B6,王五,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0,0
            B7,张三,2020-02-01,2020-02-30,1000.00,900.00,100.00,0,0,0,0
            """;

    private static final String CLAIMS = Desk.CLAIMS + """

            C1,张三,A1,2020-02-01,medical,,18000.05,12.5,,
            C2,张三,A1,2020-02-02,disability,3,,,5000,drowning
            C3,张三,A1,2020-02-03,death,,,,6000.1,fire
            C4,371002,A1,2020-06-03,medical,,500,,,electric-shock
            C5,371002,A1,2020-06-03,medical,,500,,,lightning
            C6,王五,A1,2020-06-03,death,,,,,
            """;

    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("person_id", "身份证号"),
            Map.entry("category", "人员类别"),
            Map.entry("from", "起始日期"),
            Map.entry("to", "终止日期"),
            Map.entry("bill_id", "账单号"),
            Map.entry("admission_date", "入院日期"),
            Map.entry("discharge_date", "出院日期"),
            Map.entry("total_cost", "总费用"),
            Map.entry("eligible_cost", "合规费用"),
            Map.entry("basic_paid", "基本医保支付"),
            Map.entry("critical_illness_paid", "大病保险支付"),
            Map.entry("hospital_waiver", "医疗机构减免"),
            Map.entry("medical_assistance_paid", "医疗救助支付"),
            Map.entry("other_paid", "其他支付"),
            Map.entry("disaster_paid", "灾害保险支付"),
            Map.entry("claim_id", "案件号"),
            Map.entry("accident_id", "事故号"),
            Map.entry("accident_date", "事故日期"),
            Map.entry("kind", "类型"),
            Map.entry("grade", "伤残等级"),
            Map.entry("cause", "原因"),
            Map.entry("policy-beneficiary", "脱贫享受政策"),
            Map.entry("instant-help", "即时帮扶"),
            Map.entry("death", "身故"),
            Map.entry("disability", "伤残"),
            Map.entry("medical", "医疗"),
            Map.entry("drowning", "溺水"),
            Map.entry("fire", "火灾"),
            Map.entry("electric-shock", "触电"));

    /** A way to write the same rows. */
    enum Form {
        MARKED(".csv"),
        CARRIAGE_RETURNS(".csv"),
        NO_LAST_LINE_END(".CSV"),
        GB(".csv"),
        CHINESE_WORDS(".csv"),
        CHINESE_WORDS_GB(".txt"),
        ALL_QUOTED(".csv"),
        SHUFFLED(".csv"),
        MORE_COLUMNS(".csv"),
        PACKED(".csv.gz"),
        PACKED_GB(".CSV.GZ"),
        WORKBOOK(".xlsx"),
        WORKBOOK_OF_VALUES(".xlsx");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        private byte[] write(String text) {
            return switch (this) {
                case MARKED -> Packed.text("\uFEFF" + text);
                case CARRIAGE_RETURNS -> Packed.text(text.replace("\n", "\r\n"));
                case NO_LAST_LINE_END -> Packed.text(text.stripTrailing());
                case GB -> text.getBytes(GB18030);
                case CHINESE_WORDS -> Packed.text(cells(text, FileKindsTest::chinese));
                case CHINESE_WORDS_GB -> cells(text, FileKindsTest::chinese).getBytes(GB18030);
                case ALL_QUOTED -> Packed.text(cells(text, FileKindsTest::marked));
                case SHUFFLED -> Packed.text(cells(text, FileKindsTest::shuffled));
                case MORE_COLUMNS -> Packed.text(cells(text, FileKindsTest::more));
                case PACKED -> Packed.packed(Packed.text(text));
                case PACKED_GB -> Packed.packed(text.getBytes(GB18030));
                case WORKBOOK -> Packed.workbook(text, false);
                case WORKBOOK_OF_VALUES -> Packed.workbook(text, true);
            };
        }
    }

    @TempDir
    private Path folder = Path.of("");

    private Desk desk = new Desk(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void files() {
        desk = new Desk(folder)
                .write("members.csv", MEMBERS)
                .write("bills.csv", BILLS)
                .write("claims.csv", CLAIMS);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormOfAFileGivesTheSameBytes(Form form) {
        same(form, Desk.SETTLE, "bills", BILLS);
        same(form, Desk.DECIDE, "claims", CLAIMS);
    }

    private void same(Form form, String line, String cases, String text) {
        assertEquals(2, desk.run(line).status());
        List<String> plain = results();
        assertTrue(plain.getFirst().lines().count() > 3, plain::toString);
        desk.write("m" + form.ending, form.write(MEMBERS)).write("c" + form.ending, form.write(text));
        String other = line.replace("members.csv", "m" + form.ending).replace(cases + ".csv", "c" + form.ending);
        Answer answer = desk.run(other);
        assertEquals(2, answer.status(), answer::toString);
        assertEquals(String.join("\n", plain), String.join("\n", results()));
    }

    private List<String> results() {
        return Stream.of("out.csv", "rejects.csv", "explain.jsonl")
                .map(desk::read)
                .toList();
    }

    @Test
    void everyKindOfResultSaysTheSame() throws IOException {
        desk.run(Desk.SETTLE);
        List<String> plain = results();
        String packed = Desk.SETTLE
                .replace("out.csv", "out.csv.gz")
                .replace("rejects.csv", "rejects.csv.gz")
                .replace("explain.jsonl", "explain.jsonl.gz");
        assertEquals(2, desk.run(packed).status());
        assertEquals(plain.get(0), unpacked("out.csv.gz"));
        assertEquals(plain.get(1), unpacked("rejects.csv.gz"));
        assertEquals(plain.get(2), unpacked("explain.jsonl.gz"));
        String sheets = Desk.SETTLE.replace("out.csv", "out.xlsx").replace("rejects.csv", "rejects.xlsx");
        assertEquals(2, desk.run(sheets).status());
        assertEquals(Desk.table(plain.get(0)), Packed.sheet(desk.path("out.xlsx")));
        assertEquals(Desk.table(plain.get(1)), Packed.sheet(desk.path("rejects.xlsx")));
    }

    /** Also where nobody compares by eye: packed, and in the sheet of a workbook (which as a whole bears the time it was made). */
    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        String line = Desk.SETTLE.replace("out.csv", "out.csv.gz").replace("rejects.csv", "rejects.xlsx");
        desk.run(line);
        byte[] packed = Files.readAllBytes(desk.path("out.csv.gz"));
        Map<String, String> parts = Packed.parts(Files.readAllBytes(desk.path("rejects.xlsx")));
        desk.run(line);
        assertArrayEquals(packed, Files.readAllBytes(desk.path("out.csv.gz")));
        Map<String, String> again = Packed.parts(Files.readAllBytes(desk.path("rejects.xlsx")));
        parts.remove("docProps/core.xml");
        again.remove("docProps/core.xml");
        assertEquals(parts, again);
    }

    /** What a program settled can be given to it again, whatever kind of file it wrote. */
    @Test
    void resultsCanBeReadBack() {
        desk.write("bills.csv", BILLS.replace("bill_id", "编号").replace("B1", "B 1"));
        String generate = "generate --bills 40 --persons 9 --seed 5 --dir {} --bad-rows 0.2";
        assertEquals(0, desk.run(generate).status());
        assertEquals(2, desk.run(Desk.SETTLE).status());
        String plain = desk.read("out.csv");
        desk.write("bills.xlsx", Packed.workbook(desk.read("bills.csv"), false));
        desk.run(Desk.SETTLE.replace("bills.csv", "bills.xlsx"));
        assertEquals(plain, desk.read("out.csv"));
    }

    private String unpacked(String name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(desk.path(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The text with every row changed; empty lines stay. A cell that begins with {@link #QUOTED} is quoted without need. */
    private static String cells(String text, UnaryOperator<List<String>> change) {
        return text.lines()
                .map(line -> line.isEmpty()
                        ? line
                        : line(change.apply(Desk.table(line).getFirst())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell ->
                        cell.startsWith(QUOTED) || cell.contains(",") ? "\"" + cell.replace(QUOTED, "") + "\"" : cell)
                .collect(Collectors.joining(","));
    }

    private static List<String> chinese(List<String> row) {
        return row.stream().map(word -> CHINESE.getOrDefault(word, word)).toList();
    }

    private static List<String> marked(List<String> row) {
        return row.stream().map(word -> QUOTED + word).toList();
    }

    private static List<String> shuffled(List<String> row) {
        List<String> shuffled = new ArrayList<>(row);
        Collections.shuffle(shuffled, new Random(row.size()));
        return shuffled;
    }

    private static List<String> more(List<String> row) {
        List<String> more = new ArrayList<>(row);
        more.addFirst(row.contains("person_id") ? "备注" : "");
        more.add(3, row.contains("person_id") ? "Bill_id" : "x\"y");
        more.add(row.contains("person_id") ? "" : "2020-13-13");
        return more;
    }
}
