package fangpin.batch.plain;

import java.time.LocalDate;

/** WH3 §2b and §3 (R13): who is covered on which day of 2020. Cover once begun does not end with the spell. */
final class PlainCover {
    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2020, 12, 31);

    private PlainCover() {}

    static boolean gives(PlainSpell spell, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            return false;
        }
        return switch (spell.category()) {
            case PlainWords.POLICY_BENEFICIARY -> spell.contains(FIRST_DAY);
            case PlainWords.INSTANT_HELP -> touchesPeriod(spell) && !day.isBefore(spell.from());
            default -> false;
        };
    }

    private static boolean touchesPeriod(PlainSpell spell) {
        return !spell.from().isAfter(LAST_DAY) && !spell.to().isBefore(FIRST_DAY);
    }
}
