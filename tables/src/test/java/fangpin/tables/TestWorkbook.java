package fangpin.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds xlsx files part by part, also such as no program would write. */
final class TestWorkbook {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    TestWorkbook() {
        part("[Content_Types].xml", PROLOG + "<Types/>");
        part("_rels/.rels", links("officeDocument", "xl/workbook.xml"));
        workbookOptions("");
        part(
                "xl/_rels/workbook.xml.rels",
                links(
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "sharedStrings",
                        "sharedStrings.xml",
                        "styles",
                        "/xl/styles.xml"));
        part("xl/sharedStrings.xml", PROLOG + "<sst xmlns=\"" + MAIN + "\"/>");
        part("xl/styles.xml", PROLOG + "<styleSheet xmlns=\"" + MAIN + "\"/>");
        sheet("");
    }

    /** A relationships part of pairs of type and target; their ids are r1, r2, ... */
    static String links(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder(PROLOG).append("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i / 2 + 1, LINKS, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return xml.append("</Relationships>").toString();
    }

    TestWorkbook workbookOptions(String elements) {
        return part(
                "xl/workbook.xml",
                PROLOG + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\">" + elements
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    }

    /** The rows of the sheet as XML. */
    TestWorkbook sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                PROLOG + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    TestWorkbook sharedStrings(String... texts) {
        StringBuilder xml = new StringBuilder(PROLOG).append("<sst xmlns=\"" + MAIN + "\">");
        for (String text : texts) {
            xml.append("<si>").append(text).append("</si>");
        }
        return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
    }

    /** Styles 0, 1, ... of the number formats given. */
    TestWorkbook styles(String customFormats, int... formats) {
        StringBuilder xml = new StringBuilder(PROLOG).append("<styleSheet xmlns=\"" + MAIN + "\">");
        xml.append("<numFmts>").append(customFormats).append("</numFmts>");
        // styles of named formats come first and do not count
        xml.append("<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>");
        for (int format : formats) {
            xml.append("<xf numFmtId=\"").append(format).append("\"/>");
        }
        return part("xl/styles.xml", xml.append("</cellXfs></styleSheet>").toString());
    }

    TestWorkbook part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    void change(UnaryOperator<byte[]> change) {
        parts.replaceAll((name, content) -> change.apply(content));
    }

    TestWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
