package fangpin.kernel.allocation;

import fangpin.kernel.Text;
import java.util.Locale;

/**
 * Why money is not split or a premium not worked out. Nothing of it counts then.
 *
 * @param reason one a cause
 * @param message what was read, what is wrong with it, what would be accepted
 */
public record FundRefusal(Reason reason, Text message) implements ItemOutcome, AllocationOutcome, PremiumOutcome {
    /** Everything that can be wrong with headcounts, in the order in which it is looked for. */
    public enum Reason {
        UNKNOWN_DIVISION,
        UNKNOWN_MEASURE,
        REPEATED_VALUE,
        BAD_HEADCOUNT,
        BAD_AMOUNT,
        MISSING_MEASURE,
        AMOUNTS_DIFFER,
        NOTHING_TO_SPLIT_BY,
        NO_CARRY_OVER,
        TOO_LARGE;

        /** As cases carry it: {@code missing-measure}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static FundRefusal of(Reason reason, String zh, String en) {
        return new FundRefusal(reason, new Text(zh, en));
    }

    static FundRefusal missing(Division division, Measure measure) {
        return of(
                Reason.MISSING_MEASURE,
                "区划“" + division.code() + "”（" + division.name().zh() + "）缺少指标“" + measure.id() + "”（"
                        + measure.name().zh() + "）；每个区划都要有一行，没有人也要写 0。",
                "The division \"" + division.code() + "\" (" + division.name().en() + ") has no \"" + measure.id()
                        + "\" (" + measure.name().en() + "); each division needs a row, with 0 if there is nobody.");
    }

    static FundRefusal nothing(String what) {
        return of(
                Reason.NOTHING_TO_SPLIT_BY,
                "“" + what + "”全是 0，没有可以据以分配的人数；至少要有一个区划大于 0。",
                "All of \"" + what
                        + "\" is 0, so there is nothing to split by; at least one division must be above 0.");
    }

    static FundRefusal tooLarge() {
        return of(
                Reason.TOO_LARGE,
                "数字太大，合计超出可以计算的范围（约 9.2e16 元）；请检查人数和金额。",
                "The figures are too large to be added (about 9.2e16 yuan); check the headcounts and amounts.");
    }
}
