package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.Workbooks;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cost control: what stands out comes first, each figure is the sum of its bills, a check is made once and closed with a note. */
class CostsTest {
    private static final LocalDate MONTH = LocalDate.of(2020, 2, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);

    @TempDir
    Path folder;

    private final Settlements settlements = office.part(Settlements.class);
    private final Costs costs = office.part(Costs.class);
    private final Actor clerk =
            office.account("cost-clerk", "371082", Role.MEDICAL_SECURITY).actor();

    /** A hospital of its own, so that other tests' bills are not in its figures. */
    private Hospital hospital(String code) {
        Actor system = office.account("cost-system", "371000", Role.SYSTEM_ADMINISTRATOR)
                .actor();
        return done(office.part(Hospitals.class).add(system, "370000/371000/371082/", code, "费用" + code, ""));
    }

    private Bill settled(Hospital hospital, Actor desk, String person, long total, long eligible) {
        return done(settlements.settle(
                desk, hospital.id(), ward.bill(person, "2020-02-10", total, eligible, eligible / 2), TODAY));
    }

    @Test
    void whatStandsOutComesFirstAndLeadsToItsBills() {
        String dear = ward.insured(LocalDate.of(2020, 1, 1));
        String plain = ward.insured(LocalDate.of(2020, 1, 1));
        Hospital one = hospital("cost1");
        Hospital two = hospital("cost2");
        Actor desk = office.account("cost-desk", "371082", Role.HOSPITAL).actor();
        Bill worst = settled(one, desk, dear, 10_000, 6_000);
        Bill gone = settled(one, desk, dear, 90_000, 1_000);
        done(settlements.cancel(desk, gone.id(), 1, "错单", TODAY));
        settled(two, desk, plain, 10_000, 9_500);
        List<Costs.Line> lines = costs.lines(clerk, Costs.By.HOSPITAL, MONTH, 99).stream()
                .filter(line -> List.of(one.id(), two.id()).contains(line.subject()))
                .toList();
        assertEquals(
                List.of(one.id(), two.id()),
                lines.stream().map(Costs.Line::subject).toList());
        Costs.Line first = lines.getFirst();
        assertEquals(1, first.bills(), "a cancelled bill does not count");
        assertEquals(400_000, first.ineligibleFen());
        assertEquals(400, first.ineligiblePermille());
        CostLimits limits = office.part(CostLimits.class);
        assertTrue(limits.standsOut(first));
        assertFalse(limits.standsOut(lines.get(1)));
        assertEquals(
                List.of(worst.id()),
                costs.bills(clerk, Costs.By.PERSON, worst.personId(), MONTH, 9).stream()
                        .map(Bill::id)
                        .toList());
        checkedOnceAndClosed(first);
        Browser browser = Browser.signedIn(office, "cost-clerk");
        assertTrue(browser.get("/costs?month=2020-02").body().contains("40.0%"));
        assertTrue(browser.get("/costs/bills?month=2020-02&person=" + worst.personId())
                .body()
                .contains(worst.billNumber()));
        List<List<String>> rows =
                Workbooks.given(browser, "/exports/costs?month=2020-02&by=person", folder.resolve("costs.xlsx"));
        assertEquals(
                List.of("人员", "账单数", "总费用", "目录外", "目录外占比"), rows.getFirst().subList(0, 5));
        assertTrue(
                rows.stream().anyMatch(row -> row.subList(1, 5).equals(List.of("1", "10000", "4000", "40.0%"))),
                rows.toString());
    }

    @Test
    void aMonthIsAlsoSeenByDepartment() {
        Hospital one = hospital("cost3");
        Actor desk = office.account("cost-desk", "371082", Role.HOSPITAL).actor();
        String person = ward.insured(LocalDate.of(2020, 1, 1));
        Bill heart = treated(one, desk, person, "心内科", 10_000, 6_000);
        treated(one, desk, person, " 骨科 ", 10_000, 9_500);
        treated(one, desk, person, "", 10_000, 9_500);
        List<Costs.Line> lines = costs.lines(clerk, Costs.By.DEPARTMENT, MONTH, 999).stream()
                .filter(line -> line.nameChinese().startsWith("费用cost3"))
                .toList();
        assertEquals(
                List.of("费用cost3 · 心内科 1 400000", "费用cost3 · 骨科 1 50000"),
                lines.stream()
                        .map(line -> line.nameChinese() + " " + line.bills() + " " + line.ineligibleFen())
                        .toList());
        long department = lines.getFirst().subject();
        assertEquals(
                List.of(heart.id()),
                costs.bills(clerk, Costs.By.DEPARTMENT, department, MONTH, 9).stream()
                        .map(Bill::id)
                        .toList());
        done(costs.check(clerk, Costs.By.DEPARTMENT, department, MONTH, TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, costs.check(clerk, Costs.By.DEPARTMENT, department, MONTH, TODAY));
        Costs.Check check = costs.checks(clerk, 1).getFirst();
        assertEquals("DEPARTMENT 费用cost3 · 心内科 " + department, check.by() + " " + check.name() + " " + check.subject());
        Browser browser = Browser.signedIn(office, "cost-clerk");
        assertTrue(browser.get("/costs?month=2020-02&by=department").body().contains("心内科"));
        assertTrue(browser.get("/costs/bills?month=2020-02&department=" + department)
                .body()
                .contains(heart.billNumber()));
        refused(
                SettlementRefusal.BAD_DEPARTMENT,
                settlements.settle(desk, one.id(), message(person, "科".repeat(31), 10_000, 6_000), TODAY));
    }

    private Bill treated(Hospital hospital, Actor desk, String person, String department, long total, long eligible) {
        return done(settlements.settle(desk, hospital.id(), message(person, department, total, eligible), TODAY));
    }

    private BillMessage message(String person, String department, long total, long eligible) {
        BillMessage plain = ward.bill(person, "2020-02-10", total, eligible, eligible / 2);
        return new BillMessage(
                plain.messageId(),
                plain.billNumber(),
                plain.idNumber(),
                plain.admittedOn(),
                plain.dischargedOn(),
                plain.amountsFen(),
                plain.words(),
                department);
    }

    private void checkedOnceAndClosed(Costs.Line line) {
        long id = done(costs.check(clerk, Costs.By.HOSPITAL, line.subject(), MONTH, TODAY));
        refused(
                SettlementRefusal.CHANGED_MEANWHILE,
                costs.check(clerk, Costs.By.HOSPITAL, line.subject(), MONTH, TODAY));
        refused(SettlementRefusal.REASON_MISSING, costs.close(clerk, id, " ", TODAY));
        refused(SettlementRefusal.NO_RIGHT, costs.close(ward.city, id, "用药合理", TODAY));
        done(costs.close(clerk, id, "用药合理", TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, costs.close(clerk, id, "用药合理", TODAY));
        refused(SettlementRefusal.NOT_FOUND, costs.check(clerk, Costs.By.PERSON, Long.MAX_VALUE, MONTH, TODAY));
    }

    private static void refused(SettlementRefusal reason, Answer<?> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
