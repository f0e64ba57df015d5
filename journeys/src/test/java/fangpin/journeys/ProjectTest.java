package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** 项目库: a village plans and sets goals, the town clears and checks, departments and leading group decide, the notice hangs. */
class ProjectTest {
    private final Office office = Office.get();

    @Test
    void aProjectGoesFromTheVillageToTheBoard() {
        String project;
        try (Clerk helper = office.signIn("helper")) {
            helper.follow("项目库");
            helper.sees("大庄村冷藏保鲜库");
            helper.follow("申报项目");
            helper.fill("name", "大庄村渔网编织车间");
            helper.choose("item", "非重点村扶贫产业项目 WH6 §2.2.1");
            helper.fill("content", "改造旧校舍一百五十平方米，设车间和展板");
            helper.fill("benefit", "优先吸纳享受政策户务工，租金分配到户");
            helper.fill("households", "12");
            helper.fill("persons", "19");
            helper.fill("implementer", "大庄村村民委员会");
            helper.fill("responsible", "于福成");
            helper.fill("metOn", "2020-05-08");
            helper.ask("""
                    for (const [name, value] of [["source1", "市级财政专项扶贫资金"], ["purpose1", "宣传费"], ["amount1", "120000"]])
                        document.querySelector(`input[name=${name}]`).value = value
                    """);
            helper.press("保存");
            helper.sees("任何人不得排除");
            helper.ask("document.querySelector('input[name=purpose1]').value = '房屋改造'");
            helper.press("保存");
            helper.awaits(".*/projects/[0-9]+$");
            project = helper.where();
            helper.sees("展板");
            goal(helper, "数量", "改造车间", "1", "处");
            goal(helper, "质量", "验收合格率", "100", "%");
            helper.press("上报");
            helper.sees("待镇街审核");
            assertFalse(helper.offers("审核通过，报县级"), "the helper does not check");
            helper.heardNoComplaint();
        }
        try (Clerk town = office.signIn("town")) {
            town.go(project);
            town.fill("checkOpinion", "程序完备，同意上报");
            town.press("审核通过，报县级");
            town.sees("须由另一人说明理由排除后再办");
            town.fill("clearReason", "车间内产品陈列，不是宣传");
            town.press("排除");
            town.sees("已排除");
            town.fill("checkOpinion", "程序完备，同意上报");
            town.press("审核通过，报县级");
            town.sees("待县级论证");
            town.heardNoComplaint();
        }
        try (Clerk county = office.signIn("county")) {
            county.go(project);
            county.fill("department", "市财政局");
            county.fill("opinionSaid", "同意");
            county.press("登记意见");
            county.sees("市财政局");
            county.fill("conclusion", "论证通过");
            county.press("完成论证，报领导小组");
            county.sees("待领导小组审定");
            county.fill("document", "荣扶贫组纪〔2020〕9号");
            county.fill("decisionOpinion", "通过");
            county.press("决定");
            county.sees("经办与复核");
            county.heardNoComplaint();
        }
        try (Clerk second = office.signIn("county2")) {
            second.go(project);
            second.fill("document", "荣扶贫组纪〔2020〕9号");
            second.fill("decisionOpinion", "通过");
            second.press("决定");
            second.sees("审定通过待公示");
            second.picture("project-decided");
            second.heardNoComplaint();
        }
        try (Clerk helper = office.signIn("helper")) {
            helper.go(project);
            helper.fill("board", "大庄村村务公开栏");
            helper.press("张贴公示");
            helper.follow("公示榜");
            helper.sees("扶贫项目入库公示");
            helper.sees("120,000.00");
            helper.picture("project-notice");
            helper.heardNoComplaint();
        }
    }

    private static void goal(Clerk helper, String kind, String name, String target, String unit) {
        helper.choose("goalKind", kind);
        helper.fill("goalName", name);
        helper.fill("target", target);
        helper.fill("unit", unit);
        helper.press("设定目标");
        helper.sees(name);
    }

    /** What the demonstration tells: the whole way, with assets and income; and the gate that stays shut. */
    @Test
    void theWholeWayAndTheShutGateAreThere() {
        try (Clerk town = office.signIn("town")) {
            town.go("/projects");
            town.follow("大庄村冷藏保鲜库");
            town.sees("荣扶资权2020-0017");
            town.sees("项目收益中提留");
            town.follow("2020");
            town.sees("差异化分配名单");
            town.picture("project-income");
            assertEquals(200, town.go("/project-assets"));
            town.sees("冷藏保鲜库及制冷机组");
            town.heardNoComplaint();
        }
        try (Clerk wendeng = office.signIn("wendeng")) {
            wendeng.go("/projects");
            wendeng.follow("蓝莓采摘园");
            wendeng.press("入库");
            wendeng.sees("无绩效目标不入库");
            assertTrue(wendeng.read().contains("WH6 §3.2"));
            wendeng.picture("project-gate");
            wendeng.heardNoComplaint();
        }
    }
}
