package fangpin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.CoverRule.Answer;
import fangpin.kernel.policy.CoverRule.Ends;
import fangpin.kernel.policy.CoverRule.Joins;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weihai's cover, WH3 §2b and §3 with reading R13, and its other readings, over the period 2020-01-01 to 2020-12-31. */
class CoverRuleTest {
    private static final Period PRODUCT =
            Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            status from, status to,  covered from, covered to
            2019-01-01,  none,       2020-01-01,   2020-12-31
            2019-01-01,  2019-12-30, none,         none
            2019-01-01,  2019-12-31, none,         none
            2019-01-01,  2020-01-01, 2020-01-01,   2020-12-31
            2019-01-01,  2020-01-02, 2020-01-01,   2020-12-31
            2019-12-31,  none,       2020-01-01,   2020-12-31
            2020-01-01,  none,       2020-01-01,   2020-12-31
            2020-01-01,  2020-01-01, 2020-01-01,   2020-12-31
            2020-01-02,  none,       none,         none
            2020-12-31,  none,       none,         none
            2021-01-01,  none,       none,         none
            2018-01-01,  2018-12-31, none,         none
            """)
    void coversABeneficiaryOfTheFirstDayForTheWholePeriod(
            LocalDate from,
            @Nullable LocalDate last,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate coveredLast) {
        assertCover(Joins.PERIOD_START, Ends.PERIOD_END, from, last, coveredFrom, coveredLast);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            status from, status to,  covered from, covered to
            2019-01-01,  none,       2020-01-01,   2020-12-31
            2019-06-01,  2019-12-31, none,         none
            2019-06-01,  2020-01-01, 2020-01-01,   2020-12-31
            2020-01-01,  2020-01-01, 2020-01-01,   2020-12-31
            2020-01-02,  2020-01-02, 2020-01-02,   2020-12-31
            2020-05-20,  none,       2020-05-20,   2020-12-31
            2020-05-20,  2020-06-20, 2020-05-20,   2020-12-31
            2020-12-30,  none,       2020-12-30,   2020-12-31
            2020-12-31,  none,       2020-12-31,   2020-12-31
            2021-01-01,  none,       none,         none
            """)
    void coversInstantHelpFromInclusionToTheEnd(
            LocalDate from,
            @Nullable LocalDate last,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate coveredLast) {
        assertCover(Joins.INCLUSION, Ends.PERIOD_END, from, last, coveredFrom, coveredLast);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            joins,        status from, status to,  covered from, covered to
            PERIOD_START, 2019-01-01,  2019-12-31, none,         none
            PERIOD_START, 2019-01-01,  2020-01-01, 2020-01-01,   2020-01-01
            PERIOD_START, 2019-01-01,  2020-06-30, 2020-01-01,   2020-06-30
            PERIOD_START, 2019-01-01,  none,       2020-01-01,   2020-12-31
            PERIOD_START, 2020-01-02,  2020-06-30, none,         none
            INCLUSION,    2019-01-01,  2020-01-01, 2020-01-01,   2020-01-01
            INCLUSION,    2020-05-20,  2020-06-20, 2020-05-20,   2020-06-20
            INCLUSION,    2020-05-20,  2020-05-20, 2020-05-20,   2020-05-20
            INCLUSION,    2020-05-20,  2021-05-20, 2020-05-20,   2020-12-31
            INCLUSION,    2021-01-01,  2021-05-20, none,         none
            """)
    void endsWithTheStatusUnderTheOtherReading(
            Joins joins,
            LocalDate from,
            @Nullable LocalDate last,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate coveredLast) {
        assertCover(joins, Ends.STATUS_END, from, last, coveredFrom, coveredLast);
    }

    private static void assertCover(
            Joins joins,
            Ends ends,
            LocalDate from,
            @Nullable LocalDate last,
            @Nullable LocalDate coveredFrom,
            @Nullable LocalDate coveredLast) {
        CoverRule rule = new CoverRule(
                "any", new Text("", ""), new ClauseId("WH3 §2b"), joins, ends, Answer.YES, List.of("R13"));
        Period status = Period.ofInclusive(from, last == null ? LocalDate.MAX : last);
        Optional<Period> covered = coveredFrom == null || coveredLast == null
                ? Optional.empty()
                : Optional.of(Period.ofInclusive(coveredFrom, coveredLast));
        assertEquals(covered, rule.cover(status, PRODUCT));
    }
}
