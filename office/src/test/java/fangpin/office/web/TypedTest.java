package fangpin.office.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody typed: read where it can be, named with its field where it cannot. */
class TypedTest {
    @ParameterizedTest
    @ValueSource(strings = {"2020-05-10", " 2020-05-10 ", "1900-01-01", "2200-12-31"})
    void days(String typed) {
        assertEquals(Optional.of(LocalDate.parse(typed.strip())), TypedDay.of(typed));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "2020-02-30",
                "2020-5-1",
                "20200501",
                "1899-12-31",
                "2201-01-01",
                "0202-05-10",
                "+999999999-01-01",
                "-999999999-01-01",
                "+9999999999-01-01",
                "明天"
            })
    void noDays(String typed) {
        assertEquals(Optional.empty(), TypedDay.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "60, 60",
        "' 7 ', 7",
        "4, -1",
        "61, -1",
        "'', -1",
        "-5, -1",
        "七, -1",
        "5.0, -1",
        "99999999999, -1"
    })
    void numbersWithinBounds(String typed, int number) {
        Typed looked = Typed.of(Map.of("days", typed)).needingNumber("days", 5, 60);
        assertEquals(number == -1, looked.isWrong());
        assertEquals(number == -1 ? "wrong" : "", looked.mark("days"));
        if (number != -1) {
            assertEquals(number, looked.number("days"));
        }
    }

    @Test
    void eachFieldHasOneFault() {
        Typed looked = Typed.of(Map.of("on", " ", "until", "2020-02-30"))
                .needingDay("on")
                .needing("on")
                .mayBeDay("until")
                .mayBeDay("elsewhere")
                .needing("name");
        assertEquals(Set.of("on", "until", "name"), looked.wrong().keySet());
        assertEquals(
                new Typed.Wrong("web.wrong.day-missing", List.of()),
                looked.wrong().get("on"));
        assertNull(looked.wrongIn("elsewhere"));
        assertFalse(looked.toString().contains("2020"), "never what was typed");
    }
}
