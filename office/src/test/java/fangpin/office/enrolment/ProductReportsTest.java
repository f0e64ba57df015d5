package fangpin.office.enrolment;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** LS §5: counts per product go up from the county, as they were on a day, and are received by the city. */
class ProductReportsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);

    private final RunningOffice office = RunningOffice.get();
    private final ProductReports reports = office.part(ProductReports.class);

    private static void cover(InsuredCounty county, String name, String product) {
        InsuredCounty.Made made = county.person(county.upperVillage, name);
        county.change("""
                insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, entered_by, approved_by)
                values (?, ?, 'weihai-2020', ?, 'policy-beneficiary', 'WH3 §2b', '2020-01-01', '2021-01-01', 1, 2)
                """, county.upperVillage, made.id(), product);
    }

    private List<ProductReports.Report> of(Actor actor, InsuredCounty county) {
        return reports.reports(actor).stream()
                .filter(one -> one.path().equals(county.path))
                .toList();
    }

    @Test
    void aCountySendsWhatIsAndTheCityReceivesIt() {
        InsuredCounty county = new InsuredCounty(office, "371031");
        cover(county, "丁一", "accident");
        cover(county, "丁二", "accident");
        cover(county, "丁三", "supplementary-medical");
        Actor city =
                office.account("counts-city", "371000", Role.POVERTY_OFFICE).actor();
        refused(EnrolmentRefusal.NO_RIGHT, reports.send(city, DAY, DAY));
        refused(EnrolmentRefusal.BAD_DAY, reports.send(county.clerk, DAY.plusDays(1), DAY));
        refused(EnrolmentRefusal.NOTHING_TO_SEND, reports.send(county.clerk, LocalDate.of(2019, 1, 1), DAY));
        assertEquals(2L, done(reports.send(county.clerk, DAY, DAY)));
        List<ProductReports.Report> sent = of(city, county);
        assertEquals(
                List.of("accident 2", "supplementary-medical 1"),
                sent.stream().map(one -> one.product() + " " + one.persons()).toList());
        long first = sent.getFirst().id();
        refused(EnrolmentRefusal.NOT_YOUR_PLACE, reports.receive(county.clerk, first, DAY));
        InsuredCounty other = new InsuredCounty(office, "371032");
        refused(EnrolmentRefusal.NOT_FOUND, reports.receive(other.clerk, first, DAY));
        done(reports.receive(city, first, DAY));
        refused(EnrolmentRefusal.CHANGED_MEANWHILE, reports.receive(city, first, DAY));

        cover(county, "丁四", "accident");
        assertEquals(2, of(city, county).getFirst().persons(), "what was sent stands");
        done(reports.send(county.clerk, DAY, DAY));
        assertEquals(3, of(city, county).getFirst().persons());
        assertEquals(
                2, reports.history(city, county.path, "weihai-2020", "accident").size());
    }

    @Test
    void thePageShowsWhatChangedSinceAndGivesExcel() {
        InsuredCounty county = new InsuredCounty(office, "371033");
        cover(county, "丁五", "accident");
        Browser clerk = Browser.signedIn(office, "enrol-371033");
        assertEquals(
                303, clerk.post("/product-counts", Map.of("day", "2020-06-01")).statusCode());
        cover(county, "丁六", "accident");
        String page = clerk.get("/product-counts?day=2020-06-01").body();
        assertTrue(page.contains("+1"), page);
        assertTrue(page.contains("/insured?product=weihai-2020.accident"), page);
        assertEquals(200, clerk.get("/exports/product-counts?day=2020-06-01").statusCode());
    }
}
