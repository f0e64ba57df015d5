package fangpin.office.project;

import java.time.LocalDate;

/** 排除: words that only look like the negative list's, and why; said by another person than wrote them. */
public record Clearing(String words, String reason, LocalDate clearedOn, long enteredBy) {}
