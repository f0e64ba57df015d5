package fangpin.office.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/** 字体: Noto Sans SC, embedded in every PDF. A character that it lacks is printed by its number, never left out. */
final class PaperFont {
    private static final BaseFont BASE = read();

    private PaperFont() {}

    private static BaseFont read() {
        try (InputStream font = Objects.requireNonNull(PaperFont.class.getResourceAsStream("NotoSansSC-Regular.ttf"))) {
            return BaseFont.createFont(
                    "NotoSansSC-Regular.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, font.readAllBytes(), null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Font of(float points) {
        return new Font(BASE, points);
    }

    /** The text with each character that the font lacks written as 〔U+20BB7〕. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (BASE.charExists(point)) {
                printable.appendCodePoint(point);
            } else {
                printable.append("〔U+%04X〕".formatted(point));
            }
        });
        return printable.toString();
    }
}
