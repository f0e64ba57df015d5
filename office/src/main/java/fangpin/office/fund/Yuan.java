package fangpin.office.fund;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** 金额: yuan as people type them, in the form that files use: 1 to 12 digits, and 1 or 2 after a point if there is one. */
public final class Yuan {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private Yuan() {}

    /** Fen; empty when it is not written like an amount. */
    public static OptionalLong fen(String typed) {
        if (!FORM.matcher(typed).matches()) {
            return OptionalLong.empty();
        }
        int point = typed.indexOf('.');
        String whole = point < 0 ? typed : typed.substring(0, point);
        String parts = point < 0 ? "00" : (typed.substring(point + 1) + "0").substring(0, 2);
        return OptionalLong.of(100 * Long.parseLong(whole) + Long.parseLong(parts));
    }
}
