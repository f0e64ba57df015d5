package fangpin.office.project;

import java.time.LocalDate;

/** 进度报告: how far the work is, with its photos beside it. */
public record ProgressReport(long id, LocalDate reportedOn, int percent, String said, long enteredBy) {}
