package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.supervision.WatchedCounty.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Actor;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.enrolment.InsuredCounty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Findings: what the rules find, that the same matter is found once, and that it takes two persons to close one. */
class FindingsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Findings findings = office.part(Findings.class);
    private final FindingRuns runs = office.part(FindingRuns.class);

    private List<Finding> all(WatchedCounty here, boolean gone) {
        return findings.list(here.finance, new Findings.Query(here.county.path, null, null, null, null, gone, 0, 1000));
    }

    /** Rules by how often each found something that is there now. */
    private Map<String, Long> found(WatchedCounty here, LocalDate day) {
        done(runs.run(here.finance, day));
        Map<String, Long> counts = new TreeMap<>();
        all(here, false).forEach(one -> counts.merge(one.rule().word(), 1L, Long::sum));
        return counts;
    }

    private Finding one(WatchedCounty here, FindingRule rule) {
        return all(here, true).stream()
                .filter(one -> one.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachRuleFindsWhatItLooksForAndNothingElse() {
        WatchedCounty here = new WatchedCounty(office, "371041");
        assertEquals(Map.of(), found(here, TODAY));
        BudgetLine line = here.given(1_000_000);
        BudgetLine programme = here.programme(line, 500_000);
        InsuredCounty.Made good = here.person(true);
        here.arrived(line, 30_000, "到-371041");
        here.paid(programme, "一季度", List.of(here.row(good, here.card(), 30_000)));
        assertEquals(Map.of(), found(here, TODAY), "30 days are not over, all that was paid had arrived");
        String shared = here.card();
        InsuredCounty.Made stranger = here.person(false);
        here.paid(
                programme,
                "二季度",
                List.of(
                        here.row(stranger, here.card(), 100),
                        here.row(here.person(true), shared, 100),
                        here.row(here.person(true), shared, 100)));
        BudgetLine other = here.programme(here.given(10_000), 10_000);
        here.paid(other, "一季度", List.of(here.row(good, here.card(), 30)));
        here.approved(other, "现金慰问", true, List.of(here.row(here.person(true), here.card(), 40)));
        assertEquals(
                Map.of(
                        "cash", 1L,
                        "late", 1L,
                        "more-than-arrived", 2L,
                        "nearly-late", 1L,
                        "not-registered", 1L,
                        "paid-twice", 1L,
                        "shared-account", 1L),
                found(here, LocalDate.of(2020, 5, 16)));
        assertEquals(2L, found(here, LocalDate.of(2020, 5, 21)).get("late"));
        Map<String, Long> after = found(here, LocalDate.of(2021, 4, 20));
        assertEquals(3L, after.get("idle-one-year"));
        assertFalse(after.containsKey("nearly-late"));
        assertEquals(3L, found(here, LocalDate.of(2022, 4, 20)).get("idle-two-years"));
        Finding late = one(here, FindingRule.LATE);
        assertEquals("WH6 §3.1", late.clause());
        assertEquals(here.county.path, late.path());
        assertEquals(500_000, late.amountFen());
        assertEquals(
                2,
                findings.payments(here.finance, one(here, FindingRule.SHARED_ACCOUNT), 10)
                        .size());
        assertEquals(
                2,
                findings.payments(here.finance, one(here, FindingRule.PAID_TWICE), 10)
                        .size());
        assertEquals(30_030, one(here, FindingRule.PAID_TWICE).amountFen());
    }

    @Test
    void theSameMatterStaysOneFindingAndWhatIsNoLongerSoIsMarked() {
        WatchedCounty here = new WatchedCounty(office, "371042");
        BudgetLine line = here.given(50_000);
        BudgetLine programme = here.programme(line, 50_000);
        here.paid(programme, "一季度", List.of(here.row(here.person(true), here.card(), 20_000)));
        found(here, TODAY);
        long id = one(here, FindingRule.MORE_THAN_ARRIVED).id();
        found(here, TODAY.plusDays(1));
        Finding again = one(here, FindingRule.MORE_THAN_ARRIVED);
        assertEquals(id, again.id());
        assertEquals(TODAY, again.foundOn());
        assertEquals(TODAY.plusDays(1), again.lastFoundOn());
        assertEquals(TODAY.plusDays(15), again.dueOn());
        here.arrived(line, 20_000, "到-371042");
        found(here, TODAY.plusDays(2));
        assertEquals(TODAY.plusDays(2), one(here, FindingRule.MORE_THAN_ARRIVED).goneOn());
        assertEquals(List.of(), all(here, false));
        here.paid(programme, "二季度", List.of(here.row(here.person(true), here.card(), 1)));
        found(here, TODAY.plusDays(3));
        Finding back = one(here, FindingRule.MORE_THAN_ARRIVED);
        assertEquals(id, back.id());
        assertNull(back.goneOn());
        assertEquals(1, back.amountFen());
    }

    @Test
    void whoPutItRightDoesNotCloseIt() {
        WatchedCounty here = new WatchedCounty(office, "371043");
        BudgetLine programme = here.programme(here.given(50_000), 50_000);
        here.paid(programme, "一季度", List.of(here.row(here.person(true), here.card(), 20_000)));
        found(here, TODAY);
        long id = one(here, FindingRule.MORE_THAN_ARRIVED).id();
        Actor maker = here.finance;
        assertTrue(findings.waiting(maker, 100).stream().anyMatch(one -> one.id() == id));
        refused(SupervisionRefusal.NO_RIGHT, findings.rectify(here.auditor, id, "已登记到账", TODAY));
        refused(SupervisionRefusal.WORDS_MISSING, findings.rectify(maker, id, " ", TODAY));
        refused(SupervisionRefusal.NOT_RECTIFIED, findings.close(here.finance2, id, "看过", TODAY));
        refused(
                SupervisionRefusal.NOT_FOUND,
                findings.rectify(new WatchedCounty(office, "371044").finance, id, "别县", TODAY));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        done(findings.attach(maker, id, "回单.png", png, Instant.EPOCH));
        assertEquals(1, findings.files(here.auditor, id).size());
        done(findings.rectify(maker, id, "已补登到账", TODAY));
        assertFalse(findings.waiting(maker, 100).stream().anyMatch(one -> one.id() == id));
        refused(AccessRefusal.SAME_PERSON, findings.close(maker, id, "自己看过", TODAY));
        done(findings.sendBack(here.finance2, id, "回单看不清", TODAY));
        assertEquals(
                Finding.State.OPEN, one(here, FindingRule.MORE_THAN_ARRIVED).state());
        done(findings.rectify(maker, id, "换了清楚的回单", TODAY));
        Finding closed = done(findings.close(here.finance2, id, "相符", TODAY));
        assertEquals(Finding.State.CLOSED, closed.state());
        refused(SupervisionRefusal.CHANGED_MEANWHILE, findings.close(here.finance2, id, "再销", TODAY));
        found(here, TODAY.plusDays(1));
        assertEquals(
                Finding.State.CLOSED, one(here, FindingRule.MORE_THAN_ARRIVED).state(), "closed stays closed");
        assertEquals(
                List.of("rectified", "returned", "rectified", "closed"),
                findings.steps(here.auditor, id).stream()
                        .map(Finding.Step::what)
                        .toList());
        Browser browser = Browser.signedIn(office, "watch-371043-audit");
        String page = browser.get("/fund-findings/" + id).body();
        assertTrue(page.contains("回单看不清") && page.contains("已销号") && !page.contains("提交整改"), page);
        assertTrue(browser.get("/fund-findings?rule=more-than-arrived&state=closed")
                .body()
                .contains("支出多于到账"));
        assertEquals(
                403,
                browser.post("/fund-findings/" + id + "/close", Map.of("said", "x"))
                        .statusCode());
        assertEquals(200, browser.get("/fund-findings/export?gone=shown").statusCode());
    }
}
