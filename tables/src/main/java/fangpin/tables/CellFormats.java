package fangpin.tables;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of a workbook's cell styles show a number as a date. */
final class CellFormats {

    /** Parts of a format that are shown as they stand: quoted, escaped, spaced, repeated, or in brackets. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]");

    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

    private final BitSet dates = new BitSet();
    private int count;

    private CellFormats() {}

    /** Reads the part of styles; a workbook without one has no dates. */
    static CellFormats read(@Nullable XmlReader styles) throws IOException {
        CellFormats formats = new CellFormats();
        if (styles != null) {
            try (styles) {
                formats.readStyles(styles);
            }
        }
        return formats;
    }

    /** Whether style {@code index}, the attribute {@code s} of a cell, shows a date. */
    boolean isDate(int index) {
        return dates.get(index);
    }

    private void readStyles(XmlReader styles) throws IOException {
        Set<Integer> custom = new HashSet<>();
        boolean inCells = false;
        XmlReader.Event event;
        while ((event = styles.next()) != XmlReader.Event.FINISH) {
            if (event != XmlReader.Event.TEXT && styles.name().equals("cellXfs")) {
                inCells = event == XmlReader.Event.START;
            }
            if (event != XmlReader.Event.START) {
                continue;
            }
            if (styles.name().equals("numFmt")) {
                String code = styles.attribute("formatCode");
                if (code != null && showsDate(code)) {
                    custom.add(number(styles.attribute("numFmtId")));
                }
            }
            if (styles.name().equals("xf") && inCells) {
                int format = number(styles.attribute("numFmtId"));
                dates.set(count++, isBuiltInDate(format) || custom.contains(format));
            }
        }
    }

    private static int number(@Nullable String text) throws IOException {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
    }

    /** Formats that a workbook uses without describing them (ECMA-376 part 1, 18.8.30), the Chinese ones included. */
    static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }

    static boolean showsDate(String code) {
        String first = LITERAL.matcher(code).replaceAll("").split(";", 2)[0];
        return DATE_LETTER.matcher(first.toLowerCase(Locale.ROOT)).find();
    }
}
