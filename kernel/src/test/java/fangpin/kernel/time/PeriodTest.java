package fangpin.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Period YEAR_2020 =
            Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, false",
        "2020-01-01, true",
        "2020-02-29, true",
        "2020-12-31, true",
        "2021-01-01, false",
    })
    void contains(LocalDate day, boolean in) {
        assertEquals(in, YEAR_2020.contains(day));
    }

    @Test
    void isHalfOpenInside() {
        assertEquals(LocalDate.parse("2021-01-01"), YEAR_2020.until());
        assertEquals(LocalDate.parse("2020-12-31"), YEAR_2020.lastDay());
    }

    @Test
    void mayHaveNoEnd() {
        Period open = Period.ofInclusive(LocalDate.parse("2020-01-01"), LocalDate.MAX);
        assertEquals(LocalDate.MAX, open.until());
        assertEquals(LocalDate.MAX, open.lastDay());
        assertEquals(open, new Period(LocalDate.parse("2020-01-01"), LocalDate.MAX));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from,       until
            2020-01-01, 2020-01-01
            2020-01-02, 2020-01-01
            """)
    void isNeverEmpty(LocalDate from, LocalDate until) {
        assertThrows(IllegalArgumentException.class, () -> new Period(from, until));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, nullValues = "none", textBlock = """
            from,       last,       common from, common last
            2019-01-01, 2019-12-31, none,        none
            2019-01-01, 2020-01-01, 2020-01-01,  2020-01-01
            2019-01-01, 2021-06-30, 2020-01-01,  2020-12-31
            2020-01-01, 2020-12-31, 2020-01-01,  2020-12-31
            2020-03-01, 2020-04-30, 2020-03-01,  2020-04-30
            2020-12-31, 2021-06-30, 2020-12-31,  2020-12-31
            2021-01-01, 2021-06-30, none,        none
            """)
    void overlaps(LocalDate from, LocalDate last, @Nullable LocalDate commonFrom, @Nullable LocalDate commonLast) {
        Period other = Period.ofInclusive(from, last);
        Optional<Period> common = commonFrom == null || commonLast == null
                ? Optional.empty()
                : Optional.of(Period.ofInclusive(commonFrom, commonLast));
        assertEquals(common, YEAR_2020.overlap(other));
        assertEquals(common, other.overlap(YEAR_2020));
    }
}
