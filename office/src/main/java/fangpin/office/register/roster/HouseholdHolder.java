package fangpin.office.register.roster;

import org.jspecify.annotations.Nullable;

/** 户编号归属: where a household number is held; the division only within one's own. */
record HouseholdHolder(String county, @Nullable Long divisionId) {}
