package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.register.internal.Cases;
import fangpin.office.register.internal.FormerValues;
import fangpin.office.register.internal.PersonRows;
import fangpin.office.register.internal.Remarks;
import fangpin.office.register.internal.SpellRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 人员档案: a person's page, put together from the register and from every room that knows something of the person. */
@Service
public final class PersonFiles {
    private static final String ONE = "select " + PersonRows.SUMMARY_COLUMNS + """
            , person.household_id, person.version, person.phone_sealed, person.address_sealed, person.bank_card_sealed,
            person.schooling, person.self_care, person.student, person.handbook_keeper, person.died_on, person.merged_into,
            household.case_officer, household.case_officer_unit
            from register.person join register.household on household.id = person.household_id where person.id = :id
            """;

    private final ScopedWork work;
    private final JdbcClient database;
    private final PersonRows rows;
    private final SpellRows spells;
    private final Divisions divisions;
    private final People people;
    private final Cases cases;
    private final Remarks remarks;
    private final FormerValues former;
    private final List<TimelineSource> sources;

    PersonFiles(
            ScopedWork work,
            JdbcClient database,
            PersonRows rows,
            SpellRows spells,
            Divisions divisions,
            People people,
            Cases cases,
            Remarks remarks,
            FormerValues former,
            List<TimelineSource> sources) {
        this.work = work;
        this.database = database;
        this.rows = rows;
        this.spells = spells;
        this.divisions = divisions;
        this.people = people;
        this.cases = cases;
        this.remarks = remarks;
        this.former = former;
        this.sources = List.copyOf(sources);
    }

    /** The page of a person of one's own division. */
    public Optional<PersonFile> find(Actor actor, long id, LocalDate today) {
        return work.read(
                actor,
                () -> database.sql(ONE)
                        .param("id", id)
                        .param("day", today)
                        .query((row, number) -> file(row, today))
                        .optional());
    }

    private PersonFile file(ResultSet row, LocalDate today) throws SQLException {
        PersonSummary person = rows.summary(row, 0);
        long householdId = row.getLong("household_id");
        List<Spell> all = spells.of(person.id());
        return new PersonFile(
                person,
                householdId,
                row.getInt("version"),
                rows.masked(FieldKind.PHONE, row.getBytes("phone_sealed")),
                rows.masked(FieldKind.ADDRESS, row.getBytes("address_sealed")),
                rows.masked(FieldKind.BANK_CARD, row.getBytes("bank_card_sealed")),
                row.getString("schooling"),
                row.getString("self_care"),
                row.getString("student"),
                row.getString("handbook_keeper"),
                row.getString("case_officer"),
                row.getString("case_officer_unit"),
                row.getObject("died_on", LocalDate.class),
                row.getObject("merged_into", Long.class),
                divisions.chain(person.path()),
                all.stream().filter(spell -> spell.knownTo() == null).toList(),
                all.stream().filter(spell -> spell.knownTo() != null).toList(),
                former.of(person.id()),
                people.ofHousehold(person.householdNumber(), today),
                events(person.id()),
                cases.ofHousehold(householdId),
                remarks.of(row.getBytes("id_sealed"), row.getBytes("bank_card_sealed"), today));
    }

    private List<TimelineEvent> events(long person) {
        return sources.stream()
                .flatMap(source -> source.eventsOf(person).stream())
                .sorted(Comparator.comparing(TimelineEvent::day).reversed())
                .toList();
    }
}
