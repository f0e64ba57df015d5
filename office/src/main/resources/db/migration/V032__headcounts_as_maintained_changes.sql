-- What each person adds to the headcounts, and how the maintained changes follow.
--
-- A change of the register is counted in three steps, in one transaction: count(persons, -1), the change itself, count(persons, +1).
-- Measures: each status kind by its own name; of policy beneficiaries also those left when city-standard persons are left out
-- (WH6 §2.1.1), those in villages that are not key villages (WH6 §2.2.1), those of 60 years and over (WH6 §2.2.4), and those helped
-- or insured in all (WH3 §2b: beneficiaries and instant-help persons, each person once).

create function register.contributions(persons bigint[])
    returns table (path text, measure text, day date, change integer)
    language sql stable set search_path = pg_catalog
    begin atomic
        with spell as (
            select s.person_id, s.path, s.kind, daterange(s.valid_from, s.valid_to) as days, person.born_on
            from register.status_spell s join register.person on person.id = s.person_id
            where s.person_id = any (persons) and s.known_to = 'infinity'
        ), city_standard as (
            select person_id, range_agg(days) as days from spell where kind = 'city-standard' group by person_id
        ), key_village as (
            select mark.path, range_agg(daterange(mark.valid_from, mark.valid_to)) as days
            from register.division_mark mark
            where mark.mark = 'key-village' and mark.path in (select spell.path from spell)
            group by mark.path
        ), counted as (
            select person_id, path, kind as measure, datemultirange(days) as days from spell
            union all
            select spell.person_id, spell.path, 'policy-beneficiary.without-city-standard',
                datemultirange(spell.days) - coalesce(city_standard.days, '{}'::datemultirange)
            from spell left join city_standard using (person_id)
            where spell.kind = 'policy-beneficiary'
            union all
            select spell.person_id, spell.path, 'policy-beneficiary.non-key-village',
                datemultirange(spell.days) - coalesce(key_village.days, '{}'::datemultirange)
            from spell left join key_village on key_village.path = spell.path
            where spell.kind = 'policy-beneficiary'
            union all
            select person_id, path, 'policy-beneficiary.aged-60',
                datemultirange(days * daterange((born_on + interval '60 years')::date, null))
            from spell where kind = 'policy-beneficiary' and born_on is not null
            union all
            select person_id, path, 'helped', range_agg(days)
            from spell where kind in ('policy-beneficiary', 'instant-help') group by person_id, path
        ), piece as (
            select counted.path, counted.measure, unnest(counted.days) as days from counted
        )
        select piece.path, piece.measure, lower(piece.days), 1 from piece
        union all
        select piece.path, piece.measure, upper(piece.days), -1 from piece where not upper_inf(piece.days);
    end;

-- Adds (+1) or takes back (-1) what these persons contribute. Rows are taken in one order, so that two at once wait and never lock up.
create function register.count_persons(persons bigint[], sign integer) returns void
    language sql volatile set search_path = pg_catalog
    begin atomic
        insert into register.headcount_change as total (path, measure, day, change)
        select path, measure, day, (sum(change) * sign)::integer
        from register.contributions(persons)
        group by path, measure, day
        having sum(change) <> 0
        order by path, measure, day
        on conflict (path, measure, day) do update set change = total.change + excluded.change;
    end;

revoke all on function register.contributions(bigint[]), register.count_persons(bigint[], integer) from public;
grant execute on function register.contributions(bigint[]), register.count_persons(bigint[], integer) to fangpin_office;
