package fangpin.office.supervision;

/**
 * 监管看板的一行: what money of one division, level, item, use or year came to (WH6 §3.4).
 *
 * @param key what the row is of, as addresses write it; its pack stands before an item or use
 * @param lines how many budget lines are in it
 * @param investedFen 投入: all that stands on its lines or was paid of them
 * @param allocatedFen 拨付: of that, what is given to a project or programme
 * @param reservedFen put by for approved payments
 * @param paidFen 使用: what the bank has confirmed
 */
public record BoardLine(String key, long lines, long investedFen, long allocatedFen, long reservedFen, long paidFen) {
    /** 支出: what was approved. */
    public long spentFen() {
        return reservedFen + paidFen;
    }

    /** What may still be moved or asked for. */
    public long freeFen() {
        return investedFen - spentFen();
    }

    /** Paid of invested, in thousandths. */
    public long usedPermille() {
        return investedFen == 0 ? 0 : Math.multiplyExact(paidFen, 1000L) / investedFen;
    }

    /** This row and another together, under this row's name. */
    public BoardLine plus(BoardLine other) {
        return new BoardLine(
                key,
                lines + other.lines,
                investedFen + other.investedFen,
                allocatedFen + other.allocatedFen,
                reservedFen + other.reservedFen,
                paidFen + other.paidFen);
    }

    /** Nothing yet. */
    public static BoardLine none() {
        return new BoardLine("", 0, 0, 0, 0, 0);
    }
}
