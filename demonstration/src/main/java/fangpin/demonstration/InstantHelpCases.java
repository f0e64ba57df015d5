package fangpin.demonstration;

import fangpin.office.register.Declaration;
import fangpin.office.register.Determination;
import fangpin.office.register.Determinations;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;

/** 即时帮扶故事: five households of 俚岛镇 at risk in spring 2020; one is recognised and filed, each other has come one step less far. */
final class InstantHelpCases implements Story {
    private static final LocalDate ENTERED = LocalDate.of(2020, 4, 16);
    private static final int NOTICE_DAYS = 10;
    private final Household filed;
    private final Household noticed;
    private final Household recognised;
    private final Household investigated;
    private final Household declared;

    InstantHelpCases(Casting casting) {
        filed = casting.household(
                "371082104202",
                901,
                "毕春玲",
                ENTERED,
                casting.person("丛军", "02", 1, 1971, 5, 9),
                casting.person("王丽", "12", 2, 1973, 8, 21),
                casting.person("丛欣怡", "30", 2, 2005, 11, 2));
        noticed = casting.household(
                "371082104202",
                902,
                "毕春玲",
                ENTERED,
                casting.person("张成", "02", 1, 1965, 2, 14),
                casting.person("姜凤英", "12", 2, 1966, 7, 30));
        recognised = casting.household(
                "371082104201",
                903,
                "孙永强",
                ENTERED,
                casting.person("于立新", "02", 1, 1978, 9, 5),
                casting.person("刘红", "12", 2, 1980, 1, 17),
                casting.person("于子轩", "20", 1, 2008, 4, 26));
        investigated = casting.household(
                "371082104201",
                904,
                "孙永强",
                ENTERED,
                casting.person("李伟", "02", 1, 1974, 12, 1),
                casting.person("宋芳", "12", 2, 1976, 3, 8),
                casting.person("李晨", "20", 1, 2001, 6, 18),
                casting.person("李佳琪", "30", 2, 2009, 10, 10),
                casting.person("李德福", "51", 1, 1948, 8, 15));
        declared = casting.household(
                "371082104201",
                905,
                "孙永强",
                ENTERED,
                casting.person("䶮明", "02", 1, 1969, 11, 23),
                casting.person("慕𠮷燕", "12", 2, 1970, 4, 4));
    }

    @Override
    public List<Household> households() {
        return List.of(filed, noticed, recognised, investigated, declared);
    }

    @Override
    public void tell(Scene scene) {
        declare(scene, declared, day(5, 9), "丈夫务工受疫情影响停工三个月，收入中断");
        long waiting = declare(scene, investigated, day(5, 5), "户主住院手术，自付费用超过家庭年收入的一半");
        investigate(scene, waiting, day(5, 8));
        long agreed = declare(scene, recognised, day(5, 2), "养殖棚被大风损毁，当年没有收入");
        investigate(scene, agreed, day(5, 5));
        recognise(scene, agreed, day(5, 8));
        long shown = declare(scene, noticed, day(4, 28), "户主摔伤致残，失去主要劳动力");
        investigate(scene, shown, day(4, 30));
        recognise(scene, shown, day(5, 4));
        publish(scene, shown, day(5, 6));
        long whole = declare(scene, filed, day(4, 18), "女儿重病，医疗自付超过三万元");
        investigate(scene, whole, day(4, 20));
        recognise(scene, whole, day(4, 23));
        publish(scene, whole, day(4, 23));
        Scene.done(
                cases(scene).file(scene.as("county2"), whole, scene.version("county2", whole), "公示无异议，归档", day(5, 6)));
    }

    private static long declare(Scene scene, Household household, LocalDate day, String reason) {
        Declaration said = new Declaration(
                Determination.Kind.RECOGNITION,
                scene.ids(household),
                StatusKind.INSTANT_HELP,
                "weihai-2020",
                "WH10 §1",
                reason,
                Determination.FoundBy.DECLARED,
                day,
                null,
                null,
                null);
        return Scene.done(cases(scene).declare(scene.as("town"), said, day));
    }

    private static void investigate(Scene scene, long id, LocalDate day) {
        Scene.done(cases(scene).investigate(scene.as("town2"), id, scene.version("town2", id), "入户核实，情况属实", day));
    }

    private static void recognise(Scene scene, long id, LocalDate day) {
        Scene.done(cases(scene).recognise(scene.as("county"), id, scene.version("county", id), "符合条件，同意认定", day));
    }

    private static void publish(Scene scene, long id, LocalDate day) {
        Scene.done(cases(scene).publish(scene.as("town"), id, scene.version("town", id), NOTICE_DAYS, "村务公开栏", day));
    }

    private static Determinations cases(Scene scene) {
        return scene.face(Determinations.class);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2020, month, day);
    }
}
