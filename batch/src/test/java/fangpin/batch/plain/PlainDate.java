package fangpin.batch.plain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates as {@code YYYY-MM-DD}: ASCII digits, a day that exists, years 0001 to 9999. */
final class PlainDate {
    private PlainDate() {}

    static Optional<LocalDate> read(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, 7));
        int day = Integer.parseInt(text.substring(8, 10));
        if (year == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
