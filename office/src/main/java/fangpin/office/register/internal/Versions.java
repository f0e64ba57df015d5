package fangpin.office.register.internal;

import fangpin.office.register.Determination;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The states persons went through: after a change of rows of persons, each gets its next version written down. */
@Component
public final class Versions {
    private final JdbcClient database;

    Versions(JdbcClient database) {
        this.database = database;
    }

    /** Numbers and keeps the state these persons are in now. */
    public void write(Collection<Long> persons, LocalDate trueFrom, String reason, long actor) {
        write(persons, trueFrom, reason, actor, null);
    }

    /** The same of a state that a case brought, carried out by the actor. */
    void write(Collection<Long> persons, Determination said, long actor) {
        write(persons, said.effectiveOn(), said.reason(), actor, said.id());
    }

    private void write(
            Collection<Long> persons, LocalDate trueFrom, String reason, long actor, @Nullable Long determination) {
        Long[] ids = persons.toArray(Long[]::new);
        database.sql("update register.person set version = version + 1 where id = any (?)")
                .param(ids)
                .update();
        keep(ids, trueFrom, reason, actor, determination);
    }

    /** Keeps the first state of persons just entered. */
    public void writeFirst(Collection<Long> persons, LocalDate trueFrom, String reason, long actor) {
        keep(persons.toArray(Long[]::new), trueFrom, reason, actor, null);
    }

    private void keep(Long[] ids, LocalDate trueFrom, String reason, long actor, @Nullable Long determination) {
        database.sql("""
                        insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, born_on,
                            relation, schooling, self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper,
                            ground, died_on, merged_into, true_from, reason, entered_by, determination_id)
                        select id, version, path, household_id, name, id_sealed, sex, born_on, relation, schooling, self_care, student,
                            phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on, merged_into,
                            :trueFrom, :reason, :actor, :determination::bigint
                        from register.person where id = any (:ids)
                        """)
                .param("trueFrom", trueFrom)
                .param("reason", reason)
                .param("actor", actor)
                .param("determination", determination)
                .param("ids", ids)
                .update();
    }
}
