package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 百万人登记: a county of 50 towns and 2,000 villages with as many policy beneficiaries as asked for, made by the same code as the
 * demonstration; for measuring how quick the register answers.
 */
public final class BigRegister {
    /** The county's clerk. */
    public static final Actor CLERK =
            new Actor(1, "测试", Set.of(Role.POVERTY_OFFICE), new Scope("370000/371000/371082/"), "");

    private static final String COUNTY = "371082";
    private static final int TOWNS = 50;
    private static final int VILLAGES = 2000;
    private static final int BATCH_HOUSEHOLDS = 1500;
    /** So many were born on one day that the serial numbers of one place do not suffice: they come from several. */
    private static final List<String> ID_NUMBERS = List.of("3710", "3701", "3702", "3706", "3707", "3716", "3717");

    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;

    /** Over an office whose register is empty. */
    public BigRegister(ApplicationContext office) {
        work = office.getBean(ScopedWork.class);
        database = office.getBean(JdbcClient.class);
        secrets = office.getBean(Secrets.class);
    }

    /** Loads at least so many persons, in many transactions; answers how many. */
    public long load(long persons, LongConsumer progress) {
        Country country = Country.ofDocuments();
        country.settle(COUNTY, TOWNS, VILLAGES);
        Actor province = new Actor(1, "测试", Set.of(), new Scope("370000/"), "");
        work.write(province, () -> {
            DivisionWriter divisions = new DivisionWriter(database);
            divisions.write(country.all().stream()
                    .filter(place -> place.path().startsWith("370000/"))
                    .toList());
            return divisions;
        });
        Map<String, Integer> serials = People.serials();
        Dice dice = Dice.of("a big register");
        List<FamilyMaker> families = new ArrayList<>();
        for (String numbers : ID_NUMBERS) {
            families.add(new FamilyMaker(dice, new People(dice, numbers, serials)));
        }
        Neighbourhood villages = new Neighbourhood(
                dice, new People(dice, ID_NUMBERS.getFirst(), serials), country.villagesOf(COUNTY), "荣成市扶贫办");
        long written = 0;
        while (written < persons) {
            List<Household> batch = new ArrayList<>();
            for (int i = 0; i < BATCH_HOUSEHOLDS && written < persons; i++) {
                Household household = household(dice, families, villages);
                batch.add(household);
                written += household.members().size();
            }
            work.write(CLERK, () -> {
                new RegisterWriter(database, secrets).write(batch, 1, 2);
                return batch;
            });
            progress.accept(written);
        }
        return written;
    }

    private static Household household(Dice dice, List<FamilyMaker> families, Neighbourhood villages) {
        List<Person> members = dice.pick(families).members(dice.pick(List.of(Family.values())));
        LocalDate since = dice.pick(UnitMaker.LISTED);
        for (Person person : members) {
            LocalDate from = person.born.isAfter(since) ? person.born : since;
            LocalDate to = dice.falls(30) ? dice.day(LocalDate.of(2019, 1, 1), Calendar.TODAY) : null;
            person.statuses.add(new Status(StatusKind.POLICY_BENEFICIARY, from, to, "WH3 §2b"));
            if (dice.falls(200)) {
                person.statuses.add(new Status(StatusKind.CITY_STANDARD, from, to, "WH6 §2.1.1"));
            }
        }
        return villages.settle(members, since, "威扶贫组办字〔2020〕3号");
    }
}
