package fangpin.demonstration;

import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import java.time.LocalDate;
import java.util.List;

/**
 * 重复故事: 孙桂英 is kept twice: in Rongcheng with her ID number, and in Rushan, where she was entered without one when she moved to
 * her daughter. The city has declared that both are one person; a second clerk of the city has to approve it.
 */
final class DuplicateAcrossDistricts implements Story {
    private static final LocalDate SINCE = LocalDate.of(2017, 12, 15);
    private final Household inRongcheng;
    private final Household inRushan;

    DuplicateAcrossDistricts(Casting casting) {
        inRongcheng = casting.household(
                "371082105201",
                901,
                "姜立军",
                SINCE,
                casting.beneficiary(SINCE, casting.person("孙桂英", "02", 2, 1958, 6, 11)));
        Person again = casting.beneficiary(SINCE, casting.person("孙桂英", "02", 2, 1958, 6, 11));
        again.idNumber = null;
        inRushan = casting.household("371083101201", 901, "于春红", SINCE, again);
    }

    @Override
    public List<Household> households() {
        return List.of(inRongcheng, inRushan);
    }

    @Override
    public void tell(Scene scene) {
        LocalDate day = LocalDate.of(2020, 5, 7);
        Declaration said = new Declaration(
                Determination.Kind.MERGE,
                scene.ids(inRongcheng),
                null,
                "weihai-2020",
                "WH3 §2b",
                "姓名、性别、出生日期相同，电话核实为同一人，乳山市记录无身份证号",
                Determination.FoundBy.DATA,
                day,
                null,
                scene.ids(inRushan).getFirst(),
                null);
        Scene.done(scene.face(Determinations.class).declare(scene.as("city"), said, day));
    }
}
