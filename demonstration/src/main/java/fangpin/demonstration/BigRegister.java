package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.database.internal.PostgresBinaries;
import fangpin.office.register.RosterImports;
import fangpin.office.register.StatusKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 百万人登记: a county of 50 towns and 2,000 villages with as many policy beneficiaries as asked for, made by the same code as the
 * demonstration and brought in by rosters, as a county would; for measuring how quick the register answers.
 *
 * <p>A roster for each day of listing, so that each village has many days. Two of ten are city-standard persons, by rosters too. Of each
 * fifth town 15 of 100 leave, three of 100 in all: it sends a roster of who is still there, of a day of its own. Left out is what no
 * roster says: case officers, keepers of handbooks, the document of each household, the dead; and everything is known from the day of
 * loading on.
 */
public final class BigRegister {
    /** The county's clerk. */
    public static final Actor CLERK = clerk(1);

    private static final Actor CHECKER = clerk(2);
    private static final String COUNTY = "371082";
    /** Digits of a town's code. */
    private static final int TOWN_CODE = 9;

    private static final int TOWNS = 50;
    private static final int VILLAGES = 2000;
    private static final LocalDate FIRST_LEAVING = LocalDate.of(2019, 1, 1);
    private static final int TOWNS_TO_ONE_LEFT = 5;
    private static final int LEAVING = 150;
    private static final int CITY_STANDARD = 200;
    /** So many were born on one day that the serial numbers of one place do not suffice: they come from several. */
    private static final List<String> ID_NUMBERS = List.of("3710", "3701", "3702", "3706", "3707", "3716", "3717");

    private final RosterDesk desk;
    private final Country country = Country.ofDocuments();
    private final Dice dice = Dice.of("a big register");
    private final List<FamilyMaker> families = new ArrayList<>();
    private final Neighbourhood villages;
    private final Path folder;
    private final Map<LocalDate, RosterFile> listed = new TreeMap<>();
    private final Map<LocalDate, RosterFile> cityStandard = new TreeMap<>();
    private final Map<String, RosterFile> staying = new TreeMap<>();

    private BigRegister(ApplicationContext office, Path folder) {
        this.folder = folder;
        desk = new RosterDesk(office.getBean(RosterImports.class), CLERK, CHECKER);
        country.settle(COUNTY, TOWNS, VILLAGES);
        Map<String, Integer> serials = People.serials();
        for (String numbers : ID_NUMBERS) {
            families.add(new FamilyMaker(dice, new People(dice, numbers, serials)));
        }
        villages = new Neighbourhood(
                dice, new People(dice, ID_NUMBERS.getFirst(), serials), country.villagesOf(COUNTY), "荣成市扶贫办");
    }

    private static Actor clerk(long id) {
        return new Actor(id, "测试", Set.of(Role.POVERTY_OFFICE), new Scope("370000/371000/371082/"), "");
    }

    /**
     * Loads at least so many persons into an office whose register is empty; answers how many.
     *
     * @param progress is told how many rows each roster brought in had
     */
    public static long load(ApplicationContext office, long persons, LongConsumer progress) throws IOException {
        Path folder = Files.createTempDirectory("fangpin-rosters");
        try {
            BigRegister register = new BigRegister(office, folder);
            register.divisions(office);
            return register.bring(persons, progress);
        } finally {
            PostgresBinaries.deleteTree(folder);
        }
    }

    private void divisions(ApplicationContext office) {
        Actor province = new Actor(1, "测试", Set.of(), new Scope("370000/"), "");
        int _ = office.getBean(ScopedWork.class).write(province, () -> {
            List<Place> places = country.all().stream()
                    .filter(place -> place.path().startsWith("370000/"))
                    .toList();
            new DivisionWriter(office.getBean(JdbcClient.class)).write(places);
            return places.size();
        });
    }

    private long bring(long persons, LongConsumer progress) throws IOException {
        long made = 0;
        while (made < persons) {
            List<Person> members = dice.pick(families).members(dice.pick(List.of(Family.values())));
            LocalDate from = dice.pick(listedSince(members));
            write(villages.settle(members, from, StatusKind.POLICY_BENEFICIARY.clause()));
            made += members.size();
        }
        bringAll(listed, StatusKind.POLICY_BENEFICIARY, progress);
        bringAll(cityStandard, StatusKind.CITY_STANDARD, progress);
        for (Map.Entry<String, RosterFile> town : staying.entrySet()) {
            LocalDate left = dice.day(FIRST_LEAVING, Calendar.TODAY);
            progress.accept(desk.bring(town.getValue(), town.getKey(), StatusKind.POLICY_BENEFICIARY, left, true));
        }
        return made;
    }

    private void bringAll(Map<LocalDate, RosterFile> files, StatusKind kind, LongConsumer progress) throws IOException {
        for (Map.Entry<LocalDate, RosterFile> file : files.entrySet()) {
            progress.accept(desk.bring(file.getValue(), CLERK.scope().path(), kind, file.getKey(), false));
        }
    }

    /** The days of listing on which all of a family were born. */
    private static List<LocalDate> listedSince(List<Person> members) {
        return UnitMaker.LISTED.stream()
                .filter(day -> members.stream().noneMatch(person -> person.born.isAfter(day)))
                .toList();
    }

    private void write(Household household) throws IOException {
        Place town = country.get(household.village().code().substring(0, TOWN_CODE));
        boolean left = Integer.parseInt(town.code().substring(COUNTY.length())) % TOWNS_TO_ONE_LEFT == 0;
        for (Person person : household.members()) {
            file(listed, household.enteredOn()).add(household, town.nameChinese(), person);
            if (left && dice.falls(LEAVING)) {
                continue;
            }
            if (left) {
                file(staying, town.path()).add(household, town.nameChinese(), person);
            }
            if (dice.falls(CITY_STANDARD)) {
                file(cityStandard, household.enteredOn()).add(household, town.nameChinese(), person);
            }
        }
    }

    private <K> RosterFile file(Map<K, RosterFile> files, K key) throws IOException {
        RosterFile file = files.get(key);
        if (file == null) {
            file = new RosterFile(folder);
            files.put(key, file);
        }
        return file;
    }
}
