package fangpin.office.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The figures of the dashboard are sums over the bills that count, and lead to them. */
class SettlementFiguresTest {
    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final SettlementFigures figures = office.part(SettlementFigures.class);

    /** A day of discharge on which no other test settles. */
    private static final LocalDate FROM = LocalDate.of(2020, 3, 17);

    private Bill settled(String person, long total, long eligible, long basic) {
        return settled(ward.firstDesk, ward.first, person, total, eligible, basic);
    }

    private Bill settled(Actor desk, Hospital hospital, String person, long total, long eligible, long basic) {
        String number = "figure-" + UUID.randomUUID();
        BillMessage message = new BillMessage(
                number,
                number,
                person,
                FROM.minusDays(5),
                FROM,
                Map.of(
                        "total_cost",
                        total,
                        "eligible_cost",
                        eligible,
                        "basic_paid",
                        basic,
                        "critical_illness_paid",
                        0L,
                        "hospital_waiver",
                        0L,
                        "medical_assistance_paid",
                        0L));
        return switch (office.part(Settlements.class).settle(desk, hospital.id(), message, Ward.TODAY)) {
            case Answer.Done<Bill>(Bill bill) -> bill;
            case Answer.Refused<Bill> refused -> throw new AssertionError(refused);
        };
    }

    @Test
    void classesProductsAndOriginsAreTheSumsOfBillsThatCount() {
        LocalDate until = FROM.plusDays(1);
        String one = ward.insured(LocalDate.of(2020, 1, 1));
        String two = ward.insured(LocalDate.of(2020, 1, 1));
        // other tests' bills of the day stand there already
        SettlementFigures.ClassLine before = classLine(until);
        SettlementFigures.ProductLine product = productLine(until);
        Bill first = settled(one, 1_200_000, 1_000_000, 550_000);
        Bill second = settled(two, 500_000, 400_000, 400_000);
        Bill gone = settled(two, 900_000, 800_000, 100_000);
        assertTrue(
                office.part(Settlements.class).cancel(ward.firstDesk, gone.id(), 1, "录错", Ward.TODAY)
                        instanceof Answer.Done<Bill>);
        SettlementFigures.ClassLine line = classLine(until);
        assertEquals(2, line.persons() - before.persons());
        assertEquals(2, line.bills() - before.bills());
        assertEquals(1_400_000, line.eligibleFen() - before.eligibleFen());
        assertEquals(first.latest().selfFen() + second.latest().selfFen(), line.selfFen() - before.selfFen());
        assertEquals(before.above(), line.above(), "the product keeps these two below ten percent");
        SettlementFigures.ProductLine after = productLine(until);
        assertEquals(1_700_000, after.totalFen() - product.totalFen());
        assertEquals(950_000, basic(after) - basic(product));
        assertEquals(first.latest().paidFen() + second.latest().paidFen(), after.paidFen() - product.paidFen());
        assertEquals(
                after.totalFen(),
                after.amountsFen().entrySet().stream()
                                .filter(amount -> amount.getKey().endsWith("_paid")
                                        || amount.getKey().equals("hospital_waiver"))
                                .mapToLong(Map.Entry::getValue)
                                .sum()
                        + after.paidFen()
                        + after.selfFen()
                        + after.ineligibleFen(),
                "who paid sums to the total");
        List<Long> behind = figures.bills(ward.city, FROM, until, "policy-beneficiary", "basic_paid", 1_000).stream()
                .map(SettlementFigures.Line::bill)
                .toList();
        assertTrue(behind.containsAll(List.of(first.id(), second.id())), behind::toString);
        assertTrue(behind.indexOf(first.id()) < behind.indexOf(second.id()), "the largest first");
        assertTrue(!behind.contains(gone.id()), "what was cancelled does not count");
        SettlementFigures.Waiting waiting = figures.waiting(ward.city, FROM, until);
        assertTrue(waiting.paid() + waiting.unpaid() >= 2);
    }

    private SettlementFigures.ClassLine classLine(LocalDate until) {
        return figures.classes(ward.city, FROM, until, 10).stream()
                .filter(line -> line.category().equals("policy-beneficiary"))
                .findFirst()
                .orElse(new SettlementFigures.ClassLine("policy-beneficiary", 0, 0, 0, 0, 0, 0, 0));
    }

    private SettlementFigures.ProductLine productLine(LocalDate until) {
        return figures.products(ward.city, FROM, until).stream()
                .filter(line -> line.product().equals("supplementary-medical"))
                .findFirst()
                .orElse(new SettlementFigures.ProductLine(
                        "weihai-2020", "supplementary-medical", 0, 0, 0, 0, 0, Map.of()));
    }

    private static long basic(SettlementFigures.ProductLine line) {
        return line.amountsFen().getOrDefault("basic_paid", 0L);
    }

    @Test
    void thePageLeadsToItsBills() {
        settled(ward.insured(LocalDate.of(2020, 1, 1)), 1_200_000, 1_000_000, 550_000);
        Browser clerk = Browser.signedIn(office, "ward-city");
        String page = clerk.get("/dashboard?year=2020").body();
        assertTrue(page.contains("/dashboard/bills?year=2020&amp;category=&amp;amount=basic_paid"), page);
        String bills = clerk.get("/dashboard/bills?year=2020&category=&amount=basic_paid")
                .body();
        assertTrue(bills.contains("/settlements/"), bills);
    }
}
