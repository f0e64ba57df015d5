package fangpin.office.register.roster;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 撤销入库: takes an accepted import back by later facts, in the transaction of the caller: nothing is deleted. */
@Component
final class RosterUndo {
    /** Whether someone changed, since, what the import did. */
    private static final String CHANGED_SINCE = """
            select exists (
                select from register.import_effect effect left join register.person on person.id = effect.person_id
                where effect.batch_id = :batch and effect.effect in ('person-added', 'person-changed')
                  and person.version is distinct from coalesce(effect.version_before, 0) + 1)
            or exists (
                select from register.import_effect effect left join register.status_spell spell on spell.id = effect.spell_id
                where effect.batch_id = :batch and effect.effect in ('person-added', 'spell-added')
                  and spell.known_to is distinct from 'infinity'::timestamptz)
            or exists (
                select from register.import_effect effect join register.status_spell spell on spell.person_id = effect.person_id
                where effect.batch_id = :batch and effect.effect = 'person-added' and spell.known_to = 'infinity'
                  and not exists (select from register.import_effect own
                                  where own.batch_id = :batch and own.spell_id = spell.id))
            or exists (
                select from register.import_effect effect
                join register.determination_person said on said.person_id = effect.person_id
                join register.determination d on d.id = said.determination_id
                where effect.batch_id = :batch and effect.effect = 'person-added'
                  and d.stage in ('declared', 'investigated', 'recognised', 'noticed'))
            """;

    private static final String SPELLS_ADDED = """
            update register.status_spell spell set known_to = now()
            from register.import_effect effect
            where effect.batch_id = :batch and effect.effect in ('person-added', 'spell-added') and spell.id = effect.spell_id
            """;

    private static final String SPELLS_ENDED = """
            insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, determination_id, replaces_id,
                entered_by)
            select spell.person_id, spell.path, spell.kind, spell.valid_from, spell.valid_to, spell.clause, spell.determination_id,
                spell.id, :actor
            from register.import_effect effect join register.status_spell spell on spell.id = effect.spell_id
            where effect.batch_id = :batch and effect.effect = 'spell-ended'
            """;

    private static final String PERSONS_ADDED = """
            update register.person set withdrawn = true, version = person.version + 1, entered_by = :actor, known_from = now()
            from register.import_effect effect
            where effect.batch_id = :batch and effect.effect = 'person-added' and person.id = effect.person_id
            """;

    private static final String PERSONS_CHANGED = """
            update register.person set
                household_id = before.household_id, path = before.path, name = before.name, id_sealed = before.id_sealed,
                id_index = case when before.id_sealed is null then null else person.id_index end,
                sex = before.sex, born_on = before.born_on, relation = before.relation, schooling = before.schooling,
                self_care = before.self_care, student = before.student, phone_sealed = before.phone_sealed,
                address_sealed = before.address_sealed, bank_card_sealed = before.bank_card_sealed, withdrawn = before.withdrawn,
                version = person.version + 1, entered_by = :actor, known_from = now()
            from register.import_effect effect
            join register.person_version before on before.person_id = effect.person_id and before.version = effect.version_before
            where effect.batch_id = :batch and effect.effect = 'person-changed' and person.id = effect.person_id
            """;

    private static final String VERSIONS = """
            insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, born_on, relation,
                schooling, self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on,
                merged_into, withdrawn, true_from, reason, entered_by)
            select person.id, person.version, person.path, person.household_id, person.name, person.id_sealed, person.sex,
                person.born_on, person.relation, person.schooling, person.self_care, person.student, person.phone_sealed,
                person.address_sealed, person.bank_card_sealed, person.handbook_keeper, person.ground, person.died_on,
                person.merged_into, person.withdrawn, batch.true_from, 'import-undone ' || :batch, :actor
            from register.import_effect effect
            join register.person on person.id = effect.person_id
            join register.import_batch batch on batch.id = effect.batch_id
            where effect.batch_id = :batch and effect.effect in ('person-added', 'person-changed')
            """;

    private final JdbcClient database;
    private final HeadcountCall headcounts;

    RosterUndo(JdbcClient database, HeadcountCall headcounts) {
        this.database = database;
        this.headcounts = headcounts;
    }

    /** Takes the import back; false, and nothing done, if someone changed since what it did. */
    boolean undo(long batch, long actor) {
        Map<String, Object> values = new HashMap<>(Map.of("batch", batch, "actor", actor));
        database.sql("set local statement_timeout = '20min'").update();
        if (database.sql(CHANGED_SINCE).params(values).query(Boolean.class).single()) {
            return false;
        }
        headcounts.countEffects(batch, -1);
        for (String sql : new String[] {SPELLS_ADDED, SPELLS_ENDED, PERSONS_ADDED, PERSONS_CHANGED, VERSIONS}) {
            database.sql(sql).params(values).update();
        }
        headcounts.countEffects(batch, 1);
        return true;
    }
}
