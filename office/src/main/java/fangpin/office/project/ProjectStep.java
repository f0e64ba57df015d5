package fangpin.office.project;

import java.time.LocalDate;

/** 办理记录: who did what with a project on which day, and what he said. */
public record ProjectStep(int number, String what, LocalDate happenedOn, String note, long enteredBy) {}
