package fangpin.office.register.internal;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register knows that speaks for or against a case. */
@Component
final class CaseFacts {
    private final JdbcClient database;

    CaseFacts(JdbcClient database) {
        this.database = database;
    }

    /** Whether one of them has died. */
    boolean anyDied(List<Long> persons) {
        return database.sql("select exists (select from register.person where id = any (?) and died_on is not null)")
                .param(persons.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Where persons live: one household, or there is no answer. */
    record Home(long householdId, String path) {}

    Optional<Home> homeOf(List<Long> persons) {
        List<Home> homes = database.sql("""
                        select household_id, path from register.person
                        where id = any (?) and merged_into is null group by household_id, path having count(*) = ?
                        """)
                .params(persons.toArray(Long[]::new), (long) persons.size())
                .query((row, number) -> new Home(row.getLong("household_id"), row.getString("path")))
                .list();
        return homes.size() == 1 ? Optional.of(homes.getFirst()) : Optional.empty();
    }

    /** Every record of a household, also of those who died; not those merged into others. */
    List<Long> everybodyOf(long household) {
        return database.sql("select id from register.person where household_id = ? and merged_into is null order by id")
                .param(household)
                .query(Long.class)
                .list();
    }

    /** The path of the village in which a person's household is now. */
    String placeOf(long person) {
        return database.sql("select path from register.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    /** Whether one of these records is merged into another already; those of the two stay as they are until the transaction ends. */
    boolean anyMerged(List<Long> persons) {
        List<Boolean> merged = database.sql("""
                        select merged_into is not null from register.person where id = any (?) order by id for update
                        """)
                .param(persons.toArray(Long[]::new))
                .query(Boolean.class)
                .list();
        return merged.size() < persons.size() || merged.contains(true);
    }

    /** Whether a household has an open case. */
    boolean isUnderWay(long household) {
        return database.sql("select register.case_under_way(?)")
                .param(household)
                .query(Boolean.class)
                .single();
    }

    long membersOf(long household) {
        return database.sql(
                        "select count(*) from register.person where household_id = ? and merged_into is null and died_on is null")
                .param(household)
                .query(Long.class)
                .single();
    }

    boolean isVillage(String path) {
        return database.sql(
                        "select exists (select from register.division where path = ? and kind = 'village' and valid_to is null)")
                .param(path)
                .query(Boolean.class)
                .single();
    }

    /** Whether one of them holds a status on a day or will later: a second spell would overlap. */
    boolean holdsAny(List<Long> persons, StatusKind kind, LocalDate day) {
        return holding(persons, kind, day, false) > 0;
    }

    /** Whether all of them hold a status on a day, and began before it. */
    boolean holdAll(List<Long> persons, StatusKind kind, LocalDate day) {
        return holding(persons, kind, day, true) == persons.size();
    }

    private long holding(List<Long> persons, StatusKind kind, LocalDate day, boolean begun) {
        return database.sql("""
                        select count(distinct person_id) from register.status_spell
                        where person_id = any (:persons) and kind = :kind and known_to = 'infinity'
                          and (valid_to is null or valid_to > :day) and (not :begun or valid_from < :day)
                        """)
                .param("persons", persons.toArray(Long[]::new))
                .param("kind", kind.id())
                .param("day", day)
                .param("begun", begun)
                .query(Long.class)
                .single();
    }

    boolean isCurrentSpell(long spell, long person) {
        return database.sql("""
                        select exists (select from register.status_spell where id = ? and person_id = ? and known_to = 'infinity')
                        """).params(spell, person).query(Boolean.class).single();
    }

    /** Whether a period, put in place of a spell, would overlap another of the same person and kind. */
    boolean overlapsAnother(long spell, LocalDate from, @Nullable LocalDate to) {
        return database.sql("""
                        select exists (select from register.status_spell wrong
                            join register.status_spell other
                              on other.person_id = wrong.person_id and other.kind = wrong.kind and other.id <> wrong.id
                            where wrong.id = :spell and other.known_to = 'infinity'
                              and daterange(other.valid_from, other.valid_to) && case when :to::date is null then daterange(:from, null)
                                  else daterange(:from, greatest(:to, :from)) end)
                        """)
                .param("spell", spell)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }
}
