package fangpin.office.claims;

import java.time.LocalDate;

/** 查勘: who looked, when, where, and what he found; its photos are attachments. */
public record Investigation(long id, LocalDate doneOn, String place, String note, long enteredBy) {}
