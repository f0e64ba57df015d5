-- An office that starts empty has no division, not even its own: the first is made here, with those above it, which no clerk could
-- write. Runs as the owner, and only for the caller's own scope.
create function register.found_division(place text) returns text
    language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        scope text := nullif(current_setting('fangpin.scope', true), '');
        codes text[] := string_to_array(trim(trailing '/' from scope), '/');
        below text := '';
        above bigint;
    begin
        if scope is null then
            return null;
        end if;
        for level in 1 .. cardinality(codes) loop
            below := below || codes[level] || '/';
            insert into register.division (path, parent_id, code, kind, name_zh, name_en, valid_from)
            values (below, above, codes[level],
                (array['province', 'city', 'county', 'town', 'village'])[least(level, 5)],
                case when below = scope then place else codes[level] end,
                case when below = scope then place else codes[level] end, date '1949-10-01')
            on conflict do nothing;
            select division.id into above from register.division where division.path = below;
        end loop;
        return scope;
    end $$;
revoke all on function register.found_division(text) from public;
grant execute on function register.found_division(text) to fangpin_office;
