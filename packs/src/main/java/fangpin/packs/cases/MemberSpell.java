package fangpin.packs.cases;

import fangpin.kernel.time.Period;

/**
 * The days on which a person of a case has a status.
 *
 * @param category status name as files carry it
 */
public record MemberSpell(String person, String category, Period status) {}
