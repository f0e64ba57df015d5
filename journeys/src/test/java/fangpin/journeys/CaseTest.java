package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 认定: from what the village says to the notice on its wall, which must run its days. */
class CaseTest {
    private final Office office = Office.get();

    @Test
    void declaredInvestigatedRecognisedAndShown() {
        String address;
        try (Clerk helper = office.signIn("helper")) {
            helper.find("王秀兰");
            helper.follow("申报事项");
            helper.choose("status", "即时帮扶");
            helper.fill("effectiveOn", "2020-05-08");
            helper.fill("reason", "突发重病，家庭支出骤增");
            helper.press("提交申报");
            helper.sees("已申报");
            address = helper.where();
            assertTrue(address.matches("/determinations/[0-9]+"), address + "\n" + helper.read());
            helper.sees("已申报");
            helper.fill("note", "入户核实，情况属实");
            helper.press("登记核实结果");
            helper.sees("已核实");
            assertFalse(helper.offers("认定"), "a helper does not recognise");
        }
        try (Clerk village = office.signIn("village")) {
            village.go(address);
            village.press("认定");
            village.sees("已认定");
            village.fill("days", "7");
            village.press("公示");
            village.sees("公示中");
            village.sees("2020-05-10");
            village.follow("打开公示");
            village.sees("王秀兰");
            village.sees("大庄村");
            assertFalse(
                    Pattern.compile("[0-9]{15,}|[0-9]{6}\\*+")
                            .matcher(village.read())
                            .find(),
                    "a notice never shows a number");
            village.picture("notice");
            village.heardNoComplaint();
        }
    }

    @Test
    void aCaseIsNotFiledBeforeItsNoticeIsOver() {
        try (Clerk clerk = office.signIn("wendeng2")) {
            clerk.go("/determinations");
            clerk.open("宋明");
            clerk.press("归档生效");
            clerk.sees("公示期");
            clerk.sees("公示中");
            clerk.doesNotSee("已归档");
            clerk.heardNoComplaint();
        }
    }
}
