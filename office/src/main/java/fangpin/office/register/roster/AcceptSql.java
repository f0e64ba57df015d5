package fangpin.office.register.roster;

/** The statements of an acceptance, in their order. Parameters: batch, maker, checker, kind, clause, day, gone. */
final class AcceptSql {
    /** Whether a person was changed since the rows were checked. */
    static final String STALE = """
            select exists (
                select from register.import_row said left join register.person on person.id = said.person_id
                where said.batch_id = :batch and said.outcome in ('changed', 'moved')
                  and person.version is distinct from said.person_version)
            """;

    static final String HOUSEHOLDS = """
            insert into register.household (number, division_id, path, entered_by)
            select distinct on (said.household_number) said.household_number, said.division_id, said.path, :maker
            from register.import_row said
            where said.batch_id = :batch and said.outcome in ('new', 'moved')
              and not exists (select from register.household where household.number = said.household_number)
            order by said.household_number
            """;

    private static final String PERSON_COLUMNS = """
            person.id, person.version, person.path, person.household_id, person.name, person.id_sealed, person.sex, person.born_on,
            person.relation, person.schooling, person.self_care, person.student, person.phone_sealed, person.address_sealed,
            person.bank_card_sealed, person.handbook_keeper, person.ground, person.died_on, person.merged_into, person.withdrawn
            """;

    private static final String VERSION_COLUMNS = """
            insert into register.person_version (person_id, version, path, household_id, name, id_sealed, sex, born_on, relation,
                schooling, self_care, student, phone_sealed, address_sealed, bank_card_sealed, handbook_keeper, ground, died_on,
                merged_into, withdrawn, true_from, reason, entered_by)
            """;

    private static final String NEW_ROWS = """
            from register.import_row said join register.household on household.number = said.household_number
            where said.batch_id = :batch and said.outcome = 'new'
            """;

    /** The row of today of each new person. */
    static final String NEW_PERSONS = """
            insert into register.person (id, household_id, path, name, id_index, id_sealed, sex, born_on, relation, schooling,
                self_care, student, phone_sealed, address_sealed, bank_card_sealed, ground, entered_by)
            overriding system value
            select said.person_id, household.id, said.path, said.name, said.id_index, said.id_sealed, said.sex, said.born_on,
                coalesce(said.relation, '99'), said.schooling, said.self_care, said.student, said.phone_sealed,
                said.address_sealed, said.bank_card_sealed, :clause, :maker
            """ + NEW_ROWS;

    /** Its first version, told from the file once more: reading a million persons back takes longer. */
    static final String NEW_VERSIONS = VERSION_COLUMNS + """
            select said.person_id, 1, said.path, household.id, said.name, said.id_sealed, said.sex, said.born_on,
                coalesce(said.relation, '99'), said.schooling, said.self_care, said.student, said.phone_sealed,
                said.address_sealed, said.bank_card_sealed, null, :clause, null, null, false, :day, 'import ' || :batch, :maker
            """ + NEW_ROWS;

    /** Its status, and what was done. */
    static final String NEW_SPELLS = """
            with spell as (
                insert into register.status_spell (person_id, path, kind, valid_from, clause, entered_by, approved_by)
                select said.person_id, said.path, :kind, :day, :clause, :maker, :checker
                from register.import_row said where said.batch_id = :batch and said.outcome = 'new'
                returning id, person_id, path
            )
            insert into register.import_effect (batch_id, person_id, path, effect, spell_id)
            select :batch, person_id, path, 'person-added', id from spell
            """;

    static final String PERSON_EFFECTS = """
            insert into register.import_effect (batch_id, person_id, path, effect, version_before)
            select :batch, person_id, path, 'person-changed', person_version from register.import_row
            where batch_id = :batch and outcome in ('changed', 'moved')
            """;

    /** An empty cell leaves what is known. */
    static final String CHANGED_PERSONS = """
            update register.person set
                household_id = household.id, path = said.path, name = said.name,
                id_sealed = case when person.id_index is null then said.id_sealed else person.id_sealed end,
                id_index = coalesce(person.id_index, said.id_index),
                sex = case when said.sex = 0 then person.sex else said.sex end,
                born_on = coalesce(said.born_on, person.born_on), relation = coalesce(said.relation, person.relation),
                schooling = coalesce(said.schooling, person.schooling), self_care = coalesce(said.self_care, person.self_care),
                student = coalesce(said.student, person.student), phone_sealed = coalesce(said.phone_sealed, person.phone_sealed),
                address_sealed = coalesce(said.address_sealed, person.address_sealed),
                bank_card_sealed = coalesce(said.bank_card_sealed, person.bank_card_sealed),
                withdrawn = false, version = person.version + 1, entered_by = :maker, known_from = now()
            from register.import_row said join register.household on household.number = said.household_number
            where said.batch_id = :batch and said.outcome in ('changed', 'moved') and person.id = said.person_id
            """;

