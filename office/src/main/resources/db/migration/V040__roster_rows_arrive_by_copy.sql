-- Roster rows arrive by COPY, and an undone import leaves its persons marked.
--
-- PostgreSQL refuses COPY into a table with row-level security, so the rows of files stand in one partition, of which the office may
-- write only: it can read, and delete, through the parent alone, which has the policy. The importer counts, through the parent, what it
-- wrote: a row outside the scope would be missing and the import fails.

drop table register.import_row;

create table register.import_row (
    batch_id bigint not null,
    row_number integer not null,
    path text collate "C" not null,
    outcome text not null check (outcome in ('new', 'changed', 'moved', 'same', 'rejected')),
    person_id bigint,
    person_version integer,
    household_number text,
    division_id bigint,
    name text,
    id_index bytea,
    id_sealed bytea,
    sex smallint,
    born_on date,
    relation text,
    schooling text,
    self_care text,
    student text,
    phone_sealed bytea,
    address_sealed bytea,
    bank_card_sealed bytea,
    differences text,
    warning text,
    reason text,
    reason_column integer,
    cells_sealed bytea,
    primary key (batch_id, row_number)
) partition by list (batch_id);
create table register.import_row_written partition of register.import_row default;
-- what is few, and looked for among many
create index import_row_by_outcome on register.import_row (batch_id, outcome, row_number)
    where outcome in ('changed', 'moved', 'rejected');

alter table register.import_row enable row level security;
alter table register.import_row force row level security;
create policy owner on register.import_row to fangpin_owner using (true);
create policy own_division on register.import_row to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, delete on register.import_row to fangpin_office;
grant insert on register.import_row_written to fangpin_office;

alter table register.import_batch
    add column rows_moved integer not null default 0,
    add column households_new integer not null default 0,
    add column seen_on date not null default '-infinity';
alter table register.import_effect drop constraint import_effect_batch_id_fkey;

-- 撤销录入: what an undone import had added; not shown, found again when the same person comes once more.
alter table register.person add column withdrawn boolean not null default false;
alter table register.person_version add column withdrawn boolean not null default false;

-- A new person's id is taken when the row is checked, so that all its rows can be added without asking back.
grant usage on sequence register.person_id_seq to fangpin_office;

-- Of many ID numbers, those that are held anywhere: the county, and the person only within one's own division.
create function register.holders(indexes bytea[]) returns table (id_index bytea, county text, person_id bigint)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select person.id_index,
            split_part(person.path, '/', 1) || '/' || split_part(person.path, '/', 2) || '/' || split_part(person.path, '/', 3) || '/',
            case when person.path >= nullif(current_setting('fangpin.scope', true), '')
                and person.path < nullif(current_setting('fangpin.scope', true), '') || '~' then person.id end
        from register.person where person.id_index = any (indexes);
    $$;

-- The same for household numbers.
create function register.household_holders(numbers text[])
    returns table (number text, county text, household_id bigint, division_id bigint)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select household.number,
            split_part(household.path, '/', 1) || '/' || split_part(household.path, '/', 2) || '/'
                || split_part(household.path, '/', 3) || '/',
            case when household.path >= nullif(current_setting('fangpin.scope', true), '')
                and household.path < nullif(current_setting('fangpin.scope', true), '') || '~' then household.id end,
            case when household.path >= nullif(current_setting('fangpin.scope', true), '')
                and household.path < nullif(current_setting('fangpin.scope', true), '') || '~' then household.division_id end
        from register.household where household.number = any (numbers);
    $$;

-- At the start of the office no import can be under way: what was not checked to its end has failed.
create function register.fail_unfinished_imports() returns integer
    language sql volatile security definer set search_path = pg_catalog
    as $$
        with failed as (update register.import_batch set stage = 'failed', version = version + 1
            where stage = 'received' returning 1)
        select count(*)::integer from failed;
    $$;

revoke all on function register.holders(bytea[]), register.household_holders(text[]), register.fail_unfinished_imports() from public;
grant execute on function register.holders(bytea[]), register.household_holders(text[]), register.fail_unfinished_imports()
    to fangpin_office;
grant execute on function register.name_grams(text) to fangpin_office;
