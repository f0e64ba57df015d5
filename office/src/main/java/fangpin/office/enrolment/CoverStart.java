package fangpin.office.enrolment;

import java.time.LocalDate;

/** 起保: how many persons' cover by one product began on a day. */
public record CoverStart(LocalDate from, long persons) {}
