package fangpin.demonstration;

import java.time.LocalDate;

/** 演示日历: the days the demonstration turns on. */
final class Calendar {
    /** The day the headcounts are of (WH6 §2). */
    static final LocalDate REFERENCE = LocalDate.of(2019, 12, 31);

    /** The day on which the demonstration opens. */
    static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    /** Born before it: 60 or over on the reference day. */
    static final LocalDate SIXTY = LocalDate.of(1960, 1, 1);

    private Calendar() {}
}
