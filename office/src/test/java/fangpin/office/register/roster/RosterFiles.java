package fangpin.office.register.roster;

import fangpin.office.register.IdNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files of rosters: honest ones of each kind, and what becomes of them. */
final class RosterFiles {
    static final Charset GB18030 = Charset.forName("GB18030");

    /** A file as uploaded. */
    static final class Uploaded {
        private final String name;
        private final byte[] bytes;

        Uploaded(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private RosterFiles() {}

    /** Header and so many rows of synthetic persons. */
    static List<List<String>> table(int rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(RosterOffice.HEADER.strip().split(",", -1)));
        for (int i = 0; i < rows; i++) {
            String village = i / 3 % 2 == 0 ? "东山村" : "西山村";
            table.add(List.of(RosterOffice.line("王小" + "明红刚丽".charAt(i % 4), RosterOffice.id(i), "H" + i / 3, village)
                    .strip()
                    .split(",", -1)));
        }
        return table;
    }

    static byte[] csv(List<List<String>> table, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            text.append(String.join(",", row)).append('\n');
        }
        return text.toString().getBytes(charset);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] xlsx(List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("名单");
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    sheet.value(row, column, table.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] xls(List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("名单");
            for (int row = 0; row < table.size(); row++) {
                Row cells = sheet.createRow(row);
                for (int column = 0; column < table.get(row).size(); column++) {
                    cells.createCell(column).setCellValue(table.get(row).get(column));
                }
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An xlsx file of these parts, name and text in turn, with the rows of {@code sheet}. */
    static byte[] parts(String sheet, String... others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"" + links
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + links
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Type=\"" + links
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    sheet.startsWith("<!")
                            ? sheet
                            : "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet + "</sheetData></worksheet>");
            for (int i = 0; i < others.length; i += 2) {
                part(zip, others[i], others[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A row of inline texts. */
    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append(cell.startsWith("<c") ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    /** A malformed file; the same for the same seed. */
    static Uploaded malformed(long seed) {
        Random random = new Random(seed);
        List<List<String>> table = new ArrayList<>(table(2 + random.nextInt(12)));
        int wounds = random.nextInt(4);
        for (int i = 0; i < wounds; i++) {
            wound(table, random);
        }
        int kind = random.nextInt(6);
        byte[] bytes = switch (kind) {
            case 0 -> csv(table, StandardCharsets.UTF_8);
            case 1 -> csv(table, GB18030);
            case 2 -> gzip(csv(table, StandardCharsets.UTF_8));
            case 3 -> xls(table);
            case 4 -> csv(table, StandardCharsets.UTF_16LE);
            default -> xlsx(table);
        };
        String[] endings = {".csv", ".csv", ".csv.gz", ".xls", ".csv", ".xlsx"};
        String ending = random.nextInt(12) == 0 ? endings[random.nextInt(6)] : endings[kind];
        return new Uploaded("名单" + seed + ending, broken(bytes, random));
    }

    private static final List<String> CELLS = List.of(
            "",
            "\"",
            "\u0000",
            "\u202E王",
            "=HYPERLINK(\"x\")",
            "@SUM",
            "-1",
            "３７１０",
            "3.70829E+17",
            "1e308",
            "𠮷",
            "\uFFFD",
            "\uE000",
            "a\nb",
            "a\rb",
            "\t",
            "'",
            "''",
            "2020-02-30",
            "99999",
            "-",
            "<script>",
            "../..",
            "%s{0}",
            "x".repeat(3000),
            "{0}",
            "东山村",
            "H1",
            "\uFEFF");

    private static void wound(List<List<String>> table, Random random) {
        int at = random.nextInt(table.size());
        List<String> row = new ArrayList<>(table.get(at));
        switch (random.nextInt(6)) {
            case 0 -> row.removeLast();
            case 1 -> row.add(CELLS.get(random.nextInt(CELLS.size())));
            case 2 -> table.add(at, List.of("某某市某某名单"));
            case 3 -> table.add(at, List.of());
            default -> row.set(random.nextInt(row.size()), CELLS.get(random.nextInt(CELLS.size())));
        }
        table.set(Math.min(at, table.size() - 1), row);
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> broken = Arrays.copyOf(broken, random.nextInt(broken.length + 1));
            case 1 -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                byte[] tail = "王小明,尾\n".getBytes(random.nextBoolean() ? GB18030 : StandardCharsets.UTF_8);
                broken = Arrays.copyOf(broken, broken.length + tail.length);
                System.arraycopy(tail, 0, broken, bytes.length, tail.length);
            }
            case 3 -> {
                int from = random.nextInt(broken.length);
                Arrays.fill(broken, from, Math.min(broken.length, from + random.nextInt(64)), (byte) 0);
            }
            default -> {
                // the bytes are right, the cells may not be
            }
        }
        return broken;
    }

    /** A file of many persons without fault, three a household. */
    static byte[] many(int rows) {
        StringBuilder text = new StringBuilder(RosterOffice.HEADER);
        for (int i = 0; i < rows; i++) {
            String id = IdNumber.synthetic("3710", LocalDate.of(1925, 1, 1).plusDays(i / 900), i % 900)
                    .text();
            String name = "王李张刘陈杨黄赵吴周".charAt(i % 10) + "" + (char) ('一' + i % 5000) + (char) ('一' + i / 7 % 5000);
            text.append(RosterOffice.line(name, id, "H" + i / 3, i / 3 % 2 == 0 ? "东山村" : "西山村"));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
