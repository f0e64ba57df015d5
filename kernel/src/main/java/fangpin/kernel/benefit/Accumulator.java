package fangpin.kernel.benefit;

import fangpin.kernel.Text;

/**
 * 累计 A running figure over the cases of one scope. A step that names it reads the figure before the case; after the case the
 * quantity it follows is taken in.
 *
 * @param keeps how it runs
 * @param register of the quantity it follows
 */
public record Accumulator(String id, Text name, Scope scope, Keeps keeps, int register) {
    /** How a running figure takes in a new value. */
    public enum Keeps {
        SUM,
        HIGHEST
    }

    /** The figure after a case. */
    public long after(long before, long value) {
        return switch (keeps) {
            case SUM -> Math.addExact(before, value);
            case HIGHEST -> Math.max(before, value);
        };
    }
}
