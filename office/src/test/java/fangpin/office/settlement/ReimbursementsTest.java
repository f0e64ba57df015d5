package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.fund.Owing;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PaymentOrders;
import fangpin.office.fund.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Paper bills: one enters, another approves, the same year account settles. */
class ReimbursementsTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);
    private static final String ACCOUNT = "6222020200000000019";

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Reimbursements reimbursements = office.part(Reimbursements.class);
    private final Actor maker =
            office.account("paper-maker", "371082", Role.MEDICAL_SECURITY).actor();
    private final Actor checker =
            office.account("paper-checker", "371082", Role.MEDICAL_SECURITY).actor();

    private static Reimbursement.Paper paper(long basic) {
        return new Reimbursement.Paper(
                "外地医院",
                UUID.randomUUID().toString().substring(0, 12),
                LocalDate.of(2020, 6, 1),
                LocalDate.of(2020, 6, 10),
                Map.of(
                        "total_cost", 500_000L,
                        "eligible_cost", 500_000L,
                        "basic_paid", basic,
                        "critical_illness_paid", 0L,
                        "hospital_waiver", 0L,
                        "medical_assistance_paid", 0L),
                "异地就医");
    }

    private static Reimbursement.Payee payee(String account) {
        return new Reimbursement.Payee(true, "丛代领", "儿子", "农商行俚岛支行", account);
    }

    @Test
    void aPaperBillEnteredByOneAndApprovedByAnotherStandsOnTheSameYear() {
        String person = ward.insured(YEAR);
        done(office.part(Settlements.class)
                .settle(ward.firstDesk, ward.first.id(), ward.bill(person, "2020-05-10", 12000, 10000, 5500), TODAY));
        long id = done(reimbursements.enter(maker, person, paper(300_000), payee(ACCOUNT), TODAY));
        Reimbursement entered = reimbursements.find(checker, id).orElseThrow();
        assertEquals(
                150_000,
                done(reimbursements.trial(checker, entered, TODAY))
                        .settled()
                        .paid()
                        .amount());
        assertTrue(reimbursements.waiting(checker).stream().anyMatch(one -> one.id() == id));
        refused(SettlementRefusal.SAME_PERSON, reimbursements.approve(maker, id, 1, TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, reimbursements.approve(checker, id, 9, TODAY));
        done(reimbursements.approve(checker, id, 1, TODAY));
        Reimbursement settled = reimbursements.find(maker, id).orElseThrow();
        assertEquals(Reimbursement.Stage.APPROVED, settled.stage());
        Bill bill = office.part(Settlements.class)
                .find(maker, java.util.Objects.requireNonNull(settled.billId()))
                .orElseThrow();
        assertEquals(2, bill.ordinal());
        assertEquals(150_000, bill.latest().paidFen());
        assertTrue(bill.hospital().ofPaper());
        assertFalse(office.part(Hospitals.class).of(maker).contains(bill.hospital()), "it is no hospital to choose");
        assertEquals(150_000, owed(id));
        refused(SettlementRefusal.CHANGED_MEANWHILE, reimbursements.approve(checker, id, 2, TODAY));
        assertInstanceOf(
                Answer.Refused.class,
                office.part(Settlements.class).cancel(ward.city, bill.id(), 1, "错单", TODAY),
                "a desk cancels its own bills");
        done(reimbursements.cancel(maker, id, 2, "错单", TODAY));
        assertEquals(0, owed(id));
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
    }

    /** Who settles at a desk and reimburses paper too must not get round the second person. */
    @Test
    void noDeskTakesAPaperBillBackWithoutASecondPerson() {
        Actor both = office.account("paper-and-desk", "371082", Role.MEDICAL_SECURITY, Role.HOSPITAL)
                .actor();
        long id = done(reimbursements.enter(maker, ward.insured(YEAR), paper(300_000), payee(ACCOUNT), TODAY));
        Reimbursement seen = reimbursements.find(maker, id).orElseThrow();
        System.err.println(
                "DEBUG " + done(reimbursements.trial(both, seen, TODAY)).settled());
        done(reimbursements.approve(both, id, 1, TODAY));
        long bill = java.util.Objects.requireNonNull(
                reimbursements.find(maker, id).orElseThrow().billId());
        refused(SettlementRefusal.NO_RIGHT, office.part(Settlements.class).cancel(both, bill, 1, "错单", TODAY));
        assertEquals(150_001, owed(id), "strictly below a tenth (R1)");
    }

    @Test
    void anApprovedPaperBillIsTakenBackByAnotherAndMayBeEnteredAgain() {
        String person = ward.insured(YEAR);
        Reimbursement.Paper paper = paper(300_000);
        long id = done(reimbursements.enter(maker, person, paper, payee(ACCOUNT), TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, reimbursements.cancel(maker, id, 1, "票据有误", TODAY));
        done(reimbursements.approve(checker, id, 1, TODAY));
        Bill later = done(office.part(Settlements.class)
                .settle(ward.firstDesk, ward.first.id(), ward.bill(person, "2020-06-20", 12000, 10000, 5500), TODAY));
        Reimbursement approved = reimbursements.find(maker, id).orElseThrow();
        assertEquals(List.of(), reimbursements.sameDays(maker, approved));
        refused(SettlementRefusal.REASON_MISSING, reimbursements.cancel(maker, id, 2, " ", TODAY));
        refused(SettlementRefusal.SAME_PERSON, reimbursements.cancel(checker, id, 2, "票据有误", TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, reimbursements.cancel(maker, id, 1, "票据有误", TODAY));
        refused(SettlementRefusal.NO_RIGHT, reimbursements.cancel(ward.firstDesk, id, 2, "票据有误", TODAY));
        done(reimbursements.cancel(maker, id, 2, "票据有误", TODAY));
        assertEquals(0, owed(id));
        Reimbursement cancelled = reimbursements.find(maker, id).orElseThrow();
        assertEquals(Reimbursement.Stage.CANCELLED, cancelled.stage());
        assertEquals(checker.userId(), cancelled.decidedBy(), "who approved it stays written down");
        Bill anew = office.part(Settlements.class).find(maker, later.id()).orElseThrow();
        assertEquals(Decision.Kind.ADJUSTED, anew.latest().kind());
        Bill alone = done(office.part(Settlements.class)
                .settle(
                        ward.firstDesk,
                        ward.first.id(),
                        ward.bill(ward.insured(YEAR), "2020-06-20", 12000, 10000, 5500),
                        TODAY));
        assertEquals(alone.latest().paidFen(), anew.latest().paidFen(), "as if the paper had never been");
        refused(SettlementRefusal.CHANGED_MEANWHILE, reimbursements.cancel(maker, id, 3, "票据有误", TODAY));
        long again = done(reimbursements.enter(maker, person, paper, payee(ACCOUNT), TODAY));
        done(reimbursements.approve(checker, again, 1, TODAY));
        assertEquals(150_000, owed(again));
        assertEquals(
                List.of(), office.part(YearAccounts.class).recompute(ward.city).disagreements());
    }

    @Test
    void anOrderForAnotherPayeeSaysWhoWasDecidedOnAndHoldsTheBill() {
        Treasury here = new Treasury(office, "371070", "supplementary-medical");
        here.premium(200_000);
        Actor enters = here.county.account("paper-70-1", "371070", Role.MEDICAL_SECURITY);
        Actor approves = here.county.account("paper-70-2", "371070", Role.MEDICAL_SECURITY);
        long id = done(reimbursements.enter(enters, here.insured.idNumber(), paper(300_000), payee(ACCOUNT), TODAY));
        done(reimbursements.approve(approves, id, 1, TODAY));
        PaymentOrders orders = office.part(PaymentOrders.class);
        Owing owing = orders.owing(here.maker).stream()
                .filter(one -> one.subject().equals("reimbursement/" + id))
                .findFirst()
                .orElseThrow();
        assertEquals("", told(here, owing, ACCOUNT));
        String told = told(here, owing, "6222020200000000027");
        assertTrue(told.startsWith("丛代领 农商行俚岛支行 "), told);
        assertFalse(told.contains(ACCOUNT), "masked");
        refused(SettlementRefusal.PAYMENT_STANDS, reimbursements.cancel(enters, id, 2, "票据有误", TODAY));
        Reimbursement still = reimbursements.find(enters, id).orElseThrow();
        assertEquals(Reimbursement.Stage.APPROVED, still.stage(), "nothing of a refused cancellation stays");
        assertEquals(
                Decision.Kind.SETTLED,
                office.part(Settlements.class)
                        .find(enters, java.util.Objects.requireNonNull(still.billId()))
                        .orElseThrow()
                        .latest()
                        .kind());
    }

    /** What an order says of whom was decided on, when it pays this account. */
    private String told(Treasury here, Owing owing, String account) {
        PaymentOrders orders = office.part(PaymentOrders.class);
        Payee payee = new Payee("丛代领", "农商行俚岛支行", account, new Fen(1_000));
        long order = done(orders.raise(here.maker, owing.accountId(), payee, TODAY));
        return orders.find(here.checker, order).orElseThrow().payeeTold();
    }

    /** One bill of one hospital is paid once, whichever way comes first. */
    @Test
    void aBillIsSettledOnPaperOrAtTheDeskAndNotBoth() {
        String person = ward.insured(YEAR);
        Settlements settlements = office.part(Settlements.class);
        BillMessage sent = ward.bill(person, "2020-06-10", 5000, 5000, 3000);
        Reimbursement.Paper same = ofWard(sent.billNumber());
        long waiting = done(reimbursements.enter(maker, person, same, payee(ACCOUNT), TODAY));
        Bill desk = done(settlements.settle(ward.firstDesk, ward.first.id(), sent, TODAY));
        refused(SettlementRefusal.DUPLICATE_BILL, reimbursements.approve(checker, waiting, 1, TODAY));
        done(settlements.cancel(ward.firstDesk, desk.id(), 1, "走手工报销", TODAY));
        done(reimbursements.approve(checker, waiting, 1, TODAY));
        refused(
                SettlementRefusal.DUPLICATE_BILL,
                settlements.settle(ward.firstDesk, ward.first.id(), sent.numbered("again-" + waiting), TODAY));
        done(settlements.settle(ward.secondDesk, ward.second.id(), sent.numbered("other-" + waiting), TODAY));
        done(reimbursements.cancel(maker, waiting, 2, "改由医院结算", TODAY));
        done(settlements.settle(ward.firstDesk, ward.first.id(), sent.numbered("once-" + waiting), TODAY));
        refused(SettlementRefusal.DUPLICATE_BILL, reimbursements.enter(maker, person, same, payee(ACCOUNT), TODAY));
    }

    private Reimbursement.Paper ofWard(String number) {
        Reimbursement.Paper paper = paper(300_000);
        return new Reimbursement.Paper(
                ward.first.nameChinese(),
                number,
                paper.admittedOn(),
                paper.dischargedOn(),
                paper.amountsFen(),
                paper.why());
    }

    @Test
    void aStayThatIsSettledAlreadyIsNamedBesideThePaper() {
        String person = ward.insured(YEAR);
        Bill desk = done(office.part(Settlements.class)
                .settle(ward.firstDesk, ward.first.id(), ward.bill(person, "2020-06-08", 12000, 10000, 5500), TODAY));
        long id = done(reimbursements.enter(maker, person, paper(300_000), payee(ACCOUNT), TODAY));
        Reimbursement entered = reimbursements.find(checker, id).orElseThrow();
        assertEquals(
                List.of(desk.id()),
                reimbursements.sameDays(checker, entered).stream().map(Bill::id).toList());
        done(office.part(Settlements.class).cancel(ward.firstDesk, desk.id(), 1, "重复", TODAY));
        assertEquals(List.of(), reimbursements.sameDays(checker, entered));
    }

    /** What the ledger says is owed to the person under a reimbursement. */
    private long owed(long id) {
        return office.part(ScopedWork.class)
                .read(
                        maker,
                        () -> office.part(JdbcClient.class)
                                .sql("""
                        select -sum(balance_fen) from fund.account join fund.balance on balance.account_id = account.id
                        where account.kind = 'owed-to-person' and account.holder = ?
                        """)
                                .param("reimbursement/" + id)
                                .query(Long.class)
                                .single());
    }

    @ParameterizedTest
    @CsvSource({"true, SENT_BACK", "false, WITHDRAWN"})
    void whatIsSentBackOrWithdrawnSettlesNothingAndMayBeEnteredAgain(boolean back, Reimbursement.Stage stage) {
        String person = ward.insured(YEAR);
        Reimbursement.Paper paper = paper(300_000);
        long id = done(reimbursements.enter(maker, person, paper, payee(ACCOUNT), TODAY));
        refused(SettlementRefusal.DUPLICATE_BILL, reimbursements.enter(maker, person, paper, payee(ACCOUNT), TODAY));
        refused(SettlementRefusal.REASON_MISSING, reimbursements.sendBack(checker, id, 1, " ", TODAY));
        refused(SettlementRefusal.SAME_PERSON, reimbursements.sendBack(maker, id, 1, "缺票据", TODAY));
        refused(SettlementRefusal.SAME_PERSON, reimbursements.withdraw(checker, id, 1, "缺票据", TODAY));
        done(
                back
                        ? reimbursements.sendBack(checker, id, 1, "缺票据", TODAY)
                        : reimbursements.withdraw(maker, id, 1, "缺票据", TODAY));
        assertEquals(stage, reimbursements.find(maker, id).orElseThrow().stage());
        assertEquals(null, reimbursements.find(maker, id).orElseThrow().billId());
        assertTrue(done(reimbursements.enter(maker, person, paper, payee(ACCOUNT), TODAY)) > id);
    }

    @Test
    void whatCannotBeEnteredIsSaid() {
        String person = ward.insured(YEAR);
        refused(SettlementRefusal.BAD_ACCOUNT, reimbursements.enter(maker, person, paper(1), payee("62220202"), TODAY));
        refused(
                SettlementRefusal.PAPER_WORDS,
                reimbursements.enter(
                        maker, person, paper(1), new Reimbursement.Payee(true, "丛", "", "行", ACCOUNT), TODAY));
        refused(SettlementRefusal.NO_RIGHT, reimbursements.enter(ward.city, person, paper(1), payee(ACCOUNT), TODAY));
        refused(
                SettlementRefusal.UNKNOWN_PERSON,
                reimbursements.enter(maker, "379999190001010019", paper(1), payee(ACCOUNT), TODAY));
        refused(
                SettlementRefusal.AMOUNTS_INCONSISTENT,
                reimbursements.enter(maker, person, paper(500_001), payee(ACCOUNT), TODAY));
        Actor other = office.account("paper-elsewhere", "371083", Role.MEDICAL_SECURITY)
                .actor();
        refused(SettlementRefusal.OTHER_DIVISION, reimbursements.enter(other, person, paper(1), payee(ACCOUNT), TODAY));
        long id = done(reimbursements.enter(maker, person, paper(300_000), payee(ACCOUNT), TODAY));
        assertTrue(reimbursements.find(other, id).isEmpty(), "another county does not see it");
    }

    @Test
    void idNumberAndAccountAreSealedAndShownMasked() {
        String person = ward.insured(YEAR);
        long id = done(reimbursements.enter(maker, person, paper(300_000), payee(ACCOUNT), TODAY));
        String row = office.part(ScopedWork.class)
                .read(
                        maker,
                        () -> office.part(JdbcClient.class)
                                .sql("select row_to_json(r)::text from settlement.reimbursement r where id = ?")
                                .param(id)
                                .query(String.class)
                                .single());
        assertFalse(row.contains(person) || row.contains(ACCOUNT));
        String page = Browser.signedIn(office, "paper-checker")
                .get("/reimbursements/" + id)
                .body();
        assertFalse(page.contains(person) || page.contains(ACCOUNT));
        assertTrue(page.contains("1,500.00") || page.contains("批准并结算"), page);
        assertTrue(page.contains("0019"), "the last digits are shown");
    }

    private static void refused(SettlementRefusal reason, Answer<?> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
