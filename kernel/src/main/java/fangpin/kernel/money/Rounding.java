package fangpin.kernel.money;

/**
 * 取整方法 How a part of a fen becomes a whole fen. Every step that makes money names one (reading R3). Magnitudes are rounded,
 * the sign is kept.
 */
public enum Rounding {
    /** 四舍五入: half a fen and more goes up. */
    HALF_UP,
    /** 舍去: the part of a fen is dropped. */
    DOWN,
    /** 四舍六入五成双: half a fen goes to the even neighbour. */
    HALF_EVEN;

    /**
     * Rounds {@code whole + remainder / denominator}.
     *
     * @param whole fen, 0 or more
     * @param remainder 0 to denominator - 1
     * @param denominator 1 to a quarter of the largest long
     * @throws ArithmeticException if rounding up leaves the range of a long
     */
    public long round(long whole, long remainder, long denominator) {
        long twice = 2 * remainder;
        boolean up = switch (this) {
            case HALF_UP -> twice >= denominator;
            case DOWN -> false;
            case HALF_EVEN -> twice > denominator || (twice == denominator && (whole & 1) == 1);
        };
        return up ? Math.addExact(whole, 1) : whole;
    }
}
