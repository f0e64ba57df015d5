package fangpin.office.register.internal;

import fangpin.office.register.Determination;
import fangpin.office.register.Headcounts;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a case does to the register on the day it is filed. Old rows stay; each effect adds later knowledge. */
@Component
final class Effects {
    private final JdbcClient database;
    private final Headcounts headcounts;
    private final Versions versions;
    private final CaseFacts facts;
    private final Identities identities;
    private final FormerNumbers former;

    Effects(
            JdbcClient database,
            Headcounts headcounts,
            Versions versions,
            CaseFacts facts,
            Identities identities,
            FormerNumbers former) {
        this.database = database;
        this.headcounts = headcounts;
        this.versions = versions;
        this.facts = facts;
        this.identities = identities;
        this.former = former;
    }

    /** Carries out a case, approved by the actor. */
    void carryOut(Determination said, long actor) {
        List<Long> persons = new ArrayList<>(
                said.members().stream().map(Determination.Member::personId).toList());
        if (said.otherPersonId() != null) {
            persons.add(said.otherPersonId());
        }
        if (said.kind() == Determination.Kind.MOVE) {
            // a household moves as a whole, with whoever has come into it since the case began
            persons = new ArrayList<>(facts.everybodyOf(said.householdId()));
        }
        headcounts.beforeChangeOf(persons);
        switch (said.kind()) {
            case RECOGNITION -> recognise(said, actor);
            case GRADUATION -> end(said, persons, Objects.requireNonNull(said.statusKind()), said.effectiveOn(), actor);
            case DEATH -> die(said, persons, actor);
            case MOVE -> move(said, persons, Objects.requireNonNull(said.toPath()), actor);
            case MERGE -> merge(said, Objects.requireNonNull(said.otherPersonId()), actor);
            case SPLIT -> split(said, persons, actor);
            case CORRECTION -> correct(said, actor);
            case IDENTITY -> identify(said, persons, actor);
        }
        headcounts.afterChangeOf(persons);
    }

    private void recognise(Determination said, long actor) {
        for (Determination.Member member : said.members()) {
            add(
                    said,
                    member.personId(),
                    facts.placeOf(member.personId()),
                    Objects.requireNonNull(said.statusKind()).id(),
                    said.effectiveOn(),
                    null,
                    actor,
                    null);
        }
    }

    private void die(Determination said, List<Long> persons, long actor) {
        database.sql("update register.person set died_on = ? where id = any (?)")
                .params(said.effectiveOn(), persons.toArray(Long[]::new))
                .update();
        versions.write(persons, said, actor);
        end(said, persons, null, said.effectiveOn().plusDays(1), actor);
    }

    /** Ends what is held on a day: the row that ran on is closed as knowledge, and one with an end takes its place. */
    private void end(Determination said, List<Long> persons, @Nullable StatusKind kind, LocalDate day, long actor) {
        for (Held held : held(persons, kind, day)) {
            close(held.id());
            if (held.from().isBefore(day)) {
                add(said, held.person(), held.path(), held.kind(), held.from(), day, actor, held.id());
            }
        }
    }

    private void move(Determination said, List<Long> persons, String toPath, long actor) {
        database.sql("""
                        update register.household set path = :to, version = version + 1,
                            division_id = (select id from register.division where path = :to)
                        where id = :household
                        """)
                .param("to", toPath)
                .param("household", said.householdId())
                .update();
        database.sql("update register.person set path = ? where id = any (?)")
                .params(toPath, persons.toArray(Long[]::new))
                .update();
        versions.write(persons, said, actor);
        for (Held held : held(persons, null, said.effectiveOn())) {
            close(held.id());
            if (held.from().isBefore(said.effectiveOn())) {
                add(said, held.person(), held.path(), held.kind(), held.from(), said.effectiveOn(), actor, held.id());
            }
            LocalDate from = held.from().isBefore(said.effectiveOn()) ? said.effectiveOn() : held.from();
            add(said, held.person(), toPath, held.kind(), from, held.to(), actor, held.id());
        }
    }

    private void merge(Determination said, long other, long actor) {
        long kept = said.members().getFirst().personId();
        former.keepMerged(other, kept, said.id());
        Map<String, @Nullable Object> number = database.sql(
                        "select id_index, id_sealed from register.person where id = ?")
                .param(other)
                .query()
                .singleRow();
        database.sql("update register.person set merged_into = ?, id_index = null, id_sealed = null where id = ?")
                .params(kept, other)
                .update();
        // the number goes to the record that is kept, if that has none of its own
        database.sql("""
                        update register.person set id_index = :index::bytea, id_sealed = :sealed::bytea
                        where id = :kept and id_index is null
                        """)
                .param("index", number.get("id_index"))
                .param("sealed", number.get("id_sealed"))
                .param("kept", kept)
                .update();
        versions.write(List.of(kept, other), said, actor);
        List<Held> ofOther = held(List.of(other), null, LocalDate.MIN);
        for (Held held : ofOther) {
            close(held.id());
        }
        carryOver(said, kept, ofOther, actor);
    }

