package fangpin.office.fund;

import java.util.Locale;
import java.util.Optional;

/** 付款单号: an order's number as the bank's files carry it, {@code FP0000000012}; the bank gives it back in its reply. */
public final class PaymentNumber {
    private static final String FORM = "FP[0-9]{10}";

    private PaymentNumber() {}

    /** As it is written. */
    public static String text(long order) {
        return String.format(Locale.ROOT, "FP%010d", order);
    }

    /** The order; empty when it is not one of our numbers. */
    public static Optional<Long> of(String written) {
        String number = written.strip().toUpperCase(Locale.ROOT);
        return number.matches(FORM) ? Optional.of(Long.valueOf(number.substring(2))) : Optional.empty();
    }
}
