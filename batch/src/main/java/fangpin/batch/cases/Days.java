package fangpin.batch.cases;

import java.time.LocalDate;

/** Days as records carry them: whole days since 0001-01-01. */
final class Days {
    private Days() {}

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day + CellValues.EPOCH_DAY_OF_DAY_0);
    }

    static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - CellValues.EPOCH_DAY_OF_DAY_0);
    }
}
