package fangpin.office.register.roster;

import org.jspecify.annotations.Nullable;

/** 证件号归属: where an ID number is held; the person only within one's own division. */
record PersonHolder(String county, @Nullable Long personId) {}
