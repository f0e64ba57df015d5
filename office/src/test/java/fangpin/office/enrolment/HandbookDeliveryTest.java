package fangpin.office.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The delivery of handbooks as a clerk of the county records it. */
class HandbookDeliveryTest {
    private final RunningOffice office = RunningOffice.get();

    /** It had been recorded as of today: a handbook that was handed over on a day which nobody said. */
    @Test
    void aDayThatIsNoneIsAskedForAgain() {
        InsuredCounty county = new InsuredCounty(office, "371039");
        InsuredCounty.Made made = county.person(county.upperVillage, "丁手册");
        county.change("""
                insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, entered_by, approved_by)
                values (?, ?, 'weihai-2020', 'accident', 'policy-beneficiary', 'WH3 §2b', '2020-01-01', '2199-01-01', 1, 2)
                """, county.upperVillage, made.id());
        Browser clerk = Browser.signedIn(office, "enrol-371039");
        String person = Long.toString(made.id());
        Map<String, String> form = Map.of(
                "pack",
                InsuredCounty.PACK,
                "path",
                county.upperVillage,
                "person",
                person,
                "receiver",
                "keeper",
                "keeper",
                "丁保管",
                "briefed",
                "true",
                "on",
                "2026-02-03");
        for (String typed : new String[] {"", "0202-02-03", "2026-02-30", "昨天"}) {
            Map<String, String> changed = new HashMap<>(form);
            changed.put("on", typed);
            HttpResponse<String> answer = clerk.post("/handbooks/deliver", changed);
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains(typed.isEmpty() ? "请填日期" : "“" + typed + "”不能作日期"), typed);
            for (String kept : new String[] {
                "value=\"" + person + "\" checked",
                "value=\"keeper\" selected",
                "value=\"丁保管\"",
                "value=\"true\" checked"
            }) {
                assertTrue(answer.body().contains(kept), kept);
            }
        }
        HttpResponse<String> done = clerk.post("/handbooks/deliver", form);
        assertTrue(clerk.get(Browser.location(done)).body().contains("2026-02-03"));
    }
}
