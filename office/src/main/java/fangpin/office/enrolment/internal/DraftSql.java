package fangpin.office.enrolment.internal;

/**
 * The statement that draws up a list: the rule of {@link fangpin.kernel.policy.CoverRule} over all persons of a place at once, held
 * against what is in force. A status is all the days in a row on which a person had it, however many rows the register keeps of them and wherever he had it.
 */
final class DraftSql {
    private static final String COMPUTED = """
            with rule as materialized (
                select * from unnest(:products::text[], :numbers::int[], :categories::text[], :clauses::text[], :joins::text[],
                    :ends::text[], :answers::text[], :froms::date[], :untils::date[])
                    as given (product, number, category, clause, joins, ends, answer, period_from, period_until)
            ), resident as materialized (
                select id, path, died_on, merged_into is not null as merged, withdrawn
                from register.person where path >= :place and path < :place || '~'
            ), run as materialized (
                select person_id, kind, lower(days) as valid_from, upper(days) as valid_to
                from (select spell.person_id, spell.kind, range_agg(daterange(spell.valid_from, spell.valid_to)) as had
                    from (
                        select person_id, kind, valid_from, valid_to from register.status_spell where known_to = 'infinity'
                        union all
                        select person_id, kind, valid_from, valid_to from register.spells_of_movers()) spell
                    join resident on resident.id = spell.person_id
                    where spell.valid_from <= :asOf and spell.kind = any (:categories::text[])
                    group by spell.person_id, spell.kind) known
                cross join lateral unnest(had) as days
            ), days as (
                select run.person_id, rule.product, rule.number, rule.category, rule.clause, rule.answer,
                    case when run.valid_to <= rule.period_from then 'status-ended'
                        when run.valid_from >= rule.period_until or rule.joins = 'PERIOD_START' and run.valid_from > rule.period_from
                            then 'status-too-late'
                        else '' end as failing,
                    case rule.joins when 'PERIOD_START' then rule.period_from else greatest(run.valid_from, rule.period_from) end
                        as valid_from,
                    case rule.ends when 'PERIOD_END' then rule.period_until else least(run.valid_to, rule.period_until) end
                        as valid_to
                from run join rule on rule.category = run.kind
            ), computed as materialized (
                select distinct on (person_id, product) person_id, product, category, clause, answer, failing, valid_from, valid_to
                from days
                order by person_id, product, failing <> '', answer <> 'YES', valid_from, valid_to desc, number
            )
            """;

    /** What the rules alone say, for a test that holds them against the kernel. */
    static final String RULES_ONLY = COMPUTED + """
            select person_id, product, category, answer, valid_from, valid_to from computed where failing = '' order by person_id, product
            """;

    private static final String DECIDED = COMPUTED + """
            , held as materialized (
                select * from enrolment.cover
                where pack = :pack and known_to = 'infinity' and path >= :place and path < :place || '~'
                  and product = any (:products::text[])
            ), elsewhere as materialized (
                select person_id, product from enrolment.covered_elsewhere(:pack, :place)
            ), said as (
                select resident.id as person_id, product.product, product.clause as general_clause, resident.path,
                    computed.category, computed.clause, computed.valid_from,
                    least(computed.valid_to, resident.died_on + 1) as valid_to,
                    computed.valid_to > resident.died_on + 1 as cut,
                    held.id as cover_id, held.valid_from as held_from, held.valid_to as held_to, held.path as held_path,
                    held.policy_number, held.category as held_category, held.clause as held_clause,
                    case when resident.merged then 'merged'
                        when resident.withdrawn then 'withdrawn'
                        when elsewhere.person_id is not null then 'covered-elsewhere'
                        when resident.died_on < greatest(computed.valid_from, product.period_from) then 'died-before'
                        when computed.person_id is null then 'no-status'
                        when computed.failing <> '' then computed.failing
                        when computed.answer <> 'YES' and referral.id is null then 'referred'
                        when computed.answer <> 'YES' and not referral.covered then 'decided-against'
                        else '' end as hindrance
                from resident
                cross join (select distinct on (product) product, clause, period_from from rule order by product, number) product
                left join computed on computed.person_id = resident.id and computed.product = product.product
                left join held on held.person_id = resident.id and held.product = product.product
                left join enrolment.referral on referral.person_id = resident.id and referral.pack = :pack
                    and referral.product = product.product and referral.stage = 'confirmed'
                left join elsewhere on elsewhere.person_id = resident.id and elsewhere.product = product.product
            ), decided as (
                select said.*,
                    case when hindrance = '' and cover_id is null then 'added'
                        when hindrance = '' and valid_to < held_to and cut then 'ended'
                        when hindrance = '' then 'changed'
                        when cover_id is not null then 'ended'
                        else 'out' end as outcome,
                    case when hindrance <> '' and cover_id is not null and hindrance not in ('merged', 'withdrawn', 'died-before')
                            then 'status-corrected'
                        when hindrance <> '' then hindrance
                        when cover_id is null then 'insured'
                        when valid_to < held_to and cut then 'died'
                        when path <> held_path then 'moved'
                        else 'days' end as reason
                from said
                where not (hindrance = '' and cover_id is not null
                    and valid_from = held_from and valid_to = held_to and path = held_path)
            )
            """;

    /** How many persons a list would add, end and change. */
    static final String PENDING = DECIDED + """
            select outcome, count(distinct person_id)::integer as persons from decided where outcome <> 'out' group by outcome
            """;

    static final String DRAFT = DECIDED + """
            insert into enrolment.enrolment_item (enrolment_id, person_id, product, path, outcome, reason, category, clause, valid_from,
                valid_to, cover_id, policy_number)
            select :enrolment, person_id, product, path, outcome, reason,
                coalesce(case when hindrance <> '' and cover_id is not null then held_category else category end, ''),
                coalesce(case when hindrance <> '' and cover_id is not null then held_clause else clause end, general_clause),
                case when outcome = 'out' then null
                    when hindrance = '' then valid_from
                    when reason = 'status-corrected' and :asOf > held_from then held_from end,
                case when outcome = 'out' then null
                    when hindrance = '' then valid_to
                    when reason = 'status-corrected' and :asOf > held_from then least(:asOf, held_to) end,
                cover_id, policy_number
            from decided
            """;

    private DraftSql() {}
}
