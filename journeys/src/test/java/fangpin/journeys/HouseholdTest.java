package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.register.IdNumber;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 户: entered, moved to another village, a death in it; and a village that is set up and renamed. */
class HouseholdTest {
    private final Office office = Office.get();

    @Test
    void aHouseholdMovesAndLosesAMember() {
        try (Clerk town = office.signIn("town")) {
            town.go("/persons/new");
            town.fill("name", "曲远行");
            village(town, "village", true);
            town.fill("bornOn", "1939-04-05");
            town.fill("reason", "入户摸排时新发现");
            town.press("保存");
            town.sees("大庄村");
        }
        String move = declare("move", "随女儿居住");
        try (Clerk county = office.signIn("county")) {
            county.go(move);
            county.sees("曲远行");
            county.press("归档生效");
            county.sees("已归档");
            county.find("曲远行");
            county.doesNotSee("大庄村");
            county.heardNoComplaint();
        }
        String death = declare("death", "因病去世，派出所已出具证明");
        try (Clerk county = office.signIn("county")) {
            county.go(death);
            county.press("归档生效");
            county.sees("已归档");
            county.find("曲远行");
            county.sees("2020-05-08 去世");
            county.picture("person-died");
            county.go("/persons?sort=newest");
            county.sees("2020-05-08 去世");
            county.picture("persons-died");
            county.go("/search");
            county.fill("find", "王秀");
            county.key("Enter");
            county.sees("王秀兰");
            county.sees("俚岛镇 大庄村");
            county.picture("search");
            county.heardNoComplaint();
        }
    }

    @Test
    void whoSomebodyIsIsCorrectedByTwo() {
        String number =
                IdNumber.synthetic("3710", LocalDate.of(1941, 6, 7), 901).text();
        String address;
        try (Clerk town = office.signIn("town")) {
            town.go("/persons/new");
            town.fill("name", "曲错写");
            village(town, "village", true);
            town.fill("bornOn", "1939-04-05");
            town.fill("reason", "入户摸排时新发现");
            town.press("保存");
            town.follow("登记变更");
            town.fill("bankCard", "6217000000000000001");
            town.fill("reason", "本人来电");
            town.press("保存");
            town.sees("校验位不符");
            town.picture("card-doubtful");
            town.press("仍按此卡号保存");
            town.sees("曾登记的内容");
            town.follow("更正身份信息");
            town.fill("name", "曲正名");
            town.fill("idNumber", number);
            town.fill("bornOn", "1939-04-05");
            town.fill("reason", "与本人身份证不一致");
            town.press("提交申报");
            town.sees("出生日期与身份证号不符");
            town.fill("idNumber", number);
            town.fill("bornOn", "");
            town.picture("identity-form");
            town.press("提交申报");
            address = town.where();
            assertTrue(address.matches("/determinations/[0-9]+"), address + "\n" + town.read());
            assertFalse(town.offers("归档生效"), "nobody approves his own");
            town.heardNoComplaint();
        }
        try (Clerk county = office.signIn("county")) {
            county.go("/");
            county.sees("归档：更正身份信息");
            county.go(address);
            county.sees("曲正名");
            county.picture("identity-case");
            county.follow("查看");
            county.fill("reason", "对照身份证");
            county.press("查看");
            county.sees(number);
            county.go(address);
            county.press("归档生效");
            county.sees("已归档");
            county.find("曲正名");
            county.sees("1941-06-07");
            county.sees("曲错写");
            county.picture("person-former");
            county.doesNotSee(number);
            county.heardNoComplaint();
        }
    }

    /** Has the town report something of the household; its address. */
    private String declare(String kind, String reason) {
        try (Clerk town = office.signIn("town")) {
            town.find("曲远行");
            town.follow("申报事项");
            town.go(town.where() + "&kind=" + kind);
            town.ask("document.querySelector('input[name=persons]').checked = true");
            if (kind.equals("move")) {
                village(town, "toPath", false);
            }
            town.fill("effectiveOn", "2020-05-08");
            town.fill("reason", reason);
            town.press("提交申报");
            String address = town.where();
            assertTrue(address.matches("/determinations/[0-9]+"), address + "\n" + town.read());
            assertFalse(town.offers("归档生效"), "nobody approves his own");
            town.heardNoComplaint();
            return address;
        }
    }

    /** Chooses 大庄村, or the first of the others. */
    private static void village(Clerk clerk, String field, boolean dazhuang) {
        clerk.ask("(() => { const list = document.getElementById('" + field + "'); list.selectedIndex = "
                + "[...list.options].findIndex(one => one.value && one.text.includes('大庄村') === " + dazhuang
                + "); })()");
    }

    @Test
    void aVillageIsSetUpRenamedAndClosed() {
        try (Clerk system = office.signIn("system")) {
            system.go("/divisions");
            system.open("371082");
            system.open("371082104");
            system.fill("code", "371082104288");
            system.fill("name", "新设村");
            system.fill("from", "2020-05-01");
            system.press("保存");
            system.open("371082104288");
            system.unfold("更名");
            system.fill("newName", "新港村");
            system.ask("document.querySelector('form[action=\"/divisions/rename\"] button').click()");
            system.sees("新港村");
            system.picture("divisions");
            system.unfold("停用：新港村");
            system.fill("closedFrom", "2020-05-11");
            system.press("停用");
            system.doesNotSee("没有家庭和下级区划时才能停用；请先");
            system.heardNoComplaint();
        }
        try (Clerk county = office.signIn("county")) {
            assertEquals(403, county.go("/divisions"));
        }
    }
}
