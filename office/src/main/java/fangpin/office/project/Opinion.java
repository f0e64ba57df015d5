package fangpin.office.project;

import java.time.LocalDate;

/** 论证意见: what a department of the county says of a project. */
public record Opinion(long id, String department, boolean favourable, String said, LocalDate givenOn, long enteredBy) {}
