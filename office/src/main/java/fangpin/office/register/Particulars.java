package fangpin.office.register;

import org.jspecify.annotations.Nullable;

/**
 * 登记事项: what a clerk changes on a person's record without a case. A value of null leaves what is there; an empty one clears it.
 *
 * @param reason why, as the person's page will say
 */
public record Particulars(
        @Nullable String phone,
        @Nullable String address,
        @Nullable String bankCard,
        String relation,
        @Nullable String schooling,
        @Nullable String selfCare,
        @Nullable String student,
        @Nullable String handbookKeeper,
        @Nullable String caseOfficer,
        @Nullable String caseOfficerUnit,
        String reason) {}
