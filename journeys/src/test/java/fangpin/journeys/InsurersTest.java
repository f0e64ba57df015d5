package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** 承保机构与统计: a fault that shuts an extension, and the counts by product that a county sends to its city. */
class InsurersTest {
    private final Office office = Office.get();

    @Test
    void aSeriousFaultShutsAnExtension() {
        String contract;
        try (Clerk clerk = office.signIn("city")) {
            clerk.go("/contracts");
            clerk.follow("威扶特惠保〔2020〕1号");
            contract = clerk.where();
            clerk.unfold("合同所列过错");
            clerk.fill("list-words", "无故拖延赔付三十日以上");
            clerk.fill("item", "第九条");
            clerk.tick("serious");
            clerk.press("列入");
            clerk.unfold("登记过错");
            clerk.choose("kind", "无故拖延赔付三十日以上 第九条");
            clerk.fill("happenedOn", "2020-04-02");
            clerk.fill("fault-words", "两笔意外医疗拖延四十日（演示）");
            clerk.press("登记过错");
            clerk.sees("待认定");
            assertFalse(clerk.offers("认定"), "who found it does not confirm it");
            clerk.heardNoComplaint();
        }
        try (Clerk second = office.signIn("city2")) {
            second.go(contract);
            second.press("认定");
            second.press("批准续期");
            second.sees("没有重大过错、违规的才能续期");
            second.picture("contract-faults");
        }
    }

    @Test
    void aCountySendsItsCountsAndTheCityReceivesThem() {
        try (Clerk county = office.signIn("county")) {
            county.go("/product-counts");
            county.press("按此上报");
            county.sees("待签收");
            county.follow("导出 Excel");
            county.fill("purpose", "报市级责任部门");
            county.picture("product-counts");
            county.heardNoComplaint();
        }
        try (Clerk city = office.signIn("city")) {
            city.go("/product-counts");
            city.press("签收");
            city.heardNoComplaint();
        }
    }
}
