package fangpin.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Files that are not plain text: gzip, and workbooks, also such as no program writes. */
final class Packed {
    private Packed() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return packed.toByteArray();
    }

    /** A workbook with one of its parts written otherwise. */
    static byte[] changed(byte[] workbook, String name, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts(workbook).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getKey().equals(name) ? change.apply(part.getValue()) : part.getValue()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** The parts of a workbook by name, unpacked. */
    static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** A workbook whose sheet is still open for writing. */
    static OutputStream zipped(byte[] workbook, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Map<String, String> parts = parts(workbook);
        parts.remove("xl/worksheets/sheet1.xml");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(text(part.getValue()));
        }
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        zip.write(text("<?xml version=\"1.0\"?><worksheet>"));
        return zip;
    }

    /** The rows on the first sheet, in the same lines, followed by a sheet of something else. */
    static byte[] workbook(String text, boolean values) {
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
    static List<List<String>> sheet(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
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
