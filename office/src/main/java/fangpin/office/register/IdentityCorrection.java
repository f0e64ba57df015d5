package fangpin.office.register;

import fangpin.office.access.Answer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 更正身份信息: what a clerk says a person's name, ID number, sex and birthday should be. What is null stays as it is.
 *
 * @param version of the record the clerk saw
 * @param idNumber empty where the number is not the person's and the right one is not known
 * @param changedOn first day of what is right now, where it was right before (a new name, a new number); null where it was entered wrongly
 * @param paper it stands on
 */
public record IdentityCorrection(
        long person,
        int version,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable Integer sex,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate changedOn,
        IdentityPaper paper,
        String reason) {
    private static final int FIRST_YEAR = 1880;

    /** What is right, held against what is recorded: a number says its birthday and sex, and what is said beside it must agree. */
    public Answer<Identity> appliedTo(Identity held, LocalDate today) {
        if (changedOn != null && changedOn.isAfter(today)) {
            return Answer.refused(Refusal.DATE_IN_FUTURE);
        }
        return named(held).then(name -> numbered(name, held, today)).then(right -> changes(held, right));
    }

    private Answer<String> named(Identity held) {
        if (name == null) {
            return Answer.done(held.name());
        }
        return switch (PersonName.read(name)) {
            case PersonName.Reading.Faulty faulty -> Answer.refused(RosterFault.of(faulty.fault()));
            case PersonName.Reading.Valid valid -> Answer.done(valid.name().text());
        };
    }

    private Answer<Identity> numbered(String right, Identity held, LocalDate today) {
        String number = idNumber == null ? held.idNumber() : idNumber;
        if (number == null || number.isBlank()) {
            return withoutNumber(right, held, today);
        }
        return switch (IdNumber.read(number, today)) {
            case IdNumber.Reading.Faulty faulty
            when idNumber != null -> Answer.refused(RosterFault.of(faulty.fault()), faulty.detail());
            case IdNumber.Reading.Faulty kept ->
                withoutNumber(right, held, today).map(one -> one.with(number));
            case IdNumber.Reading.Valid valid -> agreeing(right, valid.number());
        };
    }

    private Answer<Identity> agreeing(String right, IdNumber number) {
        if (bornOn != null && !bornOn.equals(number.bornOn())) {
            return Answer.refused(RosterFault.BIRTH_DIFFERS);
        }
        return sex != null && sex != number.sex()
                ? Answer.refused(RosterFault.SEX_DIFFERS)
                : Answer.done(new Identity(right, number.text(), number.sex(), number.bornOn()));
    }

    private Answer<Identity> withoutNumber(String right, Identity held, LocalDate today) {
        LocalDate born = bornOn == null ? held.bornOn() : bornOn;
        if (born != null && born.isAfter(today)) {
            return Answer.refused(RosterFault.BIRTH_IN_FUTURE);
        }
        return born != null && born.getYear() < FIRST_YEAR
                ? Answer.refused(RosterFault.BIRTH_NOT_A_DATE)
                : Answer.done(new Identity(right, null, sex == null ? held.sex() : sex, born));
    }

    private static Answer<Identity> changes(Identity held, Identity right) {
        return held.equals(right) ? Answer.refused(Refusal.NOTHING_CHANGES) : Answer.done(right);
    }

    /** Never in clear. */
    @Override
    public String toString() {
        return "IdentityCorrection of " + person;
    }
}
