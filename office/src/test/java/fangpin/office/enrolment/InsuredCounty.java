package fangpin.office.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.policy.Adoptions;
import fangpin.office.register.Headcounts;
import fangpin.office.register.IdNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up county of Weihai with a town and two villages, whose persons a test makes one by one. */
public final class InsuredCounty {
    public static final String PACK = "weihai-2020";
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    public static final LocalDate END = LocalDate.of(2021, 1, 1);

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    public final String path;
    public final String upperVillage;
    public final String lowerVillage;
    public final Actor clerk;
    public final Actor second;
    private final RunningOffice office;
    private final String pack;
    private final JdbcClient database;
    private final ScopedWork work;
    private final Actor province;

    /** A county by its code, with the pack in use in its city. */
    public InsuredCounty(RunningOffice office, String code) {
        this(office, code, PACK);
    }

    /** A county whose contracts are by another pack of the same city. */
    public InsuredCounty(RunningOffice office, String code, String pack) {
        this.office = office;
        this.pack = pack;
        database = office.part(JdbcClient.class);
        work = office.part(ScopedWork.class);
        path = "370000/371000/" + code + "/";
        String town = path + code + "101/";
        upperVillage = town + code + "101201/";
        lowerVillage = town + code + "101202/";
        province = new Actor(0, "省", Set.of(), new Scope("370000/"), "");
        clerk = account("enrol-" + code, code, Role.POVERTY_OFFICE);
        second = account("enrol-" + code + "-2", code, Role.POVERTY_OFFICE);
        work.write(province, () -> {
            place("370000/", "province", "山东省", "");
            place("370000/371000/", "city", "威海市", "370000/");
            place(path, "county", "丙县", "370000/371000/");
            place(town, "town", "丙镇", path);
            place(upperVillage, "village", "上丙村", town);
            place(lowerVillage, "village", "下丙村", town);
            return true;
        });
        packInUse();
    }

    public Actor account(String name, String code, Role role) {
        return office.account(name, code, role).actor();
    }

    private void packInUse() {
        Actor city = account("enrol-city", "371000", Role.POVERTY_OFFICE);
        Actor other = account("enrol-city-2", "371000", Role.POVERTY_OFFICE);
        Adoptions adoptions = office.part(Adoptions.class);
        if (adoptions.inUse(city, pack).isEmpty()) {
            long id = done(adoptions.propose(
                    city, new Adoptions.Proposal(pack, Map.of(), null, "测试"), LocalDate.of(2020, 1, 1)));
            done(adoptions.approve(other, id, 0, LocalDate.of(2020, 1, 1)));
        }
    }

    private void place(String place, String kind, String name, String above) {
        String code = place.substring(place.lastIndexOf('/', place.length() - 2) + 1, place.length() - 1);
        database.sql("""
                        insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                        values (:path, (select id from register.division where path = :above), :code, :kind, :name, :name, '2000-01-01')
                        on conflict do nothing
                        """)
                .param("path", place)
                .param("above", above)
                .param("code", code)
                .param("kind", kind)
                .param("name", name)
                .update();
    }

    /** The ID number of the n-th person made, which nobody can bear. */
    public static String idNumber(int serial) {
        return IdNumber.synthetic("3710", LocalDate.of(1950, 1, 1).plusDays(serial / 900), serial % 900)
                .text();
    }

    /** A person with an ID number and an address. */
    public Made person(String village, String name) {
        Secrets secrets = office.part(Secrets.class);
        int serial = PEOPLE.incrementAndGet();
        String number = idNumber(serial);
        long id = work.write(province, () -> {
            Long household = database.sql("""
                            insert into register.household (number, division_id, path, entered_by)
                            select 'EN-' || :serial, id, path, 0 from register.division where path = :path returning id
                            """)
                    .param("serial", serial)
                    .param("path", village)
                    .query(Long.class)
                    .single();
            return database.sql("""
                            insert into register.person (household_id, path, name, sex, relation, id_index, id_sealed, address_sealed, entered_by)
                            values (?, ?, ?, 1, '02', ?, ?, ?, 0) returning id
                            """)
                    .params(
                            household,
                            village,
                            name,
                            secrets.index(FieldKind.ID_NUMBER, number),
                            secrets.seal(FieldKind.ID_NUMBER, number),
                            secrets.seal(FieldKind.ADDRESS, "上丙村" + serial + "号"))
                    .query(Long.class)
                    .single();
        });
        return new Made(id, number);
    }

    /** Somebody made. */
    public record Made(long id, String idNumber) {}

    /** Gives a person a status. */
    public void status(long person, String kind, LocalDate from, @Nullable LocalDate to) {
        Headcounts headcounts = office.part(Headcounts.class);
        work.write(province, () -> {
            headcounts.beforeChangeOf(List.of(person));
            database.sql("""
                            insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, entered_by)
                            select id, path, :kind, :from, :to, 'WH3 §2b', 0 from register.person where id = :person
                            """)
                    .param("kind", kind)
                    .param("from", from)
                    .param("to", to)
                    .param("person", person)
                    .update();
            headcounts.afterChangeOf(List.of(person));
            return true;
        });
    }

    /** Changes the register as an owner could. */
    public void change(String statement, @Nullable Object... parameters) {
        work.write(province, () -> database.sql(statement).params(parameters).update());
    }

    /** What a person of the province reads. */
    public <T> T read(Class<T> type, String statement, Object... parameters) {
        return work.read(
                province,
                () -> database.sql(statement).params(parameters).query(type).single());
    }

    /** A contract of the clerk's own place, in force. */
    public long contract(String number, String... products) {
        return contract(number, FIRST_DAY, END, products);
    }

    /** One for other days. */
    public long contract(String number, LocalDate from, LocalDate end, String... products) {
        Contracts contracts = office.part(Contracts.class);
        LocalDate day = LocalDate.of(2019, 12, 20);
        long insurer = done(office.part(Insurers.class).add(clerk, "I" + PEOPLE.incrementAndGet(), "甲保险公司"));
        long id = done(contracts.draft(
                clerk, new Contracts.Wanted(number, insurer, pack, Set.of(products), from, end, "专户 001"), day));
        Contract drafted = contracts.find(clerk, id).orElseThrow();
        Map<String, String> notes = new java.util.HashMap<>();
        contracts.items(clerk, drafted).forEach(item -> notes.put(item.id(), "第三条"));
        done(contracts.note(clerk, id, 0, notes, day));
        done(contracts.propose(clerk, id, 1, day));
        return done(contracts.approve(second, id, 2, day));
    }

    public static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T> refused -> fail(refused.toString());
        };
    }

    public static void refused(RefusalReason reason, Answer<?> answer) {
        switch (answer) {
            case Answer.Done<?> done -> fail("done: " + done);
            case Answer.Refused<?> refused -> assertEquals(reason, refused.reason());
        }
    }
}
