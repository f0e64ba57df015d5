package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 意外理赔: reported by the village, complete at the insurer's, worked out, approved by another, told to the family. */
class ClaimTest {
    private final Office office = Office.get();

    @Test
    void aLossIsReportedWorkedOutApprovedAndTold() {
        String claim;
        try (Clerk helper = office.signIn("helper")) {
            helper.find("慕文斌");
            helper.sees("意外伤残理赔批准");
            helper.follow("报案");
            helper.sees("意外伤害保险");
            helper.choose("kind", "意外医疗");
            helper.fill("happenedOn", "2020-05-02");
            helper.fill("place", "大庄村东路口");
            helper.choose("cause", "触电");
            helper.fill("circumstances", "修水泵时触电灼伤");
            helper.choose("thirdParty", "没有");
            helper.fill("reporter", "慕文斌本人");
            helper.press("登记报案，告知应交资料");
            helper.sees("理赔资料告知单");
            helper.sees("灾害民生综合保险赔付通知");
            helper.picture("claim-papers");
            helper.follow("看案件");
            helper.awaits(".*/claims/[0-9]+$");
            claim = helper.where();
            helper.ask(
                    "document.querySelectorAll('input[name=paper][type=checkbox]').forEach(box => box.checked = true)");
            helper.press("勾选的资料已收到");
            helper.sees("资料齐全，待核定");
            assertFalse(helper.offers("试算"), "the helper does not assess");
            helper.heardNoComplaint();
        }
        try (Clerk handler = office.signIn("insurer")) {
            handler.sees("理赔：资料齐全，等核定");
            handler.go(claim);
            handler.unfold("登记查勘");
            handler.fill("doneOn", "2020-05-09");
            handler.fill("where", "大庄村东路口");
            handler.fill("found", "水泵漏电，属实");
            handler.press("登记查勘");
            handler.sees("水泵漏电，属实");
            handler.fill("name1", "慕文斌");
            handler.fill("bank1", "荣成农商银行");
            handler.fill("card1", "9000000000000000002");
            handler.press("登记领款人");
            handler.sees("校验位不符");
            handler.fill("eligible", "1,000");
            handler.fill("disaster", "100");
            handler.press("试算");
            handler.sees("写法不对");
            handler.fill("eligible", "1000");
            handler.press("试算");
            handler.sees("试算结果，尚未提交");
            handler.sees("620.00");
            handler.press("提交审批");
            handler.sees("已核定，待审批");
            handler.sees("须由另一人审批");
            assertFalse(handler.offers("批准赔付"), "not his own");
            handler.picture("claim-proposed");
            handler.heardNoComplaint();
        }
        try (Clerk checker = office.signIn("insurer2")) {
            checker.sees("理赔：等审批");
            checker.go(claim);
            checker.press("批准赔付");
            checker.sees("已批准赔付");
            checker.follow("通知书");
            checker.sees("理赔决定通知书");
            checker.sees("620.00");
            checker.sees("9000");
            checker.doesNotSee("9000000000000000002");
            checker.picture("claim-notice");
            checker.heardNoComplaint();
        }
        try (Clerk helper = office.signIn("helper")) {
            helper.go(claim);
            helper.press("已把通知书交给家属");
            helper.sees("已通知家属");
            helper.find("慕文斌");
            helper.sees("意外医疗理赔批准");
            helper.heardNoComplaint();
        }
    }
}
