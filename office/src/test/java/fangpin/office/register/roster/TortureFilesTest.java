package fangpin.office.register.roster;

import static fangpin.office.register.roster.RosterFiles.parts;
import static fangpin.office.register.roster.RosterFiles.row;
import static fangpin.office.register.roster.RosterOffice.HEADER;
import static fangpin.office.register.roster.RosterOffice.MAKER;
import static fangpin.office.register.roster.RosterOffice.id;
import static fangpin.office.register.roster.RosterOffice.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterLine;
import fangpin.office.register.RosterReceipt;
import fangpin.tables.Cells;
import fangpin.tables.Lines;
import fangpin.tables.RowHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people, programs and enemies make them: taken rightly, or refused with words that teach; never half. */
class TortureFilesTest {
    private static final RosterOffice OFFICE = new RosterOffice().withVillages();

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        OFFICE.close();
    }

    private static String refusal(String name, byte[] bytes) {
        return switch (OFFICE.receive(MAKER, name, bytes)) {
            case RosterReceipt.FileRefused refused -> refused.chinese();
            case RosterReceipt other -> throw new AssertionError("not refused: " + other);
        };
    }

    private static List<RosterLine> rejected(RosterImport roster) {
        return OFFICE.imports.lines(MAKER, roster.id(), RosterLine.Kind.REJECTED, 0, 100);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyKindOfFileOfTheSameTableSaysTheSame() {
        List<List<String>> table = RosterFiles.table(20);
        RosterImport.Counts all = new RosterImport.Counts(20, 20, 0, 0, 0, 0, 0);
        assertEquals(
                all,
                OFFICE.checked("a.csv", RosterFiles.csv(table, StandardCharsets.UTF_8))
                        .counts());
        assertEquals(
                all,
                OFFICE.checked("a.csv", RosterFiles.csv(table, RosterFiles.GB18030))
                        .counts());
        assertEquals(
                all,
                OFFICE.checked("a.csv.gz", RosterFiles.gzip(RosterFiles.csv(table, StandardCharsets.UTF_8)))
                        .counts());
        assertEquals(all, OFFICE.checked("a.xlsx", RosterFiles.xlsx(table)).counts());
        assertEquals(all, OFFICE.checked("A.XLS", RosterFiles.xls(table)).counts());
    }

    @Test
    void titleLinesAndMergedHeaderCellsAreSeenThrough() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("荣成市2020年脱贫享受政策人口名单");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            sheet.createRow(1).createCell(0).setCellValue("填报单位：成山镇");
            String[] upper = {"序号", "姓名", "身份证号码", "户编号", "家庭住址", ""};
            String[] lower = {"", "", "", "", "乡镇", "行政村"};
            String[] row = {"1", "王小明", id(1), "H1", "成山镇", "东山村"};
            String[][] rows = {upper, lower, row};
            for (int i = 0; i < rows.length; i++) {
                Row cells = sheet.createRow(2 + i);
                for (int column = 0; column < 6; column++) {
                    cells.createCell(column).setCellValue(rows[i][column]);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 4, 5));
            workbook.write(bytes);
        }
        RosterImport roster = OFFICE.checked("a.xls", bytes.toByteArray());
        assertEquals(new RosterImport.Counts(1, 1, 0, 0, 0, 0, 0), roster.counts());
        assertEquals(List.of("序号"), roster.mapping().dropped());
    }

    @Test
    void formulasCountByTheirStoredValueAndErrorsAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            List<List<String>> table = RosterFiles.table(2);
            for (int r = 0; r < 3; r++) {
                Row cells = sheet.createRow(r);
                for (int c = 0; c < 9; c++) {
                    cells.createCell(c).setCellValue(table.get(r).get(c));
                }
            }
            Cell name = sheet.getRow(1).getCell(0);
            name.setCellFormula("\"王\"&\"大明\"");
            Cell wrong = sheet.getRow(2).getCell(0);
            wrong.setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(bytes);
        }
        RosterImport roster = OFFICE.checked("a.xls", bytes.toByteArray());
        assertEquals(1, roster.counts().added());
        assertEquals(RosterFault.NAME_NOT_A_NAME, rejected(roster).getFirst().fault());
    }

    @Test
    void idNumbersStoredAsNumbersAreRefusedForThatReason() {
        String header = row("姓名", "身份证号", "户编号", "村", "乡镇");
        String number = "<c><v>371082195001010010</v></c>";
        RosterImport roster = OFFICE.checked("a.xlsx", parts(header + row("王小明", number, "H1", "东山村", "成山镇")));
        assertEquals(RosterFault.ID_LOST_DIGITS, rejected(roster).getFirst().fault());
        assertEquals(1, rejected(roster).getFirst().faultColumn());
    }

    @Test
    void datesAsNumbersOfExcelAreDates() {
        String header = row("姓名", "身份证号", "户编号", "村", "乡镇", "出生日期");
        RosterImport roster =
                OFFICE.checked("a.xlsx", parts(header + row("小宝", "", "H1", "东山村", "成山镇", "<c><v>43586</v></c>")));
        assertEquals(1, roster.counts().added());
    }

    @Test
    void rareCharactersComeThroughEveryKindOfFile() {
        for (String name : List.of("a.csv", "b.csv", "c.xlsx", "d.xls")) {
            List<List<String>> table = new ArrayList<>(RosterFiles.table(1));
            table.set(1, List.of(line("𠮷䶮", id(1), "H1", "东山村").strip().split(",", -1)));
            byte[] bytes = switch (name.charAt(0)) {
                case 'a' -> RosterFiles.csv(table, StandardCharsets.UTF_8);
                case 'b' -> RosterFiles.csv(table, RosterFiles.GB18030);
                case 'c' -> RosterFiles.xlsx(table);
                default -> RosterFiles.xls(table);
            };
            RosterImport roster = OFFICE.checked(name, bytes);
            assertEquals(
                    "𠮷䶮",
                    OFFICE.imports
                            .lines(MAKER, roster.id(), RosterLine.Kind.NEW, 0, 10)
                            .getFirst()
                            .name(),
                    name);
        }
    }

    @Test
    void fullWidthDigitsAreDigits() {
        String wide =
                id(1).chars().mapToObj(c -> String.valueOf((char) (c + 0xFEE0))).reduce("", String::concat);
        assertEquals(1, OFFICE.checked(line("王小明", wide, "Ｈ１", "东山村")).counts().added());
    }

    @Test
    void nulAndMarksOfDirectionAreRefusedByRow() {
        RosterImport roster = OFFICE.checked(
                line("王\u202E明", id(1), "H1", "东山村"),
                line("王\u0000明", id(2), "H1", "东山村"),
                line("王明", id(3), "H1", "东山村"));
        assertEquals(1, roster.counts().added());
        assertEquals(
                List.of(RosterFault.STEERS, RosterFault.STEERS),
                rejected(roster).stream().map(RosterLine::fault).toList());
        assertEquals(
                List.of(2L, 3L),
                rejected(roster).stream().map(RosterLine::rowNumber).toList());
    }

    @Test
    void mixedEncodingsNeverBecomeGarbledNames() {
        byte[] gb = (HEADER + line("王小明", id(1), "H1", "东山村")).getBytes(RosterFiles.GB18030);
        byte[] utf8 = utf8(line("李小红", id(2), "H1", "东山村"));
        byte[] both = new byte[gb.length + utf8.length];
        System.arraycopy(gb, 0, both, 0, gb.length);
        System.arraycopy(utf8, 0, both, gb.length, utf8.length);
        switch (OFFICE.receive(MAKER, "a.csv", both)) {
            case RosterReceipt.FileRefused refused ->
                assertTrue(refused.chinese().contains("UTF-8"));
            case RosterReceipt.Taken taken -> {
                RosterChecked.Done done = assertInstanceOf(
                        RosterChecked.Done.class,
                        OFFICE.check(taken.roster(), taken.roster().mapping()));
                assertEquals(1, done.roster().counts().added());
                assertEquals(1, done.roster().counts().rejected());
            }
            case RosterReceipt other -> throw new AssertionError(other.toString());
        }
    }

    @Test
    void filesThatAreNotWhatTheirNameSaysAreRefusedWithWordsThatTeach() {
        List<List<String>> table = RosterFiles.table(2);
        assertTrue(refusal("a.xls", RosterFiles.xlsx(table)).contains("请改正文件名"));
        assertTrue(refusal("a.xlsx", RosterFiles.xls(table)).contains("旧版 Excel"));
        assertTrue(refusal("a.xls", utf8("<html><body><table><tr><td>姓名</td></tr></table>"))
                .contains("网页"));
        assertTrue(refusal("a.csv", RosterFiles.xls(table)).contains("旧版 Excel"));
        assertTrue(refusal("a.xls", utf8("%PDF-1.7")).contains("PDF"));
        assertTrue(refusal("a.csv", new byte[0]).contains("零字节"));
        assertTrue(
                refusal("a.csv", "姓名,身份证号\n".getBytes(StandardCharsets.UTF_16)).contains("UTF-16"));
        assertFalse(refusal("秘密/../a.xls", new byte[0]).contains("/"));
    }

    @Test
    void aPasswordIsToldApart() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("姓名");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(bytes);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertTrue(refusal("a.xls", bytes.toByteArray()).contains("密码"));
    }

    @Test
    void aFileCutOffIsRefusedWhole() {
        byte[] xlsx = RosterFiles.xlsx(RosterFiles.table(200));
        byte[] xls = RosterFiles.xls(RosterFiles.table(200));
        byte[] gz = RosterFiles.gzip(RosterFiles.csv(RosterFiles.table(200), StandardCharsets.UTF_8));
        refusal("a.xlsx", java.util.Arrays.copyOf(xlsx, xlsx.length - 100));
        refusal("a.xls", java.util.Arrays.copyOf(xls, 9000));
        refusal("a.csv.gz", java.util.Arrays.copyOf(gz, gz.length - 10));
        refusal("a.csv", utf8(HEADER + "\"王小明,"));
    }

    @Test
    void externalEntitiesAndBombsAreRefused() throws IOException {
        assertTrue(refusal("a.xlsx", parts("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet/>"))
                .contains("实体"));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            java.util.Arrays.fill(zeros, (byte) 'a');
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        refusal("a.csv.gz", bomb.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"标题\n没有表头\n", "a,b,c\n1,2,3\n", "姓名\n王小明\n"})
    void aFileWithoutHeaderIsToldSo(String text) {
        assertInstanceOf(RosterReceipt.HeaderNotFound.class, OFFICE.receive(MAKER, "a.csv", utf8(text)));
    }

    @Test
    void rejectedRowsComeBackWithTheCellMarkedAndNoFormulaAlive() throws IOException {
        RosterImport roster = OFFICE.checked(
                line("=HYPERLINK(\"\"x\"\")", id(1), "H1", "东山村")
                        .replace("=HYPERLINK(\"\"x\"\")", "\"=HYPERLINK(\"\"x\"\")\""),
                line("@SUM", id(2), "H1", "东山村"));
        assertEquals(2, roster.counts().rejected());
        Path file = folder.resolve("rejected.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            OFFICE.imports.writeRejected(MAKER, roster.id(), true, out);
        }
        List<List<String>> rows = read(file);
        assertEquals("退回原因", rows.get(0).get(10));
        assertEquals("'=HYPERLINK(\"x\")", rows.get(1).get(0));
        assertEquals("'@SUM", rows.get(2).get(0));
        assertEquals("2", rows.get(1).get(9));
        assertTrue(rows.get(1).get(10).contains("姓名"));
    }

    private static List<List<String>> read(Path file) {
        List<List<String>> rows = new ArrayList<>();
        Object outcome = assertInstanceOf(Lines.class, Lines.open(file)).read(new RowHandler() {
            @Override
            public void row(long row, Cells cells) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < cells.count(); i++) {
                    texts.add(cells.text(i));
                }
                rows.add(texts);
            }

            @Override
            public void restart(List<String> header) {
                throw new AssertionError();
            }
        });
        assertInstanceOf(fangpin.tables.TableOutcome.AllRead.class, outcome);
        return rows;
    }

    @Test
    void aFixedRejectedFileIsTakenAgain() throws IOException {
        RosterImport roster = OFFICE.checked(line("", id(1), "H1", "东山村"));
        Path file = folder.resolve("rejected.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            OFFICE.imports.writeRejected(MAKER, roster.id(), true, out);
        }
        List<List<String>> rows = read(file);
        List<String> fixed = new ArrayList<>(rows.get(1));
        fixed.set(0, "王小明");
        assertEquals(
                1,
                OFFICE.checked("b.xlsx", RosterFiles.xlsx(List.of(rows.get(0), fixed)))
                        .counts()
                        .added());
    }
}
