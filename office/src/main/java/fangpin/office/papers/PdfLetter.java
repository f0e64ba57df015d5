package fangpin.office.papers;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** 公文（PDF）: the same letter as a file that looks the same everywhere. */
public final class PdfLetter {
    private static final float MILLIMETRE = 72f / 25.4f;
    private static final float TITLE = 22;
    private static final float BODY = 16;
    private static final float TABLE = 10;
    private static final float LINE = 28.5f;

    private final Document document =
            new Document(PageSize.A4, 28 * MILLIMETRE, 26 * MILLIMETRE, 37 * MILLIMETRE, 35 * MILLIMETRE);

    private PdfLetter() {}

    /** The file's bytes. */
    public static byte[] of(Letter letter) {
        PdfLetter pdf = new PdfLetter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter.getInstance(pdf.document, bytes);
        pdf.document.open();
        pdf.write(letter);
        pdf.document.close();
        return bytes.toByteArray();
    }

    private void write(Letter letter) {
        Paragraph issuer = paragraph(letter.issuer(), TITLE + 8, Element.ALIGN_CENTER);
        issuer.getFont().setColor(192, 0, 0);
        document.add(issuer);
        String signed = letter.signer().isEmpty() ? "" : "　　　　签发人：" + letter.signer();
        document.add(paragraph(letter.number() + signed, BODY, Element.ALIGN_CENTER));
        Paragraph title = paragraph(letter.title(), TITLE, Element.ALIGN_CENTER);
        title.setSpacingBefore(LINE);
        title.setSpacingAfter(LINE / 2);
        document.add(title);
        if (!letter.addressee().isEmpty()) {
            document.add(paragraph(letter.addressee() + "：", BODY, Element.ALIGN_LEFT));
        }
        letter.paragraphs().forEach(text -> document.add(indented(text)));
        attachments(letter.attachments());
        Paragraph from = paragraph(letter.from(), BODY, Element.ALIGN_RIGHT);
        from.setSpacingBefore(LINE);
        document.add(from);
        document.add(paragraph(letter.dayInWords() + "　　", BODY, Element.ALIGN_RIGHT));
        letter.annexes().forEach(this::annex);
    }

    private void attachments(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String number = names.size() == 1 ? "" : i + 1 + ".";
            document.add(indented((i == 0 ? "附件：" : "　　　") + number + names.get(i)));
        }
    }

    private void annex(Letter.Annex annex) {
        document.setPageSize(annex.isWide() ? PageSize.A4.rotate() : PageSize.A4);
        document.newPage();
        Paragraph title = paragraph(annex.title(), BODY, Element.ALIGN_CENTER);
        title.setSpacingAfter(LINE / 2);
        document.add(title);
        PdfPTable table = new PdfPTable(annex.head().size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        annex.head().forEach(text -> table.addCell(cell(text)));
        annex.rows().forEach(row -> row.forEach(text -> table.addCell(cell(text))));
        document.add(table);
    }

    private static PdfPCell cell(String text) {
        PdfPCell cell = new PdfPCell(new Phrase(PaperFont.printable(text), PaperFont.of(TABLE)));
        boolean number = text.matches("-?[0-9][0-9,.]*");
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_CENTER);
        cell.setPadding(4);
        return cell;
    }

    private static Paragraph indented(String text) {
        Paragraph paragraph = paragraph(text, BODY, Element.ALIGN_JUSTIFIED);
        paragraph.setFirstLineIndent(2 * BODY);
        return paragraph;
    }

    private static Paragraph paragraph(String text, float points, int alignment) {
        Paragraph paragraph = new Paragraph(LINE, PaperFont.printable(text), PaperFont.of(points));
        paragraph.setAlignment(alignment);
        return paragraph;
    }
}
