package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                case MARKED -> text("\uFEFF" + text);
                case CARRIAGE_RETURNS -> text(text.replace("\n", "\r\n"));
                case NO_LAST_LINE_END -> text(text.stripTrailing());
                case GB -> text.getBytes(GB18030);
                case CHINESE_WORDS -> text(cells(text, FileKindsTest::chinese));
                case CHINESE_WORDS_GB -> cells(text, FileKindsTest::chinese).getBytes(GB18030);
                case ALL_QUOTED -> text(cells(text, FileKindsTest::marked));
                case SHUFFLED -> text(cells(text, FileKindsTest::shuffled));
                case MORE_COLUMNS -> text(cells(text, FileKindsTest::more));
                case PACKED -> packed(text(text));
                case PACKED_GB -> packed(text.getBytes(GB18030));
                case WORKBOOK -> workbook(text, false);
                case WORKBOOK_OF_VALUES -> workbook(text, true);
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
        assertEquals(Desk.table(plain.get(0)), sheet("out.xlsx"));
        assertEquals(Desk.table(plain.get(1)), sheet("rejects.xlsx"));
    }

    /** Also where nobody compares by eye: packed, and in the sheet of a workbook (which as a whole bears the time it was made). */
    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        String line = Desk.SETTLE.replace("out.csv", "out.csv.gz").replace("rejects.csv", "rejects.xlsx");
        desk.run(line);
        byte[] packed = Files.readAllBytes(desk.path("out.csv.gz"));
        Map<String, String> parts = parts(Files.readAllBytes(desk.path("rejects.xlsx")));
        desk.run(line);
        assertArrayEquals(packed, Files.readAllBytes(desk.path("out.csv.gz")));
        Map<String, String> again = parts(Files.readAllBytes(desk.path("rejects.xlsx")));
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
        desk.write("bills.xlsx", workbook(desk.read("bills.csv"), false));
        desk.run(Desk.SETTLE.replace("bills.csv", "bills.xlsx"));
        assertEquals(plain, desk.read("out.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".csv.gz", ".xlsx"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatWasCutOff(String ending) {
        byte[] whole = ending.equals(".xlsx") ? workbook(BILLS, false) : packed(text(BILLS));
        for (int length : new int[] {whole.length - 1, whole.length / 2, 20, 3}) {
            desk.write("bills" + ending, Arrays.copyOf(whole, length));
            refused("bills" + ending, "bills" + ending);
        }
    }

    @Test
    void aFileThatIsNotWhatItsNameSays() {
        for (byte[] content : List.of(workbook(BILLS, false), packed(text(BILLS)), text("<html><table>"))) {
            desk.write("bills.xlsx", content).write("bills.csv.gz", content);
            boolean sheet = content[0] == 'P';
            boolean packed = content[0] == 0x1F;
            if (!sheet) {
                refused("bills.xlsx", "the name says .xlsx, but the content seems to be");
            }
            if (!packed) {
                refused("bills.csv.gz", "the name says gzip");
            }
        }
    }

    /** It names a row of the file for whoever looks for it, and is neither cut nor changed. */
    @ParameterizedTest
    @ValueSource(strings = {".csv", ".csv.gz", ".xlsx"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void anIdOfAMillionCharactersGoesThrough(String ending) {
        String id = "九".repeat(1_000_000);
        String text = BILLS.replace("12345", id).replace("王五", id);
        byte[] bytes = switch (ending) {
            case ".csv" -> text(text);
            case ".xlsx" -> longCellWorkbook(id);
            default -> packed(text(text));
        };
        desk.write("bills" + ending, bytes);
        assertEquals(
                2, desk.run(Desk.SETTLE.replace("bills.csv", "bills" + ending)).status());
        assertTrue(desk.read("out.csv").contains("\n" + id + ",371002,"));
        List<List<String>> rejects = desk.rows("rejects.csv");
        if (!ending.equals(".xlsx")) {
            assertEquals(
                    List.of("9", "B6", "unknown-person", "person_id", "九".repeat(200)),
                    rejects.get(3).subList(0, 5));
        }
        assertTrue(rejects.stream().allMatch(reject -> reject.get(5).length() < 1000));
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aQuoteThatIsNeverClosedInALargeFile() {
        String row = "B1,P1,2020-02-01,2020-02-09,1000.00,900.00,100.00,0,0,0\n";
        desk.write("bills.csv", Desk.BILLS + "\n" + row + "\"" + row.repeat(400_000));
        refused("bills.csv", "row 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            })
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void entitiesInAWorkbook(String declared) {
        desk.write(
                "bills.xlsx",
                changed("xl/worksheets/sheet1.xml", sheet -> sheet.replaceFirst("\\?>", "?>" + declared)));
        refused("bills.xlsx", "declares a document type or an entity");
        desk.write("members.xlsx", changed("xl/workbook.xml", book -> book.replaceFirst("\\?>", "?>" + declared)));
        refused("members.xlsx", "declares a document type or an entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bills.xlsx", "members.csv.gz"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aFileThatUnpacksToGigabytes(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : zipped(bytes)) {
            for (int megabytes = 0; megabytes < 80; megabytes++) {
                out.write(spaces);
            }
        }
        desk.write(name, bytes.toByteArray());
        refused(name, name.endsWith(".gz") ? "larger than" : "unpacks to more than");
    }

    /** A workbook whose sheet is still open for writing. */
    private static OutputStream zipped(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Map<String, String> parts = parts(workbook(BILLS, false));
        parts.remove("xl/worksheets/sheet1.xml");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(text(part.getValue()));
        }
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        zip.write(text("<?xml version=\"1.0\"?><worksheet>"));
        return zip;
    }

    /** A workbook of bills with one of its parts written otherwise. */
    private static byte[] changed(String name, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts(workbook(BILLS, false)).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getKey().equals(name) ? change.apply(part.getValue()) : part.getValue()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** The parts of a workbook by name, unpacked. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] longCellWorkbook(String id) {
        return changed("xl/sharedStrings.xml", strings -> strings.replace(">12345<", ">" + id + "<"));
    }

    private void refused(String file, String english) {
        var before = desk.contents();
        String option = file.startsWith("members") ? "members" : "bills";
        desk.run(Desk.SETTLE.replace(option + ".csv", file)).refuses(file, english);
        assertEquals(before, desk.contents());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
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

    /** The rows on the first sheet, in the same lines, followed by a sheet of something else. */
    private static byte[] workbook(String text, boolean values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("甲");
            List<String> lines = text.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                List<String> cells = lines.get(row).isEmpty()
                        ? List.of()
                        : Desk.table(lines.get(row)).getFirst();
                for (int column = 0; column < cells.size(); column++) {
                    put(sheet, row, column, cells.get(column), values && row > 0);
                }
            }
            workbook.newWorksheet("乙").value(0, 0, "bill_id");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static void put(Worksheet sheet, int row, int column, String cell, boolean values) {
        if (values && cell.matches("20\\d\\d-\\d\\d-\\d\\d") && !cell.equals("2020-02-30")) {
            sheet.value(row, column, LocalDate.parse(cell));
            sheet.style(row, column)
                    .format(row % 2 == 0 ? "yyyy\"年\"m\"月\"d\"日\"" : "m/d/yy")
                    .set();
        } else if (values && cell.matches("\\d+(\\.\\d+)?")) {
            sheet.value(row, column, new BigDecimal(cell));
            sheet.style(row, column).format("#,##0.000").set();
        } else if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
        }
    }

    /** A workbook as another program reads it. */
    private List<List<String>> sheet(String name) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(desk.path(name).toFile());
                var lines = workbook.getFirstSheet().openStream()) {
            lines.forEach(row -> rows.add(row.stream()
                    .map(cell -> cell == null || cell.getType() == CellType.EMPTY
                            ? ""
                            : cell.getType() == CellType.NUMBER ? number(cell.asNumber()) : cell.asString())
                    .toList()));
        }
        int width = rows.getFirst().size();
        return rows.stream().map(row -> padded(row, width)).toList();
    }

    private static String number(BigDecimal value) {
        return value.scale() <= 0 && value.precision() < 3
                ? value.toPlainString()
                : value.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static List<String> padded(List<String> row, int width) {
        List<String> padded = new ArrayList<>(row);
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }
}
