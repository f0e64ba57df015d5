package fangpin.office.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Right;
import fangpin.office.enrolment.InsuredCounty;
import fangpin.office.web.api.Program;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A call centre's program: reports an accident once, reads how far it has come; nothing personal comes back. */
class ClaimApiTest {
    private static final Right[] REPORTS = {Right.CLAIM_READ, Right.CLAIM_REPORT};

    private final RunningOffice office = RunningOffice.get();
    private final Accidents accidents = Accidents.of(office);
    private final Program centre = Program.of(office, accidents.county.path, REPORTS);

    private static String report(String idNumber, String kind, String day, String more) {
        return """
                {"idNumber": "%s", "kind": "%s", "happenedOn": "%s", "place": "村口", "cause": "fall", "circumstances": "骑车摔倒",
                 "thirdParty": "none", "channel": "phone", "reporter": "本人", "phone": "13300000000"%s}
                """.formatted(idNumber, kind, day, more);
    }

    @Test
    void anAccidentIsReportedOnceAndReadAsFarAsItHasCome() {
        InsuredCounty.Made person = accidents.insured();
        String said = report(person.idNumber(), "medical", "2020-05-10", "");
        String key = UUID.randomUUID().toString();
        Program.Reply reported = centre.post("/api/v1/claims", said, key);
        assertEquals(201, reported.status(), reported::text);
        Program.Reply again = centre.post("/api/v1/claims", said, key);
        assertEquals(reported.body().get("id"), again.body().get("id"));
        String address = reported.body().get("address").asString();
        Program.Reply read = centre.get(address);
        assertEquals("reported", read.body().at("/line/stage").asString());
        assertEquals("2020-05-10", read.body().at("/line/happenedOn").asString());
        assertTrue(read.body().get("papers").size() > 1, read::text);
        assertFalse(read.text().contains(person.idNumber()), "no ID number comes back");
        assertFalse(read.text().contains("骑车"), "what was said stays in the office");
        assertTrue(centre.get("/api/v1/claims?open=true&limit=200")
                .text()
                .contains("\"id\":" + reported.body().get("id").asLong()));
        assertEquals(
                404,
                Program.of(office, accidents.county.lowerVillage, REPORTS)
                        .get(address)
                        .status());
        assertEquals(
                403,
                Program.of(office, accidents.county.path, Right.CLAIM_READ)
                        .post("/api/v1/claims", said)
                        .status());
    }

    @Test
    void whatIsWrongIsNamed() {
        InsuredCounty.Made person = accidents.insured();
        assertEquals(
                "UNKNOWN_PERSON",
                centre.post("/api/v1/claims", report("379999190001010019", "medical", "2020-05-10", ""))
                        .reason());
        assertEquals(
                "NOT_COVERED",
                centre.post("/api/v1/claims", report(person.idNumber(), "medical", "2019-05-10", ""))
                        .reason());
        assertEquals(
                "BAD_DATE",
                centre.post("/api/v1/claims", report(person.idNumber(), "death", "2020-05-10", ""))
                        .reason());
    }
}
