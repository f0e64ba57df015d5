package fangpin.office.settlement;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 费用控制的界限 (WH3 §3.1): from which share of the cost on a hospital's or person's month stands out. The documents name no figure, so
 * these are the office's own, set by {@code fangpin.cost.ineligible-percent} and {@code fangpin.cost.self-percent}.
 */
@Component
public final class CostLimits {
    /** 目录外占比默认界限: cost outside the catalogue, of the total cost, percent. */
    public static final int INELIGIBLE_PERCENT = 15;

    /** 目录内自付占比默认界限: eligible cost left to persons, of the eligible cost, percent; the year's aim is below ten. */
    public static final int SELF_PERCENT = 10;

    private final int ineligible;
    private final int self;

    CostLimits(
            @Value("${fangpin.cost.ineligible-percent:" + INELIGIBLE_PERCENT + "}") int ineligible,
            @Value("${fangpin.cost.self-percent:" + SELF_PERCENT + "}") int self) {
        this.ineligible = ineligible;
        this.self = self;
    }

    /** The limit in use for cost outside the catalogue, percent. */
    public int ineligiblePercent() {
        return ineligible;
    }

    /** The limit in use for eligible cost left to persons, percent. */
    public int selfPercent() {
        return self;
    }

    /** Whether a share stands out: more than the limit, exactly. */
    public boolean standsOut(Costs.Line line) {
        return over(line.ineligibleFen(), line.totalFen(), ineligible)
                || over(line.selfFen(), line.eligibleFen(), self);
    }

    private static boolean over(long part, long whole, int percent) {
        return Math.multiplyExact(part, 100L) > Math.multiplyExact(whole, (long) percent);
    }
}
