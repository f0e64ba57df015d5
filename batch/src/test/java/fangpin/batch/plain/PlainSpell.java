package fangpin.batch.plain;

import java.time.LocalDate;

/** A time in which a person had a status; both days are in it. An open spell ends on {@link LocalDate#MAX}. */
record PlainSpell(String category, LocalDate from, LocalDate to) {
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
