package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 出院结算: found by ID number, tried, settled, seen by the village, cancelled by the hospital. */
class SettlementTest {
    private final Office office = Office.get();

    @Test
    void aBillIsTriedSettledAndCancelled() {
        String idNumber;
        try (Clerk village = office.signIn("village")) {
            village.find("于德海");
            village.follow("查看");
            village.fill("reason", "陪同出院结算");
            village.press("查看");
            idNumber = village.text(".big");
        }
        String address;
        try (Clerk desk = office.signIn("hospital")) {
            desk.go("/settlements");
            desk.follow("新结算");
            desk.fill("idNumber", "379999190001010019");
            desk.press("查参保");
            desk.sees("没有参保");
            desk.fill("idNumber", idNumber);
            desk.press("查参保");
            desk.sees("于德海");
            desk.sees("医疗商业补充保险");
            desk.fill("billNumber", "ZY-1");
            desk.fill("admittedOn", "2020-04-26");
            desk.fill("dischargedOn", "2020-05-10");
            amounts(desk, "12,000", "10000", "5500");
            desk.press("试算");
            desk.sees("写法不对");
            amounts(desk, "12000", "10000", "5500");
            desk.press("试算");
            desk.sees("试算，尚未入账");
            desk.sees("2,300.01");
            desk.sees("2,999.99");
            assertFalse(desk.where().contains(idNumber), "no number in an address");
            desk.press("确认结算");
            desk.awaits(".*/settlements/[0-9]+$");
            address = desk.where();
            desk.sees("出院结算单");
            desk.sees("2,999.99");
            desk.picture("settlement");
            desk.heardNoComplaint();
        }
        try (Clerk village = office.signIn("village")) {
            village.find("于德海");
            village.sees("荣成市人民医院（演示） 出院结算");
            village.go(address);
            village.sees("2,300.01");
            assertFalse(village.offers("撤销结算"), "only the hospital cancels");
        }
        try (Clerk desk = office.signIn("hospital")) {
            desk.go(address);
            desk.unfold("撤销结算");
            desk.fill("reason", "费用录错");
            desk.press("撤销结算");
            desk.sees("已撤销");
            desk.sees("-2,300.01");
            desk.heardNoComplaint();
        }
    }

    private static void amounts(Clerk desk, String total, String eligible, String basic) {
        desk.fill("total_cost", total);
        desk.fill("eligible_cost", eligible);
        desk.fill("basic_paid", basic);
        desk.fill("critical_illness_paid", "0");
        desk.fill("hospital_waiver", "200");
        desk.fill("medical_assistance_paid", "1000");
    }
}
