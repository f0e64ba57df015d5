-- 曾用证件号码: an ID number that stood on a record and was corrected away, or went with a record merged into another. A list or a clerk that
-- still has it is told, instead of entering the same person twice. Only the hash is looked at; the sealed number is there for the hash to be
-- made anew with another key. Here, without keys, what was corrected before gets no hash: the next start of the office makes it.
create table register.former_number (
    id bigint generated always as identity primary key,
    person_id bigint not null references register.person,
    path text collate "C" not null,
    id_index bytea,
    id_sealed bytea not null,
    determination_id bigint references register.determination,
    known_from timestamptz not null default now()
);
create index former_number_by_index on register.former_number (id_index);
comment on column register.former_number.id_index is '精确检索摘要；升级时已有的号码由系统下次启动时补算，之前为空';
alter table register.former_number enable row level security;
alter table register.former_number force row level security;
create policy owner on register.former_number to fangpin_owner using (true);
create policy own_division on register.former_number to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant insert on register.former_number to fangpin_office;

insert into register.former_number (person_id, path, id_sealed, determination_id, known_from)
select stood.person_id, later.path, stood.id_sealed, later.determination_id, later.known_from
from register.person_version later
join register.person_version stood on stood.person_id = later.person_id and stood.version = later.version - 1
left join register.determination on determination.id = later.determination_id
where (later.determination_id is not null or later.merged_into is not null) and stood.id_sealed is not null
  and (determination.kind = 'identity' or (later.merged_into is not null and stood.merged_into is null))
order by later.known_from, stood.person_id;

-- Of many ID numbers, those that somebody had once: since when no longer, the county where that person is on record today, and the record
-- itself within one's own division only.
create function register.former_holders(indexes bytea[])
    returns table (id_index bytea, corrected_on date, county text, person_id bigint, id_sealed bytea)
    language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
    as $$
        with recursive held as (
            select former.id_index, coalesce(filed.happened_on, former.known_from::date) as corrected_on, former.id as number,
                person.id, person.path, person.merged_into, person.id_sealed
            from register.former_number former join register.person on person.id = former.person_id
            left join register.determination_step filed on filed.determination_id = former.determination_id and filed.stage = 'filed'
            where former.id_index = any (indexes)
            union all
            select held.id_index, held.corrected_on, held.number, kept.id, kept.path, kept.merged_into, kept.id_sealed
            from held join register.person kept on kept.id = held.merged_into
        )
        select distinct on (held.id_index) held.id_index, held.corrected_on,
            split_part(held.path, '/', 1) || '/' || split_part(held.path, '/', 2) || '/' || split_part(held.path, '/', 3) || '/',
            case when starts_with(held.path, nullif(current_setting('fangpin.scope', true), '')) then held.id end,
            case when starts_with(held.path, nullif(current_setting('fangpin.scope', true), '')) then held.id_sealed end
        from held where held.merged_into is null order by held.id_index, held.number desc;
    $$;
revoke all on function register.former_holders(bytea[]) from public;
grant execute on function register.former_holders(bytea[]) to fangpin_office;
