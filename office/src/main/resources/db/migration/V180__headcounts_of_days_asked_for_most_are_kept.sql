-- Headcounts of the days that are asked for most are kept whole, so that a county of a million persons is counted from some hundred rows.
--
-- A kept row says by how much what is below `parent`, in its part `path`, is more on that day. What a day's headcount needs is the kept
-- rows of the last kept day before it and the changes since. Changes of kept days are added as rows of their own and summed up now and
-- then: writers never wait for each other, nor for the summing.

create table register.headcount_kept_day (
    day date primary key
);

create table register.headcount_kept (
    day date not null,
    parent text collate "C" not null,
    path text collate "C" not null,
    measure text not null,
    change integer not null
);
create index headcount_kept_by_parent on register.headcount_kept (day, parent) include (path, measure, change);

alter table register.headcount_kept enable row level security;
alter table register.headcount_kept force row level security;
create policy owner on register.headcount_kept to fangpin_owner using (true);
create policy own_division on register.headcount_kept to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select on register.headcount_kept_day, register.headcount_kept to fangpin_office;

-- 所属: each division on the way down to a place, and the one above it; nothing is above the first.
create function register.parts_down_to(place text) returns table (parent text, path text) language sql immutable parallel safe
    set search_path = pg_catalog
    begin atomic
        select array_to_string(codes[1:n - 1] || array[''], '/'), array_to_string(codes[1:n] || array[''], '/')
        from (select string_to_array(rtrim(place, '/'), '/') as codes) way, generate_series(1, array_length(codes, 1)) n;
    end;

-- The kept rows that stand above one's own division are written here too, so this runs as the owner.
create function register.keep_changes(paths text[], measures text[], days date[], changes integer[]) returns void
    language sql volatile security definer set search_path = pg_catalog
    begin atomic
        insert into register.headcount_kept (day, parent, path, measure, change)
        select village.day, part.parent, part.path, village.measure, sum(village.change)::integer
        from (select kept.day, added.path, added.measure, sum(added.change) as change
              from unnest(paths, measures, days, changes) as added (path, measure, day, change)
              join register.headcount_kept_day kept on kept.day >= added.day
              group by kept.day, added.path, added.measure) village
        cross join lateral register.parts_down_to(village.path) part
        group by village.day, part.parent, part.path, village.measure
        having sum(village.change) <> 0;
    end;

-- The lock comes in a statement of its own: the next one then sees every day that was begun to be kept before.
create or replace function register.count_persons(persons bigint[], sign integer) returns void
    language sql volatile set search_path = pg_catalog
    begin atomic
        select pg_advisory_xact_lock_shared(7305419863240105);
        with added as materialized (
            select path, measure, day, (sum(change) * sign)::integer as change
            from register.contributions(persons)
            group by path, measure, day
            having sum(change) <> 0
        ), counted as (
            insert into register.headcount_change as total (path, measure, day, change)
            select path, measure, day, change from added order by path, measure, day
            on conflict (path, measure, day) do update set change = total.change + excluded.change
        )
        select register.keep_changes(array_agg(path), array_agg(measure), array_agg(day), array_agg(change)) from added;
    end;

-- Keeps just these days, and sums up what was added to those kept before. False, with nothing done, while somebody counts persons.
create function register.keep_headcounts(days date[]) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    if not pg_try_advisory_xact_lock(7305419863240105) then
        return false;
    end if;
    delete from register.headcount_kept where day <> all (days);
    delete from register.headcount_kept_day where day <> all (days);
    insert into register.headcount_kept (day, parent, path, measure, change)
    select village.day, part.parent, part.path, village.measure, sum(village.change)
    from (select wanted.day, total.path, total.measure, sum(total.change) as change
          from unnest(days) as wanted (day) join register.headcount_change total on total.day <= wanted.day
          where wanted.day not in (select kept.day from register.headcount_kept_day kept)
          group by wanted.day, total.path, total.measure) village
    cross join lateral register.parts_down_to(village.path) part
    group by village.day, part.parent, part.path, village.measure
    having sum(village.change) <> 0;
    insert into register.headcount_kept_day select distinct unnest(days) on conflict do nothing;
    if exists (select from register.headcount_kept group by day, parent, path, measure having count(*) > 1) then
        with apart as (delete from register.headcount_kept returning day, parent, path, measure, change)
        insert into register.headcount_kept (day, parent, path, measure, change)
        select day, parent, path, measure, sum(change) from apart group by day, parent, path, measure having sum(change) <> 0;
    end if;
    return true;
end $$;

-- Under the policy the scope is asked for each of many rows, and most of the time goes there. These take it once, as parameters whose
-- values the planner sees: how many days lie between makes another plan. A place above one's own division has no kept rows, for they
-- would tell of others.
create function register.headcounts_below(place text, asked date)
    returns table (part text, measure text, persons bigint)
    language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
    scope constant text := nullif(current_setting('fangpin.scope', true), '');
    first constant text collate "C" := greatest(place collate "C", scope collate "C");
    past constant text collate "C" := least((place || '~') collate "C", (scope || '~') collate "C");
    start constant date := case when starts_with(place, scope)
        then (select max(kept.day) from register.headcount_kept_day kept where kept.day <= asked) end;
begin
    if scope is null then
        return;
    end if;
    return query
        select since.part, since.measure, sum(since.change)::bigint from (
            select kept.path as part, kept.measure, kept.change from register.headcount_kept kept
            where kept.day = start and kept.parent = place
            union all
            select place, total.measure, total.change from register.headcount_change total
            where total.path = place and total.path >= first and total.day <= asked
            union all
            select place || split_part(substr(total.path, length(place) + 1), '/', 1) || '/', total.measure, total.change
            from register.headcount_change total
            where total.day > coalesce(start, '-infinity') and total.day <= asked
              and total.path >= first and total.path < past and total.path <> place
        ) since
        group by since.part, since.measure
        having sum(since.change) <> 0;
end $$;

create function register.headcount_of(place text, wanted text, asked date) returns bigint
    language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
declare
    scope constant text := nullif(current_setting('fangpin.scope', true), '');
    first constant text collate "C" := greatest(place collate "C", scope collate "C");
    past constant text collate "C" := least((place || '~') collate "C", (scope || '~') collate "C");
    start constant date := case when starts_with(place, scope)
        then (select max(kept.day) from register.headcount_kept_day kept where kept.day <= asked) end;
begin
    return (select coalesce(sum(since.change), 0) from (
        select kept.change from register.headcount_kept kept
        where kept.day = start and kept.parent = place and kept.measure = wanted
        union all
        select total.change from register.headcount_change total
        where total.measure = wanted and total.path = place and total.path >= first and total.day <= asked
        union all
        select total.change from register.headcount_change total
        where total.measure = wanted and total.day > coalesce(start, '-infinity') and total.day <= asked
          and total.path >= first and total.path < past and total.path <> place
    ) since);
end $$;

revoke all on function register.parts_down_to(text), register.keep_changes(text[], text[], date[], integer[]),
    register.keep_headcounts(date[]), register.headcounts_below(text, date), register.headcount_of(text, text, date) from public;
grant execute on function register.parts_down_to(text), register.keep_changes(text[], text[], date[], integer[]),
    register.keep_headcounts(date[]), register.headcounts_below(text, date), register.headcount_of(text, text, date)
    to fangpin_office;