    /** What only the other record held goes on with the kept one; days that both held stand there already. */
    private void carryOver(Determination said, long kept, List<Held> ofOther, long actor) {
        String place = facts.placeOf(kept);
        for (Held held : ofOther) {
            for (Stretch stretch : notHeld(kept, held)) {
                add(said, kept, place, held.kind(), stretch.from(), stretch.to(), actor, held.id());
            }
        }
    }

    private record Stretch(LocalDate from, @Nullable LocalDate to) {}

    private List<Stretch> notHeld(long person, Held held) {
        return database.sql("""
                        select lower(stretch) as valid_from, upper(stretch) as valid_to from unnest(
                            datemultirange(daterange(:from, :to)) - coalesce((
                                select range_agg(daterange(valid_from, valid_to)) from register.status_spell
                                where person_id = :person and kind = :kind and known_to = 'infinity'
                                  and (valid_to is null or valid_to > valid_from)), '{}'::datemultirange)) as stretch
                        """)
                .param("from", held.from())
                .param("to", held.to())
                .param("person", person)
                .param("kind", held.kind())
                .query((row, number) -> new Stretch(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    private void split(Determination said, List<Long> persons, long actor) {
        Long household = database.sql("""
                        insert into register.household (number, division_id, path, case_officer, case_officer_unit, entered_by)
                        select register.next_household_number(number || '-'), division_id, path, case_officer, case_officer_unit, :actor
                        from register.household where id = :household returning id
                        """)
                .param("actor", actor)
                .param("household", said.householdId())
                .query(Long.class)
                .single();
        database.sql("update register.person set household_id = ? where id = any (?)")
                .params(household, persons.toArray(Long[]::new))
                .update();
        versions.write(persons, said, actor);
    }

    private void correct(Determination said, long actor) {
        long wrong = Objects.requireNonNull(said.spellId());
        Held held = held(wrong);
        close(wrong);
        LocalDate from = Objects.requireNonNull(said.spellFrom());
        if (said.spellTo() == null || said.spellTo().isAfter(from)) {
            add(said, held.person(), held.path(), held.kind(), from, said.spellTo(), actor, wrong);
        }
    }

    private void identify(Determination said, List<Long> persons, long actor) {
        identities.carryOut(said.id(), persons.getFirst());
        versions.write(persons, said, actor);
    }

    private void add(
            Determination said,
            long person,
            String path,
            String kind,
            LocalDate from,
            @Nullable LocalDate to,
            long actor,
            @Nullable Long replaces) {
        database.sql("""
                        insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, determination_id,
                            replaces_id, entered_by, approved_by)
                        values (:person, :path, :kind, :from, :to, :clause, :determination, :replaces, :enteredBy, :approvedBy)
                        """)
                .param("person", person)
                .param("path", path)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("clause", said.clause())
                .param("determination", said.id())
                .param("replaces", replaces)
                .param("enteredBy", said.enteredBy())
                .param("approvedBy", actor)
                .update();
    }

    private void close(long spell) {
        database.sql("update register.status_spell set known_to = now() where id = ? and known_to = 'infinity'")
                .param(spell)
                .update();
    }

    private record Held(
            long id,
            long person,
            String path,
            String kind,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** What these persons hold on a day or later, as known now. */
    private List<Held> held(List<Long> persons, @Nullable StatusKind kind, LocalDate day) {
        return database.sql("""
                        select id, person_id, path, kind, valid_from, valid_to from register.status_spell
                        where person_id = any (:persons) and known_to = 'infinity' and (:kind::text is null or kind = :kind)
                          and (valid_to is null or valid_to > :day) order by id
                        """)
                .param("persons", persons.toArray(Long[]::new))
                .param("kind", kind == null ? null : kind.id())
                .param("day", day.equals(LocalDate.MIN) ? LocalDate.of(1900, 1, 1) : day)
                .query((row, number) -> held(row))
                .list();
    }

    private Held held(long spell) {
        return database.sql("""
                        select id, person_id, path, kind, valid_from, valid_to from register.status_spell where id = ?
                        """).param(spell).query((row, number) -> held(row)).single();
    }

    private static Held held(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Held(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("path"),
                row.getString("kind"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
