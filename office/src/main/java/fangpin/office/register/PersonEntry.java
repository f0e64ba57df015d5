package fangpin.office.register;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.register.internal.FormerNumbers;
import fangpin.office.register.internal.Versions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 登记人员: enters one person by hand (LS §6.1: found, declared), with a new household or into one that is there. Statuses come by cases. */
@Service
public final class PersonEntry {
    private final ScopedWork work;
    private final JdbcClient database;
    private final Secrets secrets;
    private final Versions versions;
    private final FormerNumbers former;
    private final Audit audit;

    PersonEntry(
            ScopedWork work,
            JdbcClient database,
            Secrets secrets,
            Versions versions,
            FormerNumbers former,
            Audit audit) {
        this.work = work;
        this.database = database;
        this.secrets = secrets;
        this.versions = versions;
        this.former = former;
        this.audit = audit;
    }

    /**
     * Who is entered.
     *
     * @param idNumber empty for a person without one yet; then sex and birthday are as said, else as the number says
     * @param relation to the head of the household, GB/T 4761
     * @param joins a member of the household the person joins; null for a household of its own in the village
     */
    public record Wanted(
            String name,
            String idNumber,
            int sex,
            @Nullable LocalDate bornOn,
            String relation,
            String villagePath,
            @Nullable Long joins,
            String reason) {}

    private record Identity(
            @Nullable String number, int sex, @Nullable LocalDate bornOn) {}

    private record Home(long householdId, String path) {}

    /** Enters a person; answers the record. Refused when somebody on record had the number until it was corrected. */
    public Answer<Long> enter(Actor actor, Wanted wanted, LocalDate today) {
        return enter(actor, wanted, false, today);
    }

    /** The same of who was compared with the paper and is another than who had the number before: a wrong number may be somebody's right one. */
    public Answer<Long> enterAnother(Actor actor, Wanted wanted, LocalDate today) {
        return enter(actor, wanted, true, today);
    }

    private Answer<Long> enter(Actor actor, Wanted wanted, boolean another, LocalDate today) {
        if (!actor.may(Right.REGISTER_WRITE)) {
            return Answer.refused(Refusal.NO_RIGHT);
        }
        if (wanted.reason().isBlank()) {
            return Answer.refused(Refusal.REASON_MISSING);
        }
        return switch (PersonName.read(wanted.name())) {
            case PersonName.Reading.Faulty faulty -> Answer.refused(RosterFault.of(faulty.fault()));
            case PersonName.Reading.Valid valid -> {
                Answer<Identity> identity = identity(wanted, today);
                yield identity.then(known -> enter(actor, wanted, another, valid.name(), known, today));
            }
        };
    }

    private static Answer<Identity> identity(Wanted wanted, LocalDate today) {
        if (wanted.idNumber().isBlank()) {
            return Answer.done(new Identity(null, wanted.sex(), wanted.bornOn()));
        }
        return switch (IdNumber.read(wanted.idNumber(), today)) {
            case IdNumber.Reading.Faulty faulty -> Answer.refused(RosterFault.of(faulty.fault()), faulty.detail());
            case IdNumber.Reading.Valid valid -> {
                IdNumber number = valid.number();
                yield Answer.done(new Identity(number.text(), number.sex(), number.bornOn()));
            }
        };
    }

    private Answer<Long> enter(
            Actor actor, Wanted wanted, boolean another, PersonName name, Identity identity, LocalDate today) {
        try {
            return work.write(actor, () -> insert(actor, wanted, another, name, identity, today));
        } catch (DuplicateKeyException enteredMeanwhile) {
            return Answer.refused(Refusal.ALREADY_REGISTERED, "");
        }
    }

    private Answer<Long> insert(
            Actor actor, Wanted wanted, boolean another, PersonName name, Identity identity, LocalDate today) {
        byte @Nullable [] index =
                identity.number() == null ? null : secrets.index(FieldKind.ID_NUMBER, identity.number());
        if (index != null) {
            Optional<String> holder = database.sql("select register.place_name(register.division_holding(?))")
                    .param(index)
                    .query(String.class)
                    .optional();
            if (holder.isPresent()) {
                return Answer.refused(Refusal.ALREADY_REGISTERED, holder.get());
            }
        }
        Optional<FormerNumbers.Former> before = index == null ? Optional.empty() : former.of(index);
        if (before.isPresent() && !another) {
            return corrected(before.get());
        }
        Optional<Home> home = wanted.joins() == null ? newHome(actor, wanted.villagePath()) : homeOf(wanted.joins());
        if (home.isEmpty()) {
            return Answer.refused(Refusal.DESTINATION);
        }
        Long person = database.sql("""
                        insert into register.person (household_id, path, name, id_index, id_sealed, sex, born_on, relation, entered_by)
                        values (:household, :path, :name, :index, :sealed, :sex, :born, :relation, :actor) returning id
                        """)
                .param("household", home.get().householdId())
                .param("path", home.get().path())
                .param("name", name.text())
                .param("index", index)
                .param(
                        "sealed",
                        identity.number() == null ? null : secrets.seal(FieldKind.ID_NUMBER, identity.number()))
                .param("sex", identity.sex())
                .param("born", identity.bornOn())
                .param("relation", wanted.relation())
                .param("actor", actor.userId())
                .query(Long.class)
                .single();
        versions.writeFirst(List.of(person), today, wanted.reason().strip(), actor.userId());
        audit.record(
                actor,
                AuditAction.ENTERED,
                "person/" + person,
                before.map(one ->
                                Map.of("number-corrected-on", one.correctedOn().toString()))
                        .orElse(Map.of()));
        return Answer.done(person);
    }

    /** The same person is on record under another number, or this is who it belongs to. */
    private static Answer<Long> corrected(FormerNumbers.Former before) {
        return before.here()
                ? Answer.refused(
                        Refusal.NUMBER_CORRECTED,
                        before.correctedOn(),
                        before.shownNow().isEmpty() ? "—" : before.shownNow())
                : Answer.refused(Refusal.NUMBER_CORRECTED_OUTSIDE, before.correctedOn(), before.place());
    }

    private Optional<Home> homeOf(long person) {
        return database.sql("select household_id, path from register.person where id = ? and merged_into is null")
                .param(person)
                .query((row, number) -> new Home(row.getLong("household_id"), row.getString("path")))
                .optional();
    }

    /** A household of its own, numbered within its village; two at once wait for each other. */
    private Optional<Home> newHome(Actor actor, String villagePath) {
        return database.sql("""
                        insert into register.household (number, division_id, path, entered_by)
                        select register.next_household_number(d.code || '-n'), d.id, d.path, :actor
                        from register.division d where d.path = :path and d.kind = 'village' and d.valid_to is null
                        returning id, path
                        """)
                .param("actor", actor.userId())
                .param("path", villagePath)
                .query((row, number) -> new Home(row.getLong("id"), row.getString("path")))
                .optional();
    }
}
