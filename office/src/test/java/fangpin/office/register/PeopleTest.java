package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and searches of persons: each person once, only one's own, by one character or more. */
class PeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final People people = office.part(People.class);
    private final ScopedWork work = office.part(ScopedWork.class);
    private final Actor clerk = place.clerkOf("nb-lister", Neighbourhood.EAST);

    @ParameterizedTest
    @EnumSource
    void pagesHoldEachPersonOnce(PersonQuery.Order order) {
        place.household(Neighbourhood.LOWER_VILLAGE, 4, true);
        place.household(Neighbourhood.UPPER_VILLAGE, 3, false);
        List<Long> seen = new ArrayList<>();
        long total = work.read(clerk, () -> people.count(query(order, 0)));
        long after = 0;
        do {
            long from = after;
            List<PersonSummary> page = work.read(clerk, () -> people.list(query(order, from)));
            page.forEach(person -> seen.add(person.id()));
            after = page.size() < 3 ? 0 : page.getLast().id();
        } while (after != 0);
        assertEquals(total, seen.size());
        assertEquals(seen.size(), new HashSet<>(seen).size());
    }

    private static PersonQuery query(PersonQuery.Order order, long after) {
        return new PersonQuery(Neighbourhood.EAST, null, 0, TODAY, order, after, 3);
    }

    @ParameterizedTest
    @CsvSource({"丛, true", "大山, true", "丛大山, true", "山丛, false", "不在此地, false"})
    void aNameIsFoundByAnyOfItsCharactersSideBySide(String part, boolean found) {
        place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        List<PersonSummary> persons = work.read(clerk, () -> people.named(part, TODAY, 10));
        assertEquals(found, !persons.isEmpty());
        assertTrue(persons.stream().allMatch(person -> person.name().contains(part)));
    }

    @Test
    void anotherDivisionsPersonsAreNotFound() {
        place.household(Neighbourhood.UPPER_VILLAGE, 1, true);
        Actor stranger = place.clerkOf("nb-stranger", "370000/371900/371999/");
        assertEquals(List.of(), work.read(stranger, () -> people.named("丛", TODAY, 10)));
        assertEquals(0, work.read(stranger, () -> people.count(query(PersonQuery.Order.PLACE, 0))));
    }
}
