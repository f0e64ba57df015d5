package fangpin.office.papers;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;

/** 投保手册（PDF）: the handbooks of a village in one file, each beginning on a page of its own, on A5. */
public final class PdfHandbooks {
    private static final float MARGIN = 36;
    private static final float TITLE = 16;
    private static final float HEADING = 12;
    private static final float BODY = 10.5f;
    private static final float LEADING = 1.6f;

    private PdfHandbooks() {}

    /** The file's bytes; there is at least one handbook. */
    public static byte[] of(List<Handbook> handbooks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A5, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        document.open();
        for (Handbook one : handbooks) {
            document.newPage();
            write(document, one);
        }
        document.close();
        return bytes.toByteArray();
    }

    private static void write(Document document, Handbook one) {
        Paragraph title = paragraph(one.title(), TITLE);
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingAfter(HEADING);
        document.add(title);
        one.facts().forEach(fact -> document.add(paragraph(fact.label() + "：" + fact.value(), BODY)));
        for (Handbook.Section section : one.sections()) {
            Paragraph heading = paragraph(section.heading(), HEADING);
            heading.setSpacingBefore(HEADING);
            document.add(heading);
            section.paragraphs().forEach(text -> {
                Paragraph words = paragraph(text, BODY);
                words.setFirstLineIndent(2 * BODY);
                document.add(words);
            });
        }
        Paragraph code = paragraph(one.code(), BODY);
        code.setAlignment(Element.ALIGN_RIGHT);
        code.setSpacingBefore(HEADING);
        document.add(code);
    }

    private static Paragraph paragraph(String text, float points) {
        return new Paragraph(LEADING * points, PaperFont.printable(text), PaperFont.of(points));
    }
}
