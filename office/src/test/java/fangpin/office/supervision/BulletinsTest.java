package fangpin.office.supervision;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static fangpin.office.supervision.WatchedCounty.TODAY;
import static fangpin.office.supervision.WatchedCounty.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.appropriation.BudgetLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The monthly bulletin: how each division stands, and that what was issued stays. */
class BulletinsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Bulletins bulletins = office.part(Bulletins.class);

    @Test
    void whatWasIssuedKeepsItsFigures() {
        WatchedCounty here = new WatchedCounty(office, "371055");
        BudgetLine line = here.given(100_000);
        BudgetLine programme = here.programme(line, 40_000);
        here.paid(programme, "一季度", List.of(here.row(here.person(true), here.card(), 10_000)));
        LocalDate late = LocalDate.of(2020, 6, 30);
        done(office.part(FindingRuns.class).run(here.finance, late));
        Bulletins.Row row = bulletins.today(here.finance, YEAR, late).getFirst();
        assertEquals(here.county.path, row.place());
        assertEquals(
                List.of(100_000L, 40_000L, 10_000L), List.of(row.investedFen(), row.allocatedFen(), row.paidFen()));
        assertEquals(400, row.allocatedPermille());
        assertTrue(row.late() > 0 && row.findings() > 0, row::toString);
        assertEquals(0, row.overdue());
        refused(SupervisionRefusal.NO_RIGHT, bulletins.issue(here.auditor, YEAR, late));
        long id = done(bulletins.issue(here.finance, YEAR, late));
        refused(SupervisionRefusal.KNOWN_BULLETIN, bulletins.issue(here.finance2, YEAR, late));
        here.programme(line, 60_000);
        assertEquals(List.of(row), bulletins.rows(here.finance, id));
        assertEquals(
                100_000, bulletins.today(here.finance, YEAR, late).getFirst().allocatedFen());
        Browser browser = Browser.signedIn(office, "watch-371055");
        String page = browser.get("/fund-bulletin/" + id).body();
        assertTrue(page.contains("40.0%") && page.contains("财政专项扶贫资金使用情况的通报"), page);
        assertTrue(browser.get("/fund-bulletin/" + id + "?as=pdf").body().startsWith("%PDF"));
        assertTrue(browser.get("/fund-bulletin/" + id + "?as=docx").body().startsWith("PK"));
        assertTrue(browser.get("/fund-bulletin?as=xlsx").body().startsWith("PK"));
        assertTrue(browser.get("/fund-bulletin").statusCode() == 200 && TODAY.isBefore(late));
    }
}
