package fangpin.office.register;

/** 银行卡号（社保卡金融账户）: 16 to 19 digits. Whether its check digit fits is only a warning: the bank must confirm name and account. */
public record BankCard(String text) {
    private static final int LEAST = 16;
    private static final int MOST = 19;

    /** Whether digits, spaces and hyphens aside, are of the length of a card number. */
    public static boolean isOne(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return digits.length() >= LEAST && digits.length() <= MOST;
    }

    /** The number without spaces and hyphens. */
    public static String normal(String written) {
        return CellText.withoutSpaces(CellText.normal(written)).replace("-", "");
    }

    /** Luhn's check: finds one wrong digit, not whose card it is. */
    public boolean fitsCheckDigit() {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(text.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    /** Never in clear. */
    @Override
    public String toString() {
        return "BankCard";
    }
}
