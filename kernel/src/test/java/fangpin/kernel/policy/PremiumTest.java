package fangpin.kernel.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.ClauseId;
import fangpin.kernel.money.Fen;
import fangpin.kernel.money.Rounding;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person costs who joins in the course of the year (reading R10). 2020 has 366 days. */
class PremiumTest {
    private static final Period YEAR = new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));

    @ParameterizedTest
    @CsvSource({
        "FULL,    450.00, 2020-12-31, 450.00",
        "BY_DAYS, 450.00, 2020-01-01, 450.00",
        "BY_DAYS, 366.00, 2020-12-31, 1.00",
        "BY_DAYS, 366.00, 2020-02-01, 335.00",
        "BY_DAYS, 450.00, 2020-07-02, 225.00",
        "BY_DAYS, 8.00,   2020-05-10, 5.16"
    })
    void aPersonWhoJoinsLaterCostsTheFullYearOrTheDaysLeft(
            Premium.AddedInYear way, String amount, LocalDate joins, String due) {
        Premium premium = new Premium(fen(amount), new ClauseId("WH3 §4"), way, Rounding.HALF_UP);
        assertEquals(fen(due), premium.due(YEAR, new Period(joins, YEAR.until())));
    }

    private static Fen fen(String yuan) {
        return new Fen(Long.parseLong(yuan.replace(".", "")));
    }
}
