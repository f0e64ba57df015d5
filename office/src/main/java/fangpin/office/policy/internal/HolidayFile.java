package fangpin.office.policy.internal;

import fangpin.office.policy.Holiday;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The arrangements of holidays that came with the office, as the State Council published them. */
public final class HolidayFile {
    private static final int COLUMNS = 5;

    private HolidayFile() {}

    /** All days of the file. */
    public static List<Holiday> read() {
        try (InputStream file =
                Objects.requireNonNull(HolidayFile.class.getResourceAsStream("/fangpin/office/policy/holidays.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .flatMap(line -> days(line.split(",", COLUMNS)).stream())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Holiday> days(String[] cells) {
        return LocalDate.parse(cells[0])
                .datesUntil(LocalDate.parse(cells[1]).plusDays(1))
                .map(day -> new Holiday(day, Holiday.Kind.of(cells[2]).orElseThrow(), cells[3], cells[4], ""))
                .toList();
    }
}
