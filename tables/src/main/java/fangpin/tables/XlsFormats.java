package fangpin.tables;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Which cell styles of an .xls file show a number as a date. */
final class XlsFormats {
    private final Set<Integer> custom = new HashSet<>();
    private final BitSet dates = new BitSet();
    private int count;

    void add(int format, String code) {
        if (CellFormats.showsDate(code)) {
            custom.add(format);
        }
    }

    void addStyle(int format) {
        dates.set(count++, CellFormats.isBuiltInDate(format) || custom.contains(format));
    }

    boolean isDate(int style) {
        return dates.get(style);
    }
}
