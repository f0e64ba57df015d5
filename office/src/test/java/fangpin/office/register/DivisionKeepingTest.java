package fangpin.office.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Divisions are added, renamed and closed; key villages come and go, and the headcounts follow. */
class DivisionKeepingTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 5, 10);

    private final RunningOffice office = RunningOffice.get();
    private final Neighbourhood place = new Neighbourhood(office);
    private final DivisionKeeping keeping = office.part(DivisionKeeping.class);
    private final KeyVillages keyVillages = office.part(KeyVillages.class);
    private final Actor clerk = place.clerkOf("nb-key-villages", Neighbourhood.EAST);
    private final Actor neighbour = place.clerkOf("nb-key-villages-west", Neighbourhood.WEST);
    private final Actor system = new Actor(
            office.account("nb-system", "371900", Role.SYSTEM_ADMINISTRATOR).id(),
            "nb-system",
            Set.of(Role.SYSTEM_ADMINISTRATOR),
            new Scope(Neighbourhood.EAST),
            "");

    @Test
    void aRenamedVillageKeepsItsFormerNameWithItsDays() {
        String path = add("371981101301", "旧名村");
        done(keeping.rename(system, path, "新名村", "", TODAY));
        done(keeping.rename(system, path, "再名村", "", TODAY.plusDays(30)));
        assertEquals(
                List.of("旧名村 until 2020-05-10", "新名村 until 2020-06-09", "再名村 until null"),
                office.part(ScopedWork.class)
                        .read(
                                system,
                                () -> office.part(JdbcClient.class)
                                        .sql("select name_zh || ' until ' || coalesce(valid_to::text, 'null')"
                                                + " from register.division_code where path = ? order by valid_from")
                                        .param(path)
                                        .query(String.class)
                                        .list()));
        refused(Refusal.NOT_FOUND, keeping.rename(system, Neighbourhood.WEST_VILLAGE, "别区的村", "", TODAY));
        refused(Refusal.DIVISION_WORDS, keeping.rename(system, path, " ", "", TODAY));
        refused(Refusal.NO_RIGHT, keeping.rename(clerk, path, "无权", "", TODAY));
    }

    @Test
    void aDivisionInUseIsNotClosed() {
        String path = add("371981101302", "空村");
        place.household(Neighbourhood.LOWER_VILLAGE, 1, false);
        refused(Refusal.DIVISION_IN_USE, keeping.close(system, Neighbourhood.LOWER_VILLAGE, TODAY));
        refused(Refusal.DIVISION_IN_USE, keeping.close(system, Neighbourhood.EAST_TOWN, TODAY));
        refused(Refusal.DIVISION_IN_USE, keeping.close(system, Neighbourhood.EAST, TODAY));
        done(keeping.close(system, path, TODAY));
        refused(Refusal.NOT_FOUND, keeping.close(system, path, TODAY));
        refused(Refusal.NOT_FOUND, keeping.close(system, Neighbourhood.WEST_VILLAGE, TODAY));
    }

    @Test
    void headcountsOutsideKeyVillagesFollow() {
        String path = add("371981101303", "重点村");
        place.household(path, 3, true);
        assertEquals(3, outside(path, TODAY));
        done(keyVillages.name(clerk, path, LocalDate.of(2018, 1, 1)));
        assertEquals(3, outside(path, LocalDate.of(2017, 12, 31)));
        assertEquals(0, outside(path, TODAY));
        refused(Refusal.KEY_VILLAGE_THERE, keyVillages.name(clerk, path, TODAY));
        refused(Refusal.KEY_VILLAGE_THERE, keyVillages.name(neighbour, path, TODAY));
        long id = keyVillages.list(clerk).stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
        refused(Refusal.NOT_FOUND, keyVillages.end(neighbour, id, TODAY));
        done(keyVillages.end(clerk, id, LocalDate.of(2020, 5, 1)));
        assertEquals(3, outside(path, TODAY));
        assertEquals(0, outside(path, LocalDate.of(2020, 4, 30)));
        assertEquals(
                List.of(),
                place.differences().stream()
                        .filter(cell -> cell.startsWith(path))
                        .toList());
    }

    private long outside(String path, LocalDate day) {
        return place.count(path, Headcounts.NON_KEY_VILLAGE, day);
    }

    private String add(String code, String name) {
        return done(keeping.add(
                system,
                new DivisionKeeping.Wanted(
                        Neighbourhood.EAST_TOWN, code, Division.Kind.VILLAGE, name, "", LocalDate.of(2000, 1, 1))));
    }

    private static String done(Answer<String> answer) {
        return switch (answer) {
            case Answer.Done<String> done -> done.value();
            case Answer.Refused<String> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static void refused(Refusal reason, Answer<String> answer) {
        assertEquals(reason, assertInstanceOf(Answer.Refused.class, answer).reason());
    }
}
