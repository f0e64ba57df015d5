package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XlsxTableTest {

    /** Number formats 0: none, 1: built-in date, 2: date and time, 3: custom date, 4: amount, 5: Chinese built-in date. */
    private static final int[] FORMATS = {0, 14, 22, 164, 2, 31};

    private static final String CUSTOM =
            "<numFmt numFmtId=\"164\" formatCode=\"[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                    + "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;yd&quot;\"/>";

    @TempDir
    Path folder;

    /** A cell as it stands in a sheet, and its text. */
    record Case(String name, String cell, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("whole number", "<c><v>12</v></c>", "12"),
                new Case("shortest decimal of 17 digits", "<c><v>1234.5599999999999</v></c>", "1234.56"),
                new Case("sum of 0.1 and 0.2", "<c><v>0.30000000000000004</v></c>", "0.30000000000000004"),
                new Case("trailing zeros", "<c><v>5.50</v></c>", "5.5"),
                new Case("exponent", "<c><v>1.5E10</v></c>", "15000000000"),
                new Case("negative exponent", "<c><v>1E-7</v></c>", "0.0000001"),
                new Case("negative", "<c><v>-0.5</v></c>", "-0.5"),
                new Case("minus zero", "<c><v>-0</v></c>", "0"),
                new Case("leading zeros", "<c><v>007</v></c>", "7"),
                new Case("15 digits", "<c><v>371082199001011</v></c>", "371082199001011"),
                new Case("16 digits", "<c><v>3710821990010112</v></c>", "3710821990010112 (digits lost)"),
                new Case("18 digits", "<c><v>3.7108219900101E+17</v></c>", "371082199001010000 (digits lost)"),
                new Case("18 digits as text", "<c t=\"str\"><v>371082199001010011</v></c>", "371082199001010011"),
                new Case("beyond all numbers", "<c><v>1E999</v></c>", "1E999"),
                new Case("an exponent made to fill memory", "<c><v>1E999999999</v></c>", "1E999999999"),
                new Case("no number", "<c><v>NaN</v></c>", "NaN"),
                new Case("hexadecimal", "<c><v>0x1p3</v></c>", "0x1p3"),
                new Case("date", "<c s=\"1\"><v>43831</v></c>", "2020-01-01"),
                new Case("date and time", "<c s=\"2\"><v>43831.5</v></c>", "2020-01-01 12:00:00"),
                new Case("date and time at midnight", "<c s=\"2\"><v>43831</v></c>", "2020-01-01"),
                new Case("a second before midnight", "<c s=\"2\"><v>43831.99998842592</v></c>", "2020-01-01 23:59:59"),
                new Case("midnight by rounding", "<c s=\"2\"><v>43831.99999999999</v></c>", "2020-01-02"),
                new Case("custom Chinese date", "<c s=\"3\"><v>44196</v></c>", "2020-12-31"),
                new Case("built-in Chinese date", "<c s=\"5\"><v>44196</v></c>", "2020-12-31"),
                new Case("first day", "<c s=\"1\"><v>1</v></c>", "1900-01-01"),
                new Case("day 59", "<c s=\"1\"><v>59</v></c>", "1900-02-28"),
                new Case("the day that never was", "<c s=\"1\"><v>60</v></c>", "1900-02-29"),
                new Case("day 61", "<c s=\"1\"><v>61</v></c>", "1900-03-01"),
                new Case("last day", "<c s=\"1\"><v>2958465</v></c>", "9999-12-31"),
                new Case("beyond the last day", "<c s=\"1\"><v>2958466</v></c>", "2958466"),
                new Case("negative date", "<c s=\"1\"><v>-1</v></c>", "-1"),
                new Case("time without a day", "<c s=\"2\"><v>0.5</v></c>", "1900-01-00 12:00:00"),
                new Case("amount style is no date", "<c s=\"4\"><v>43831</v></c>", "43831"),
                new Case("ISO date", "<c t=\"d\"><v>2020-01-01T00:00:00</v></c>", "2020-01-01"),
                new Case("ISO date with time", "<c t=\"d\"><v>2020-01-01T08:00:00</v></c>", "2020-01-01T08:00:00"),
                new Case("true", "<c t=\"b\"><v>1</v></c>", "TRUE"),
                new Case("false", "<c t=\"b\"><v>0</v></c>", "FALSE"),
                new Case("error", "<c t=\"e\"><v>#N/A</v></c>", "#N/A"),
                new Case("formula by its stored value", "<c><f>SUM(A1:A9)</f><v>8.5</v></c>", "8.5"),
                new Case("formula that gives text", "<c t=\"str\"><f>A1&amp;\"x\"</f><v>ax</v></c>", "ax"),
                new Case("array formula", "<c><f t=\"array\" ref=\"A1:A9\">B1:B9</f><v>3</v></c>", "3"),
                new Case("shared string", "<c t=\"s\"><v>0</v></c>", "甲, <b>"),
                new Case("shared string of runs", "<c t=\"s\"><v>1</v></c>", "张三"),
                new Case("shared string with spaces", "<c t=\"s\"><v>2</v></c>", "  x  "),
                new Case("escaped characters", "<c t=\"s\"><v>3</v></c>", "a\\rb_x41_"),
                new Case("inline string", "<c t=\"inlineStr\"><is><t>B1</t></is></c>", "B1"),
                new Case("inline runs", "<c t=\"inlineStr\"><is><r><t>B</t></r><r><t>1</t></r></is></c>", "B1"),
                new Case("every plane", "<c t=\"str\"><v>&#x20000;\uD840\uDC01</v></c>", "\uD840\uDC00\uD840\uDC01"),
                new Case("CDATA", "<c t=\"str\"><v><![CDATA[<x>]]></v></c>", "<x>"),
                new Case("half an escaped character", "<c t=\"str\"><v>_xD800_</v></c>", "_xD800_"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsCells(Case one) throws IOException {
        TestWorkbook workbook = new TestWorkbook()
                .styles(CUSTOM, FORMATS)
                .sharedStrings(
                        "<t>甲, &lt;b&gt;</t>",
                        "<r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh>",
                        "<t xml:space=\"preserve\">  x  </t>",
                        "<t>a_x000D_b_x005F_x41_</t>")
                .sheet("<row><c t=\"str\"><v>h</v></c></row><row>" + one.cell + "</row>");
        assertEquals("2: " + one.text, rows(workbook).text());
    }

    @Test
    void countsRowsAsTheSheetDoes() throws IOException {
        assertEquals(
                "7: 1 / 9: 2",
                rows(new TestWorkbook()
                                .sheet(
                                        "<row r=\"3\"/><row r=\"5\"><c r=\"A5\" t=\"str\"><v>h</v></c></row>"
                                                + "<row r=\"6\"><c r=\"A6\"/><c r=\"B6\" t=\"str\"><v></v></c></row>"
                                                + "<row r=\"7\"><c r=\"A7\"><v>1</v></c></row><row/><row><c><v>2</v></c></row>"))
                        .text());
    }

    @Test
    void padsRowsToTheHeaderAndCountsOnlyFilledCellsBeyondIt() throws IOException {
        String header = "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c t=\"str\"><v>c</v></c><c/></row>";
        assertEquals(
                "2: |1| / 3: 1|| / 4: ||||5",
                rows(new TestWorkbook()
                                .sheet(header + "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>"
                                        + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"F3\" s=\"1\"/></row>"
                                        + "<row r=\"4\"><c r=\"E4\"><v>5</v></c></row>"))
                        .text());
    }

    @Test
    void countsDaysFrom1904IfTheWorkbookSaysSo() throws IOException {
        assertEquals(
                "2: 2020-01-01",
                rows(new TestWorkbook()
                                .workbookOptions("<workbookPr date1904=\"1\"/>")
                                .styles("", 14)
                                .sheet("<row><c t=\"str\"><v>h</v></c></row><row><c s=\"0\"><v>42369</v></c></row>"))
                        .text());
    }

    @Test
    void readsTheFirstWorksheetOfTheStrictForm() throws IOException {
        String links = "<Relationship Id=\"%s\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/%s\""
                + " Target=\"%s\"/>";
        TestWorkbook workbook = new TestWorkbook()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships>" + links.formatted("a", "chartsheet", "chart.xml")
                                + links.formatted("b", "worksheet", "../xl/./Second.xml") + "</Relationships>")
                .part(
                        "xl/workbook.xml",
                        "<x:workbook xmlns:x=\"urn:x\" xmlns:y=\"urn:relationships\"><x:sheets>"
                                + "<x:sheet name=\"chart\" y:id=\"a\"/><x:sheet name=\"data\" y:id=\"b\"/>"
                                + "</x:sheets></x:workbook>")
                .part(
                        "xl/second.xml",
                        "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row>"
                                + "<x:row><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        assertEquals("2: 2", rows(workbook).text());
    }

    @Test
    void tellsDateFormatsFromOthers() {
        List<String> dates = List.of("yyyy-mm-dd", "d/m/yy", "[$-804]yyyy\"年\"m\"月\"", "h:mm AM/PM", "[h]:mm", "[ss]");
        List<String> others = List.of(
                "General",
                "0.00",
                "#,##0.00_);[Red](#,##0.00)",
                "0\"days\"",
                "\\d0",
                "@",
                "0%;\"d\"",
                "[$¥-804]0",
                "_d0");
        dates.forEach(code -> assertEquals(true, CellFormats.showsDate(code), code));
        others.forEach(code -> assertEquals(false, CellFormats.showsDate(code), code));
    }

    private Taken rows(TestWorkbook workbook) throws IOException {
        OpenOutcome outcome = Tables.open(workbook.write(folder.resolve("t.XLSX")));
        Taken taken = new Taken();
        assertInstanceOf(
                TableOutcome.AllRead.class,
                assertInstanceOf(Table.class, outcome, outcome::toString).read(taken));
        return taken;
    }
}
