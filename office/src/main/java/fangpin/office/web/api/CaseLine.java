package fangpin.office.web.api;

import fangpin.office.access.Mask;
import fangpin.office.register.Determination;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 认定事项: a case; its reason and notes are free text and stay in the office.
 *
 * @param status recognised or ended by it; null where it is about something else
 * @param noticeUntil first day the public notice no longer hangs
 * @param toPlace where a household moves to
 * @param otherPerson the duplicate that is merged away
 * @param version to be sent back with the next step
 */
record CaseLine(
        long id,
        String place,
        String household,
        Determination.Kind kind,
        @Nullable StatusKind status,
        Determination.Stage stage,
        String pack,
        String clause,
        Determination.FoundBy foundBy,
        LocalDate declaredOn,
        LocalDate effectiveOn,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeUntil,
        @Nullable String toPlace,
        @Nullable Long otherPerson,
        int version,
        List<Member> members) {
    /** 事项所涉人员: the name masked. */
    record Member(long person, String name) {}

    static CaseLine of(Determination found) {
        return new CaseLine(
                found.id(),
                found.path(),
                found.householdNumber(),
                found.kind(),
                found.statusKind(),
                found.stage(),
                found.pack(),
                found.clause(),
                found.foundBy(),
                found.declaredOn(),
                found.effectiveOn(),
                found.noticeFrom(),
                found.noticeTo(),
                found.toPath(),
                found.otherPersonId(),
                found.version(),
                found.members().stream()
                        .map(member -> new Member(member.personId(), Mask.name(member.name())))
                        .toList());
    }
}
