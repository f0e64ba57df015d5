package fangpin.office.web.api;

import org.jspecify.annotations.Nullable;

/** 每页行数 */
final class Limit {
    static final int MOST = 200;
    private static final int USUAL = 50;

    private Limit() {}

    /** So many rows as were asked for, within bounds. */
    static int of(@Nullable Integer wanted) {
        if (wanted == null) {
            return USUAL;
        }
        if (wanted < 1 || wanted > MOST) {
            throw RefusedException.field("limit", FieldReason.OUT_OF_BOUNDS, 1, MOST);
        }
        return wanted;
    }

    /** A number that a page before gave as its next; {@code begin} for the first page. */
    static long after(@Nullable String cursor, long begin) {
        if (cursor == null) {
            return begin;
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw new RefusedException(ApiRefusal.CURSOR_WRONG);
        }
        return Long.parseLong(cursor);
    }
}
