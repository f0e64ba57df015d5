-- 往日名单: a list of a past day holds whoever had the status in that place then. Who lives outside the reader's division by now is counted
-- and cannot be read; this says how many they are. What somebody left behind by a move has always ended, so only ended rows are looked at.
create index status_spell_ended on register.status_spell (path, kind, valid_to) include (valid_from, person_id)
    where known_to = 'infinity' and valid_to is not null;

create function register.held_by_others(place text, status text, asked date, born_by date) returns bigint
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select count(*) from register.status_spell held join register.person on person.id = held.person_id
        where held.known_to = 'infinity' and held.kind = status
          and held.path >= place and held.path < place || '~'
          and held.path >= nullif(current_setting('fangpin.scope', true), '')
          and held.path < nullif(current_setting('fangpin.scope', true), '') || '~'
          and held.valid_from <= asked and held.valid_to is not null and held.valid_to > asked
          and (born_by is null or person.born_on <= born_by)
          and not starts_with(person.path, nullif(current_setting('fangpin.scope', true), ''));
    end;
revoke all on function register.held_by_others(text, text, date, date) from public;
grant execute on function register.held_by_others(text, text, date, date) to fangpin_office;
