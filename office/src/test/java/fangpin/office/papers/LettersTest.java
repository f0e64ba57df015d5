package fangpin.office.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A letter as Word and as PDF says the same, to the last character. */
class LettersTest {
    private static final Letter LETTER = new Letter(
            "连云区政府扶贫工作办公室文件",
            "连区扶办〔2021〕2号",
            "陈松",
            "关于申请拨付2021年度精准防贫保保费的请示",
            "区政府",
            List.of("以上共需保费267800元，其中172686.63元为上年度结余保费，仍需筹集95113.37元。", "妥否，请批示。"),
            List.of("资金需求表"),
            "连云区政府扶贫工作办公室",
            LocalDate.of(2021, 5, 25),
            List.of(new Letter.Annex(
                    "资金需求表", List.of("区市", "应筹"), List.of(List.of("连云区", "95,113.37"), List.of("合计", "95,113.37")))));

    private static final List<String> SAID = List.of(
            "连云区政府扶贫工作办公室文件",
            "连区扶办〔2021〕2号",
            "签发人：陈松",
            "关于申请拨付2021年度精准防贫保保费的请示",
            "区政府：",
            "267800元",
            "172686.63元",
            "95113.37元",
            "妥否，请批示。",
            "附件：资金需求表",
            "2021年5月25日",
            "95,113.37");

    @Test
    void asWord() throws IOException {
        byte[] file = WordLetter.of(LETTER);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertSaid(text.getText());
            assertEquals(1, document.getTables().size());
        }
    }

    @Test
    void asPdf() throws IOException {
        byte[] file = PdfLetter.of(LETTER);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "letter.pdf"), file);
        assertSaid(text(file));
    }

    /** A name with a rare character must never lose it without a word. */
    @Test
    void aCharacterWithoutALetterformIsPrintedByItsNumber() throws IOException {
        Letter rare = new Letter(
                "某", "号", "", "题", "某", List.of("户主𠮷田，㛃字在。"), List.of(), "某", LocalDate.of(2021, 1, 1), List.of());
        String text = text(PdfLetter.of(rare));
        assertTrue(text.contains("〔U+20BB7〕") || text.contains("𠮷"), text);
        assertTrue(text.contains("㛃"), text);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            return text.toString();
        }
    }

    private static void assertSaid(String text) {
        String close = text.replaceAll("\\s", "");
        for (String said : SAID) {
            assertTrue(close.contains(said), () -> said + " is not in: " + close);
        }
    }
}
