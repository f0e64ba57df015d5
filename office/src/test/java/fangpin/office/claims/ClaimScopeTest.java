package fangpin.office.claims;

import static fangpin.office.claims.Accidents.TODAY;
import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.InsuredCounty.Made;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which claims: a division its own, an insurer those of its contracts; pages print no ID number. */
class ClaimScopeTest {
    private final RunningOffice office = RunningOffice.get();
    private final Accidents accidents = Accidents.of(office);
    private final LossReports reports = office.part(LossReports.class);
    private final Claims claims = office.part(Claims.class);

    @Test
    void anInsurerReportsAndSeesItsOwnInsuredOnly() {
        Made own = accidents.insured();
        Made others = accidents.rivalsInsured();
        assertEquals(
                own.id(),
                done(reports.withIdNumber(accidents.handler, own.idNumber()))
                        .person()
                        .personId());
        refused(ClaimRefusal.UNKNOWN_PERSON, reports.withIdNumber(accidents.handler, others.idNumber()));
        refused(ClaimRefusal.UNKNOWN_PERSON, reports.withRecord(accidents.handler, others.id()));
        refused(
                ClaimRefusal.UNKNOWN_PERSON,
                reports.report(accidents.handler, Accidents.report(others.id(), Claim.Kind.MEDICAL, "fall"), TODAY));
        long id =
                done(reports.report(accidents.rival, Accidents.report(others.id(), Claim.Kind.MEDICAL, "fall"), TODAY));
        assertTrue(claims.find(accidents.rival, id).isPresent());
        assertTrue(claims.find(accidents.clerk, id).isPresent());
        assertTrue(claims.find(accidents.handler, id).isEmpty());
        assertEquals(0, rowsOf(accidents.handler, id), "the database itself shows nothing");
        assertEquals(1, rowsOf(accidents.rival, id));
        refused(
                ClaimRefusal.NOT_FOUND,
                office.part(ClaimPapers.class).receive(accidents.handler, id, List.of(PaperKind.IDENTITY), TODAY));
    }

    private long rowsOf(Actor actor, long claim) {
        return office.part(ScopedWork.class)
                .read(
                        actor,
                        () -> office.part(JdbcClient.class)
                                .sql("select count(*) from claims.claim where id = ?")
                                .param(claim)
                                .query(Long.class)
                                .single());
    }

    @Test
    void aHelperWorksForHisVillage() {
        Made near = accidents.insured();
        Made far = accidents.fartherInsured();
        long id =
                done(reports.report(accidents.helper, Accidents.report(near.id(), Claim.Kind.MEDICAL, "fall"), TODAY));
        refused(ClaimRefusal.UNKNOWN_PERSON, reports.withIdNumber(accidents.helper, far.idNumber()));
        long other =
                done(reports.report(accidents.handler, Accidents.report(far.id(), Claim.Kind.MEDICAL, "fall"), TODAY));
        assertTrue(claims.find(accidents.helper, id).isPresent());
        assertTrue(claims.find(accidents.helper, other).isEmpty());
        refused(
                ClaimRefusal.NO_RIGHT,
                office.part(ClaimFindings.class)
                        .pay(accidents.helper, id, List.of(Accidents.payee(Claim.Kind.MEDICAL))));
    }

    @Test
    void theWayThroughThePages() throws IOException {
        Made person = accidents.insured();
        Browser handler = Browser.signedIn(office, "claims-handler");
        assertEquals(200, handler.get("/claims/new").statusCode());
        assertEquals(
                422,
                handler.post("/claims/person", Map.of("idNumber", "379999190001010019"))
                        .statusCode());
        String found = handler.post("/claims/person", Map.of("idNumber", person.idNumber()))
                .body();
        assertTrue(found.contains("意外伤害保险") && !found.contains(person.idNumber()), found);
        Map<String, String> report = Map.ofEntries(
                Map.entry("person", Long.toString(person.id())),
                Map.entry("kind", "medical"),
                Map.entry("happenedOn", "2020-05-01"),
                Map.entry("place", "村口"),
                Map.entry("cause", "fire"),
                Map.entry("circumstances", "灶火引燃"),
                Map.entry("thirdParty", "none"),
                Map.entry("channel", "phone"),
                Map.entry("reporter", "本人"),
                Map.entry("phone", "13300000000"));
        var answer = handler.post("/claims", report);
        assertEquals(303, answer.statusCode(), answer::body);
        String papers = answer.headers().firstValue("Location").orElseThrow();
        String claim = papers.replace("/papers", "");
        assertTrue(handler.get(papers).body().contains("理赔资料告知单"));
        for (String page : List.of("/claims", claim, papers)) {
            assertEquals(200, handler.get(page).statusCode(), page);
            String english = handler.get(page, "Cookie", "language=en").body();
            assertFalse(english.contains(person.idNumber()), page);
        }
        assertEquals(404, handler.get(claim + "/notice").statusCode());
        assertEquals(403, handler.get("/claim-settings").statusCode());
        assertEquals(404, Browser.signedIn(office, "claims-rival").get(claim).statusCode());
        assertEquals(
                403,
                Browser.signedIn(office, "enrol-371076")
                        .post(claim + "/approve", Map.of("version", "0", "seen", "0"))
                        .statusCode());
    }
}
