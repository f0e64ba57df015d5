-- What persons add to the headcounts, in a form whose cost grows with their number and not with its square: the same rows as before.
--
-- The planner cannot know how many persons are given and took few, so that of many it compared each with each. Now a person's
-- city-standard days come by a window over the same rows, and a village's days as a key village by index.

create index division_mark_by_place on register.division_mark (path, mark);

create or replace function register.contributions(persons bigint[])
    returns table (path text, measure text, day date, change integer)
    language sql stable set search_path = pg_catalog
    begin atomic
        with spell as (
            select s.person_id, s.path, s.kind, daterange(s.valid_from, s.valid_to) as days, person.born_on,
                range_agg(daterange(s.valid_from, s.valid_to)) filter (where s.kind = 'city-standard')
                    over (partition by s.person_id) as city_standard
            from register.status_spell s join register.person on person.id = s.person_id
            where s.person_id = any (persons) and s.known_to = 'infinity'
        ), counted as (
            select spell.person_id, spell.path, spell.kind as measure, datemultirange(spell.days) as days from spell
            union all
            select spell.person_id, spell.path, 'policy-beneficiary.without-city-standard',
                datemultirange(spell.days) - coalesce(spell.city_standard, '{}'::datemultirange)
            from spell where spell.kind = 'policy-beneficiary'
            union all
            select spell.person_id, spell.path, 'policy-beneficiary.non-key-village',
                datemultirange(spell.days) - coalesce(
                    (select range_agg(daterange(mark.valid_from, mark.valid_to)) from register.division_mark mark
                     where mark.path = spell.path and mark.mark = 'key-village'), '{}'::datemultirange)
            from spell where spell.kind = 'policy-beneficiary'
            union all
            select spell.person_id, spell.path, 'policy-beneficiary.aged-60',
                datemultirange(spell.days * daterange((spell.born_on + interval '60 years')::date, null))
            from spell where spell.kind = 'policy-beneficiary' and spell.born_on is not null
            union all
            select spell.person_id, spell.path, 'helped', range_agg(spell.days)
            from spell where spell.kind in ('policy-beneficiary', 'instant-help') group by spell.person_id, spell.path
        ), piece as (
            select counted.path, counted.measure, unnest(counted.days) as days from counted
        )
        select piece.path, piece.measure, lower(piece.days), 1 from piece
        union all
        select piece.path, piece.measure, upper(piece.days), -1 from piece where not upper_inf(piece.days);
    end;
