package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 人数: whatever is kept whole, the numbers are those of the statuses, for each day and each reader. */
class HeadcountsTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 1, 20);
    private static final String BENEFICIARIES = StatusKind.POLICY_BENEFICIARY.id();

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final Headcounts headcounts = office.part(Headcounts.class);
    private final ScopedWork work = office.part(ScopedWork.class);

    @BeforeEach
    void keepSomeDays() {
        place.household(Neighbourhood.UPPER_VILLAGE, 2, true);
        assertTrue(headcounts.keep(TODAY));
    }

    @AfterEach
    void whatIsKeptIsWhatTheSpellsSay() {
        assertEquals(List.of(), place.differences());
    }

    @ParameterizedTest
    @CsvSource({"2015-12-31, 0", "2016-01-01, 3", "2018-12-31, 3", "2019-12-31, 3", "2020-01-20, 3", "2044-01-01, 3"})
    void aChangeCountsOnEachDayFromItsOwnOn(LocalDate day, int more) {
        long before = place.count(Neighbourhood.EAST, BENEFICIARIES, day);
        long town = below(Neighbourhood.EAST, day);
        place.household(Neighbourhood.LOWER_VILLAGE, 3, true);
        assertEquals(before + more, place.count(Neighbourhood.EAST, BENEFICIARIES, day));
        assertEquals(town + more, below(Neighbourhood.EAST, day));
        assertEquals(List.of(), place.differences());
        assertTrue(headcounts.keep(TODAY), "summed up");
        assertEquals(before + more, place.count(Neighbourhood.EAST, BENEFICIARIES, day));
    }

    private long below(String where, LocalDate day) {
        Actor clerk = place.clerkOf("nb-counter", Neighbourhood.EAST);
        return work.read(clerk, () -> headcounts.below(where, day)).stream()
                .filter(cell ->
                        cell.measure().equals(BENEFICIARIES) && cell.path().equals(Neighbourhood.EAST_TOWN))
                .mapToLong(Headcounts.Cell::persons)
                .sum();
    }

    @Test
    void whoAsksForAPlaceAboveHisOwnIsToldOfHisOwnOnly() {
        Actor village = reader("nb-count-village", Neighbourhood.UPPER_VILLAGE);
        Actor west = reader("nb-count-west", Neighbourhood.WEST);
        long inVillage = place.count(Neighbourhood.UPPER_VILLAGE, BENEFICIARIES, TODAY);
        for (String above : List.of("370000/", Neighbourhood.EAST, Neighbourhood.UPPER_VILLAGE)) {
            assertEquals(inVillage, work.read(village, () -> headcounts.of(above, BENEFICIARIES, TODAY)), above);
            assertEquals(
                    inVillage,
                    work.read(village, () -> headcounts.below(above, TODAY)).stream()
                            .filter(cell -> cell.measure().equals(BENEFICIARIES))
                            .mapToLong(Headcounts.Cell::persons)
                            .sum(),
                    above);
        }
        assertEquals(0L, work.read(west, () -> headcounts.of(Neighbourhood.EAST, BENEFICIARIES, TODAY)));
        assertEquals(List.of(), work.read(west, () -> headcounts.below(Neighbourhood.EAST, TODAY)));
    }

    private static Actor reader(String name, String path) {
        return new Actor(1, name, Set.of(Role.POVERTY_OFFICE), new Scope(path), "");
    }

    @Test
    void whileSomebodyCountsNothingIsSummedUp() {
        Actor clerk = place.clerkOf("nb-counting", Neighbourhood.EAST);
        boolean[] kept = {true};
        boolean _ = work.write(clerk, () -> {
            headcounts.afterChangeOf(List.of(0L));
            Thread other = Thread.ofPlatform().start(() -> kept[0] = headcounts.keep(TODAY.plusMonths(1)));
            try {
                other.join();
            } catch (InterruptedException ending) {
                throw new IllegalStateException(ending);
            }
            return true;
        });
        assertFalse(kept[0]);
    }
}
