package fangpin.office.enrolment.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Mask;
import fangpin.office.access.Secrets;
import fangpin.office.enrolment.Handbooks;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of handbooks: who is covered, and what was delivered. */
@Component
public final class HandbookRows {
    private final JdbcClient database;
    private final Secrets secrets;

    HandbookRows(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Villages with how many are covered, and how many have their handbook. */
    public List<Handbooks.Village> villages(String pack, String place, LocalDate day) {
        return database.sql("""
                        with covered as (
                            select distinct person_id, path from enrolment.cover
                            where pack = :pack and known_to = 'infinity' and valid_from <= :day and valid_to > :day
                              and path >= :place and path < :place || '~'
                        ), delivered as (
                            select distinct on (person_id) person_id, briefed from enrolment.handbook_delivery
                            where pack = :pack order by person_id, id desc
                        )
                        select covered.path, register.place_name(covered.path) as name, count(*) as persons,
                            count(delivered.person_id) as delivered, count(*) filter (where delivered.briefed) as briefed
                        from covered left join delivered using (person_id)
                        group by covered.path order by covered.path
                        """)
                .param("pack", pack)
                .param("day", day)
                .param("place", place)
                .query((row, number) -> new Handbooks.Village(
                        row.getString("path"),
                        row.getString("name"),
                        row.getLong("persons"),
                        row.getLong("delivered"),
                        row.getLong("briefed")))
                .list();
    }

    /** Who is covered in a village, by name. */
    public List<Handbooks.Holder> holders(String pack, String village, LocalDate day) {
        return database.sql("""
                        select person.id, covered.path, person.name, person.schooling, person.self_care,
                            coalesce(nullif(delivery.keeper, ''), person.handbook_keeper) as keeper, delivery.receiver, delivery.delivered_on,
                            coalesce(delivery.briefed, false) as briefed
                        from (select distinct person_id, path from enrolment.cover
                              where pack = :pack and known_to = 'infinity' and valid_from <= :day and valid_to > :day and path = :village) covered
                        join register.person on person.id = covered.person_id
                        left join lateral (select * from enrolment.handbook_delivery
                            where person_id = person.id and pack = :pack order by id desc limit 1) delivery on true
                        order by person.household_id, person.relation, person.id
                        """)
                .param("pack", pack)
                .param("day", day)
                .param("village", village)
                .query((row, number) -> new Handbooks.Holder(
                        row.getLong("id"),
                        row.getString("path"),
                        row.getString("name"),
                        row.getString("schooling"),
                        row.getString("self_care"),
                        row.getString("keeper"),
                        row.getString("receiver"),
                        row.getObject("delivered_on", LocalDate.class),
                        row.getBoolean("briefed")))
                .list();
    }

    /** A person's covers under a pack on a day. */
    public List<Handbooks.Printed> covers(long person, String pack, LocalDate day) {
        return database.sql("""
                        select product, clause, valid_from, valid_to, policy_number from enrolment.cover
                        where person_id = ? and pack = ? and known_to = 'infinity' and valid_from <= ? and valid_to > ? order by product desc
                        """)
                .params(person, pack, day, day)
                .query((row, number) -> new Handbooks.Printed(
                        row.getString("product"),
                        row.getString("clause"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("policy_number")))
                .list();
    }

    /** A person's ID number with its middle hidden; empty when there is none. */
    public String maskedIdNumber(long person) {
        return database.sql("select id_sealed from register.person where id = ? and id_sealed is not null")
                .param(person)
                .query((row, number) -> row.getBytes("id_sealed"))
                .optional()
                .map(bytes -> Mask.of(FieldKind.ID_NUMBER, secrets.open(FieldKind.ID_NUMBER, bytes)))
                .orElse("");
    }

    /** Keeps deliveries to persons of the division; how many there were. */
    public int deliver(String pack, List<Long> persons, Handbooks.Delivery delivery, long actor, LocalDate day) {
        return database.sql("""
                        insert into enrolment.handbook_delivery (path, person_id, pack, receiver, keeper, briefed, delivered_on, entered_by,
                            entered_on)
                        select path, id, :pack, :receiver, :keeper, :briefed, :on, :actor, :day from register.person where id = any (:persons)
                        """)
                .param("pack", pack)
                .param("receiver", delivery.receiver())
                .param("keeper", delivery.keeper().strip())
                .param("briefed", delivery.briefed())
                .param("on", delivery.on())
                .param("actor", actor)
                .param("day", day)
                .param("persons", persons.toArray(Long[]::new))
                .update();
    }
}
