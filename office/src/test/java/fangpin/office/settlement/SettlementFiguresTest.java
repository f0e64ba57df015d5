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
        Bill first = settled(one, 1_200_000, 1_000_000, 550_000);
        Bill second = settled(two, 500_000, 400_000, 400_000);
        Bill gone = settled(two, 900_000, 800_000, 100_000);
        assertTrue(
                office.part(Settlements.class).cancel(ward.firstDesk, gone.id(), 1, "录错", Ward.TODAY)
                        instanceof Answer.Done<Bill>);
        List<SettlementFigures.ClassLine> classes = figures.classes(ward.city, FROM, until, 10);
        assertEquals(1, classes.size());
        SettlementFigures.ClassLine line = classes.getFirst();
        assertEquals("policy-beneficiary", line.category());
        assertEquals(2, line.persons());
        assertEquals(2, line.bills());
        assertEquals(1_400_000, line.eligibleFen());
        assertEquals(first.latest().selfFen() + second.latest().selfFen(), line.selfFen());
        assertEquals(0, line.above(), "the product keeps the year's burden below ten percent");
        SettlementFigures.ProductLine product =
                figures.products(ward.city, FROM, until).getFirst();
        assertEquals(1_700_000, product.totalFen());
        assertEquals(950_000L, product.amountsFen().get("basic_paid"));
        assertEquals(first.latest().paidFen() + second.latest().paidFen(), product.paidFen());
        assertEquals(
                product.totalFen(),
                product.amountsFen().getOrDefault("basic_paid", 0L)
                        + product.paidFen()
                        + product.selfFen()
                        + product.ineligibleFen(),
                "who paid sums to the total");
        List<SettlementFigures.Line> behind =
                figures.bills(ward.city, FROM, until, "policy-beneficiary", "basic_paid", 10);
        assertEquals(
                List.of(first.id(), second.id()),
                behind.stream().map(SettlementFigures.Line::bill).toList());
        assertEquals(550_000, behind.getFirst().amountFen());
        assertEquals(
                2,
                figures.waiting(ward.city, FROM, until).unpaid()
                        + figures.waiting(ward.city, FROM, until).paid());
        assertEquals(List.of(), figures.classes(ward.secondDesk, FROM, until, 10), "another hospital's bills");
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
