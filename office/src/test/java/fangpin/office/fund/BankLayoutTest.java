package fangpin.office.fund;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bank that wants its own columns gets them, and its own words in the reply are understood. */
class BankLayoutTest {
    private final RunningOffice office = RunningOffice.get();

    @Test
    void aBanksOwnColumnsAndWordsGoThereAndBack() {
        Treasury treasury = new Treasury(office, "371047");
        treasury.premium(1_000_000);
        PaymentOrders orders = office.part(PaymentOrders.class);
        long order = done(orders.raise(
                treasury.maker, treasury.owe("claim/997101", 12_345), Treasury.payee(12_345), Treasury.TODAY));
        done(orders.approve(treasury.checker, order, Treasury.TODAY));
        Browser maker = Browser.signedIn(office, "insurer-371047");
        Map<String, String> form = new HashMap<>(Map.of(
                "format", "csv",
                "place-amount", "1",
                "heading-amount", "付款额",
                "place-account", "2",
                "heading-account", "=卡号",
                "place-payee", "3",
                "place-order", "4",
                "heading-order", "企业流水",
                "reply-order", "企业流水",
                "reply-result", "处理代码"));
        form.put("success", "0000");
        form.put("failure", "9999、8888");
        assertEquals(303, maker.post("/bank-layout", form).statusCode());
        long file = done(office.part(PaymentFiles.class).make(treasury.maker, treasury.contract, Treasury.TODAY));
        String sent = maker.post("/payment-files/" + file + "/export", Map.of("purpose", "送银行付款"))
                .body();
        assertEquals(
                "\uFEFF付款额,'=卡号,收款人,企业流水\r\n123.45,6222020000000000008,王某," + PaymentNumber.text(order) + "\r\n", sent);
        String page = maker.postFile(
                        "/payment-files/" + file + "/reply",
                        "reply.csv",
                        "企业流水,金额,处理代码\n" + PaymentNumber.text(order) + ",123.45,0000\n")
                .body();
        assertTrue(page.contains("1"), page);
        assertEquals(
                PaymentOrder.State.PAID,
                orders.find(treasury.maker, order).orElseThrow().state());
        assertEquals(-12_345 + 1_000_000, treasury.balance(AccountKind.INSURER_MONEY));
    }

    @Test
    void aLayoutThatLeavesOutWhoIsPaidOrMeansTwoThingsIsRefused() {
        Treasury treasury = new Treasury(office, "371048");
        BankLayouts layouts = office.part(BankLayouts.class);
        long insurer = layouts.insurers(treasury.maker).getFirst().id();
        BankLayout.Column order = new BankLayout.Column(BankLayout.Field.ORDER, "");
        BankLayout.Column amount = new BankLayout.Column(BankLayout.Field.AMOUNT, "");
        refused(
                PaymentRefusal.LAYOUT_WRONG,
                layouts.save(
                        treasury.maker,
                        insurer,
                        new BankLayout(BankLayout.Format.XLSX, List.of(order, amount), Map.of(), List.of(), List.of()),
                        Treasury.TODAY));
        refused(
                PaymentRefusal.LAYOUT_WRONG,
                layouts.save(
                        treasury.maker,
                        insurer,
                        new BankLayout(
                                BankLayout.Format.XLSX,
                                BankLayout.USUAL.columns(),
                                Map.of(),
                                List.of("ok"),
                                List.of("ok")),
                        Treasury.TODAY));
        refused(PaymentRefusal.NO_RIGHT, layouts.save(treasury.finance, insurer, BankLayout.USUAL, Treasury.TODAY));
        assertEquals(BankLayout.USUAL, layouts.of(treasury.maker, treasury.contract));
        assertEquals(new Fen(0), new Fen(treasury.balance(AccountKind.BENEFIT_PAID)));
    }
}
