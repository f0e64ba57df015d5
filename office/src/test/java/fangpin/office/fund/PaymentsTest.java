package fangpin.office.fund;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.fund.Treasury.PRODUCT;
import static fangpin.office.fund.Treasury.TODAY;
import static fangpin.office.fund.Treasury.payee;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.fund.internal.OrderRows;
import fangpin.office.register.PersonFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Premium in, benefits out: nothing without a debt, a second person and the money; nothing twice. */
class PaymentsTest {
    private final RunningOffice office = RunningOffice.get();
    private final PaymentOrders orders = office.part(PaymentOrders.class);
    private final PaymentFiles files = office.part(PaymentFiles.class);
    private final PremiumPayments premiums = office.part(PremiumPayments.class);
    private final Books books = office.part(Books.class);

    private PaymentOrder order(Treasury here, long id) {
        return orders.find(here.maker, id).orElseThrow();
    }

    /** WH3 §5.3: finance pays the insurer's account; it counts when the insurer says that it came. */
    @Test
    void premiumStandsInTheBooksWhenTheInsurerSaysThatItCame() {
        Treasury here = new Treasury(office, "371061");
        long id = done(premiums.enter(here.finance, here.told(80_000, "T-a"), TODAY));
        assertEquals(List.of(), here.totals());
        assertEquals(1, premiums.waiting(here.maker));
        refused(PaymentRefusal.REFERENCE_USED, premiums.enter(here.finance, here.told(80_000, "T-a"), TODAY));
        refused(PaymentRefusal.NO_RIGHT, premiums.confirm(here.finance, id, TODAY));
        done(premiums.confirm(here.maker, id, TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, premiums.confirm(here.checker, id, TODAY));
        assertEquals(80_000, here.balance(AccountKind.INSURER_MONEY));
        assertEquals(-80_000, here.balance(AccountKind.PREMIUM_RECEIVED));
        assertEquals(
                List.of(new PremiumPayments.Paid(here.county.path, PRODUCT, "district", 80_000)),
                premiums.paid(here.finance, "weihai-2020", TODAY));
        long lost = done(premiums.enter(here.finance, here.told(100, "T-b"), TODAY));
        refused(PaymentRefusal.REASON_MISSING, premiums.refuse(here.maker, lost, " ", TODAY));
        done(premiums.refuse(here.maker, lost, "没有到账", TODAY));
        done(premiums.enter(here.finance, here.told(100, "T-b"), TODAY));
        assertEquals(80_000, here.balance(AccountKind.INSURER_MONEY));
    }

    @Test
    void whatIsWrongWithATransferIsSaid() {
        Treasury here = new Treasury(office, "371062");
        PremiumPayments.Told good = here.told(100, "T-a");
        refused(
                PaymentRefusal.UNKNOWN_PAYER,
                premiums.enter(
                        here.finance,
                        new PremiumPayments.Told(
                                here.contract, PRODUCT, here.county.path, "nobody", good.amount(), TODAY, "T"),
                        TODAY));
        refused(PaymentRefusal.BAD_AMOUNT, premiums.enter(here.finance, here.told(0, "T"), TODAY));
        refused(PaymentRefusal.FIELD_MISSING, premiums.enter(here.finance, here.told(1, " "), TODAY));
        refused(PaymentRefusal.BAD_DATE, premiums.enter(here.finance, good, TODAY.minusDays(1)));
        refused(PaymentRefusal.NO_RIGHT, premiums.enter(here.maker, good, TODAY));
        refused(
                PaymentRefusal.NO_RIGHT,
                premiums.enter(
                        here.finance,
                        new PremiumPayments.Told(
                                here.contract, PRODUCT, "370000/371000/", "district", good.amount(), TODAY, "T"),
                        TODAY));
    }

    @Test
    void aConfirmationIsTakenBackByAnotherWhileItsMoneyIsThere() {
        Treasury here = new Treasury(office, "371080");
        long first = done(premiums.enter(here.finance, here.told(30_000, "T-77a"), TODAY));
        long second = done(premiums.enter(here.finance, here.told(20_000, "T-77b"), TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, premiums.takeBack(here.checker, first, "看错了", TODAY));
        done(premiums.confirm(here.maker, first, TODAY));
        done(premiums.confirm(here.maker, second, TODAY));
        refused(PaymentRefusal.REASON_MISSING, premiums.takeBack(here.checker, second, " ", TODAY));
        refused(AccessRefusal.SAME_PERSON, premiums.takeBack(here.maker, second, "看错了", TODAY));
        refused(PaymentRefusal.NO_RIGHT, premiums.takeBack(here.finance, second, "看错了", TODAY));
        long order = done(orders.raise(here.maker, here.owe("claim/80", 40_000), payee(40_000), TODAY));
        done(orders.approve(here.checker, order, TODAY));
        refused(PaymentRefusal.NOT_ENOUGH_MONEY, premiums.takeBack(here.checker, second, "看错了", TODAY));
        assertEquals(50_000, here.balance(AccountKind.INSURER_MONEY), "nothing of a refusal stays");
        done(orders.recall(here.checker, order, "先核对到账", TODAY));
        assertEquals(
                PremiumPayment.State.REFUSED,
                done(premiums.takeBack(here.checker, second, "看错了", TODAY)).state());
        assertEquals(30_000, here.balance(AccountKind.INSURER_MONEY));
        assertEquals(-30_000, here.balance(AccountKind.PREMIUM_RECEIVED));
        done(premiums.enter(here.finance, here.told(20_000, "T-77b"), TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void anApprovalIsTakenBackUntilTheBankHasIt() {
        Treasury here = new Treasury(office, "371072");
        here.premium(100_000);
        long owed = here.owe("claim/72", 30_000);
        long order = done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, orders.recall(here.checker, order, "账号有误", TODAY));
        done(orders.approve(here.checker, order, TODAY));
        refused(PaymentRefusal.REASON_MISSING, orders.recall(here.checker, order, " ", TODAY));
        refused(AccessRefusal.SAME_PERSON, orders.recall(here.maker, order, "账号有误", TODAY));
        refused(PaymentRefusal.NO_RIGHT, orders.recall(here.finance, order, "账号有误", TODAY));
        done(orders.recall(here.checker, order, "账号有误", TODAY));
        assertEquals(PaymentOrder.State.REFUSED, order(here, order).state());
        assertEquals("账号有误", order(here, order).reason());
        assertEquals(100_000, orders.freeFen(here.maker, here.contract, PRODUCT));
        refused(PaymentRefusal.NOTHING_TO_SEND, files.make(here.maker, here.contract, TODAY));
        long again = done(orders.raise(here.maker, owed, payee(30_000), TODAY));
        done(orders.approve(here.checker, again, TODAY));
        done(files.make(here.maker, here.contract, TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, orders.recall(here.checker, again, "账号有误", TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void whatTheBankGivesBackAfterItPaidIsOwedAgainAndPaidAnew() {
        Treasury here = new Treasury(office, "371078");
        here.premium(100_000);
        long owed = here.owe("claim/78", 30_000);
        long order = done(orders.raise(here.maker, owed, payee(30_000), TODAY));
        done(orders.approve(here.checker, order, TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, orders.cameBack(here.checker, order, "户名不符", TODAY));
        long file = done(files.make(here.maker, here.contract, TODAY));
        assertEquals(1, here.reply(file, "成功", List.of(order(here, order))).paid());
        assertEquals(70_000, here.balance(AccountKind.INSURER_MONEY));
        refused(PaymentRefusal.REASON_MISSING, orders.cameBack(here.checker, order, " ", TODAY));
        refused(AccessRefusal.SAME_PERSON, orders.cameBack(here.maker, order, "户名不符", TODAY));
        refused(PaymentRefusal.NO_RIGHT, orders.cameBack(here.finance, order, "户名不符", TODAY));
        done(orders.cameBack(here.checker, order, "5月12日退汇，户名不符", TODAY));
        refused(PaymentRefusal.CHANGED_MEANWHILE, orders.cameBack(here.checker, order, "户名不符", TODAY));
        assertEquals(PaymentOrder.State.RETURNED, order(here, order).state());
        assertEquals(100_000, here.balance(AccountKind.INSURER_MONEY));
        assertEquals(-30_000, here.balance(AccountKind.OWED_TO_PERSON));
        assertEquals(1, orders.returned(here.maker));
        long again = done(orders.raise(here.maker, owed, payee(30_000), TODAY));
        done(orders.approve(here.checker, again, TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
        List<Books.Entry> entries = books.of(here.county.clerk, "order/" + order);
        assertEquals(2, entries.size(), "the payment and its return");
        assertEquals(entries.getFirst().id(), entries.getLast().reverses());
        assertEquals(List.of("fund.event.returned [5月12日退汇，户名不符] null /payments/" + order), timeline(here));
    }

    /** A later decision may lower what is owed (R17) when the order is approved already: the bank never hears of such an order. */
    @Test
    void anOrderThatExceedsWhatIsOwedByNowDoesNotGoToTheBank() {
        Treasury here = new Treasury(office, "371068");
        here.premium(100_000);
        long owed = here.owe("hospital/68", 30_000);
        long first = done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        long second = done(orders.raise(here.maker, owed, payee(9_000), TODAY));
        done(orders.approve(here.checker, first, TODAY));
        here.owe("hospital/68", -10_001);
        refused(PaymentRefusal.MORE_THAN_OWED, orders.approve(here.checker, second, TODAY));
        assertEquals(1, orders.beyondDebt(here.checker));
        assertTrue(order(here, first).beyondDebt());
        refused(PaymentRefusal.NOTHING_TO_SEND, files.make(here.maker, here.contract, TODAY));
        here.owe("hospital/68", 10_000);
        assertEquals(0, orders.beyondDebt(here.checker));
        done(orders.approve(here.checker, second, TODAY));
        here.owe("hospital/68", -19_000);
        long file = done(files.make(here.maker, here.contract, TODAY));
        assertEquals(PaymentOrder.State.APPROVED, order(here, first).state(), "20,000 of 10,999");
        assertEquals(PaymentOrder.State.SENT, order(here, second).state(), "9,000 of 10,999");
        assertEquals(9_000, files.find(here.maker, file).orElseThrow().sumFen());
        done(orders.recall(here.checker, first, "应付减少", TODAY));
        assertEquals(0, orders.beyondDebt(here.checker));
        here.owe("hospital/68", -2_000);
        assertTrue(order(here, second).beyondDebt(), "on its way to the bank");
        here.reply(file, "成功", List.of(order(here, second)));
        assertEquals(
                List.of(1L),
                orders.overpaid(here.maker).stream().map(Overpaid::overpaidFen).toList());
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void anotherAccountOfTheSameHospitalIsToldToWhoApproves() {
        Treasury here = new Treasury(office, "371084");
        here.premium(100_000);
        long owed = here.owe("claim/69", 30_000);
        Payee known = new Payee("王某", "", "", new Fen(10_000));
        OrderRows rows = office.part(OrderRows.class);
        assertEquals(known, read(here, () -> rows.paidLast("claim/69", known)), "nothing was paid yet");
        long first = done(orders.raise(here.maker, owed, payee(10_000), TODAY));
        assertEquals(known, read(here, () -> rows.paidLast("claim/69", known)), "nobody approved it");
        done(orders.approve(here.checker, first, TODAY));
        assertEquals(payee(10_000), read(here, () -> rows.paidLast("claim/69", known)));
    }

    private <T> T read(Treasury here, Supplier<T> asked) {
        return office.part(ScopedWork.class).read(here.maker, asked);
    }

    @Test
    void whatIsOwedIsPaidOnceByTwoPersonsAndTheBank() {
        Treasury here = new Treasury(office, "371063");
        here.premium(100_000);
        long owed = here.owe("claim/63", 30_000);
        long order = done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        refused(PaymentRefusal.MORE_THAN_OWED, orders.raise(here.maker, owed, payee(10_001), TODAY));
        refused(AccessRefusal.SAME_PERSON, orders.approve(here.maker, order, TODAY));
        refused(PaymentRefusal.NOTHING_TO_SEND, files.make(here.maker, here.contract, TODAY));
        assertEquals(0, orders.toApprove(here.maker), "his own is another's to approve");
        assertEquals(1, orders.toApprove(here.checker));
        done(orders.approve(here.checker, order, TODAY));
        assertEquals(1, orders.toSend(here.maker));
        refused(PaymentRefusal.CHANGED_MEANWHILE, orders.approve(here.checker, order, TODAY));
        assertEquals(80_000, orders.freeFen(here.maker, here.contract, PRODUCT));
        long file = done(files.make(here.maker, here.contract, TODAY));
        assertEquals(PaymentOrder.State.SENT, order(here, order).state());
        List<PaymentOrder> sent = List.of(order(here, order));
        assertEquals(new BankReply(1, 0, 0, List.of()), here.reply(file, "成功", sent));
        assertEquals(new BankReply(0, 0, 1, List.of()), here.reply(file, "成功", sent));
        assertEquals(
                List.of(new BankReply.Fault(2, PaymentNumber.text(order), BankReply.Kind.CONTRADICTS)),
                here.reply(file, "失败", sent).faults());
        assertEquals(80_000, here.balance(AccountKind.INSURER_MONEY));
        assertEquals(-10_000, here.balance(AccountKind.OWED_TO_PERSON));
        assertEquals(30_000, here.balance(AccountKind.BENEFIT_PAID));
        assertEquals(1, books.of(here.county.clerk, "order/" + order).size());
        assertEquals(List.of(), books.faults(here.county.clerk));
        assertEquals(List.of("fund.event.paid [] 20000 /payments/" + order), timeline(here));
    }

    /** What the person's page tells of payments. */
    private List<String> timeline(Treasury here) {
        return office
                .part(PersonFiles.class)
                .find(here.county.clerk, here.insured.id(), TODAY)
                .orElseThrow()
                .events()
                .stream()
                .filter(event -> event.words().startsWith("fund."))
                .map(event -> event.words() + " " + event.arguments() + " " + event.amountFen() + " " + event.address())
                .toList();
    }

    @Test
    void whatTheBankReturnsIsFreeAgainAndCanBeAskedForAgain() {
        Treasury here = new Treasury(office, "371064");
        here.premium(20_000);
        long owed = here.owe("claim/64", 20_000);
        long order = done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        done(orders.approve(here.checker, order, TODAY));
        long file = done(files.make(here.maker, here.contract, TODAY));
        assertEquals(1, here.reply(file, "退回", List.of(order(here, order))).returned());
        assertEquals("账号不符", order(here, order).reason());
        assertEquals(20_000, orders.freeFen(here.maker, here.contract, PRODUCT));
        long again = done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        done(orders.refuse(here.checker, again, "再核对账号", TODAY));
        done(orders.raise(here.maker, owed, payee(20_000), TODAY));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }

    @Test
    void rowsOfAReplyThatFitNoOrderAreNamed() {
        Treasury here = new Treasury(office, "371065");
        here.premium(20_000);
        long order = done(orders.raise(here.maker, here.owe("claim/65", 20_000), payee(20_000), TODAY));
        done(orders.approve(here.checker, order, TODAY));
        long file = done(files.make(here.maker, here.contract, TODAY));
        String number = PaymentNumber.text(order);
        BankReply reply = done(files.receive(
                here.maker,
                file,
                Treasury.file(
                        "付款单号,金额,结果\nFP9999999999,200.00,成功\n%s,200.01,成功\n%s,200.00,?\n".formatted(number, number)),
                TODAY));
        assertEquals(
                List.of(BankReply.Kind.UNKNOWN_ORDER, BankReply.Kind.OTHER_AMOUNT, BankReply.Kind.NO_RESULT),
                reply.faults().stream().map(BankReply.Fault::kind).toList());
        refused(PaymentRefusal.UNREADABLE, files.receive(here.maker, file, Treasury.file("a,b\n1,2\n"), TODAY));
        assertEquals(PaymentOrder.State.SENT, order(here, order).state());
    }

    @Test
    void anotherInsurersDeskSeesAndAnswersNothing() {
        Treasury here = new Treasury(office, "371066");
        here.premium(20_000);
        long order = done(orders.raise(here.maker, here.owe("claim/66", 20_000), payee(20_000), TODAY));
        Actor stranger = here.county.account("insurer-stranger", "371066", Role.INSURER);
        refused(PaymentRefusal.NOT_FOUND, orders.approve(stranger, order, TODAY));
        assertEquals(List.of(), orders.owing(stranger));
        assertEquals(List.of(), orders.list(stranger, null, Long.MAX_VALUE, 10));
        assertEquals(List.of(), books.totals(stranger));
        assertTrue(orders.find(stranger, order).isEmpty());
        refused(PaymentRefusal.NO_RIGHT, orders.approve(here.county.clerk, order, TODAY));
    }

    /** Eight orders of 100 yuan approved at once with money for three. */
    @Test
    void noMoneyIsSpentTwiceByThoseWhoApproveAtOnce() throws Exception {
        Treasury here = new Treasury(office, "371067");
        here.premium(35_000);
        List<Long> raised = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            raised.add(done(orders.raise(here.maker, here.owe("claim/67" + i, 10_000), payee(10_000), TODAY)));
        }
        List<Callable<Answer<PaymentOrder>>> approvals = raised.stream()
                .<Callable<Answer<PaymentOrder>>>map(id -> () -> orders.approve(here.checker, id, TODAY))
                .toList();
        int approved = 0;
        try (ExecutorService desks = Executors.newFixedThreadPool(8)) {
            for (Future<Answer<PaymentOrder>> answer : desks.invokeAll(approvals)) {
                switch (answer.get()) {
                    case Answer.Done<PaymentOrder> done -> approved++;
                    case Answer.Refused<PaymentOrder> refused ->
                        assertEquals(PaymentRefusal.NOT_ENOUGH_MONEY, refused.reason());
                }
            }
        }
        assertEquals(3, approved);
        assertEquals(5_000, orders.freeFen(here.maker, here.contract, PRODUCT));
        assertEquals(List.of(), books.faults(here.county.clerk));
    }
}
