package fangpin.office.register.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 曾用号码归属: who had an ID number until a day, and in which county that person is on record now; the person only within one's own division. */
record FormerHolder(
        LocalDate correctedOn, String county, @Nullable Long personId) {}
