package fangpin.office.settlement;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two made-up hospitals of Weihai, and insured people made as a test asks for them. */
public final class Ward {
    /** The day on which its bills are settled. */
    public static final LocalDate TODAY = LocalDate.of(2020, 12, 31);

    private static final String VILLAGE = "370000/371000/371082/371082990/371082990201/";
    private static final AtomicInteger PERSONS = new AtomicInteger();
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    /** Of the two hospitals the first. */
    public final Hospital first;

    final Hospital second;
    final Actor firstDesk;
    final Actor secondDesk;
    final Actor city;
    private final RunningOffice office;
    private final JdbcClient database;
    private final ScopedWork work;

    /** Makes the places and the hospitals when they are not there yet. */
    public Ward(RunningOffice office) {
        this.office = office;
        database = office.part(JdbcClient.class);
        work = office.part(ScopedWork.class);
        city = office.account("ward-city", "371000", Role.POVERTY_OFFICE).actor();
        Actor other =
                office.account("ward-city-2", "371000", Role.POVERTY_OFFICE).actor();
        adopt(other);
        Actor province =
                office.account("ward-province", "370000", Role.POVERTY_OFFICE).actor();
        work.write(province, () -> {
            String above = "";
            String[] kinds = {"province", "city", "county", "town", "village"};
            String[] codes = VILLAGE.split("/", -1);
            for (int level = 0; level < kinds.length; level++) {
                database.sql("""
                                insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
                                values (?, (select id from register.division where path = ?), ?, ?, ?, ?, '2000-01-01') on conflict do nothing
                                """)
                        .params(
                                above + codes[level] + "/",
                                above,
                                codes[level],
                                kinds[level],
                                "地" + level,
                                "place " + level)
                        .update();
                above += codes[level] + "/";
            }
            return true;
        });
        first = hospital("ward1", "第一医院");
        second = hospital("ward2", "第二医院");
        firstDesk = desk("ward-first", first);
        secondDesk = desk("ward-second", second);
    }

    private void adopt(Actor other) {
        adopt("weihai-2020", city, other);
    }

    /** Takes a pack into use, when it is not. */
    void adopt(String pack, Actor one, Actor other) {
        Adoptions adoptions = office.part(Adoptions.class);
        if (adoptions.inUse(one, pack).isPresent()) {
            return;
        }
        long id = done(
                adoptions.propose(one, new Adoptions.Proposal(pack, Map.of(), null, "测试"), LocalDate.of(2020, 1, 1)));
        Adoption proposed = adoptions.find(other, id).orElseThrow();
        done(adoptions.approve(other, id, proposed.version(), LocalDate.of(2020, 1, 1)));
    }

    /** Takes a pack of the trial county into use, where it meets nobody else's. */
    public void adoptElsewhere(String pack) {
        adopt(
                pack,
                office.account("shapes-1", "999900", Role.POVERTY_OFFICE).actor(),
                office.account("shapes-2", "999900", Role.POVERTY_OFFICE).actor());
    }

    private Hospital hospital(String code, String name) {
        Hospitals hospitals = office.part(Hospitals.class);
        return hospitals.of(city).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseGet(() -> work.write(city, () -> {
                    database.sql("insert into settlement.hospital (path, code, name_zh, name_en) values (?, ?, ?, ?)")
                            .params("370000/371000/371082/y-" + code + "/", code, name, name)
                            .update();
                    return hospitals.of(city).stream()
                            .filter(one -> one.code().equals(code))
                            .findFirst()
                            .orElseThrow();
                }));
    }

    private Actor desk(String name, Hospital hospital) {
        long id = office.account(name, "371000", Role.HOSPITAL).id();
        return new Actor(id, name, Set.of(Role.HOSPITAL), new Scope(hospital.path()), "");
    }

    /** Somebody insured by the supplementary cover from a day to the end of 2020; his made-up ID number. */
    public String insured(LocalDate from) {
        return insured(from, "supplementary-medical");
    }

    /** Somebody insured by another product. */
    String insured(LocalDate from, String product) {
        return insured("weihai-2020", product, from, LocalDate.of(2021, 1, 1), "");
    }

