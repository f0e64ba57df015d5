-- 迁入前的身份: who takes a household over, or has it moved in, works with what its people were before: since when, on which clause. A status stands
-- at the place where it was held; of persons who live in the reader's division now, these tell those held elsewhere.
create function register.spells_before(person bigint) returns setof register.status_spell
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select spell.* from register.status_spell spell join register.person on person.id = spell.person_id
        where spell.person_id = spells_before.person and spell.known_to = 'infinity'
          and starts_with(person.path, nullif(current_setting('fangpin.scope', true), ''))
          and not starts_with(spell.path, nullif(current_setting('fangpin.scope', true), ''));
    end;

create index determination_of_moves on register.determination (id) where kind = 'move' and stage = 'filed';
create function register.spells_of_movers() returns setof register.status_spell
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select spell.* from (
            select distinct moved.person_id from register.determination
            join register.determination_person moved on moved.determination_id = determination.id
            join register.person on person.id = moved.person_id
            where determination.kind = 'move' and determination.stage = 'filed'
              and starts_with(person.path, nullif(current_setting('fangpin.scope', true), ''))) mover
        cross join lateral (
            select * from register.status_spell
            where status_spell.person_id = mover.person_id and status_spell.known_to = 'infinity'
              and not starts_with(status_spell.path, nullif(current_setting('fangpin.scope', true), ''))
            offset 0) spell;
    end;
revoke all on function register.spells_before(bigint), register.spells_of_movers() from public;
grant execute on function register.spells_before(bigint), register.spells_of_movers() to fangpin_office;
