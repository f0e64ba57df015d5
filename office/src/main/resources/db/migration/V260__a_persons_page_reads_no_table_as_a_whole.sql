-- A person's page asks for the statuses found wrong as well as for those in force, and for the cases a person was in: both read a whole
-- table, with a million persons 100 milliseconds a time. Statuses in force have their index; few are ever found wrong, so that this one
-- costs a roster nothing.
create index status_spell_found_wrong on register.status_spell (person_id) where known_to < 'infinity';
create index determination_person_by_person on register.determination_person (person_id);

-- The name of a place is on every line of a list; it read all divisions each time. The same names, found by index.
create or replace function register.place_name(place text) returns text
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select string_agg(division.name_zh, ' ' order by division.path) from register.division
        where division.path = any (array(select part.path from register.parts_down_to(place) part)) and division.kind <> 'province';
    end;
