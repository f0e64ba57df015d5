package fangpin.office.register;

/** 联系电话: a mobile of 11 digits, or a fixed line of 7 to 12 with its area code; digits only, as kept. */
public record PhoneNumber(String text) {
    private static final int MOBILE = 11;
    private static final int LEAST = 7;
    private static final int MOST = 12;

    /** The digits of what was written: spaces, hyphens, brackets and +86 aside. */
    public static String normal(String written) {
        String text = CellText.withoutSpaces(CellText.normal(written));
        if (text.startsWith("+86")) {
            text = text.substring(3);
        }
        return isDigits(text) ? text : text.replaceAll("[-()]", "");
    }

    /** Whether the digits can be a telephone's. */
    public static boolean isOne(String digits) {
        if (!isDigits(digits)) {
            return false;
        }
        boolean mobile = digits.length() == MOBILE && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
        boolean fixed = digits.length() >= LEAST && digits.length() <= MOST && digits.charAt(0) != '1';
        return mobile || fixed;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Never in clear. */
    @Override
    public String toString() {
        return "PhoneNumber";
    }
}
