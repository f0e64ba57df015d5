package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.database.DataFolder;
import fangpin.office.database.internal.Preparation;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Year accounts every night and from a terminal; settlements whose cover changed later. */
class YearChecksTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);
    private static final String COUNTY = "370000/371000/371082/";

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final Actor clerk =
            office.account("year-clerk", "371082", Role.MEDICAL_SECURITY).actor();

    private Bill settled(String person) {
        return done(settlements.settle(
                ward.firstDesk, ward.first.id(), ward.bill(person, "2020-05-10", 12000, 10000, 5500), TODAY));
    }

    @Test
    void theNightFindsWhatDoesNotAgreeAndSoDoesTheTerminal() throws Exception {
        Bill bill = settled(ward.insured(YEAR));
        assertEquals(List.of(), night());
        try (Connection owner = Preparation.connect(
                        office.database().url(), office.database().owner());
                Statement statement = owner.createStatement()) {
            statement.execute("update settlement.decision set paid_fen = paid_fen + 1 where bill_id = " + bill.id());
            assertEquals(List.of(bill.id()), night());
            assertEquals(
                    List.of(new YearAccounts.Disagreement(bill.id(), 350_002, 350_001)),
                    terminal().disagreements());
            Browser browser = Browser.signedIn(office, "year-clerk");
            assertTrue(browser.get("/").body().contains("昨晚复算年度账户，不符 1 笔"));
            assertTrue(browser.get("/settlements/recompute").body().contains("/settlements/" + bill.id()));
            statement.execute("update settlement.decision set paid_fen = paid_fen - 1 where bill_id = " + bill.id());
        }
        assertEquals(List.of(), night());
        assertEquals(List.of(), terminal().disagreements());
        assertTrue(terminal().bills() > 0);
    }

    private List<Long> night() {
        YearChecks checks = office.part(YearChecks.class);
        checks.run();
        return checks.latest(clerk).stream()
                .filter(one -> one.path().equals(COUNTY))
                .findFirst()
                .orElseThrow()
                .firstBills();
    }

    private YearAccounts.Recomputation terminal() throws Exception {
        return YearCheck.run(
                office.database(), DataFolder.beside(office.folder()).keys());
    }

    @Test
    void aSettlementWhoseCoverWasTakenBackIsLookedInto() {
        String person = ward.insured(YEAR);
        Bill bill = settled(person);
        Bill other = settled(ward.insured(YEAR));
        Touched touched = office.part(Touched.class);
        ward.uncover(person);
        List<Long> open = touched.open(clerk, 999).stream().map(Bill::id).toList();
        assertTrue(open.contains(bill.id()) && !open.contains(other.id()), open::toString);
        assertTrue(Browser.signedIn(office, "year-clerk")
                .get("/settlements/touched")
                .body()
                .contains(bill.billNumber()));
        refused(SettlementRefusal.NO_RIGHT, touched.stands(ward.firstDesk, bill.id(), "已核", TODAY));
        refused(SettlementRefusal.REASON_MISSING, touched.stands(clerk, bill.id(), " ", TODAY));
        done(touched.stands(clerk, bill.id(), "出院当日仍在保，更正有误", TODAY));
        refused(SettlementRefusal.CHANGED_MEANWHILE, touched.stands(clerk, bill.id(), "已核", TODAY));
        assertTrue(touched.open(clerk, 999).stream().noneMatch(one -> one.id() == bill.id()));
    }

    private static void refused(SettlementRefusal reason, Answer<?> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
