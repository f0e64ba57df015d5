package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The register's other ways: yearly review, instant-help register, merge and split, unmasking and its record, two at one record. */
class RegisterTest {
    private final Office office = Office.get();

    @Test
    void aYearlyReviewIsOpenedAndWorkedOff() {
        try (Clerk wendeng = office.signIn("wendeng")) {
            wendeng.go("/reviews");
            wendeng.fill("year", "2020");
            wendeng.fill("dueOn", "2020-09-30");
            wendeng.press("开展年度复核");
            wendeng.sees("2020 年度复核");
            wendeng.sees("已复核 0 /");
            wendeng.ask("document.querySelector('main tbody input[name=note]').value = '入户看过，没有变化'");
            wendeng.press("保存");
            wendeng.sees("已复核 1 /");
            wendeng.follow("已复核");
            wendeng.sees("入户看过，没有变化");
            wendeng.heardNoComplaint();
        }
        try (Clerk finance = office.signIn("finance")) {
            assertEquals(200, finance.go("/reviews"));
            assertFalse(finance.offers("开展年度复核"), "who only looks on opens none");
        }
    }

    @Test
    void theInstantHelpRegisterSaysHowLongEachIsCoveredAndLeavesWithItsPurpose() throws IOException {
        try (Clerk county = office.signIn("county")) {
            county.go("/instant-help");
            county.sees("丛军");
            county.sees("2020-12-31");
            county.follow("导出 Excel");
            county.fill("purpose", "核对即时帮扶台账");
            county.fill("receiver", "荣成市扶贫办");
            assertWorkbook(county.download("导出 Excel"));
            county.heardNoComplaint();
        }
        try (Clerk finance = office.signIn("finance")) {
            assertEquals(404, finance.go("/exports/instant-help"), "who may not take lists out has no such page");
        }
        try (Clerk hospital = office.signIn("hospital")) {
            assertEquals(403, hospital.go("/instant-help"));
        }
    }

    private static void assertWorkbook(Path file) throws IOException {
        assertEquals("PK", new String(Files.readAllBytes(file), 0, 2, StandardCharsets.US_ASCII));
    }

    @Test
    void whatWasUnmaskedStandsInTheAuditWithItsReasonAndWithoutItself() {
        String number;
        String reason = "核对低保材料";
        try (Clerk village = office.signIn("village")) {
            village.find("于德海");
            village.follow("查看");
            village.fill("reason", reason);
            village.press("查看");
            number = village.text(".big").replaceAll("[^0-9X]", "");
            assertTrue(number.length() >= 11, number.length() + " digits");
        }
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/audit?what=UNMASKED");
            auditor.sees(reason);
            assertFalse(auditor.read().contains(number), "the audit holds no personal number");
            auditor.heardNoComplaint();
        }
        try (Clerk finance = office.signIn("finance")) {
            finance.find("于德海");
            assertEquals(403, finance.go(finance.where() + "/unmask?kind=id-number"));
        }
    }

    @Test
    void aDuplicateAcrossDistrictsIsMergedByAnotherThanWhoFoundIt() {
        try (Clerk city = office.signIn("city")) {
            city.go("/determinations?kind=merge");
            city.open("孙桂英");
            city.sees("须由另一位有复核权限的同事办理");
            assertFalse(city.offers("归档生效"), "nobody approves his own");
        }
        try (Clerk finance = office.signIn("finance2")) {
            finance.go("/determinations?kind=merge");
            finance.open("合并");
            assertFalse(finance.offers("归档生效"));
        }
        try (Clerk other = office.signIn("city2")) {
            other.go("/determinations?kind=merge");
            other.open("孙桂英");
            other.press("归档生效");
            other.sees("已归档");
            other.heardNoComplaint();
        }
    }

    @Test
    void aMemberLeavesTheHousehold() {
        String address;
        try (Clerk town = office.signIn("town")) {
            town.find("李佳琪");
            town.follow("申报事项");
            town.go(town.where() + "&kind=split");
            town.fill("effectiveOn", "2020-05-08");
            town.fill("reason", "随亲属另立户");
            town.press("提交申报");
            address = town.where();
            assertTrue(address.matches("/determinations/[0-9]+"), address + "\n" + town.read());
        }
        try (Clerk helper = office.signIn("helper")) {
            helper.go(address);
            assertFalse(helper.offers("归档生效"), "a helper does not approve");
        }
        try (Clerk county = office.signIn("county")) {
            county.go(address);
            county.press("归档生效");
            county.sees("已归档");
            county.find("李佳琪");
            county.doesNotSee("李德福");
            county.heardNoComplaint();
        }
    }

    @Test
    void ofTwoWhoChangeOneRecordTheSecondIsToldAndLosesNothingTyped() {
        String person;
        try (Clerk first = office.signIn("county");
                Clerk second = office.signIn("county2")) {
            first.find("刘红");
            person = first.where();
            first.follow("登记变更");
            second.go(person);
            second.follow("登记变更");
            first.fill("caseOfficer", "孙永强");
            first.fill("reason", "换帮扶人");
            first.press("保存");
            first.sees("孙永强");
            second.fill("caseOfficer", "毕春玲");
            second.fill("reason", "换帮扶人");
            second.press("保存");
            second.sees("您打开之后情况已有变动");
            assertEquals("毕春玲", second.ask("document.getElementById('caseOfficer').value"));
            second.heardNoComplaint();
        }
        try (Clerk finance = office.signIn("finance")) {
            assertEquals(403, finance.go(person + "/change"));
        }
    }

    @Test
    void aPaperIsPutToACaseAndSavedAgain() throws IOException {
        try (Clerk town = office.signIn("town")) {
            town.go("/determinations");
            town.open("䶮明");
            town.attachFile("file", "申请书.pdf", "application/pdf", "%PDF-1.4\n%%EOF");
            town.press("上传附件");
            town.sees("申请书.pdf");
            byte[] back = Files.readAllBytes(town.save("申请书.pdf"));
            assertEquals("%PDF-1.4\n%%EOF", new String(back, StandardCharsets.UTF_8));
            town.picture("case-files");
            town.heardNoComplaint();
        }
    }

    @Test
    void whatTheAuditKeepsTooLongIsAskedForByAdministratorsOnly() {
        try (Clerk audit = office.signIn("audit")) {
            audit.go("/audit");
            audit.follow("清理到期记录");
            audit.sees("没有超过保存期限的记录");
            audit.picture("disposals");
            audit.heardNoComplaint();
        }
        for (String login : new String[] {"auditor", "county", "system"}) {
            try (Clerk other = office.signIn(login)) {
                assertEquals(403, other.go("/audit/disposals"), login);
            }
        }
    }
}
