package fangpin.office.web.people;

import fangpin.office.register.BankCard;
import fangpin.office.register.Particulars;
import fangpin.office.register.PersonFile;
import org.jspecify.annotations.Nullable;

/**
 * 登记变更表: as it was filled in. What is personal is not shown in it; left empty it stays as it is, a hyphen clears it.
 *
 * @param version of the record the clerk saw
 * @param cardAnyway whether the clerk looked at a card whose check digit does not fit, and keeps it
 */
public record ChangeForm(
        int version,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String bankCard,
        @Nullable String relation,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable String keeper,
        @Nullable String caseOfficer,
        @Nullable String caseOfficerUnit,
        @Nullable String reason,
        @Nullable Boolean cardAnyway) {

    static ChangeForm of(PersonFile file) {
        return new ChangeForm(
                file.version(),
                "",
                "",
                "",
                file.person().relation(),
                file.schooling(),
                file.selfCare(),
                file.student(),
                file.handbookKeeper(),
                file.caseOfficer(),
                file.caseOfficerUnit(),
                "",
                null);
    }

    /** Whether the card could be one but for its check digit, and nobody has said yet that it is. */
    boolean cardDoubtful() {
        String said = kept(bankCard);
        if (said == null || said.isEmpty() || Boolean.TRUE.equals(cardAnyway)) {
            return false;
        }
        String digits = BankCard.normal(said);
        return BankCard.isOne(digits) && !new BankCard(digits).fitsCheckDigit();
    }

    Particulars particulars() {
        return new Particulars(
                kept(phone),
                kept(address),
                kept(bankCard),
                relation != null && relation.matches("[0-9]{2}") ? relation : "99",
                schooling,
                selfCare,
                student,
                keeper,
                caseOfficer,
                caseOfficerUnit,
                reason == null ? "" : reason);
    }

    private static @Nullable String kept(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        return said.strip().equals("-") ? "" : said;
    }
}
