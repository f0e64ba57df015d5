package fangpin.office.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 未结在前: a row's rank in a list in which what is open stands before what is over, and the newest first in both. A page that
 * begins after such a rank neither repeats nor leaves out a row when others are added in front.
 *
 * @param open whether the row stands among the open ones
 */
public record OpenFirst(boolean open, long id) {
    /** Before every row. */
    public static final OpenFirst START = new OpenFirst(true, Long.MAX_VALUE);

    private static final Pattern WRITTEN = Pattern.compile("(open|over)-([0-9]{1,18})");

    /** The rank as an address says it; {@link #START} for what is none. */
    public static OpenFirst of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() ? new OpenFirst(parts.group(1).equals("open"), Long.parseLong(parts.group(2))) : START;
    }

    /** As an address says it: {@code open-17}. */
    public String written() {
        return (open ? "open-" : "over-") + id;
    }
}
