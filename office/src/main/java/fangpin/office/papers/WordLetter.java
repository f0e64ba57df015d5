package fangpin.office.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** 公文（Word）: a letter as .docx with the page, the fonts and the sizes of GB/T 9704; fonts are named, the reader's machine has them. */
public final class WordLetter {
    private static final String TITLE = "方正小标宋简体";
    private static final String BODY = "仿宋_GB2312";
    private static final String HEAVY = "黑体";
    private static final int TITLE_POINTS = 22;
    private static final int BODY_POINTS = 16;
    private static final int TABLE_POINTS = 11;
    private static final int TWIPS_OF_A_LINE = 570;
    private static final int TWIPS_OF_TWO_CHARACTERS = 640;
    // A4 and its margins: 37 mm above, 35 below, 28 left, 26 right
    private static final long[] PAGE = {11906, 16838};
    private static final long[] MARGINS = {2098, 1984, 1588, 1474};

    private final XWPFDocument document = new XWPFDocument();

    private WordLetter() {}

    /** The file's bytes. */
    public static byte[] of(Letter letter) {
        WordLetter word = new WordLetter();
        word.page();
        word.write(letter);
        try (XWPFDocument document = word.document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE[0]));
        size.setH(BigInteger.valueOf(PAGE[1]));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGINS[0]));
        margins.setBottom(BigInteger.valueOf(MARGINS[1]));
        margins.setLeft(BigInteger.valueOf(MARGINS[2]));
        margins.setRight(BigInteger.valueOf(MARGINS[3]));
    }

    private void write(Letter letter) {
        XWPFParagraph issuer = paragraph(ParagraphAlignment.CENTER);
        XWPFRun mark = run(issuer, letter.issuer(), TITLE, TITLE_POINTS + 8);
        mark.setColor("C00000");
        String signed = letter.signer().isEmpty() ? "" : "　　　　签发人：" + letter.signer();
        run(
                paragraph(letter.signer().isEmpty() ? ParagraphAlignment.CENTER : ParagraphAlignment.BOTH),
                letter.number() + signed,
                BODY,
                BODY_POINTS);
        paragraph(ParagraphAlignment.CENTER);
        run(paragraph(ParagraphAlignment.CENTER), letter.title(), TITLE, TITLE_POINTS);
        paragraph(ParagraphAlignment.CENTER);
        if (!letter.addressee().isEmpty()) {
            run(paragraph(ParagraphAlignment.LEFT), letter.addressee() + "：", BODY, BODY_POINTS);
        }
        for (String text : letter.paragraphs()) {
            run(indented(), text, BODY, BODY_POINTS);
        }
        attachments(letter.attachments());
        paragraph(ParagraphAlignment.LEFT);
        run(paragraph(ParagraphAlignment.RIGHT), letter.from(), BODY, BODY_POINTS);
        run(paragraph(ParagraphAlignment.RIGHT), letter.dayInWords() + "　　", BODY, BODY_POINTS);
        letter.annexes().forEach(this::annex);
    }

    private void attachments(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String number = names.size() == 1 ? "" : i + 1 + ".";
            run(indented(), (i == 0 ? "附件：" : "　　　") + number + names.get(i), BODY, BODY_POINTS);
        }
    }

    private void annex(Letter.Annex annex) {
        XWPFParagraph title = paragraph(ParagraphAlignment.CENTER);
        title.createRun().addBreak(BreakType.PAGE);
        run(title, annex.title(), HEAVY, BODY_POINTS);
        XWPFTable table =
                document.createTable(annex.rows().size() + 1, annex.head().size());
        table.setWidth("100%");
        for (int column = 0; column < annex.head().size(); column++) {
            cell(table.getRow(0).getCell(column), annex.head().get(column), HEAVY);
        }
        for (int row = 0; row < annex.rows().size(); row++) {
            for (int column = 0; column < annex.head().size(); column++) {
                cell(
                        table.getRow(row + 1).getCell(column),
                        annex.rows().get(row).get(column),
                        BODY);
            }
        }
    }

    private static void cell(XWPFTableCell cell, String text, String font) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        boolean number = text.matches("-?[0-9][0-9,.]*");
        paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER);
        run(paragraph, text, font, TABLE_POINTS);
    }

    private XWPFParagraph indented() {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(TWIPS_OF_TWO_CHARACTERS);
        return paragraph;
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(TWIPS_OF_A_LINE / 20.0, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(points);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        return run;
    }
}