    static final String CHANGED_VERSIONS = VERSION_COLUMNS + "select " + PERSON_COLUMNS + """
            , :day, 'import ' || :batch, :maker
            from register.import_row said join register.person on person.id = said.person_id
            where said.batch_id = :batch and said.outcome in ('changed', 'moved')
            """;

    /** The spells of a person who moved, from the day on, go to the new place; what was before stays where it was. */
    static final String MOVED_SPELLS_ENDED = """
            insert into register.import_effect (batch_id, person_id, path, effect, spell_id)
            select :batch, spell.person_id, spell.path, 'spell-ended', spell.id
            from register.import_row said join register.status_spell spell on spell.person_id = said.person_id
            where said.batch_id = :batch and said.outcome = 'moved' and spell.known_to = 'infinity' and spell.path <> said.path
              and (spell.valid_to is null or spell.valid_to > :day)
            """;

    static final String SPELLS_NO_LONGER_KNOWN = """
            update register.status_spell spell set known_to = now()
            from register.import_effect effect
            where effect.batch_id = :batch and effect.effect = 'spell-ended' and spell.id = effect.spell_id
              and spell.known_to = 'infinity'
            """;

    private static final String SPELL_ADDED = """
            insert into register.import_effect (batch_id, person_id, path, effect, spell_id)
            select :batch, person_id, path, 'spell-added', id from added
            """;

    static final String MOVED_SPELLS_ADDED = """
            with added as (
                insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, determination_id, replaces_id,
                    entered_by, approved_by)
                select old.person_id, part.path, old.kind, part.valid_from, part.valid_to, old.clause, old.determination_id, old.id,
                    :maker, :checker
                from register.import_effect effect
                join register.status_spell old on old.id = effect.spell_id
                join register.import_row said on said.batch_id = :batch and said.person_id = old.person_id and said.outcome = 'moved'
                cross join lateral (values (old.path, old.valid_from, :day::date),
                    (said.path, greatest(old.valid_from, :day::date), old.valid_to)) part (path, valid_from, valid_to)
                where effect.batch_id = :batch and effect.effect = 'spell-ended'
                  and (part.valid_to is null or part.valid_from < part.valid_to)
                returning id, person_id, path
            )
            """ + SPELL_ADDED;

    /** The status for those who do not have it on the day; until it begins anyway, if it does later. */
    static final String MISSING_SPELLS = """
            with added as (
                insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, entered_by, approved_by)
                select said.person_id, said.path, :kind, :day,
                    (select min(later.valid_from) from register.status_spell later where later.person_id = said.person_id
                        and later.kind = :kind and later.known_to = 'infinity' and later.valid_from > :day),
                    :clause, :maker, :checker
                from register.import_row said
                where said.batch_id = :batch and said.outcome in ('changed', 'moved')
                  and not exists (select from register.status_spell spell where spell.person_id = said.person_id
                      and spell.kind = :kind and spell.known_to = 'infinity' and spell.valid_from <= :day
                      and (spell.valid_to is null or spell.valid_to > :day))
                returning id, person_id, path
            )
            """ + SPELL_ADDED;

    static final String GONE_SPELLS_ENDED = """
            insert into register.import_effect (batch_id, person_id, path, effect, spell_id)
            select :batch, spell.person_id, spell.path, 'spell-ended', spell.id
            from register.status_spell spell
            where spell.person_id = any (:gone) and spell.kind = :kind and spell.known_to = 'infinity' and spell.valid_from <= :day
              and (spell.valid_to is null or spell.valid_to > :day)
            """;

    static final String GONE_SPELLS_ADDED = """
            with added as (
                insert into register.status_spell (person_id, path, kind, valid_from, valid_to, clause, determination_id, replaces_id,
                    entered_by, approved_by)
                select old.person_id, old.path, old.kind, old.valid_from, :day, old.clause, old.determination_id, old.id, :maker, :checker
                from register.import_effect effect join register.status_spell old on old.id = effect.spell_id
                where effect.batch_id = :batch and effect.effect = 'spell-ended' and old.person_id = any (:gone)
                  and old.valid_from < :day
                returning id, person_id, path
            )
            """ + SPELL_ADDED;

    private AcceptSql() {}
}