    /**
     * Somebody insured by a product of a pack.
     *
     * @param household he lives in, made when it is asked for first; empty for one of his own
     */
    public String insured(String pack, String product, LocalDate from, LocalDate to, String household) {
        int serial = PERSONS.incrementAndGet();
        String number = "379999" + "19600101" + "%03d".formatted(serial % 1000);
        String idNumber = number + "X";
        Secrets secrets = office.part(Secrets.class);
        work.write(city, () -> {
            Long home = database.sql("""
                            insert into register.household (number, division_id, path, entered_by)
                            select ?, id, path, ? from register.division where path = ?
                            on conflict (number) do update set version = household.version returning id
                            """)
                    .params(household.isEmpty() ? "WARD-" + serial : household, city.userId(), VILLAGE)
                    .query(Long.class)
                    .single();
            Long person = database.sql("""
                            insert into register.person (household_id, path, name, sex, born_on, relation, entered_by, id_index, id_sealed)
                            values (?, ?, ?, 1, '1960-01-01', '02', ?, ?, ?) returning id
                            """)
                    .params(
                            home,
                            VILLAGE,
                            "丛病" + serial,
                            city.userId(),
                            secrets.index(FieldKind.ID_NUMBER, idNumber),
                            secrets.seal(FieldKind.ID_NUMBER, idNumber))
                    .query(Long.class)
                    .single();
            return database.sql("""
                            insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, entered_by,
                                approved_by)
                            values (?, ?, ?, ?, 'policy-beneficiary', 'WH3 §2b', ?, ?, 1, 2)
                            """)
                    .params(VILLAGE, person, pack, product, from, to)
                    .update();
        });
        return idNumber;
    }

    /** Takes back all covers of a person, as a correction does. */
    void uncover(String idNumber) {
        work.write(
                city,
                () -> database.sql("""
                        update enrolment.cover set known_to = now() where known_to = 'infinity'
                          and person_id = (select id from register.person where id_index = ?)
                        """)
                        .param(office.part(Secrets.class).index(FieldKind.ID_NUMBER, idNumber))
                        .update());
    }

    /** Dates the cover of somebody back, as a later list does. */
    void coverFrom(String idNumber, LocalDate from) {
        work.write(
                city,
                () -> database.sql("""
                        with old as (
                            update enrolment.cover set known_to = now() where known_to = 'infinity'
                              and person_id = (select id from register.person where id_index = :index) returning *
                        )
                        insert into enrolment.cover (path, person_id, pack, product, category, clause, valid_from, valid_to, policy_number,
                            entered_by, approved_by)
                        select path, person_id, pack, product, category, clause, :from, valid_to, policy_number, entered_by, approved_by from old
                        """)
                        .param("index", office.part(Secrets.class).index(FieldKind.ID_NUMBER, idNumber))
                        .param("from", from)
                        .update());
    }

    /** How often the audit says that this account asked for cover. */
    long asked(Actor who) {
        return work.read(
                city,
                () -> database.sql(
                                "select count(*) from access.audit_record where action = 'COVER_ASKED' and actor_id = ?")
                        .param(who.userId())
                        .query(Long.class)
                        .single());
    }

    /** A bill of a stay that ended on a day: total, eligible, paid by the basic insurance, in yuan. */
    BillMessage bill(String idNumber, String discharged, long total, long eligible, long basic) {
        int number = MESSAGES.incrementAndGet();
        LocalDate day = LocalDate.parse(discharged);
        Map<String, Long> amounts = new HashMap<>(Map.of(
                "total_cost",
                total * 100,
                "eligible_cost",
                eligible * 100,
                "basic_paid",
                basic * 100,
                "critical_illness_paid",
                0L,
                "hospital_waiver",
                0L,
                "medical_assistance_paid",
                0L));
        return new BillMessage("M" + number, "B" + number, idNumber, day.minusDays(5), day, amounts);
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T> done -> done.value();
            case Answer.Refused<T> refused -> throw new AssertionError(refused.reason() + " " + refused.arguments());
        };
    }

    /** What each of a person's bills pays now, by their order. */
    List<Long> paid(List<Bill> bills) {
        Settlements settlements = office.part(Settlements.class);
        return bills.stream()
                .map(bill ->
                        settlements.find(city, bill.id()).orElseThrow().latest().paidFen())
                .toList();
    }
}
