package fangpin.office.register;

import fangpin.office.RunningOffice;
import fangpin.office.access.Account;
import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two made-up counties with two villages each, and households made as a test asks for them. */
public final class Neighbourhood {
    public static final String CITY = "370000/371900/";
    public static final String EAST = CITY + "371981/";
    public static final String WEST = CITY + "371982/";
    public static final String EAST_TOWN = EAST + "371981101/";
    public static final String UPPER_VILLAGE = EAST_TOWN + "371981101201/";
    public static final String LOWER_VILLAGE = EAST_TOWN + "371981101202/";
    public static final String WEST_VILLAGE = WEST + "371982101/371982101201/";
    public static final LocalDate BEGIN = LocalDate.of(2016, 1, 1);

    private static final AtomicInteger HOUSEHOLDS = new AtomicInteger();

    private final RunningOffice office;
    private final JdbcClient database;
    private final ScopedWork work;
    private final Actor province;

    /** Makes the places when they are not there yet. */
    public Neighbourhood(RunningOffice office) {
        this.office = office;
        database = office.part(JdbcClient.class);
        work = office.part(ScopedWork.class);
        province = new Actor(
                clerk("nb-province", "370000").userId(), "省", Set.of(Role.POVERTY_OFFICE), new Scope("370000/"), "");
        work.write(province, () -> {
            place("370000/", "province", "山东省", "");
            place(CITY, "city", "甲市", "370000/");
            place(EAST, "county", "东县", CITY);
            place(WEST, "county", "西县", CITY);
            place(EAST_TOWN, "town", "东镇", EAST);
            place(UPPER_VILLAGE, "village", "上村", EAST_TOWN);
            place(LOWER_VILLAGE, "village", "下村", EAST_TOWN);
            place(WEST + "371982101/", "town", "西镇", WEST);
            place(WEST_VILLAGE, "village", "西村", WEST + "371982101/");
            return true;
        });
    }

    private void place(String path, String kind, String name, String above) {
        String code = path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1);
        database.sql("""
                        insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                        values (:path, (select id from register.division where path = :above), :code, :kind, :name, :name, '2000-01-01')
                        on conflict do nothing
                        """)
                .param("path", path)
                .param("above", above)
                .param("code", code)
                .param("kind", kind)
                .param("name", name)
                .update();
    }

    /** A clerk of the poverty office of a division. */
    public Actor clerk(String name, String divisionCode) {
        Account account = office.account(name, divisionCode, Role.POVERTY_OFFICE);
        return account.actor();
    }

    /** A clerk whose division is one of the two counties. */
    public Actor clerkOf(String name, String countyPath) {
        Account account = office.account(name, "371900", Role.POVERTY_OFFICE);
        return new Actor(account.id(), name, Set.of(Role.POVERTY_OFFICE), new Scope(countyPath), "");
    }

    /** A household of so many members, all of them policy beneficiaries since 2016 when asked. */
    public List<Long> household(String village, int members, boolean beneficiaries) {
        return work.write(province, () -> {
            Long household = database.sql("""
                            insert into register.household (number, division_id, path, entered_by)
                            select :number, id, path, :actor from register.division where path = :path returning id
                            """)
                    .param("number", "NB-" + HOUSEHOLDS.incrementAndGet())
                    .param("actor", province.userId())
                    .param("path", village)
                    .query(Long.class)
                    .single();
            List<Long> persons = new ArrayList<>();
            for (int member = 0; member < members; member++) {
                persons.add(person(household, village, member));
            }
            if (beneficiaries) {
                persons.forEach(person -> spell(person, village));
            }
            office.part(Headcounts.class).afterChangeOf(persons);
            return persons;
        });
    }

    private Long person(Long household, String village, int member) {
        return database.sql("""
                        insert into register.person (household_id, path, name, sex, born_on, relation, entered_by)
                        values (:household, :path, :name, 1, :born, :relation, :actor) returning id
                        """)
                .param("household", household)
                .param("path", village)
                .param("name", member == 0 ? "丛大山" : "丛小山" + member)
                .param("born", member == 0 ? LocalDate.of(1950, 3, 1) : LocalDate.of(1990, 3, 1))
                .param("relation", member == 0 ? "02" : "20")
                .param("actor", province.userId())
                .query(Long.class)
                .single();
    }

    private void spell(Long person, String village) {
        database.sql("""
                        insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)
                        values (?, ?, 'policy-beneficiary', ?, 'WH3 §2b', ?)
                        """).params(person, village, BEGIN, province.userId()).update();
    }

    /** Includes a person of the upper village in instant help from a day on. */
    void instantHelp(long person, LocalDate from) {
        Headcounts headcounts = office.part(Headcounts.class);
        work.write(province, () -> {
            headcounts.beforeChangeOf(List.of(person));
            database.sql("""
                            insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by)
                            values (?, ?, 'instant-help', ?, 'WH3 §3.2 ②', ?)
                            """)
                    .params(person, UPPER_VILLAGE, from, province.userId())
                    .update();
            headcounts.afterChangeOf(List.of(person));
            return true;
        });
    }

    /** Gives a person a made-up ID number. */
    public void number(long person, String idNumber) {
        Secrets secrets = office.part(Secrets.class);
        work.write(
                province,
                () -> database.sql("update register.person set id_index = ?, id_sealed = ? where id = ?")
                        .params(
                                secrets.index(FieldKind.ID_NUMBER, idNumber),
                                secrets.seal(FieldKind.ID_NUMBER, idNumber),
                                person)
                        .update());
    }

    /** What the audit keeps of a row, the first first. */
    List<String> audited(String subject) {
        return work.read(
                province,
                () -> database.sql("select action from access.audit_record where subject = ? order by number")
                        .param(subject)
                        .query(String.class)
                        .list());
    }

    /** The headcount of a measure in a place on a day. */
    long count(String place, String measure, LocalDate day) {
        return work.read(province, () -> office.part(Headcounts.class).of(place, measure, day));
    }

    /** Where the kept headcounts differ from the spells. */
    List<String> differences() {
        return work.read(province, () -> office.part(Headcounts.class).differences());
    }
}
