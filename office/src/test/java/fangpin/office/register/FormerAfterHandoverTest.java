package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 移交之后: whoever sees a person today sees what her record said before, wherever she lived then; nobody else does. */
class FormerAfterHandoverTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);
    private static final LocalDate CORRECTED = TODAY.minusDays(4);
    private static final AtomicInteger NUMBERS = new AtomicInteger(400);
    private static final Map<String, String> SCOPES = Map.of(
            "city", Neighbourhood.CITY,
            "oldCounty", Neighbourhood.EAST,
            "oldVillage", Neighbourhood.UPPER_VILLAGE,
            "newCounty", Neighbourhood.WEST,
            "newTown", Neighbourhood.WEST + "371982101/",
            "newVillage", Neighbourhood.WEST_VILLAGE,
            "neighbour", Neighbourhood.CITY + "371983/",
            "insurer", Neighbourhood.WEST);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Determinations cases = office.part(Determinations.class);
    private final Handovers handovers = office.part(Handovers.class);
    private final PersonFiles files = office.part(PersonFiles.class);
    private final Unmasking unmasking = office.part(Unmasking.class);
    private final Actor maker = place.clerkOf("nb-fh-maker", Neighbourhood.EAST);
    private final Actor checker = place.clerkOf("nb-fh-checker", Neighbourhood.EAST);
    private final Actor receiver = place.clerkOf("nb-fh-receiver", Neighbourhood.WEST);

    private String wrong = "";
    private String right = "";

    /** Entered in the upper village under a wrong name and number, corrected there. */
    private long corrected() {
        wrong = fresh();
        right = fresh();
        long person = done(office.part(PersonEntry.class)
                .enter(
                        maker,
                        new PersonEntry.Wanted("丛误", wrong, 0, null, "02", Neighbourhood.UPPER_VILLAGE, null, "走访发现"),
                        TODAY.minusDays(30)));
        IdentityCorrection said =
                new IdentityCorrection(person, 1, "丛正", right, null, null, null, IdentityPaper.ID_CARD, "与身份证不一致");
        long id = done(cases.correctIdentity(maker, said, CORRECTED));
        done(cases.file(checker, id, 1, "", CORRECTED));
        return person;
    }

    private void handOver(long person) {
        long id = done(handovers.propose(maker, person, Neighbourhood.WEST, TODAY, "随子女居住", TODAY));
        done(handovers.accept(receiver, id, 1, Neighbourhood.WEST_VILLAGE, TODAY));
    }

    private Actor reader(String name) {
        Actor clerk = place.clerkOf("nb-fh-" + name.toLowerCase(Locale.ROOT), Objects.requireNonNull(SCOPES.get(name)));
        return name.equals("insurer")
                ? new Actor(clerk.userId(), name, Set.of(Role.INSURER), new Scope(Neighbourhood.WEST), "")
                : clerk;
    }

    @ParameterizedTest
    @CsvSource({
        // reader, before the hand-over, after it
        "city,       shown,     shown",
        "oldCounty,  shown,     NOT_FOUND",
        "oldVillage, shown,     NOT_FOUND",
        "newCounty,  NOT_FOUND, shown",
        "newTown,    NOT_FOUND, shown",
        "newVillage, NOT_FOUND, shown",
        "neighbour,  NOT_FOUND, NOT_FOUND",
        "insurer,    NO_RIGHT,  NO_RIGHT",
    })
    void whoSeesThePersonSeesWhatStoodBefore(String name, String before, String after) {
        long person = corrected();
        Actor reader = reader(name);
        assertEquals(before, former(reader, person));
        handOver(person);
        assertEquals(after, former(reader, person));
    }

    /** Whether the reader is shown the old name and number on the page, and the number in clear. */
    private String former(Actor reader, long person) {
        List<FormerValue> values =
                files.find(reader, person, TODAY).map(PersonFile::former).orElse(List.of());
        String shown = switch (unmasking.showFormer(reader, person, FieldKind.ID_NUMBER, 1, "核对旧号")) {
            case Answer.Done<String>(String clear) -> clear.equals(wrong) ? "shown" : clear;
            case Answer.Refused<String> refused -> refused.reason().toString();
        };
        if (!reader.roles().contains(Role.INSURER)) {
            assertEquals(
                    shown.equals("shown") ? "ID_NUMBER:" + wrong.substring(14) + " NAME:丛误" : "",
                    values.stream()
                            .map(one -> one.field() + ":"
                                    + one.shown()
                                            .substring(Math.max(0, one.shown().length() - 4)))
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return shown;
    }

    /** As it was told to the old county, but that its case, which the new one may not open, is no link. */
    @Test
    void whoCorrectedItWhenAndWhyIsTold() {
        long person = corrected();
        List<FormerValue> there = files.find(maker, person, TODAY).orElseThrow().former();
        handOver(person);
        List<FormerValue> here =
                files.find(receiver, person, TODAY).orElseThrow().former();
        assertEquals(there.stream().map(FormerAfterHandoverTest::withoutCase).toList(), here);
        assertEquals(maker.userId(), here.getFirst().declaredBy());
        assertEquals(checker.userId(), here.getFirst().changedBy());
        List<TimelineEvent> events =
                files.find(receiver, person, TODAY).orElseThrow().events();
        TimelineEvent told = events.stream()
                .filter(event -> event.words().equals("register.event.identity"))
                .findFirst()
                .orElseThrow();
        assertEquals(CORRECTED, told.day());
        assertEquals(null, told.address());
        assertTrue(events.stream().anyMatch(event -> event.words().equals("register.event.entered")));
    }

    private static FormerValue withoutCase(FormerValue one) {
        return new FormerValue(
                one.field(),
                one.shown(),
                one.version(),
                one.knownFrom(),
                one.knownTo(),
                one.otherFrom(),
                one.reason(),
                one.changedBy(),
                one.declaredBy(),
                null);
    }

    /** What is found wrong after the hand-over was wrong since the first day of the record, not since the hand-over. */
    @Test
    void aMistakeFoundAfterwardsWasOneFromTheFirstDayOfTheRecord() {
        long person = corrected();
        handOver(person);
        IdentityCorrection said =
                new IdentityCorrection(person, 3, "丛再正", null, null, null, null, IdentityPaper.ID_CARD, "与身份证不一致");
        long id = done(cases.correctIdentity(receiver, said, TODAY));
        assertEquals(
                TODAY.minusDays(30),
                cases.find(receiver, id).orElseThrow().determination().effectiveOn());
    }

    @Test
    void thePageAndTheAuditSaySo() {
        long person = corrected();
        handOver(person);
        office.account("nb-fh-browser", "371982", Role.POVERTY_OFFICE);
        String page = Browser.signedIn(office, "nb-fh-browser")
                .get("/persons/" + person)
                .body();
        assertTrue(page.contains("丛误"), page);
        assertFalse(page.contains(wrong), page);
        assertFalse(page.contains(right), page);
        assertEquals("shown", former(receiver, person));
        assertEquals("UNMASKED", place.audited("person/" + person).getLast());
    }

    /** The function itself, asked without any division or for another's person, tells nothing. */
    @ParameterizedTest
    @CsvSource({"newCounty, 3", "oldCounty, 0", "neighbour, 0"})
    void theDatabaseItselfHoldsIt(String name, int versions) {
        long person = corrected();
        handOver(person);
        JdbcClient database = office.part(JdbcClient.class);
        String asked = "select count(*) from register.versions_of(?)";
        assertEquals(
                versions,
                office.part(ScopedWork.class)
                        .read(
                                reader(name),
                                () -> database.sql(asked)
                                        .param(person)
                                        .query(Integer.class)
                                        .single()));
    }

    private static String fresh() {
        return IdNumber.synthetic("3719", LocalDate.of(1951, 4, 5), NUMBERS.addAndGet(2))
                .text();
    }

    private static long done(Answer<Long> outcome) {
        return switch (outcome) {
            case Answer.Done<Long>(Long id) -> id;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }
}
