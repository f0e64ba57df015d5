package fangpin.kernel.allocation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Ratio;
import java.math.BigDecimal;

/**
 * 参保基数 For how many a premium is paid.
 *
 * @param measure id of a measure in persons
 * @param share of them that counts: all, or 10% of a population without names
 */
public record HeadcountBase(String measure, Ratio share, ClauseId clause) {
    /** The base as people read it: {@code 2678}, or {@code 2678.5} where the share leaves no whole number. */
    public String of(long persons) {
        return BigDecimal.valueOf(persons)
                .multiply(BigDecimal.valueOf(share.ppm(), 6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
