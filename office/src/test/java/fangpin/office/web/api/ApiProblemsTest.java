package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Right;
import fangpin.office.register.Neighbourhood;
import fangpin.office.register.Refusal;
import fangpin.office.register.RosterFault;
import fangpin.office.web.Language;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent wrongly gets a status and a named reason, never 500, and nothing of what was sent comes back. */
class ApiProblemsTest {
    private static final String KEY = "00000000-0000-4000-8000-000000000002";
    private static final String MARK = "371999198003031234";

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Program program = Program.of(
            office,
            Neighbourhood.EAST,
            Right.REGISTER_READ,
            Right.REGISTER_WRITE,
            Right.REGISTER_IMPORT,
            Right.POLICY_READ);

    private Program.Reply send(String method, String path, String body, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
        all.put("Idempotency-Key", "00000000-0000-4000-8000-000000000001");
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        all.values().removeIf(String::isEmpty);
        return program.raw(method, path, body.isEmpty() ? null : body.getBytes(StandardCharsets.UTF_8), all);
    }

    private static void assertProblem(Program.Reply reply, int status, String reason) {
        assertEquals(status, reply.status(), reply.text());
        assertEquals(reason, reply.reason(), reply.text());
        assertEquals("application/problem+json", reply.header("Content-Type"));
        assertTrue(reply.body().get("type").asString().matches("urn:fangpin:problem:[a-z.-]+"), reply.text());
        assertFalse(reply.text().contains(MARK), reply.text());
        assertFalse(reply.text().contains("Exception") || reply.text().contains("fangpin.office"), reply.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '{'                                                                | 400 | MALFORMED_JSON      |
            'no json 371999198003031234'                                       | 400 | MALFORMED_JSON      |
            '{"day":"2020-01-01","day":"2020-01-02"}'                          | 400 | MALFORMED_JSON      |
            '{} {}'                                                            | 400 | MALFORMED_JSON      |
            ''                                                                 | 400 | BODY_MISSING        |
            'null'                                                             | 400 | BODY_MISSING        |
            '[]'                                                               | 400 | MALFORMED_JSON      |
            '"371999198003031234"'                                             | 400 | MALFORMED_JSON      |
            '{"371999198003031234":1}'                                         | 422 | FIELDS_WRONG        | /?
            '{"naem":"王"}'                                                    | 422 | FIELDS_WRONG        | /naem
            '{"day":"371999198003031234"}'                                     | 422 | FIELDS_WRONG        | /day
            '{"day":20200101}'                                                 | 422 | FIELDS_WRONG        | /day
            '{"day":"+999999999-12-31"}'                                       | 422 | FIELDS_WRONG        | /day
            '{"day":"2020-02-30"}'                                             | 422 | FIELDS_WRONG        | /day
            '{"status":"no-such-status"}'                                      | 422 | FIELDS_WRONG        | /status
            '{"status":0}'                                                     | 422 | FIELDS_WRONG        | /status
            '{"minimumAge":"60"}'                                              | 422 | FIELDS_WRONG        | /minimumAge
            '{"minimumAge":1.5}'                                               | 422 | FIELDS_WRONG        | /minimumAge
            '{"minimumAge":151}'                                               | 422 | FIELDS_WRONG        | /minimumAge
            '{"minimumAge":99999999999}'                                       | 422 | FIELDS_WRONG        | /minimumAge
            '{"limit":0}'                                                      | 422 | FIELDS_WRONG        | limit
            '{"limit":201}'                                                    | 422 | FIELDS_WRONG        | limit
            '{"name":"王"}'                                                    | 422 | FIELDS_WRONG        | /name
            '{"name":"王\\u0000兰"}'                                           | 422 | FIELDS_WRONG        | /name
            '{"name":"\\ud800兰"}'                                             | 422 | FIELDS_WRONG        | /name
            '{"name":{"a":1}}'                                                 | 422 | FIELDS_WRONG        | /name
            '{"name":"王兰","household":"1"}'                                  | 422 | FIELDS_WRONG        | /household
            '{"idNumber":"371999198003031234","limit":5,"place":"370000/"}'    | 422 | FIELDS_WRONG        | /idNumber
            '{"idNumber":"371999198003031234"}'                                | 422 | FIELDS_WRONG        | /idNumber
            '{"idNumber":"371999198013031234"}'                                | 422 | FIELDS_WRONG        | /idNumber
            '{"place":"1/2/"}'                                                 | 404 | NOT_FOUND           |
            """)
    void aSearchThatCannotBeReadNamesItsReason(String body, int status, String reason, String field) {
        Program.Reply reply = send("POST", "/api/v1/persons/search", body == null ? "" : body);
        assertProblem(reply, status, reason);
        assertEquals(
                field == null ? "" : field, reply.body().at("/fields/0/field").asString(""), reply.text());
    }

    /** Names and numbers are corrected at the desk, with the paper in hand. */
    @Test
    void aProgramDoesNotCorrectWhoSomebodyIs() {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 1, false).getFirst();
        Program.Reply reply = send("POST", "/api/v1/cases", """
                {"kind":"identity","persons":[%d],"reason":"姓名有误","foundBy":"data","effectiveOn":"2020-02-01"}""".formatted(person));
        assertProblem(reply, 422, "FIELDS_WRONG");
        assertEquals("/kind", reply.body().at("/fields/0/field").asString(""), reply.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/v1/none                                     | 404 | NO_SUCH_ADDRESS
            GET    | /api/none                                        | 404 | NO_SUCH_ADDRESS
            GET    | /api/v1/persons/999999999                        | 404 | NOT_FOUND
            GET    | /api/v1/persons/abc                              | 400 | PARAMETER_WRONG
            GET    | /api/v1/persons/99999999999999999999             | 400 | PARAMETER_WRONG
            GET    | /api/v1/persons/1?day=371999198003031234         | 400 | PARAMETER_WRONG
            GET    | /api/v1/persons/1?day=%2B999999999-12-31         | 400 | PARAMETER_WRONG
            GET    | /api/v1/persons/1?dya=2020-01-01                 | 400 | PARAMETER_UNKNOWN
            GET    | /api/v1/persons/1?371999198003031234=1           | 400 | PARAMETER_UNKNOWN
            GET    | /api/v1/persons/1?day=2020-01-01&day=2020-01-02  | 400 | PARAMETER_WRONG
            GET    | /api/v1/persons/1?day=%00                        | 400 | PARAMETER_WRONG
            GET    | /api/v1/headcounts?place=%00                     | 400 | PARAMETER_WRONG
            GET    | /api/v1/headcounts?place=x                       | 404 | NOT_FOUND
            GET    | /api/v1/cases?stage=nothing                      | 400 | PARAMETER_WRONG
            GET    | /api/v1/cases?open=maybe                         | 400 | PARAMETER_WRONG
            GET    | /api/v1/cases?limit=1e3                          | 400 | PARAMETER_WRONG
            GET    | /api/v1/instant-help?year=1                      | 422 | FIELDS_WRONG
            GET    | /api/v1/policies/none                            | 404 | NOT_FOUND
            GET    | /api/v1/policies/weihai-2020/clauses?after=-1    | 400 | CURSOR_WRONG
            GET    | /api/v1/clause                                   | 400 | PARAMETER_MISSING
            GET    | /api/v1/clause?id=none                           | 404 | NOT_FOUND
            GET    | /api/v1/clause?id=%E2%91%A0                      | 404 | NOT_FOUND
            GET    | /api/v1/persons/search                           | 400 | PARAMETER_WRONG
            DELETE | /api/v1/persons/1                                | 405 | METHOD_NOT_ALLOWED
            PUT    | /api/v1/cases                                    | 405 | METHOD_NOT_ALLOWED
            GET    | /api/v1//persons/1                               | 400 | REQUEST_WRONG
            GET    | /api/v1/persons;x=1/1                            | 400 | REQUEST_WRONG
            GET    | /api/v1/persons/%2e%2e/cases                     | 400 | REQUEST_WRONG
            """)
    void anAddressThatIsNoneNamesItsReason(String method, String path, int status, String reason) {
        Program.Reply reply = send(method, path, "");
        assertProblem(reply, status, reason);
        if (status == 405) {
            assertTrue(reply.header("Allow").matches("[A-Z, ]+"), reply.header("Allow"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                     | application/json    | 400 | IDEMPOTENCY_KEY_MISSING
            371999198003031234                     | application/json    | 400 | IDEMPOTENCY_KEY_WRONG
            00000000-0000-4000-8000-000000000001   | text/plain          | 415 | MEDIA_TYPE
            00000000-0000-4000-8000-000000000001   | multipart/form-data | 400 | UPLOAD_BROKEN
            00000000-0000-4000-8000-000000000001   | application/json    | 422 | FIELDS_WRONG
            """)
    void aChangeWithoutWhatItNeedsNamesItsReason(String key, String type, int status, String reason) {
        assertProblem(
                send("POST", "/api/v1/cases", "{}", "Idempotency-Key", key, "Content-Type", type), status, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":\"recognition\",\"persons\":[],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\"}",
                "{\"kind\":\"recognition\",\"persons\":[null],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\",\"status\":\"at-risk\"}",
                "{\"kind\":\"death\",\"persons\":[1],\"reason\":\" \",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\"}",
                "{\"kind\":\"death\",\"persons\":[1],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\",\"status\":\"at-risk\"}",
                "{\"kind\":\"move\",\"persons\":[1],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\"}",
                "{\"kind\":\"correction\",\"persons\":[1],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\",\"period\":{}}",
                "{\"kind\":\"correction\",\"persons\":[1],\"reason\":\"x\",\"foundBy\":\"data\",\"effectiveOn\":\"2020-01-01\",\"period\":{\"id\":1,\"from\":\"2020-01-02\",\"until\":\"2020-01-01\"}}"
            })
    void aDeclarationThatLacksSomethingNamesTheFields(String body) {
        Program.Reply reply = program.post("/api/v1/cases", body);
        assertProblem(reply, 422, "FIELDS_WRONG");
        assertTrue(reply.body().get("fields").size() >= 1);
    }

    @Test
    void anAddressThatNobodyCanReadIsRefusedAndNotBroken() throws IOException {
        URI at = office.at("/");
        for (String path : List.of("/api/v1/cases?after=%zz", "/api/v1/%zz", "/api/v1/persons/1?day=%e4%b8")) {
            try (Socket socket = new Socket(at.getHost(), at.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\nAuthorization: " + program.authorization()
                                        + "\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.matches("(?s)HTTP/1.1 400 .*"), path + " " + answer);
                assertFalse(answer.contains("Exception"), answer);
            }
        }
        assertProblem(program.send("/api/v1/cases", "a.csv", new byte[9], Map.of(), KEY), 415, "MEDIA_TYPE");
        assertProblem(program.post("/api/v1/rosters", "{}"), 415, "MEDIA_TYPE");
        assertProblem(program.send("/api/v1/rosters", "a.csv", new byte[9], Map.of(), KEY), 400, "PARAMETER_MISSING");
        Map<String, String> fields =
                new HashMap<>(Map.of("place", Neighbourhood.EAST, "status", "at-risk", "trueFrom", "2020-01-01"));
        assertProblem(program.send("/api/v1/rosters", "a.xlsx", new byte[9], fields, KEY), 422, "FILE_REFUSED");
        byte[] noHeader = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        assertProblem(program.send("/api/v1/rosters", "a.csv", noHeader, fields, KEY), 422, "HEADER_NOT_FOUND");
        fields.put("place", "no/such/");
        assertProblem(program.send("/api/v1/rosters", "a.csv", noHeader, fields, KEY), 404, "NOT_FOUND");
        fields.put("colour", "red");
        assertProblem(program.send("/api/v1/rosters", "a.csv", noHeader, fields, KEY), 400, "PARAMETER_UNKNOWN");
    }

    @Test
    void everyReasonHasItsWordsAndItsStatusATitle() {
        List<RefusalReason> reasons = new ArrayList<>();
        reasons.addAll(List.of(ApiRefusal.values()));
        reasons.addAll(List.of(FieldReason.values()));
        reasons.addAll(List.of(Refusal.values()));
        reasons.addAll(List.of(RosterFault.values()));
        for (RefusalReason reason : reasons) {
            for (Language language : Language.values()) {
                Problem problem =
                        Problem.of(language, ApiRefusal.statusOf(reason), reason, List.of("a", "b"), List.of(), null);
                assertFalse(problem.detail().isBlank() || problem.title().isBlank(), reason.key());
            }
        }
    }

    @Test
    void aStaleVersionIsAConflict() {
        long person = place.household(Neighbourhood.UPPER_VILLAGE, 1, true).getFirst();
        String address = program.post("/api/v1/cases", ApiCases.graduation(person, "2020-03-01"))
                .header("Location");
        assertProblem(
                program.post(address + "/investigation", "{\"version\":7,\"note\":\"x\"}"), 409, "CHANGED_MEANWHILE");
        assertEquals(
                201,
                program.post(address + "/investigation", "{\"version\":1,\"note\":\"x\"}")
                        .status());
        assertProblem(
                program.post(address + "/notice", "{\"version\":2,\"days\":7,\"board\":\"村\"}"), 409, "WRONG_STAGE");
        assertEquals(2, program.get(address).body().at("/line/version").asInt());
        assertEquals(
                201,
                program.post(address + "/withdrawal", "{\"version\":2,\"note\":\"误报\"}")
                        .status());
        assertEquals("withdrawn", program.get(address).body().at("/line/stage").asString());
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsTooLargeHoweverItIsSent() {
        String large = "{\"name\":\"" + "王".repeat(500_000) + "\"}";
        assertProblem(send("POST", "/api/v1/persons/search", large), 413, "BODY_LARGE");
        assertProblem(
                send("POST", "/api/v1/persons/search", " ".repeat(900) + "[".repeat(2_000)), 400, "MALFORMED_JSON");
        assertEquals(
                "FIELDS_WRONG",
                send("POST", "/api/v1/persons/search", "{\"name\":\"" + "王".repeat(3_000) + "\"}")
                        .reason());
    }

    @Test
    void theWordsAreChineseUnlessEnglishIsPreferred() {
        Program.Reply chinese = program.get("/api/v1/persons/999999999");
        assertEquals("没有找到", chinese.body().get("title").asString());
        assertEquals("zh-CN", chinese.header("Content-Language"));
        for (String preferred : List.of("en", "en-GB;q=0.9, zh;q=0.3")) {
            Program.Reply english = program.get("/api/v1/persons/999999999", "Accept-Language", preferred);
            assertEquals("Not found", english.body().get("title").asString());
            assertEquals(chinese.body().get("type"), english.body().get("type"));
        }
        assertEquals(406, program.get("/api/v1/client", "Accept", "text/html").status());
    }
}
