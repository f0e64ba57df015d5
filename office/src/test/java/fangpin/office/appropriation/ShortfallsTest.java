package fangpin.office.appropriation;

import static fangpin.office.appropriation.FundedCity.PACK;
import static fangpin.office.appropriation.FundedCity.TODAY;
import static fangpin.office.appropriation.FundedCity.YEAR;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.AccessRefusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WH6 §2.2 end: where named purposes fall short, the district meets it, by a decision and with its own document. */
class ShortfallsTest {
    private final RunningOffice office = RunningOffice.get();
    private final Shortfalls shortfalls = office.part(Shortfalls.class);

    private static Shortfalls.Told told(String item, long fen) {
        return new Shortfalls.Told(PACK, YEAR, item, new Fen(fen), "53 人 × 2 学期 × 1500 元", "区政府专题会议纪要〔2020〕5号");
    }

    private String stands(FundedCity here) {
        return shortfalls.of(here.finance, YEAR).stream()
                .filter(one -> one.purpose().id().equals("rain-dew"))
                .map(one -> "came %d met %d due %d open %d paid %d"
                        .formatted(one.cameFen(), one.metFen(), one.dueFen(), one.openFen(), one.paidFen()))
                .findFirst()
                .orElse("nothing");
    }

    @Test
    void theDistrictMeetsWhatTheNamedPurposesLack() {
        FundedCity here = new FundedCity(office, "371015");
        assertEquals(
                List.of("provincial-insurance", "rain-dew", "filial-support", "home-repair"),
                shortfalls.choices(here.county.clerk).stream()
                        .map(one -> one.purpose().id())
                        .toList(),
                "what the sentence names, the two insurances as one; not the industry, not the microcredit");
        BudgetLine line = here.allocated("rain-dew", 100_000);
        here.programme(line, "rain-dew", 60_000);
        assertEquals("came 100000 met 0 due 0 open 0 paid 0", stands(here), "given to a programme it still came");
        refused(AppropriationRefusal.NO_RIGHT, shortfalls.state(here.finance, told("rain-dew", 159_000), TODAY));
        refused(
                AppropriationRefusal.UNKNOWN_ITEM,
                shortfalls.state(here.county.clerk, told("microcredit", 159_000), TODAY));
        refused(AppropriationRefusal.UNKNOWN_ITEM, shortfalls.state(here.cityOffice, told("rain-dew", 159_000), TODAY));
        refused(
                AppropriationRefusal.NO_SHORTFALL,
                shortfalls.state(here.county.clerk, told("rain-dew", 100_000), TODAY));
        long stated = done(shortfalls.state(here.county.clerk, told("rain-dew", 159_000), TODAY));
        refused(
                AppropriationRefusal.CHANGED_MEANWHILE,
                shortfalls.state(here.county.second, told("rain-dew", 160_000), TODAY));
        assertEquals("came 100000 met 0 due 0 open 0 paid 0", stands(here), "not before finance agrees");
        assertEquals(1, shortfalls.toAgree(here.finance));
        refused(AppropriationRefusal.NO_RIGHT, shortfalls.agree(here.county.second, stated, TODAY));
        done(shortfalls.agree(here.finance, stated, TODAY));
        refused(AppropriationRefusal.CHANGED_MEANWHILE, shortfalls.refuse(here.finance, stated, "晚了", TODAY));
        assertEquals("came 100000 met 0 due 59000 open 59000 paid 0", stands(here));
        putUp(here, 50_000);
        assertEquals("came 100000 met 50000 due 59000 open 9000 paid 0", stands(here));
        long more = done(shortfalls.state(here.county.clerk, told("rain-dew", 150_000), TODAY));
        done(shortfalls.agree(here.finance, more, TODAY));
        assertEquals("came 100000 met 50000 due 50000 open 0 paid 0", stands(here), "the later word counts");
    }

    private static void putUp(FundedCity here, long fen) {
        long id = done(here.documents.enter(
                here.finance,
                new FundDocuments.Told(
                        here.county.path,
                        PACK,
                        YEAR,
                        FundOrigin.DISTRICT,
                        "区级补足资金",
                        "补-" + here.county.path,
                        "2130599",
                        TODAY,
                        new Fen(fen),
                        List.of(new FundDocument.Item("rain-dew", fen))),
                TODAY));
        refused(AccessRefusal.SAME_PERSON, here.documents.confirm(here.finance, id, TODAY));
        done(here.documents.confirm(here.finance2, id, TODAY));
    }

    @Test
    void thePageStatesAgreesAndLeavesAsAWorkbook() {
        FundedCity here = new FundedCity(office, "371016");
        here.allocated("home-repair", 20_000);
        Browser clerk = Browser.signedIn(office, "enrol-371016");
        String form = clerk.get("/fund-shortfalls?year=2020").body();
        assertTrue(form.contains("提出不足") && form.contains("200.00"), form);
        assertEquals(
                422,
                clerk.post(
                                "/fund-shortfalls",
                                Map.of("purpose", PACK + "/home-repair", "year", "2020", "needed", "x", "basis", "1"))
                        .statusCode());
        assertEquals(
                303,
                clerk.post(
                                "/fund-shortfalls",
                                Map.of(
                                        "purpose",
                                        PACK + "/home-repair",
                                        "year",
                                        "2020",
                                        "needed",
                                        "300.00",
                                        "basis",
                                        "3 户，每户 100 元",
                                        "decision",
                                        "区政府会议纪要"))
                        .statusCode());
        Shortfall.Need waits = shortfalls.of(here.finance, YEAR).getFirst().proposed();
        Browser finance = Browser.signedIn(office, "fund-371016");
        assertTrue(finance.get("/fund-shortfalls?year=2020").body().contains("同意补足"));
        String agree =
                "/fund-shortfalls/" + java.util.Objects.requireNonNull(waits).id() + "/agree";
        assertEquals(403, clerk.post(agree, Map.of("year", "2020")).statusCode());
        assertEquals(303, finance.post(agree, Map.of("year", "2020")).statusCode());
        String agreed = finance.get("/fund-shortfalls?year=2020").body();
        assertTrue(agreed.contains("3 户，每户 100 元") && agreed.contains("登记本级资金"), agreed);
        assertEquals(200, finance.get("/fund-shortfalls/export?year=2020").statusCode());
        String entering = finance.get("/fund-documents/new?pack=" + PACK
                        + "&level=district&year=2020&amount=100.00&item-0=home-repair&amount-0=100.00")
                .body();
        assertTrue(entering.contains("value=\"100.00\""), "the form is filled by the address");
    }
}
