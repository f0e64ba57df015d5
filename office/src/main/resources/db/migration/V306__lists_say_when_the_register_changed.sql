-- 名单之后的变动: how many a new list of a contract and place would add, end and change, as counted last. Counted anew again and again; nothing
-- rests on it but the reminder that a list of changes is due.
create table enrolment.pending_change (
    contract_id bigint not null references enrolment.contract,
    path text collate "C" not null check (path ~ '^([0-9a-z-]+/)+$'),
    as_of date not null,
    added integer not null check (added >= 0),
    ended integer not null check (ended >= 0),
    changed integer not null check (changed >= 0),
    counted_at timestamptz not null,
    primary key (contract_id, path)
);
comment on table enrolment.pending_change is '名单生效之后登记的变动：现在做批改名单会增加、减少、更改多少人';
create index pending_change_by_place on enrolment.pending_change (path);
alter table enrolment.pending_change enable row level security;
alter table enrolment.pending_change force row level security;
create policy owner on enrolment.pending_change to fangpin_owner using (true);
create policy own_division on enrolment.pending_change to fangpin_office using (
    path >= nullif(current_setting('fangpin.scope', true), '')
    and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert, update, delete on enrolment.pending_change to fangpin_office;

-- The outermost places that have lists in force under contracts that still run; of one's own division, or of all for who has none.
create function enrolment.listed_places(on_day date) returns table (contract_id bigint, path text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct list.contract_id, list.path
        from enrolment.enrolment list join enrolment.contract on contract.id = list.contract_id
        where list.stage = 'in_force' and contract.stage = 'in_force' and contract.valid_to > on_day
          and starts_with(list.path, coalesce(current_setting('fangpin.scope', true), ''))
          and not exists (select from enrolment.enrolment wider
            where wider.contract_id = list.contract_id and wider.stage = 'in_force' and wider.path <> list.path
              and starts_with(list.path, wider.path));
    end;
revoke all on function enrolment.listed_places(date) from public;
grant execute on function enrolment.listed_places(date) to fangpin_office;
