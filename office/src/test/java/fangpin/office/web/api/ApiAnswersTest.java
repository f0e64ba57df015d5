package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Right;
import fangpin.office.register.Neighbourhood;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a bureau's program gets: masked persons, counts, clauses, a roster from its sending to its rejected rows, limits that are told. */
class ApiAnswersTest {
    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Program program = Program.of(office, Neighbourhood.EAST, ApiTokens.ALLOWED.toArray(Right[]::new));

    @Test
    void aPersonIsFoundByNumberHouseholdAndNameAndShownMasked() {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 2, true).getFirst();
        String number = ApiCases.valid("37199919500301777");
        place.number(person, number);
        JsonNode found = program.post("/api/v1/persons/search", "{\"idNumber\":\"" + number + "\"}")
                .body()
                .at("/items/0");
        assertEquals(person, found.get("id").asLong());
        assertEquals("丛*山", found.get("name").asString());
        assertEquals(
                "371999********" + number.substring(14), found.get("idNumber").asString());
        String household = found.get("household").asString();
        assertEquals(
                2,
                program.post("/api/v1/persons/search", "{\"household\":\"" + household + "\"}")
                        .body()
                        .get("items")
                        .size());
        assertTrue(program.post("/api/v1/persons/search", "{\"name\":\"丛大\",\"limit\":200}")
                        .body()
                        .get("items")
                        .size()
                > 0);
        for (String path : List.of("/api/v1/persons/" + person, "/api/v1/persons/" + person + "/timeline")) {
            String text = program.get(path).text();
            assertFalse(text.contains(number) || text.contains("丛大山") || text.contains("1950-03"), text);
        }
        JsonNode file =
                program.get("/api/v1/persons/" + person + "?day=2015-12-31").body();
        assertEquals(0, file.at("/person/statuses").size(), "nobody had a status before 2016");
        assertEquals(65, file.at("/person/age").asInt());
        assertEquals("2016-01-01", file.at("/periods/0/from").asString());
        assertEquals("policy-beneficiary", file.at("/periods/0/status").asString());
    }

    @Test
    void headcountsAreOfTheDayAskedFor() {
        place.household(Neighbourhood.LOWER_VILLAGE, 3, true);
        String asked = "/api/v1/headcounts?place=" + Neighbourhood.EAST_TOWN + "&day=";
        assertEquals(0, program.get(asked + "2015-12-31").body().get("cells").size());
        assertTrue(program.get(asked + "2016-01-01")
                        .body()
                        .get("cells")
                        .valueStream()
                        .filter(cell -> cell.get("place").asString().equals(Neighbourhood.LOWER_VILLAGE)
                                && cell.get("measure").asString().equals("policy-beneficiary"))
                        .mapToLong(cell -> cell.get("persons").asLong())
                        .sum()
                >= 3);
        assertEquals(
                2,
                program.get("/api/v1/divisions?under=" + Neighbourhood.EAST_TOWN)
                        .body()
                        .get("items")
                        .size());
        assertEquals(
                "东镇",
                program.get("/api/v1/division?place=" + Neighbourhood.EAST_TOWN)
                        .body()
                        .get("nameChinese")
                        .asString());
        assertEquals(
                Neighbourhood.EAST,
                program.get("/api/v1/client").body().get("place").asString());
    }

    @Test
    void theLawIsReadWordForWord() {
        JsonNode packs = program.get("/api/v1/policies").body().get("items");
        assertTrue(packs.size() >= 5);
        String pack = packs.get(0).get("id").asString();
        assertEquals(packs.get(0), program.get("/api/v1/policies/" + pack).body());
        JsonNode clause = program.get("/api/v1/policies/" + pack + "/clauses?limit=1")
                .body()
                .at("/items/0");
        String id = java.net.URLEncoder.encode(clause.get("id").asString(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(clause, program.get("/api/v1/clause?id=" + id).body());
    }

    @Test
    void aRosterIsSentCheckedAndItsRejectedRowsFetchedByItsSenderOnly() throws InterruptedException {
        String address =
                ApiCases.roster(program, UUID.randomUUID().toString(), "赵六").header("Location");
        JsonNode roster = program.get(address).body();
        assertEquals("received", roster.get("stage").asString());
        assertEquals(0, roster.get("missing").size());
        assertEquals(201, program.post(address + "/check", "").status());
        for (int i = 0; i < 100 && roster.get("stage").asString().equals("received"); i++) {
            Thread.sleep(100);
            roster = program.get(address).body();
        }
        assertEquals("checked", roster.get("stage").asString(), roster.toString());
        assertEquals(1, roster.at("/counts/added").asInt());
        assertEquals(1, roster.at("/counts/rejected").asInt());
        JsonNode rejected = program.get(address + "/rejected").body().at("/items/0");
        assertEquals("id-length", rejected.get("fault").asString());
        assertEquals(1, rejected.get("column").asInt());
        assertEquals(
                "METHOD_NOT_ALLOWED", program.get(address + "/rejected.xlsx").reason());
        for (String unsaid :
                List.of("{\"purpose\":\"改\",\"receiver\":\"镇扶贫办\"}", "{\"purpose\":\"改正退回行\",\"receiver\":\" \"}")) {
            Program.Reply refused = program.post(address + "/rejected.xlsx", unsaid);
            assertEquals(422, refused.status());
            assertEquals("PURPOSE_MISSING", refused.reason());
        }
        String purpose = "{\"purpose\":\"改正退回行\",\"receiver\":\"镇扶贫办\"}";
        Program.Reply file = program.post(address + "/rejected.xlsx", purpose);
        assertEquals(200, file.status());
        assertEquals(
                List.of("改正退回行 镇扶贫办 1"),
                office.part(ExportPurposes.class).page(Program.maker(office), null, 100).stream()
                        .map(ExportPurposes.Line::export)
                        .filter(one ->
                                one.what().equals("roster-rejected/" + address.substring(address.lastIndexOf('/') + 1)))
                        .map(one -> one.purpose() + " " + one.receiver() + " " + one.rows())
                        .toList());
        assertEquals("PK", file.text().substring(0, 2));
        Program other = Program.of(office, Neighbourhood.EAST, Right.REGISTER_IMPORT);
        assertEquals(
                "NOT_THE_SENDER",
                other.post(address + "/rejected.xlsx", purpose).reason());
        assertEquals("WRONG_STAGE", program.post(address + "/check", "").reason());
        assertEquals(201, program.post(address + "/cancellation", "").status());
        assertEquals("cancelled", program.get(address).body().get("stage").asString());
    }

    @Test
    void everyAnswerSaysWhatIsLeftOfTheMinuteAndARefusedOneWhenToComeAgain() {
        Program seldom = Program.of(office, Neighbourhood.EAST, 3, Right.POLICY_READ);
        for (int left = 2; left >= 0; left--) {
            Program.Reply reply = seldom.get("/api/v1/client");
            assertEquals(200, reply.status());
            assertEquals("\"token\";q=3;w=60", reply.header("RateLimit-Policy"));
            assertTrue(
                    reply.header("RateLimit").matches("\"token\";r=" + left + ";t=[0-9]+"), reply.header("RateLimit"));
            assertEquals("", reply.header("Retry-After"));
        }
        Program.Reply refused = seldom.get("/api/v1/client");
        assertEquals(429, refused.status());
        assertEquals("TOO_MANY_REQUESTS", refused.reason());
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 15 && wait <= 20, "a third of a minute: " + wait);
        assertTrue(refused.header("RateLimit").startsWith("\"token\";r=0;"));
        assertEquals(
                200,
                Program.of(office, Neighbourhood.EAST, 3, Right.POLICY_READ)
                        .get("/api/v1/client")
                        .status(),
                "one program's haste is not another's");
    }
}
