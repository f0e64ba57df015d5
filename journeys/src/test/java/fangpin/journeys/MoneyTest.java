package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 收付款: premium that came, what the hospital advanced paid by two persons and the bank, and the books to read afterwards. */
class MoneyTest {
    private final Office office = Office.get();

    @Test
    void premiumComesTheHospitalIsPaidAndTheAuditorReadsTheBooks() {
        premium();
        settled();
        String order;
        String amount;
        try (Clerk maker = office.signIn("insurer")) {
            maker.go("/");
            maker.sees("项应付未申请付款");
            maker.go("/payments");
            maker.sees("荣成市人民医院");
            maker.follow("申请付款");
            maker.fill("bank", "演示银行");
            maker.fill("account", "12");
            maker.press("申请付款");
            maker.sees("账号只写数字");
            maker.fill("account", "9000000000000371082");
            maker.press("申请付款");
            maker.sees("待批准");
            order = maker.where();
            assertFalse(maker.offers("批准付款"), "who asked does not approve");
            amount = maker.text(".facts b").replace(",", "");
            maker.heardNoComplaint();
        }
        String number;
        try (Clerk checker = office.signIn("insurer2")) {
            checker.go(order);
            number = checker.text("h1 small");
            checker.press("批准付款");
            checker.sees("已批准");
            checker.unfold("撤回批准");
            checker.picture("payment-approved");
            checker.heardNoComplaint();
        }
        try (Clerk maker = office.signIn("insurer")) {
            maker.go("/payments");
            maker.press("生成银行文件：威扶特惠保〔2020〕1号");
            maker.sees(number);
            maker.attach("file", "reply.csv", "付款单号,金额,结果,流水号\n" + number + ",700.00,成功,L1\n");
            maker.press("导入回盘");
            maker.sees("金额与付款单不同");
            maker.attach("file", "reply.csv", "付款单号,金额,结果,流水号\n" + number + "," + amount + ",成功,L1\n");
            maker.press("导入回盘");
            maker.sees("成功 1 笔");
            maker.picture("payment-file");
            maker.heardNoComplaint();
        }
        try (Clerk auditor = office.signIn("auditor")) {
            auditor.go("/ledger");
            auditor.sees("承保专户");
            auditor.follow("账实核对");
            auditor.sees("全部相符");
            auditor.go(order);
            auditor.sees("已付");
            assertFalse(auditor.offers("批准付款"), "an auditor only reads");
            auditor.heardNoComplaint();
        }
    }

    private void premium() {
        try (Clerk finance = office.signIn("finance")) {
            finance.go("/premium-payments");
            finance.sees("待确认到账");
            finance.fill("amount", "1.5");
            finance.fill("reference", "20200507000001");
            finance.press("保存");
            finance.sees("已经登记过");
            finance.heardNoComplaint();
        }
        try (Clerk insurer = office.signIn("insurer")) {
            insurer.go("/premium-payments");
            insurer.press("确认到账");
            insurer.sees("已到账");
            insurer.heardNoComplaint();
        }
    }

    private void settled() {
        String idNumber;
        try (Clerk village = office.signIn("village")) {
            village.find("王秀兰");
            village.follow("查看");
            village.fill("reason", "陪同出院结算");
            village.press("查看");
            idNumber = village.text(".big");
        }
        try (Clerk desk = office.signIn("hospital")) {
            desk.go("/settlements/new");
            desk.fill("idNumber", idNumber);
            desk.press("查参保");
            desk.fill("billNumber", "ZY-MONEY");
            desk.fill("admittedOn", "2020-05-07");
            desk.fill("dischargedOn", "2020-05-10");
            desk.fill("total_cost", "3000");
            desk.fill("eligible_cost", "3000");
            desk.fill("basic_paid", "1500");
            desk.fill("critical_illness_paid", "0");
            desk.fill("hospital_waiver", "0");
            desk.fill("medical_assistance_paid", "0");
            desk.press("试算");
            desk.press("确认结算");
            desk.awaits(".*/settlements/[0-9]+$");
        }
    }
}
