package fangpin.office.project;

import java.time.LocalDate;

/**
 * 运行管护 (WH6 §1.2): who keeps a project running, what it costs in a year and out of what that is paid.
 *
 * @param since the day it holds from; the last one counts
 */
public record Upkeep(String keeper, long yearlyCostFen, String paidFrom, LocalDate since, long enteredBy) {}
