package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Headcounts;
import fangpin.office.register.Neighbourhood;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists in pages: every row that was there at the beginning comes exactly once, whatever is added meanwhile. */
class ApiPagingTest {
    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Program program =
            Program.of(office, Neighbourhood.WEST, Right.REGISTER_READ, Right.REGISTER_WRITE, Right.POLICY_READ);

    /** All keys of a list, page by page; between two pages something happens. */
    private static List<String> walk(Function<String, Program.Reply> page, String key, Runnable between) {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Program.Reply reply = page.apply(after);
            assertEquals(200, reply.status(), reply.text());
            for (JsonNode item : reply.body().get("items")) {
                seen.add(item.at(key).asString());
            }
            after = reply.body().get("next").isNull()
                    ? ""
                    : reply.body().get("next").asString();
            between.run();
        } while (!after.isEmpty());
        assertEquals(new HashSet<>(seen).size(), seen.size(), "each once: " + seen);
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "name", "newest"})
    void everyPersonComesOnceWhilePersonsAreAdded(String order) {
        Set<String> there = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            place.household(Neighbourhood.WEST_VILLAGE, 3, true).forEach(person -> there.add(Long.toString(person)));
        }
        List<String> seen = walk(
                after -> program.post(
                        "/api/v1/persons/search",
                        after.isEmpty()
                                ? "{\"limit\":5,\"order\":\"" + order + "\"}"
                                : "{\"limit\":5,\"order\":\"" + order + "\",\"after\":\"" + after + "\"}"),
                "/id",
                () -> {
                    if (there.size() < 60) {
                        place.household(Neighbourhood.WEST_VILLAGE, 1, false);
                        there.add("added " + there.size());
                    }
                });
        there.removeIf(one -> one.startsWith("added"));
        assertTrue(seen.containsAll(there), there + " in " + seen);
    }

    @Test
    void everyCaseAndClauseComesOnce() {
        List<Long> persons = place.household(Neighbourhood.WEST_VILLAGE, 5, true);
        for (long person : persons) {
            assertEquals(
                    201,
                    program.post("/api/v1/cases", ApiCases.graduation(person, "2020-02-01"))
                            .status());
        }
        List<String> cases = walk(
                after -> program.get("/api/v1/cases?limit=2" + (after.isEmpty() ? "" : "&after=" + after)),
                "/id",
                () -> {});
        assertTrue(cases.size() >= 5);
        List<String> clauses = walk(
                after -> program.get(
                        "/api/v1/policies/weihai-2020/clauses?limit=20" + (after.isEmpty() ? "" : "&after=" + after)),
                "/id",
                () -> {});
        assertTrue(clauses.contains("WH3 §2b"), clauses.toString());
    }

    @Test
    void everyLineOfTheInstantHelpRegisterComesOnce() {
        List<Long> persons = place.household(Neighbourhood.WEST_VILLAGE, 5, false);
        Actor clerk = place.clerkOf("api-helper", Neighbourhood.WEST);
        office.part(ScopedWork.class).write(clerk, () -> {
            Headcounts headcounts = office.part(Headcounts.class);
            headcounts.beforeChangeOf(persons);
            persons.forEach(person -> office.part(JdbcClient.class)
                    .sql("insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)"
                            + " values (?, ?, 'instant-help', date '2019-05-10', 'WH10 §1', ?)")
                    .params(person, Neighbourhood.WEST_VILLAGE, clerk.userId())
                    .update());
            headcounts.afterChangeOf(persons);
            return true;
        });
        List<String> lines = walk(
                after -> program.get(
                        "/api/v1/instant-help?year=2019&limit=2" + (after.isEmpty() ? "" : "&after=" + after)),
                "/person",
                () -> {});
        persons.forEach(person -> assertTrue(lines.contains(Long.toString(person))));
        assertEquals(
                409,
                program.get("/api/v1/instant-help?year=2019&after=2019-05-10.1").status());
    }

    @Test
    void aMarkOfAPageThatLeadsNowhereIsRefusedAndNotTakenForTheBeginning() {
        assertEquals(
                "CURSOR_GONE",
                program.post("/api/v1/persons/search", "{\"after\":\"place.999999999\"}")
                        .reason());
        for (String wrong : List.of("name.1", "1", "place.", "place.-1", "place.99999999999999999999")) {
            assertEquals(
                    "CURSOR_WRONG",
                    program.post("/api/v1/persons/search", "{\"after\":\"" + wrong + "\"}")
                            .reason(),
                    wrong);
        }
        assertEquals("CURSOR_WRONG", program.get("/api/v1/cases?after=x").reason());
    }
}
