package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.database.internal.Preparation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bills at discharge: settled in the order of acceptance, once, by nobody else, cancelled without a trace lost. */
class SettlementsTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);

    /** WH3 §3.1 ①: the year's burden comes below a tenth of the year's eligible cost. */
    @Test
    void aStayIsSettledToTheFenAndTheNextStandsOnIt() {
        String person = ward.insured(YEAR);
        Bill first = settle(ward.bill(person, "2020-05-10", 12000, 10000, 5500));
        assertEquals(350_001, first.latest().paidFen());
        assertEquals(99_999, first.latest().selfFen());
        assertEquals(200_000, first.latest().ineligibleFen());
        Bill second = settle(ward.bill(person, "2020-06-10", 5000, 5000, 3000));
        assertEquals(2, second.ordinal());
        assertEquals(150_000, second.latest().paidFen());
        assertEquals(50_000, second.latest().selfFen());
        assertEquals(500_001, second.latest().yearPaidFen());
    }

    @Test
    void aTrialKeepsNothingAndGivesWhatTheSettlementGives() {
        String person = ward.insured(YEAR);
        BillMessage message = ward.bill(person, "2020-05-10", 12000, 10000, 5500);
        Trial trial = done(settlements.trial(ward.firstDesk, ward.first.id(), message, TODAY));
        assertEquals(1, trial.ordinal());
        Bill bill = settle(message);
        assertEquals(trial.settled().paid().amount(), bill.latest().paidFen());
        assertEquals(1, bill.ordinal());
        assertEquals(trial.settled().receipt().inputHash(), bill.latest().inputHash());
    }

    @Test
    void theSameMessageAgainGivesTheSameBillAndAnotherUnderItsNumberIsRefused() {
        String person = ward.insured(YEAR);
        BillMessage message = ward.bill(person, "2020-05-10", 12000, 10000, 5500);
        Bill bill = settle(message);
        assertEquals(bill.id(), settle(message).id());
        BillMessage changed = new BillMessage(
                message.messageId(),
                message.billNumber(),
                person,
                message.admittedOn(),
                message.dischargedOn(),
                ward.bill(person, "2020-05-10", 12000, 10000, 5499).amountsFen());
        refused(SettlementRefusal.MESSAGE_REUSED, changed);
        BillMessage again = new BillMessage(
                "other-" + message.messageId(),
                message.billNumber(),
                person,
                message.admittedOn(),
                message.dischargedOn(),
                message.amountsFen());
        refused(SettlementRefusal.DUPLICATE_BILL, again);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-05-10 | 12000 | 10000 | 5500  | 2020-06-01 | NOT_COVERED
            2020-06-01 | 9999  | 10000 | 5500  | 2020-06-01 | AMOUNTS_INCONSISTENT
            2020-06-01 | 12000 | 10000 | 10001 | 2020-06-01 | AMOUNTS_INCONSISTENT
            2021-01-01 | 12000 | 10000 | 5500  | 2020-06-01 | BAD_DATE
            """)
    void whatCannotBeSettledIsSaid(
            String discharged, long total, long eligible, long basic, LocalDate from, SettlementRefusal reason) {
        refused(reason, ward.bill(ward.insured(from), discharged, total, eligible, basic));
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        BillMessage good = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
        Map<String, Long> less = new HashMap<>(good.amountsFen());
        less.remove("basic_paid");
        refused(
                SettlementRefusal.MISSING_FIELD,
                new BillMessage("x1", "x1", good.idNumber(), good.admittedOn(), good.dischargedOn(), less));
        refused(
                SettlementRefusal.MISSING_FIELD,
                new BillMessage("", "x1", good.idNumber(), good.admittedOn(), good.dischargedOn(), good.amountsFen()));
        refused(
                SettlementRefusal.UNKNOWN_PERSON,
                new BillMessage(
                        "x2", "x2", "379999190001010019", good.admittedOn(), good.dischargedOn(), good.amountsFen()));
        Actor clerk = ward.city;
        assertEquals(
                SettlementRefusal.NO_RIGHT,
                assertInstanceOf(Answer.Refused.class, settlements.settle(clerk, ward.first.id(), good, TODAY))
                        .reason());
        assertEquals(
                SettlementRefusal.NO_RIGHT,
                assertInstanceOf(
                                Answer.Refused.class, settlements.settle(ward.firstDesk, ward.second.id(), good, TODAY))
                        .reason());
    }

    @Test
    void aProductThatNoDeskSettlesIsSaidAndEachLookIsRecorded() {
        String person = ward.insured(YEAR, "accident");
        long before = ward.asked(ward.city) + ward.asked(ward.firstDesk);
        assertTrue(settlements.look(ward.firstDesk, person).isPresent());
        assertTrue(settlements.look(ward.firstDesk, "379999190001010019").isEmpty());
        assertTrue(settlements.look(ward.city, person).isEmpty(), "only who settles may look");
        BillMessage message = ward.bill(person, "2020-05-10", 12000, 10000, 5500);
        assertEquals(
                SettlementRefusal.PRODUCT_NOT_HERE,
                assertInstanceOf(
                                Answer.Refused.class,
                                settlements.trial(ward.firstDesk, ward.first.id(), message, TODAY))
                        .reason());
        assertEquals(before + 3, ward.asked(ward.city) + ward.asked(ward.firstDesk));
    }

    /** A cover that was taken back later changes neither the bill nor its page; the same message still gives the bill. */
    @Test
    void whatWasSettledStandsWithoutItsCover() {
        String person = ward.insured(YEAR);
        BillMessage message = ward.bill(person, "2020-05-10", 12000, 10000, 5500);
        Bill bill = settle(message);
        ward.uncover(person);
        assertEquals(bill.id(), settle(message).id());
        assertEquals(
                bill.latest().paidFen(),
                settlements
                        .explained(ward.city, bill, bill.latest())
                        .settled()
                        .paid()
                        .amount());
        refused(SettlementRefusal.UNKNOWN_PERSON, ward.bill(person, "2020-06-10", 12000, 10000, 5500));
    }

    /** Two persons' bills at once under one number of message or bill: one is settled, the other is told. */
    @ParameterizedTest
    @CsvSource({"true, MESSAGE_REUSED", "false, DUPLICATE_BILL"})
    void oneNumberAtOnceForTwoPersonsSettlesOne(boolean ofMessage, SettlementRefusal reason) throws Exception {
        try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
            List<Callable<Answer<Bill>>> at = new ArrayList<>();
            BillMessage model = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
            for (int desk = 0; desk < 4; desk++) {
                BillMessage own = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
                BillMessage sent = new BillMessage(
                        ofMessage ? model.messageId() : own.messageId(),
                        ofMessage ? own.billNumber() : model.billNumber(),
                        own.idNumber(),
                        own.admittedOn(),
                        own.dischargedOn(),
                        own.amountsFen());
                at.add(() -> settlements.settle(ward.firstDesk, ward.first.id(), sent, TODAY));
            }
            int done = 0;
            for (Future<Answer<Bill>> answer : desks.invokeAll(at)) {
                switch (answer.get()) {
                    case Answer.Done<Bill> settled -> done++;
                    case Answer.Refused<Bill> refused -> assertEquals(reason, refused.reason());
                }
            }
            assertEquals(1, done);
        }
    }

    /** R17: later bills are decided anew beside the old decision, also those of another hospital. */
    @Test
    void cancellingAnEarlierBillAdjustsTheLaterOnes() {
        String person = ward.insured(YEAR);
        Bill first = settle(ward.bill(person, "2020-05-10", 12000, 10000, 5500));
        Bill second = done(settlements.settle(
                ward.secondDesk, ward.second.id(), ward.bill(person, "2020-06-10", 5000, 5000, 3000), TODAY));
        Bill third = settle(ward.bill(person, "2020-07-10", 3000, 3000, 2900));
        assertEquals(List.of(350_001L, 150_000L, 0L), ward.paid(List.of(first, second, third)));
        refusedCancel(SettlementRefusal.NOT_FOUND, ward.secondDesk, first, 1, "错单");
        refusedCancel(SettlementRefusal.CHANGED_MEANWHILE, ward.firstDesk, first, 9, "错单");
        refusedCancel(SettlementRefusal.REASON_MISSING, ward.firstDesk, first, 1, " ");
        done(settlements.cancel(ward.firstDesk, first.id(), 1, "账单录错", TODAY));
        refusedCancel(SettlementRefusal.ALREADY_CANCELLED, ward.firstDesk, first, 2, "错单");
        // alone: 2,000 left of 5,000 eligible, 500 may stay; then 100 more of 3,000
        assertEquals(List.of(0L, 150_001L, 0L), ward.paid(List.of(first, second, third)));
        Bill now = settlements.find(ward.secondDesk, second.id()).orElseThrow();
        assertEquals(Decision.Kind.ADJUSTED, now.latest().kind());
        assertEquals(1, now.latest().differenceFen());
        assertEquals(
                150_001,
                now.decisions().stream().mapToLong(Decision::differenceFen).sum());
        assertEquals(
                now.latest().inputHash(),
                settlements
                        .explained(ward.secondDesk, now, now.latest())
                        .settled()
                        .receipt()
                        .inputHash());
    }

    @Test
    void aHospitalSeesItsOwnBillsOnly() {
        Bill bill = settle(ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500));
        assertTrue(settlements.find(ward.firstDesk, bill.id()).isPresent());
        assertTrue(settlements.find(ward.secondDesk, bill.id()).isEmpty());
        assertTrue(settlements.find(ward.city, bill.id()).isPresent());
        assertTrue(settlements
                .find(
                        office.account("ward-licheng", "370112", Role.POVERTY_OFFICE)
                                .actor(),
                        bill.id())
                .isEmpty());
    }

    /** Two to eight desks at once: whatever the order, each paid as some order one by one would, and never the same remainder twice. */
    @Test
    void hospitalsThatSettleOnePersonAtOnceWaitForEachOther() throws Exception {
        long seed = Long.getLong("fangpin.seed", System.nanoTime());
        System.out.println("fangpin.seed=" + seed);
        Random random = new Random(seed);
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            for (int race = 0; race < Integer.getInteger("settlement.races", 5); race++) {
                String person = ward.insured(YEAR);
                List<Callable<Bill>> at = new ArrayList<>();
                for (int desk = 0; desk < 2 + random.nextInt(7); desk++) {
                    long eligible = 1000L + random.nextInt(90_000);
                    BillMessage message =
                            ward.bill(person, "2020-05-10", eligible, eligible, eligible * random.nextInt(100) / 100);
                    boolean one = random.nextBoolean();
                    at.add(() -> done(settlements.settle(
                            one ? ward.firstDesk : ward.secondDesk,
                            one ? ward.first.id() : ward.second.id(),
                            message,
                            TODAY)));
                }
                List<Bill> bills = new ArrayList<>();
                for (Future<Bill> bill : desks.invokeAll(at)) {
                    bills.add(bill.get());
                }
                bills.sort(java.util.Comparator.comparingInt(Bill::ordinal));
                equalsOneByOne(bills);
            }
        }
    }

    /** WH3 §3.1 written out once more: the year's owed amount is what brings the burden below a tenth, at most 600,000 yuan. */
    private void equalsOneByOne(List<Bill> bills) {
        long eligible = 0;
        long left = 0;
        long paid = 0;
        int ordinal = 1;
        for (Bill bill : bills) {
            assertEquals(ordinal++, bill.ordinal());
            eligible += bill.inputValues().get(1);
            left += bill.inputValues().get(1) - bill.inputValues().get(2);
            long owed = Math.min(60_000_000, Math.max(0, left - (eligible - 1) / 10));
            long now = Math.max(0, owed - paid);
            assertEquals(now, bill.latest().paidFen(), "bill " + bill.ordinal() + " of " + bills.size());
            paid += now;
        }
    }

    @Test
    void everyYearWorkedOutAnewIsWhatWasDecided() {
        String person = ward.insured(YEAR);
        Bill first = settle(ward.bill(person, "2020-05-10", 12000, 10000, 5500));
        settle(ward.bill(person, "2020-06-10", 5000, 5000, 3000));
        done(settlements.cancel(ward.firstDesk, first.id(), 1, "账单录错", TODAY));
        YearAccounts.Recomputation found = office.part(YearAccounts.class).recompute(ward.city);
        assertTrue(found.bills() >= 1 && found.accounts() >= 1, found::toString);
        assertEquals(List.of(), found.disagreements());
    }

    /** The recomputation would see it: a decision changed behind the office's back. */
    @Test
    void aDecisionThatWasTamperedWithIsFound() throws java.sql.SQLException {
        Bill bill = settle(ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500));
        try (java.sql.Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                java.sql.Statement statement = owner.createStatement()) {
            statement.execute("update settlement.decision set paid_fen = paid_fen + 1 where bill_id = " + bill.id());
            assertEquals(
                    List.of(new YearAccounts.Disagreement(bill.id(), 350_002, 350_001)),
                    office.part(YearAccounts.class).recompute(ward.city).disagreements());
            statement.execute("update settlement.decision set paid_fen = paid_fen - 1 where bill_id = " + bill.id());
        }
    }

    private Bill settle(BillMessage message) {
        return done(settlements.settle(ward.firstDesk, ward.first.id(), message, TODAY));
    }

    private void refused(SettlementRefusal reason, BillMessage message) {
        assertEquals(
                reason,
                assertInstanceOf(
                                Answer.Refused.class,
                                settlements.settle(ward.firstDesk, ward.first.id(), message, TODAY))
                        .reason());
    }

    private void refusedCancel(SettlementRefusal reason, Actor actor, Bill bill, int number, String why) {
        assertEquals(
                reason,
                assertInstanceOf(Answer.Refused.class, settlements.cancel(actor, bill.id(), number, why, TODAY))
                        .reason());
    }
}
