package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.Handovers;
import fangpin.office.register.Headcounts;
import fangpin.office.register.Neighbourhood;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 往日名单: a program is told how many of a past day's headcount its list cannot hold, as the page tells a clerk. */
class ApiPastListTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final LocalDate MOVED = LocalDate.of(2020, 3, 1);
    private static final Map<String, String> PLACES = Map.of(
            "city", Neighbourhood.CITY,
            "east", Neighbourhood.EAST,
            "upper", Neighbourhood.UPPER_VILLAGE,
            "west", Neighbourhood.WEST);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);

    /** A household of two that goes from the upper village to the other county, and one that stays. */
    private void handedOver() {
        place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        long goes = place.household(Neighbourhood.UPPER_VILLAGE, 2, true).getFirst();
        Actor maker = place.clerkOf("nb-apl-maker", Neighbourhood.EAST);
        Actor receiver = place.clerkOf("nb-apl-receiver", Neighbourhood.WEST);
        Handovers handovers = office.part(Handovers.class);
        long id = done(handovers.propose(maker, goes, Neighbourhood.WEST, MOVED, "随子女居住", TODAY));
        done(handovers.accept(receiver, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
    }

    private static Program program(RunningOffice office, String scope) {
        return Program.of(office, path(scope), Right.REGISTER_READ);
    }

    private static String path(String name) {
        return Objects.requireNonNull(PLACES.get(name), name);
    }

    /** By how many each answer grows with the household: listed on all pages, elsewhere, in the headcount. */
    @ParameterizedTest
    @CsvSource({
        "east, upper, 2019-12-31, 1, 2, 3",
        "east, east,  2019-12-31, 1, 2, 3",
        "east, upper, 2020-03-01, 1, 0, 1",
        "city, upper, 2019-12-31, 3, 0, 3",
        "west, west,  2019-12-31, 0, 0, 0",
        "west, west,  2020-03-01, 2, 0, 2",
    })
    void theListAndWhoIsElsewhereAreTheHeadcount(
            String scope, String where, LocalDate day, long listed, long elsewhere, long counted) {
        Program program = program(office, scope);
        Actor clerk = place.clerkOf("nb-apl-" + scope, path(scope));
        List<Long> before = told(program, clerk, path(where), day);
        handedOver();
        List<Long> after = told(program, clerk, path(where), day);
        assertEquals(
                List.of(listed, elsewhere, counted),
                List.of(after.get(0) - before.get(0), after.get(1) - before.get(1), after.get(2) - before.get(2)));
    }

    /** The persons on all pages, how many are elsewhere as the first page says, and the headcount. */
    private List<Long> told(Program program, Actor clerk, String where, LocalDate day) {
        String asked =
                "\"status\":\"policy-beneficiary\",\"place\":\"" + where + "\",\"day\":\"" + day + "\",\"limit\":200";
        JsonNode page =
                program.post("/api/v1/persons/search", "{" + asked + "}").body();
        long elsewhere = page.get("elsewhere").asLong();
        long listed = page.get("items").size();
        while (!page.get("next").isNull()) {
            String after = page.get("next").asString();
            page = program.post("/api/v1/persons/search", "{" + asked + ",\"after\":\"" + after + "\"}")
                    .body();
            assertTrue(page.get("elsewhere").isNull(), "said on the first page");
            listed += page.get("items").size();
        }
        long counted = office.part(ScopedWork.class)
                .read(clerk, () -> office.part(Headcounts.class).of(where, "policy-beneficiary", day));
        return List.of(listed, elsewhere, counted);
    }

    /** Where no headcount stands behind what is asked, nothing is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}",
                "{\"minimumAge\":60}",
                "{\"name\":\"丛大\"}",
                "{\"household\":\"NB-1\"}",
            })
    void withoutAStatusNothingIsSaid(String asked) {
        JsonNode found =
                program(office, "east").post("/api/v1/persons/search", asked).body();
        assertTrue(found.get("elsewhere").isNull(), found.toString());
    }

    @Test
    void theDocumentHasTheField() {
        JsonNode document = Program.document(office);
        JsonNode answer =
                document.at("/paths/~1api~1v1~1persons~1search/post/responses/200/content/application~1json/schema");
        assertEquals("#/components/schemas/PersonsFound", answer.get("$ref").asString());
        JsonNode field = document.at("/components/schemas/PersonsFound/properties/elsewhere");
        assertTrue(field.toString().contains("integer") && field.toString().contains("null"), field.toString());
        String summary =
                document.at("/paths/~1api~1v1~1persons~1search/post/summary").asString();
        assertTrue(summary.contains("elsewhere"), summary);
    }

    private static long done(Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }
}
