package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 装入: puts the whole demonstration into an empty office, in one transaction: all of it or nothing. */
final class CountyLoad {
    private static final List<String> PROVINCES = List.of("370000/", "330000/", "320000/");
    private static final int BATCH_HOUSEHOLDS = 1500;

    private final ApplicationContext office;
    private final ScopedWork work;
    private final JdbcClient database;
    private final RegisterWriter writer;
    private final Population people;

    CountyLoad(ApplicationContext office, Population people) {
        this.people = people;
        this.office = office;
        work = office.getBean(ScopedWork.class);
        database = office.getBean(JdbcClient.class);
        writer = new RegisterWriter(database, office.getBean(Secrets.class));
    }

    /** Whether it has been loaded; since that happens in one transaction, a part is the whole. */
    static boolean isThere(ApplicationContext office) {
        return office.getBean(ScopedWork.class)
                .read(
                        loader(PROVINCES.getFirst()),
                        () -> office.getBean(JdbcClient.class)
                                .sql("select exists (select from register.division where path = '370000/371000/')")
                                .query(Boolean.class)
                                .single());
    }

    /**
     * Loads it.
     *
     * @param hiring makes the account of a member of staff
     * @param beforeCommit is done last; when it fails, nothing was loaded
     */
    void run(Function<Staff, Actor> hiring, Runnable beforeCommit) {
        writer.remember(people.stories().households());
        work.write(loader(PROVINCES.getFirst()), () -> {
            Map<String, Actor> staff = new LinkedHashMap<>();
            Staff.all(people.country()).forEach(one -> staff.put(one.login(), hiring.apply(one)));
            for (String province : PROVINCES) {
                work.write(loader(province), () -> province(province, staff));
            }
            Scene scene = new Scene(office, writer, staff);
            people.stories().all().forEach(story -> story.tell(scene));
            beforeCommit.run();
            return staff;
        });
    }

    private int province(String province, Map<String, Actor> staff) {
        DivisionWriter divisions = new DivisionWriter(database);
        List<Place> places = people.country().all().stream()
                .filter(place -> place.path().startsWith(province))
                .toList();
        divisions.write(places);
        List<List<String>> former = Words.table("former-codes.csv");
        places.forEach(place -> divisions.codes(place, former));
        people.marks().stream().filter(mark -> mark.path().startsWith(province)).forEach(divisions::mark);
        List<Household> households = people.households().stream()
                .filter(household -> household.village().path().startsWith(province))
                .toList();
        Actor enters = staff.getOrDefault("city", loader(province));
        Actor approves = staff.getOrDefault("city2", loader(province));
        for (int from = 0; from < households.size(); from += BATCH_HOUSEHOLDS) {
            writer.write(
                    households.subList(from, Math.min(households.size(), from + BATCH_HOUSEHOLDS)),
                    enters.userId(),
                    approves.userId());
        }
        office.getBean(Audit.class)
                .record(
                        enters,
                        AuditAction.IMPORTED,
                        "division/" + province,
                        Map.of("households", Integer.toString(households.size()), "what", "demonstration"));
        return households.size();
    }

    private static Actor loader(String province) {
        return new Actor(0, "演示数据", Set.of(), new Scope(province), "");
    }
}
