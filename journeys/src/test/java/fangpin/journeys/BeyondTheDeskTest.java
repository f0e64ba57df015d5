package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills that no desk settles one by one: a month as a file, paper bills, a month reconciled, costs looked into. */
class BeyondTheDeskTest {
    private final Office office = Office.get();
    private String idNumber = "";

    @BeforeEach
    void find() {
        try (Clerk village = office.signIn("village")) {
            village.find("王秀兰");
            village.follow("查看");
            village.fill("reason", "陪同办理报销");
            village.press("查看");
            idNumber = village.text(".big");
        }
    }

    @Test
    void aMonthAsAFileIsSettledAndWhatIsWrongComesBack() {
        String file = """
                账单号,身份证号,入院日期,出院日期,总费用,合规费用,基本医保支付,大病保险支付,医疗机构减免,医疗救助支付
                YF-1,%s,2020-05-01,2020-05-08,1000,1000,990,0,0,0
                YF-2,%s,2020-05-01,2020-05-08,1000,1000,九百,0,0,0
                YF-3,379999190001010019,2020-05-01,2020-05-08,1000,1000,900,0,0,0
                """.formatted(idNumber, idNumber);
        try (Clerk desk = office.signIn("hospital")) {
            desk.go("/settlements");
            desk.follow("批量结算");
            desk.attach("file", "五月.csv", file);
            desk.press("上传并结算");
            desk.awaits(".*/settlements/uploads/[0-9]+$");
            String address = desk.where();
            for (int i = 0; i < 100 && !desk.read().contains("已办完"); i++) {
                desk.go(address);
            }
            desk.sees("不是金额");
            desk.sees("没有参保");
            desk.picture("upload");
            assertFalse(desk.read().contains(idNumber), "no ID number on the page");
            for (String result : List.of("结算结果", "退回行")) {
                desk.go(address);
                desk.follow(result);
                desk.fill("purpose", "与医院对账");
                desk.fill("receiver", "医院财务科");
                desk.picture("upload-file");
                desk.download("导出 Excel");
            }
            desk.heardNoComplaint();
        }
    }

    @Test
    void aPaperBillIsEnteredByOneAndApprovedByAnother() {
        String address;
        try (Clerk medical = office.signIn("medical")) {
            medical.go("/reimbursements");
            medical.follow("登记手工报销");
            medical.fill("idNumber", idNumber);
            medical.fill("hospitalName", "外地医院（演示）");
            medical.fill("billNumber", "PJ-1");
            medical.fill("admittedOn", "2020-05-01");
            medical.fill("dischargedOn", "2020-05-07");
            medical.fill("why", "异地就医");
            medical.fill("total_cost", "1000");
            medical.fill("eligible_cost", "1000");
            medical.fill("basic_paid", "990");
            medical.fill("critical_illness_paid", "0");
            medical.fill("hospital_waiver", "0");
            medical.fill("medical_assistance_paid", "0");
            medical.fill("payeeName", "王秀兰");
            medical.fill("bankName", "农商行（演示）");
            medical.fill("account", "6222020200000000019");
            medical.press("登记，交另一人复核");
            medical.awaits(".*/reimbursements/[0-9]+$");
            address = medical.where();
            medical.sees("待复核");
            assertFalse(medical.offers("批准并结算"), "nobody approves his own");
            medical.picture("paper-bill");
            medical.heardNoComplaint();
        }
        try (Clerk insurer = office.signIn("insurer")) {
            insurer.go(address);
            insurer.press("批准并结算");
            insurer.sees("已结算");
            assertFalse(insurer.offers("撤销报销"), "who approved it does not take it back alone");
            insurer.heardNoComplaint();
        }
        try (Clerk medical = office.signIn("medical")) {
            medical.go(address);
            medical.unfold("撤销报销");
            medical.fill("reason", "票据有误");
            medical.press("撤销报销");
            medical.sees("已撤销");
            medical.picture("paper-bill-cancelled");
            medical.heardNoComplaint();
        }
    }

    @Test
    void aMonthIsHeldAgainstAStatementAndCostsAreLookedInto() {
        try (Clerk medical = office.signIn("medical")) {
            medical.go("/reconciliations?month=2020-05");
            medical.choose("hospital", "荣成市人民医院（演示）");
            medical.attach("file", "五月对账.csv", "账单号,金额\n没有的账单,12.30\n");
            medical.press("对账");
            medical.sees("我方没有");
            medical.sees("对方没有");
            medical.picture("statement");
            medical.heardNoComplaint();
            medical.go("/costs?month=2020-05");
            medical.sees("荣成市人民医院（演示）");
            medical.picture("costs");
            medical.heardNoComplaint();
        }
    }
}
