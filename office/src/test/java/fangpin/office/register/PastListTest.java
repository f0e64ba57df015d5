package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.Workbooks;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.ScopedWork;
import fangpin.office.web.Typed;
import fangpin.office.web.people.RegisterPages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 往日名单: who stands on the list of a past day is who is counted on it, also after he moved or was handed over. */
class PastListTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final LocalDate MOVED = LocalDate.of(2020, 3, 1);
    private static final StatusKind STATUS = StatusKind.POLICY_BENEFICIARY;
    private static final Map<String, String> PLACES = Map.of(
            "city", Neighbourhood.CITY,
            "east", Neighbourhood.EAST,
            "upper", Neighbourhood.UPPER_VILLAGE,
            "lower", Neighbourhood.LOWER_VILLAGE,
            "west", Neighbourhood.WEST,
            "westVillage", Neighbourhood.WEST_VILLAGE);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final People people = office.part(People.class);
    private final Headcounts headcounts = office.part(Headcounts.class);
    private final Determinations cases = office.part(Determinations.class);
    private final ScopedWork work = office.part(ScopedWork.class);
    private final Actor maker = place.clerkOf("nb-past-maker", Neighbourhood.EAST);
    private final Actor checker = place.clerkOf("nb-past-checker", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-past-neighbour", Neighbourhood.WEST);

    /** S stays in the upper village, M moves to the lower one, G goes to the other county, E graduated in June 2019 and moves then. */
    private Map<Long, String> household() {
        long stays = one();
        long moves = one();
        long goes = one();
        long ended = one();
        move(moves);
        Handovers handovers = office.part(Handovers.class);
        long handover = done(handovers.propose(maker, goes, Neighbourhood.WEST, MOVED, "随子女居住", TODAY));
        done(handovers.accept(neighbour, handover, 1, Neighbourhood.WEST_VILLAGE, TODAY));
        graduate(ended);
        move(ended);
        return Map.of(stays, "S", moves, "M", goes, "G", ended, "E");
    }

    private long one() {
        return place.household(Neighbourhood.UPPER_VILLAGE, 1, true).getFirst();
    }

    private void move(long person) {
        long id = done(cases.declare(maker, DeterminationsTest.move(List.of(person), MOVED), TODAY));
        done(cases.file(checker, id, version(id), "", TODAY));
    }

    private void graduate(long person) {
        LocalDate day = LocalDate.of(2019, 6, 1);
        long id = done(cases.declare(maker, DeterminationsTest.graduation(List.of(person), day), day));
        done(cases.investigate(maker, id, version(id), "收入稳定", day));
        done(cases.recognise(checker, id, version(id), "", day));
        done(cases.publish(maker, id, version(id), 5, "公开栏", day));
        done(cases.file(checker, id, version(id), "", day.plusDays(5)));
    }

    private int version(long id) {
        return cases.find(maker, id).orElseThrow().determination().version();
    }

    @AfterEach
    void theKeptHeadcountsAreWhatTheSpellsSay() {
        assertEquals(List.of(), place.differences());
    }

    @ParameterizedTest
    @CsvSource({
        // reader, place, day, who is listed and in which village, how many he cannot read
        "east, upper, 2019-01-01, E:upper M:upper S:upper, 1",
        "east, upper, 2019-12-31, M:upper S:upper, 1",
        "east, upper, 2020-03-01, S:upper, 0",
        "east, lower, 2019-12-31, '', 0",
        "east, lower, 2020-03-01, M:lower, 0",
        "east, east, 2019-01-01, E:upper M:upper S:upper, 1",
        "east, east, 2020-05-10, M:lower S:upper, 0",
        "east, city, 2019-12-31, M:upper S:upper, 1",
        "east, west, 2019-12-31, '', 0",
        "upper, upper, 2019-12-31, S:upper, 2",
        "west, west, 2019-12-31, '', 0",
        "west, west, 2020-03-01, G:westVillage, 0",
        "west, east, 2019-12-31, '', 0",
        "city, upper, 2019-12-31, G:upper M:upper S:upper, 0",
        "city, city, 2019-12-31, G:upper M:upper S:upper, 0",
        "city, city, 2020-03-01, G:westVillage M:lower S:upper, 0",
    })
    void whoIsCountedOnADayIsOnItsList(String reader, String where, LocalDate day, String listed, long unread) {
        Actor actor = place.clerkOf("nb-past-" + reader, path(reader));
        PersonQuery query = new PersonQuery(path(where), STATUS, 0, day, PersonQuery.Order.PLACE, 0, 100_000);
        long before = work.read(actor, () -> people.elsewhere(query));
        Map<Long, String> ours = household();
        List<PersonSummary> list = work.read(actor, () -> people.list(query));
        long elsewhere = work.read(actor, () -> people.elsewhere(query));
        assertEquals(
                listed,
                list.stream()
                        .filter(person -> ours.containsKey(person.id()))
                        .map(person -> ours.get(person.id()) + ":" + name(person.path()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
        assertEquals(unread, elsewhere - before);
        assertEquals(
                work.read(actor, () -> headcounts.of(query.place(), STATUS.id(), day)),
                list.size() + elsewhere,
                "the figure is the list and who went away");
        assertEquals(list.size(), work.read(actor, () -> people.count(query)));
    }

    /** The page and the export say how many they do not list; for today nobody is missing. */
    @ParameterizedTest
    @CsvSource({
        "/persons, 2019-12-31, true",
        "/persons/export, 2019-12-31, true",
        "/persons, 2020-05-10, false",
        "/persons/export, 2020-05-10, false",
    })
    void thePageSaysHowManyItDoesNotList(String page, LocalDate day, boolean said) {
        household();
        office.account("nb-past-browser", "371981", Role.POVERTY_OFFICE);
        String shown = Browser.signedIn(office, "nb-past-browser")
                .get(page + "?place=" + Neighbourhood.UPPER_VILLAGE + "&status=" + STATUS.id() + "&day=" + day)
                .body();
        assertTrue(shown.contains(day.toString()), shown);
        assertEquals(said, shown.contains("名单不列出"), shown);
    }

    /** So does the workbook, below its last person. */
    @ParameterizedTest
    @CsvSource({"2019-12-31, true", "2020-05-10, false"})
    void theWorkbookSaysHowManyItDoesNotList(LocalDate day, boolean said, @TempDir Path folder) {
        household();
        office.account("nb-past-browser", "371981", Role.POVERTY_OFFICE);
        Browser browser = Browser.signedIn(office, "nb-past-browser");
        String address =
                "/persons/export?place=" + Neighbourhood.UPPER_VILLAGE + "&status=" + STATUS.id() + "&day=" + day;
        List<List<String>> rows = Workbooks.given(browser, address, folder.resolve("persons.xlsx"));
        assertEquals(
                said,
                rows.getLast().getFirst().contains("名单不列出"),
                rows.getLast().toString());
    }

    /** A figure leads to a list where a list holds just whom it counts. */
    @ParameterizedTest
    @CsvSource({
        // the place looked at, the rows of its page, the row, whether its figures are links
        "371981/, 371981/, 371981/, true",
        "371981/, 371981/001/ 371981/, 371981/001/, true",
        "371981/, 371981/001/ 371981/, 371981/, false",
    })
    void aFigureBesideThoseBelowItIsNoLink(String looked, String rows, String row, boolean opens) {
        List<Division> divisions =
                Arrays.stream(rows.split(" ")).map(PastListTest::division).toList();
        RegisterPages.HeadcountPage page = new RegisterPages.HeadcountPage(
                looked, TODAY, Typed.none(), List.of(), divisions, List.of(), Map.of(), List.of());
        assertEquals(opens, page.opens(division(row)));
    }

    private static Division division(String path) {
        return new Division(1, path, path, Division.Kind.VILLAGE, "大庄村", "Dazhuang");
    }

    private static String path(String name) {
        return Objects.requireNonNull(PLACES.get(name), name);
    }

    private static String name(String path) {
        return PLACES.entrySet().stream()
                .filter(one -> one.getValue().equals(path))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @ParameterizedTest
    @CsvSource({"PLACE, 0", "NAME, 0", "NEWEST, 0", "PLACE, 60", "NAME, 60", "NEWEST, 60"})
    void pagesOfAPastDayHoldEachPersonOnce(PersonQuery.Order order, int age) {
        household();
        List<Long> whole = ids(order, age, 0, 100_000);
        List<Long> seen = new ArrayList<>();
        for (List<Long> page = ids(order, age, 0, 3); !page.isEmpty(); page = ids(order, age, seen.getLast(), 3)) {
            seen.addAll(page);
        }
        assertEquals(whole, seen);
        assertEquals(seen.size(), new HashSet<>(seen).size());
    }

    private List<Long> ids(PersonQuery.Order order, int age, long after, int most) {
        PersonQuery query =
                new PersonQuery(Neighbourhood.EAST, STATUS, age, LocalDate.of(2019, 12, 31), order, after, most);
        return work.read(maker, () -> people.list(query)).stream()
                .map(PersonSummary::id)
                .toList();
    }

    private static long done(Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }
}
