package fangpin.batch.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days at the edges of the period, and cells that only look like days. */
final class NastyDates {
    static final List<String> EDGES = List.of(
            "2019-12-30",
            "2019-12-31",
            "2020-01-01",
            "2020-01-02",
            "2020-02-29",
            "2020-12-30",
            "2020-12-31",
            "2021-01-01",
            "2021-01-02");

    private static final List<String> FAR = List.of("0001-01-01", "1900-02-28", "2000-02-29", "9999-12-31");

    static final List<String> BAD = List.of(
            "2020-02-30",
            "2020-2-3",
            "2020-02-3",
            "2020/02/03",
            "20200203",
            "2020-13-01",
            "2020-00-10",
            "2020-01-00",
            "2020-04-31",
            "2019-02-29",
            "1900-02-29",
            "0000-01-01",
            "10000-01-01",
            "+2020-01-01",
            "-2020-01-01",
            "２０２０-01-01",
            "2020-01-01 ",
            " 2020-01-01",
            "2020-01-01T00:00",
            "2020年1月1日",
            "2020‐01‐01",
            "43831",
            "-",
            " ");

    private NastyDates() {}

    /** The few days of one county, so that many rows fall on the same one. */
    static List<String> days(Dice dice) {
        List<String> days = new ArrayList<>();
        for (int count = dice.between(1, 5); count > 0; count--) {
            days.add(LocalDate.of(2020, 1, 1).plusDays(dice.between(0, 365)).toString());
        }
        for (int count = dice.between(0, 2); count > 0; count--) {
            days.add(dice.pick(EDGES));
        }
        return days;
    }

    static String edgeOrFar(Dice dice) {
        return dice.oneIn(8) ? dice.pick(FAR) : dice.pick(EDGES);
    }
}
