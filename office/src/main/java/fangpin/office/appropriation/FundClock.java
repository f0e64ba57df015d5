package fangpin.office.appropriation;

import fangpin.kernel.provision.TimeLimit;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 时限: how a limit stands for a document of a division (WH6 §3.1).
 *
 * @param happened days by event of the limit
 * @param deadline last day in time; null while it has not started
 * @param openFen of the document's money that is not given on yet
 */
public record FundClock(
        FundDocument document,
        TimeLimit limit,
        Map<String, LocalDate> happened,
        @Nullable LocalDate deadline,
        TimeLimit.State state,
        long openFen,
        Holder holder) {
    public FundClock {
        happened = Map.copyOf(happened);
    }

    /** 现在谁办 */
    public enum Holder {
        /** 扶贫部门：提出安排意见 */
        POVERTY_OFFICE,
        /** 财政部门：拨付下达 */
        FINANCE,
        /** 已办完 */
        NOBODY;

        /** The key of its words. */
        public String key() {
            return "appropriation.holder."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
