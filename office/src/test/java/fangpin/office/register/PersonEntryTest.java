package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person entered by hand: with a household of its own or into one, once, and refused with a named reason. */
class PersonEntryTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final PersonEntry entry = office.part(PersonEntry.class);
    private final PersonFiles files = office.part(PersonFiles.class);
    private final Actor clerk = place.clerkOf("nb-enterer", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-enterer-west", Neighbourhood.WEST);

    @Test
    void aNewHouseholdIsNumberedAndAMemberJoinsIt() {
        long head = done(enter(clerk, "丛入册", number("19500301", "001"), Neighbourhood.UPPER_VILLAGE, null));
        long child = done(enter(clerk, "丛小册", "", "", head));
        PersonFile file = files.find(clerk, child, TODAY).orElseThrow();
        assertTrue(
                file.person().householdNumber().matches("371981101201-n[0-9]+"),
                file.person().householdNumber());
        assertEquals(
                List.of("丛入册", "丛小册"),
                file.family().stream().map(PersonSummary::name).sorted().toList());
        PersonSummary known = files.find(clerk, head, TODAY).orElseThrow().person();
        assertEquals(LocalDate.of(1950, 3, 1), known.bornOn());
        assertEquals(1, known.sex());
        assertEquals(List.of("ENTERED"), place.audited("person/" + head));
    }

    /** The first of two moves away and keeps its number: the next is not given out twice. */
    @Test
    void householdsAreNumberedOnAlsoWhenOneHasMovedAway() {
        Determinations cases = office.part(Determinations.class);
        Actor checker = place.clerkOf("nb-entry-checker", Neighbourhood.EAST);
        long gone = done(enter(clerk, "丛迁走", "", Neighbourhood.UPPER_VILLAGE, null));
        long stays = done(enter(clerk, "丛留下", "", Neighbourhood.UPPER_VILLAGE, null));
        long id = done(cases.declare(clerk, DeterminationsTest.move(List.of(gone), TODAY), TODAY));
        int version = cases.find(clerk, id).orElseThrow().determination().version();
        done(cases.file(checker, id, version, "", TODAY));
        long next = done(enter(clerk, "丛后来", "", Neighbourhood.UPPER_VILLAGE, null));
        assertEquals(numberOf(stays) + 1, numberOf(next));
    }

    private int numberOf(long person) {
        String number = files.find(clerk, person, TODAY).orElseThrow().person().householdNumber();
        return Integer.parseInt(number.substring(number.lastIndexOf('n') + 1));
    }

    @Test
    void aNumberThatIsThereIsRefusedAlsoAcrossDistricts() {
        String number = number("19600101", "003");
        done(enter(clerk, "丛先", number, Neighbourhood.UPPER_VILLAGE, null));
        refused(Refusal.ALREADY_REGISTERED, enter(clerk, "丛后", number, Neighbourhood.LOWER_VILLAGE, null));
        refused(Refusal.ALREADY_REGISTERED, enter(neighbour, "丛后", number, Neighbourhood.WEST_VILLAGE, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'',     '',                 REASON, register.roster.fault.name-empty",
        "丛某,   379999195003010011, REASON, register.roster.fault.id-check-digit",
        "丛某,   370,                REASON, register.roster.fault.id-length",
        "丛某,   '',                 '',     register.refusal.reason-missing"
    })
    void whatIsWrongIsNamed(String name, String idNumber, String reason, String refusalKey) {
        PersonEntry.Wanted wanted =
                new PersonEntry.Wanted(name, idNumber, 1, null, "02", Neighbourhood.UPPER_VILLAGE, null, reason);
        switch (entry.enter(clerk, wanted, TODAY)) {
            case Answer.Done<Long> done -> fail("done: " + done);
            case Answer.Refused<Long> refused ->
                assertEquals(refusalKey, refused.reason().key());
        }
    }

    @Test
    void nobodyIsEnteredInAnothersVillage() {
        refused(Refusal.DESTINATION, enter(clerk, "丛某", "", Neighbourhood.WEST_VILLAGE, null));
        long theirs = done(enter(neighbour, "丛西", "", Neighbourhood.WEST_VILLAGE, null));
        refused(Refusal.DESTINATION, enter(clerk, "丛某", "", "", theirs));
    }

    private Answer<Long> enter(Actor actor, String name, String idNumber, String village, @Nullable Long joins) {
        return entry.enter(actor, new PersonEntry.Wanted(name, idNumber, 0, null, "02", village, joins, "走访发现"), TODAY);
    }

    /** A number of a county that was never given, with its check digit. */
    private static String number(String born, String serial) {
        String digits = "379999" + born + serial;
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * (digits.charAt(at) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private static long done(Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long>(Long value) -> value;
            case Answer.Refused<Long> refused -> fail(refused.toString());
        };
    }

    private static void refused(Refusal reason, Answer<Long> answer) {
        switch (answer) {
            case Answer.Done<Long> done -> fail("done: " + done);
            case Answer.Refused<Long> refused -> assertEquals(reason, refused.reason());
        }
    }
}
