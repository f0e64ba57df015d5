-- What an import costs grows with its rows alone: places are checked for all rows of a statement at once, headcounts for all persons
-- with one status alone, names are cut without a loop, and the planner is told what an import has brought.

-- The grams of names of two and three characters, which nearly all have, are an expression that the planner writes out in its place.
create function register.name_grams_of_any(name text) returns text[] language plpgsql immutable parallel safe
    set search_path = pg_catalog
    as $$
declare
    grams text[] := '{}';
    letter text;
    before text := '';
begin
    for i in 1 .. char_length(name) loop
        letter := substr(name, i, 1);
        if i > 1 then
            grams := grams || (before || letter);
        end if;
        if not letter = any (grams) then
            grams := grams || letter;
        end if;
        before := letter;
    end loop;
    return grams;
end $$;

create or replace function register.name_grams(name text) returns text[] language sql immutable parallel safe
    return case char_length(name)
        when 2 then array[substr(name, 1, 1), substr(name, 2, 1), name]
        when 3 then array[substr(name, 1, 1), substr(name, 2, 1), substr(name, 3, 1), substr(name, 1, 2), substr(name, 2, 2)]
        else register.name_grams_of_any(name) end;

revoke all on function register.name_grams_of_any(text) from public;
grant execute on function register.name_grams_of_any(text) to fangpin_office;

-- A foreign key asks once for each row. These ask once for each statement; nobody may delete a household, a person or a division.
create function register.require_households() returns trigger language plpgsql security definer set search_path = pg_catalog
    as $$
begin
    if exists (select from added where not exists (select from register.household where household.id = added.household_id)) then
        raise foreign_key_violation using message = 'a person without a household';
    end if;
    return null;
end $$;

create function register.require_persons() returns trigger language plpgsql security definer set search_path = pg_catalog
    as $$
begin
    if exists (select from added where not exists (select from register.person where person.id = added.person_id)) then
        raise foreign_key_violation using message = 'a status without a person';
    end if;
    return null;
end $$;

create function register.require_divisions() returns trigger language plpgsql security definer set search_path = pg_catalog
    as $$
begin
    if exists (select from added where not exists (select from register.division where division.id = added.division_id)) then
        raise foreign_key_violation using message = 'a household without a division';
    end if;
    return null;
end $$;

revoke all on function register.require_households(), register.require_persons(), register.require_divisions() from public;

alter table register.person drop constraint person_household_id_fkey;
create trigger household_of_added after insert on register.person referencing new table as added
    for each statement execute function register.require_households();
create trigger household_of_changed after update on register.person referencing new table as added
    for each statement execute function register.require_households();

-- of a status only the end of what was known can be changed
alter table register.status_spell drop constraint status_spell_person_id_fkey;
create trigger person_of_added after insert on register.status_spell referencing new table as added
    for each statement execute function register.require_persons();

alter table register.household drop constraint household_division_id_fkey;
create trigger division_of_added after insert on register.household referencing new table as added
    for each statement execute function register.require_divisions();
create trigger division_of_changed after update on register.household referencing new table as added
    for each statement execute function register.require_divisions();

-- Many numbers are looked up by index, also just after an import, when the planner still takes the table for an empty one.
alter function register.holders(bytea[]) set enable_seqscan = off;
alter function register.household_holders(text[]) set enable_seqscan = off;

-- What an import has brought, told to the planner: without, it took a million rows for none, and compared each with each.
create function register.note_staged_rows() returns void language plpgsql volatile security definer set search_path = pg_catalog
    as $$
begin
    analyze register.import_row_written;
end $$;

create function register.note_accepted_rows() returns void language plpgsql volatile security definer set search_path = pg_catalog
    as $$
begin
    analyze register.household, register.person, register.person_version, register.status_spell, register.import_effect,
        register.headcount_change;
end $$;

revoke all on function register.note_staged_rows(), register.note_accepted_rows() from public;
grant execute on function register.note_staged_rows(), register.note_accepted_rows() to fangpin_office;

-- The same rows as before. Persons who have one status alone, in one village from the same day to the same day, are reckoned as one
-- that counts as often as they are.
create or replace function register.contributions(persons bigint[])
    returns table (path text, measure text, day date, change integer)
    language sql stable set search_path = pg_catalog
    begin atomic
        with spell as (
            select s.person_id, s.path, s.kind, daterange(s.valid_from, s.valid_to) as days,
                (person.born_on + interval '60 years')::date as sixty_on,
                count(*) over (partition by s.person_id) = 1 as alone,
                range_agg(daterange(s.valid_from, s.valid_to)) filter (where s.kind = 'city-standard')
                    over (partition by s.person_id) as city_standard
            from register.status_spell s join register.person on person.id = s.person_id
            where s.person_id in (select unnest(persons)) and s.known_to = 'infinity'
        ), alike as (
            select min(spell.person_id) as person_id, spell.path, spell.kind, spell.days,
                null::datemultirange as city_standard, count(*) as number
            from spell where spell.alone group by spell.path, spell.kind, spell.days
            union all
            select spell.person_id, spell.path, spell.kind, spell.days, spell.city_standard, 1
            from spell where not spell.alone
        ), counted as (
            select alike.path, alike.kind as measure, datemultirange(alike.days) as days, alike.number from alike
            union all
            select alike.path, 'policy-beneficiary.without-city-standard',
                datemultirange(alike.days) - coalesce(alike.city_standard, '{}'::datemultirange), alike.number
            from alike where alike.kind = 'policy-beneficiary'
            union all
            select alike.path, 'policy-beneficiary.non-key-village',
                datemultirange(alike.days) - coalesce(
                    (select range_agg(daterange(mark.valid_from, mark.valid_to)) from register.division_mark mark
                     where mark.path = alike.path and mark.mark = 'key-village'), '{}'::datemultirange),
                alike.number
            from alike where alike.kind = 'policy-beneficiary'
            union all
            select spell.path, 'policy-beneficiary.aged-60',
                datemultirange(spell.days * daterange(greatest(spell.sixty_on, lower(spell.days)), null)), count(*)
            from spell where spell.kind = 'policy-beneficiary' and spell.sixty_on is not null
            group by spell.path, spell.days, greatest(spell.sixty_on, lower(spell.days))
            union all
            select alike.path, 'helped', range_agg(alike.days), min(alike.number)
            from alike where alike.kind in ('policy-beneficiary', 'instant-help') group by alike.person_id, alike.path
        ), piece as (
            select counted.path, counted.measure, unnest(counted.days) as days, counted.number::integer as number from counted
        )
        select piece.path, piece.measure, lower(piece.days), piece.number from piece
        union all
        select piece.path, piece.measure, upper(piece.days), -piece.number from piece where not upper_inf(piece.days);
    end;
