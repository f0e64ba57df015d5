package fangpin.demonstration;

import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;

/** 退出故事: two households of 泽头镇, Wendeng, stand on their own feet again: one was struck off in March 2020, one is on notice. */
final class Graduations implements Story {
    private static final LocalDate SINCE = LocalDate.of(2016, 12, 16);
    private final Household gone;
    private final Household onNotice;

    Graduations(Casting casting) {
        gone = casting.household(
                "371003101201",
                901,
                "徐永明",
                SINCE,
                casting.beneficiary(SINCE, casting.person("邹海", "02", 1, 1972, 6, 6)),
                casting.beneficiary(SINCE, casting.person("鞠芳", "12", 2, 1974, 2, 11)));
        onNotice = casting.household(
                "371003101202",
                902,
                "徐永明",
                SINCE,
                casting.beneficiary(SINCE, casting.person("宋明", "02", 1, 1968, 10, 29)),
                casting.beneficiary(SINCE, casting.person("毕桂芝", "12", 2, 1967, 5, 15)),
                casting.beneficiary(SINCE, casting.person("宋佳", "30", 2, 1996, 9, 3)));
    }

    @Override
    public List<Household> households() {
        return List.of(gone, onNotice);
    }

    @Override
    public void tell(Scene scene) {
        long first = upToNotice(scene, gone, LocalDate.of(2020, 2, 20));
        Determinations cases = scene.face(Determinations.class);
        Scene.done(cases.file(
                scene.as("wendeng2"),
                first,
                scene.version("wendeng2", first),
                "公示无异议，予以退出",
                LocalDate.of(2020, 3, 16)));
        upToNotice(scene, onNotice, LocalDate.of(2020, 4, 22));
    }

    /** Declared on the day, investigated four days later, recognised four days after that and shown for ten days. */
    private static long upToNotice(Scene scene, Household household, LocalDate day) {
        Determinations cases = scene.face(Determinations.class);
        Declaration said = new Declaration(
                Determination.Kind.GRADUATION,
                scene.ids(household),
                StatusKind.POLICY_BENEFICIARY,
                "weihai-2020",
                "WH3 §2b",
                "两人稳定就业，家庭人均收入连续两年高于标准",
                Determination.FoundBy.VISITED,
                day,
                null,
                null,
                null);
        long id = Scene.done(cases.declare(scene.as("wendeng"), said, day));
        Scene.done(cases.investigate(
                scene.as("wendeng"), id, scene.version("wendeng", id), "入户核实收入，情况属实", day.plusDays(4)));
        Scene.done(cases.recognise(scene.as("wendeng2"), id, scene.version("wendeng2", id), "同意退出", day.plusDays(8)));
        Scene.done(cases.publish(scene.as("wendeng"), id, scene.version("wendeng", id), 10, "村务公开栏", day.plusDays(10)));
        return id;
    }
}
