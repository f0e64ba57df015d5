package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.Needs;
import fangpin.office.access.Problems;
import fangpin.office.access.Right;
import fangpin.office.register.Neighbourhood;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the interface, with every right a token may have, from one's own division and from another. */
class ApiRightsTest {
    private static final Right[] ALL = ApiTokens.ALLOWED.toArray(Right[]::new);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);

    static List<Right> rights() {
        return ApiTokens.ALLOWED.stream().sorted().toList();
    }

    /** Method and address of each route, with what handles it. */
    static Map<String, HandlerMethod> routes(RunningOffice office) {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        office.part(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(Problems::areFor)
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.put(method + " " + pattern, handler))));
        return routes;
    }

    private static Program.Reply ask(Program program, String route, Map<String, String> headers) {
        String method = route.substring(0, route.indexOf(' '));
        return program.raw(
                method,
                route.substring(method.length() + 1),
                method.equals("GET") ? null : "{}".getBytes(StandardCharsets.UTF_8),
                headers);
    }

    @ParameterizedTest
    @MethodSource("rights")
    void everyRouteIsRefusedToATokenWithoutItsRightAndOpenToOneWithIt(Right right) {
        Program program = Program.of(office, Neighbourhood.EAST, right);
        List<String> wrong = new ArrayList<>();
        routes(office).forEach((route, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            boolean may = needs != null && (needs.value() == right || needs.value() == Right.DESK);
            Program.Reply reply = ask(
                    program, route.replaceAll("\\{[^}]+}", "999999999"), Map.of("Content-Type", "application/json"));
            boolean refused = reply.status() == 403 && reply.reason().equals("NO_RIGHT");
            if (refused == may || reply.status() >= 500 || reply.status() == 401) {
                wrong.add(right + " " + route + " " + reply.status() + " " + reply.text());
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void withoutATokenNoRouteAnswersAndNoneIsNamed() {
        Browser stranger = new Browser(office);
        for (String route : routes(office).keySet()) {
            if (route.startsWith("GET ")) {
                var answer = stranger.get(route.substring(4).replaceAll("\\{[^}]+}", "1"));
                assertEquals(401, answer.statusCode(), route);
                assertTrue(answer.body().contains("\"reason\":\"TOKEN_NEEDED\""), answer.body());
                assertEquals(List.of("Bearer"), Browser.header(answer, "WWW-Authenticate"));
            }
        }
        assertEquals(401, stranger.get("/api/v1/no-such-thing").statusCode());
    }

    @Test
    void aTokenOfAnotherDivisionSeesNothingAndChangesNothing() {
        Program east = Program.of(office, Neighbourhood.EAST, ALL);
        Program west = Program.of(office, Neighbourhood.WEST, ALL);
        List<Long> persons = place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        String number = ApiCases.valid("371999198003038888");
        long found = east.post("/api/v1/cases", ApiCases.graduation(persons.getFirst(), "2020-03-01"))
                .body()
                .get("id")
                .asLong();
        long roster = ApiCases.roster(east, UUID.randomUUID().toString(), "张三")
                .body()
                .get("id")
                .asLong();
        List<String> wrong = new ArrayList<>();
        for (String route : routes(office).keySet()) {
            if (!route.contains("{id}") || route.contains("/policies/")) {
                continue;
            }
            long id = route.contains("/persons/") ? persons.getFirst() : route.contains("/cases/") ? found : roster;
            String path = route.substring(route.indexOf(' ') + 1).replace("{id}", Long.toString(id));
            Program.Reply reply = route.startsWith("GET ")
                    ? west.get(path)
                    : west.post(
                            path,
                            route.endsWith("/rejected.xlsx")
                                    ? "{\"purpose\":\"改正退回行\",\"receiver\":\"镇扶贫办\"}"
                                    : route.contains("notice")
                                            ? "{\"version\":1,\"days\":7,\"board\":\"村\"}"
                                            : route.contains("/cases/")
                                                    ? "{\"version\":1,\"note\":\"x\"}"
                                                    : route.contains("/settlements/")
                                                            ? "{\"version\":1,\"reason\":\"x\"}"
                                                            : "");
            if (reply.status() != 404 || !reply.reason().equals("NOT_FOUND")) {
                wrong.add(route + " " + reply.text());
            }
        }
        for (String listed :
                List.of("/api/v1/headcounts?place=", "/api/v1/divisions?under=", "/api/v1/division?place=")) {
            if (west.get(listed + Neighbourhood.EAST).status() != 404
                    || east.get(listed + Neighbourhood.EAST).status() != 200) {
                wrong.add(listed);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                404,
                west.post("/api/v1/persons/search", "{\"place\":\"" + Neighbourhood.EAST + "\"}")
                        .status());
        assertEquals(
                404,
                west.post("/api/v1/cases", ApiCases.graduation(persons.get(1), "2020-03-01"))
                        .status());
        assertFalse(west.get("/api/v1/cases").text().contains("\"id\":" + found + ","));
        assertFalse(west.get("/api/v1/rosters").text().contains("\"id\":" + roster + ","));
        place.number(persons.getFirst(), number);
        String byNumber = "{\"idNumber\":\"" + number + "\"}";
        assertEquals(
                0,
                west.post("/api/v1/persons/search", byNumber)
                        .body()
                        .get("items")
                        .size());
        assertEquals(
                "declared",
                east.get("/api/v1/cases/" + found).body().at("/line/stage").asString());
    }

    @Test
    void aProgramNeverApproves() {
        assertFalse(ApiTokens.ALLOWED.contains(Right.REGISTER_APPROVE));
        assertFalse(ApiTokens.ALLOWED.contains(Right.REGISTER_UNMASK));
        routes(office).forEach((route, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            assertTrue(
                    needs != null && (needs.value() == Right.DESK || ApiTokens.ALLOWED.contains(needs.value())), route);
        });
    }
}
