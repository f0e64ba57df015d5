package fangpin.kernel.benefit;

import java.util.List;

/**
 * When a step applies: only to cases whose code is one of these. Where it does not apply its value is 0.
 *
 * @param register of a code input
 * @param codes each 0 to 62
 */
public record Guard(int register, List<Integer> codes) {
    private static final int LAST_CODE = 62;

    public Guard {
        codes = List.copyOf(codes);
        for (int code : codes) {
            if (code < 0 || code > LAST_CODE) {
                throw new IllegalArgumentException("code " + code + " is not 0 to " + LAST_CODE);
            }
        }
    }

    /** Whether a case with this code is meant. */
    public boolean accepts(long code) {
        return Arithmetic.among(code, mask());
    }

    /** The codes as bits. */
    public long mask() {
        long mask = 0;
        for (int code : codes) {
            mask |= 1L << code;
        }
        return mask;
    }
}
