package fangpin.office.access;

/** 脱敏: what a screen shows of personal data unless someone asks, with a reason, for one value. */
public final class Mask {
    private Mask() {}

    /** The value, masked as its kind asks. */
    public static String of(FieldKind kind, String clear) {
        return switch (kind) {
            case ID_NUMBER -> keep(clear, 6, 4);
            case PHONE -> keep(clear, 3, 4);
            case BANK_CARD -> keep(clear, 4, 4);
            case ADDRESS -> keep(clear, 6, 0);
            case HEALTH, SECOND_FACTOR, ATTACHMENT, USER_NAME -> "***";
        };
    }

    /** 姓名: 王*兰, 王*, 欧**兰. Characters beyond the first plane count as one. */
    public static String name(String clear) {
        int length = clear.codePointCount(0, clear.length());
        return switch (length) {
            case 0 -> "";
            case 1 -> "*";
            case 2 -> keep(clear, 1, 0);
            default -> keep(clear, 1, 1);
        };
    }

    /** A value too short to hide its middle is hidden whole. */
    private static String keep(String clear, int first, int last) {
        int length = clear.codePointCount(0, clear.length());
        int hidden = length - first - last;
        if (hidden <= 0 || (hidden < 4 && length > 4)) {
            return "*".repeat(length);
        }
        int from = clear.offsetByCodePoints(0, first);
        int to = clear.offsetByCodePoints(clear.length(), -last);
        return clear.substring(0, from) + "*".repeat(hidden) + clear.substring(to);
    }
}
