package fangpin.demonstration;

import fangpin.office.register.Particulars;
import fangpin.office.register.ParticularsChange;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;

/**
 * 因病故事: 王秀兰 of 大庄村, 俚岛镇, 67, her husband and a grandson at a vocational school. In April 2020 she falls ill and cannot look
 * after her handbook any more; her bills are the matter of later rooms.
 */
final class FamilyFallsIll implements Story {
    private static final LocalDate SINCE = LocalDate.of(2016, 3, 18);
    private static final LocalDate ILL = LocalDate.of(2020, 4, 20);
    private final Person head;
    private final Person husband;
    private final Household household;

    FamilyFallsIll(Casting casting) {
        head = casting.beneficiary(SINCE, casting.person("王秀兰", "02", 2, 1953, 3, 12));
        husband = casting.beneficiary(SINCE, casting.person("于德海", "11", 1, 1950, 2, 3));
        Person grandson = casting.beneficiary(SINCE, casting.person("于浩", "41", 1, 2003, 1, 20));
        grandson.student = "vocational";
        grandson.schooling = "junior";
        grandson.statuses.add(new Status(
                StatusKind.VOCATIONAL_STUDENT, LocalDate.of(2019, 9, 1), LocalDate.of(2020, 2, 1), "WH6 §2.1.2"));
        grandson.statuses.add(new Status(
                StatusKind.VOCATIONAL_STUDENT, LocalDate.of(2020, 2, 1), LocalDate.of(2020, 8, 1), "WH6 §2.1.2"));
        household = casting.household("371082104201", 217, "孙永强", SINCE, head, husband, grandson);
    }

    /** Who fell ill. */
    Person patient() {
        return head;
    }

    /** Her husband. */
    Person husband() {
        return husband;
    }

    @Override
    public List<Household> households() {
        return List.of(household);
    }

    @Override
    public void tell(Scene scene) {
        Particulars now = new Particulars(
                null,
                null,
                null,
                head.relation,
                head.schooling,
                "partial",
                head.student,
                "村委会代管",
                household.caseOfficer(),
                household.caseOfficerUnit(),
                "因病住院，部分丧失自理能力；投保手册由村委会代管");
        Scene.done(scene.face(ParticularsChange.class)
                .change(scene.as("village"), scene.writer().idOf(head), 1, now, ILL));
    }
}
