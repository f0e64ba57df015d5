package fangpin.office.appropriation;

import static fangpin.office.appropriation.FundedCity.TODAY;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Attachments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What finance sees checked before it approves, and the papers that come with a request. */
class RequestChecksTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    private final RunningOffice office = RunningOffice.get();
    private final RequestVouchers vouchers = office.part(RequestVouchers.class);

    private List<String> checks(FundedCity here, long id) {
        PaymentRequest request = here.requests.find(here.finance, id).orElseThrow();
        return office.part(RequestChecks.class).of(here.finance, request, here.line(request.lineId())).stream()
                .map(one -> one.kind().word() + " " + one.result().word() + " " + one.said() + " " + one.number())
                .toList();
    }

    private static long payee(FundedCity here, BudgetLine line, String purpose, long fen) {
        return done(here.requests.raise(
                here.county.clerk,
                new PaymentRequests.Told(line.id(), "", purpose, false),
                new PaymentRequests.Payee("某公司", "农商行", "6222020000000000116", new Fen(fen)),
                TODAY));
    }

    @Test
    void aPayeesRequestIsCheckedBeforeItIsApproved() {
        FundedCity here = new FundedCity(office, "371006");
        BudgetLine line = here.programme(here.allocated("home-repair", 100_000), "home-repair", 100_000);
        long first = payee(here, line, "修缮首批", 40_000);
        assertEquals(
                List.of(
                        "pool good programme 0",
                        "negative-list good none 0",
                        "balance good enough 100000",
                        "payee good account 0",
                        "duplicate good none 0",
                        "vouchers warn none 0"),
                checks(here, first));
        done(vouchers.attach(here.county.clerk, first, "合同.png", PNG, Instant.EPOCH));
        long again = payee(here, line, "修缮宣传栏旁的危房", 40_000);
        assertEquals(
                List.of(
                        "pool good programme 0",
                        "negative-list bad suspect 1",
                        "balance good enough 100000",
                        "payee good account 0",
                        "duplicate warn some 1",
                        "vouchers warn none 0"),
                checks(here, again));
        done(here.requests.approve(here.finance, first, TODAY));
        long much = payee(here, line, "修缮余下", 60_000);
        done(here.requests.approve(here.finance, much, TODAY));
        assertTrue(checks(here, again).contains("balance bad short 0"));
    }

    @Test
    void aListIsHeldAgainstTheRegister() {
        FundedCity here = new FundedCity(office, "371007");
        BudgetLine line = here.programme(here.allocated("filial-support", 100_000), "filial-support", 100_000);
        var helped = here.county.person(here.county.upperVillage, "甲某");
        here.county.status(helped.id(), "policy-beneficiary", LocalDate.of(2016, 1, 1), null);
        var other = here.county.person(here.county.upperVillage, "乙某");
        long id = Objects.requireNonNull(done(here.requests.raiseRows(
                        here.county.clerk,
                        new PaymentRequests.Told(line.id(), "", "孝善补助", false),
                        List.of(
                                new PaymentList.Row(2, "甲某", helped.idNumber(), "6222020000000000124", "农商行", 30_000),
                                new PaymentList.Row(3, "乙某", other.idNumber(), "6222020000000000132", "农商行", 30_000)),
                        TODAY))
                .request());
        assertTrue(
                checks(here, id).contains("payee warn without-status 1"),
                () -> checks(here, id).toString());
    }

    @Test
    void vouchersAreKeptByWhoAsksAndFinanceAndReadByWhoSeesTheRequest() {
        FundedCity here = new FundedCity(office, "371008");
        BudgetLine line = here.programme(here.allocated("home-repair", 100_000), "home-repair", 100_000);
        long id = payee(here, line, "修缮", 40_000);
        refused(AccessRefusal.FILE_NAME, vouchers.attach(here.county.clerk, id, "合同.pdf", PNG, Instant.EPOCH));
        Attachments.Listed contract = done(vouchers.attach(here.county.clerk, id, "合同.png", PNG, Instant.EPOCH));
        Actor stranger = new FundedCity(office, "371009").county.clerk;
        refused(AppropriationRefusal.NOT_FOUND, vouchers.attach(stranger, id, "合同.png", PNG, Instant.EPOCH));
        assertEquals(List.of(), vouchers.of(stranger, id));
        Attachments.Listed wrong = done(vouchers.attach(here.county.clerk, id, "错.png", PNG, Instant.EPOCH));
        done(vouchers.remove(here.county.clerk, id, wrong.id(), Instant.EPOCH));
        done(here.requests.approve(here.finance, id, TODAY));
        refused(
                AppropriationRefusal.CHANGED_MEANWHILE,
                vouchers.remove(here.county.clerk, id, contract.id(), Instant.EPOCH));
        done(vouchers.attach(here.finance, id, "回单.png", PNG, Instant.EPOCH));
        assertEquals(
                List.of("合同.png", "回单.png"),
                vouchers.of(here.finance, id).stream()
                        .map(Attachments.Listed::name)
                        .sorted()
                        .toList());
        Browser finance = Browser.signedIn(office, "fund-371008");
        String page = finance.get("/fund-requests/" + id).body();
        assertTrue(page.contains("合同.png") && !page.contains("/remove"), page);
        assertEquals(
                200,
                finance.get("/fund-requests/" + id + "/vouchers/" + contract.id())
                        .statusCode());
        assertEquals(
                404,
                Browser.signedIn(office, "enrol-371009")
                        .get("/fund-requests/" + id + "/vouchers/" + contract.id())
                        .statusCode());
    }
}
