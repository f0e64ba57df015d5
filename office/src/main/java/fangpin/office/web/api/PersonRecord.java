package fangpin.office.web.api;

import fangpin.office.register.PersonFile;
import fangpin.office.register.Spell;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 人员档案: a person's file, with what is personal masked; no free text, which could hold anything.
 *
 * @param periods known now, the newest first
 * @param family members of the household, the person too
 * @param mergedInto the record that is kept instead; null for a record of its own
 */
record PersonRecord(
        PersonLine person,
        int version,
        String phone,
        String address,
        String bankCard,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable LocalDate diedOn,
        @Nullable Long mergedInto,
        List<DivisionLine> places,
        List<Period> periods,
        List<PersonLine> family,
        List<CaseLine> cases) {
    /**
     * 身份期间.
     *
     * @param until first day it no longer holds; null while it goes on
     * @param caseId that found it; null for what came by roster
     */
    record Period(
            long id,
            StatusKind status,
            LocalDate from,
            @Nullable LocalDate until,
            String clause,
            @Nullable Long caseId) {
        static Period of(Spell spell) {
            return new Period(
                    spell.id(),
                    spell.kind(),
                    spell.validFrom(),
                    spell.validTo(),
                    spell.clause(),
                    spell.determinationId());
        }
    }

    static PersonRecord of(PersonFile file, LocalDate day) {
        return new PersonRecord(
                PersonLine.of(file.person(), day),
                file.version(),
                file.maskedPhone(),
                file.maskedAddress(),
                file.maskedBankCard(),
                file.schooling(),
                file.selfCare(),
                file.student(),
                file.diedOn(),
                file.mergedInto(),
                file.places().stream().map(DivisionLine::of).toList(),
                file.spells().stream().map(Period::of).toList(),
                file.family().stream().map(member -> PersonLine.of(member, day)).toList(),
                file.cases().stream().map(CaseLine::of).toList());
    }
}
