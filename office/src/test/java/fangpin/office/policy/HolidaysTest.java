package fangpin.office.policy;

import static fangpin.office.enrolment.InsuredCounty.done;
import static fangpin.office.enrolment.InsuredCounty.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.kernel.provision.TimeLimit;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.packs.LoadResult;
import fangpin.packs.load.Packs;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holidays are data: what came with the office, what an administrator keeps, and the clocks that count by them. */
class HolidaysTest {
    private static final String WEIHAI = "370000/371000/";

    private final RunningOffice office = RunningOffice.get();
    private final Holidays holidays = office.part(Holidays.class);

    private Actor administrator(String path) {
        return new Actor(
                office.account("holiday-keeper", "371019", Role.SYSTEM_ADMINISTRATOR)
                        .id(),
                "管理员",
                Set.of(Role.SYSTEM_ADMINISTRATOR),
                new Scope(path),
                "");
    }

    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource(textBlock = """
            2020-01-23,  1, 2020-02-03
            2020-01-17,  2, 2020-01-20
            2020-04-30,  1, 2020-05-06
            2020-05-06,  3, 2020-05-09
            2020-09-30,  1, 2020-10-09
            2021-02-10,  3, 2021-02-20
            2021-09-17,  1, 2021-09-18
            2019-12-31,  1, 2020-01-02
            """)
    void theStateCouncilsDaysAreCounted(LocalDate start, int days, LocalDate last) {
        assertEquals(last, holidays.calendar(WEIHAI).plusWorkingDays(start, days));
    }

    @Test
    void anAdministratorKeepsAYearForHisDivisionAndThoseBelow() {
        Actor keeper = administrator("370000/371000/371019/");
        LocalDate day = LocalDate.of(2022, 1, 3);
        Holidays.Told told = new Holidays.Told(day, day, Holiday.Kind.REST, "元旦", "国办发明电〔2021〕11号");
        refused(
                PolicyRefusal.NO_RIGHT,
                holidays.keep(
                        new Actor(0, "财政", Set.of(Role.FINANCE), new Scope("370000/371000/371019/"), ""), told, day));
        refused(
                PolicyRefusal.BAD_DAYS,
                holidays.keep(keeper, new Holidays.Told(day, day.minusDays(1), Holiday.Kind.REST, "元旦", "文"), day));
        refused(
                PolicyRefusal.REASON_MISSING,
                holidays.keep(keeper, new Holidays.Told(day, day, Holiday.Kind.REST, "元旦", " "), day));
        done(holidays.keep(keeper, told, day));
        LocalDate before = LocalDate.of(2021, 12, 31);
        assertEquals(
                LocalDate.of(2022, 1, 4),
                holidays.calendar("370000/371000/371019/371019101/").plusWorkingDays(before, 1));
        assertEquals(LocalDate.of(2022, 1, 3), holidays.calendar(WEIHAI).plusWorkingDays(before, 1), "not above");
        done(holidays.keep(keeper, new Holidays.Told(day, day, Holiday.Kind.ORDINARY, "照常上班", "县政府通知"), day));
        assertEquals(
                LocalDate.of(2022, 1, 3),
                holidays.calendar("370000/371000/371019/").plusWorkingDays(before, 1),
                "what was entered last counts");
    }

    /** Reading R16 taken as working days: the clock of WH6 §3.1 runs by these days, not by weekdays alone. */
    @Test
    void theClockOfDisbursementCountsByThem() {
        LoadResult.Loaded pack = (LoadResult.Loaded) Packs.load("weihai-2020", Map.of("R16", "working-days"), null);
        TimeLimit limit = pack.pack().provisions(TimeLimit.class).stream()
                .filter(one -> one.id().equals("finance-disbursement"))
                .findFirst()
                .orElseThrow();
        Map<String, LocalDate> happened =
                Map.of("allocation-issued", LocalDate.of(2020, 4, 20), "proposal-made", LocalDate.of(2020, 4, 24));
        assertEquals(
                LocalDate.of(2020, 5, 18),
                limit.deadline(happened, holidays.calendar(WEIHAI)).orElseThrow());
    }

    @Test
    void thePageShowsAndKeepsThem() {
        office.account("holiday-page", "371019", Role.SYSTEM_ADMINISTRATOR);
        office.account("holiday-finance", "371019", Role.FINANCE);
        Browser browser = Browser.signedIn(office, "holiday-page");
        String page = browser.get("/holidays?year=2020").body();
        assertTrue(page.contains("国办发明电〔2019〕16号") && page.contains("2020-05-09"), page);
        assertEquals(
                422,
                browser.post("/holidays", Map.of("from", "x", "kind", "rest", "name", "元旦", "source", "文"))
                        .statusCode());
        assertEquals(
                303,
                browser.post(
                                "/holidays",
                                Map.of(
                                        "from",
                                        "2023-01-02",
                                        "until",
                                        "",
                                        "kind",
                                        "rest",
                                        "name",
                                        "元旦",
                                        "source",
                                        "国办发明电〔2022〕16号"))
                        .statusCode());
        assertTrue(browser.get("/holidays?year=2023").body().contains("2023-01-02"));
        assertEquals(
                403,
                Browser.signedIn(office, "holiday-finance").get("/holidays").statusCode());
    }
}
