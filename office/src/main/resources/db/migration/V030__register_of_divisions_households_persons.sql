-- The register's divisions, households, persons and dated statuses, with two time axes: what was true, and what we knew.
--
-- A path is the codes from the province down, each followed by a slash: 370000/371000/371082/371082104/. It is the key of row-level
-- security (see V001), so every table with rows of people carries it.

create schema register;
grant usage on schema register to fangpin_office;

-- 区划 -----------------------------------------------------------------------------------------------------------------------------
create table register.division (
    id bigint generated always as identity primary key,
    path text collate "C" not null unique check (path ~ '^([0-9a-z-]+/)+$'),
    parent_id bigint references register.division,
    code text not null,
    kind text not null check (kind in ('province', 'city', 'county', 'zone', 'unit', 'town', 'village')),
    name_zh text not null,
    name_en text not null,
    valid_from date not null,
    valid_to date,
    check (valid_to is null or valid_to > valid_from)
);
create index division_by_parent on register.division (parent_id, code);

-- A division's codes in time: 371081 文登市 became 371003 文登区. Old ID numbers keep the old ones.
create table register.division_code (
    division_id bigint not null references register.division,
    path text collate "C" not null,
    code text not null,
    name_zh text not null,
    valid_from date not null,
    valid_to date,
    primary key (code, valid_from),
    check (valid_to is null or valid_to > valid_from)
);

-- What a village is besides its place: a key village named by the province (WH6 §1.1), a mixed village.
create table register.division_mark (
    id bigint generated always as identity primary key,
    division_id bigint not null references register.division,
    path text collate "C" not null,
    mark text not null check (mark in ('key-village', 'mixed-village')),
    clause text not null,
    valid_from date not null,
    valid_to date,
    check (valid_to is null or valid_to > valid_from)
);

-- 户 -------------------------------------------------------------------------------------------------------------------------------
create table register.household (
    id bigint generated always as identity primary key,
    number text not null unique,
    division_id bigint not null references register.division,
    path text collate "C" not null,
    case_officer text,
    case_officer_unit text,
    closed_on date,
    version integer not null default 1,
    entered_by bigint not null,
    known_from timestamptz not null default now()
);
create index household_by_place on register.household (path, number);

-- 人 -------------------------------------------------------------------------------------------------------------------------------
-- The bigrams of a name: 王小明 gives {王,小,明,王小,小明}; what a search of one or two characters looks up.
create function register.name_grams(name text) returns text[] language sql immutable parallel safe
    set search_path = pg_catalog
    return (select array_agg(distinct substr(name, i, n))
        from generate_series(1, char_length(name)) i, generate_series(1, 2) n where i + n - 1 <= char_length(name));

-- The row of today; every state it ever had stands in person_version.
create table register.person (
    id bigint generated always as identity primary key,
    household_id bigint not null references register.household,
    path text collate "C" not null,
    name text not null check (name <> ''),
    name_grams text[] generated always as (register.name_grams(name)) stored,
    id_index bytea unique,
    id_sealed bytea,
    sex smallint not null default 0 check (sex in (0, 1, 2, 9)),
    born_on date,
    relation text not null default '99' check (relation ~ '^[0-9]{2}$'),
    schooling text,
    self_care text,
    student text,
    phone_sealed bytea,
    address_sealed bytea,
    bank_card_sealed bytea,
    handbook_keeper text,
    ground text,
    died_on date,
    merged_into bigint references register.person,
    version integer not null default 1,
    entered_by bigint not null,
    known_from timestamptz not null default now(),
    check ((id_index is null) = (id_sealed is null))
);
create index person_by_household on register.person (household_id);
create index person_by_place on register.person (path, id);
create index person_by_name on register.person (name, id);
create index person_by_grams on register.person using gin (name_grams) with (fastupdate = off);

-- 人员版本: append-only. A correction is a new version that says since when it is true; the old one stays.
create table register.person_version (
    person_id bigint not null references register.person,
    version integer not null,
    path text collate "C" not null,
    household_id bigint not null,
    name text not null,
    id_sealed bytea,
    sex smallint not null,
    born_on date,
    relation text not null,
    schooling text,
    self_care text,
    student text,
    phone_sealed bytea,
    address_sealed bytea,
    bank_card_sealed bytea,
    handbook_keeper text,
    ground text,
    died_on date,
    merged_into bigint,
    true_from date not null,
    reason text not null,
    entered_by bigint not null,
    known_from timestamptz not null default now(),
    primary key (person_id, version)
);

-- 认定 -----------------------------------------------------------------------------------------------------------------------------
create table register.determination (
    id bigint generated always as identity primary key,
    path text collate "C" not null,
    household_id bigint not null references register.household,
    kind text not null check (kind in ('recognition', 'graduation', 'death', 'move', 'merge', 'split', 'correction')),
    status_kind text,
    stage text not null check (stage in
        ('declared', 'investigated', 'recognised', 'noticed', 'filed', 'refused', 'withdrawn')),
    pack text not null,
    clause text not null,
    reason text not null,
    found_by text not null check (found_by in ('declared', 'visited', 'data')),
    effective_on date not null,
    notice_from date,
    notice_to date,
    to_path text collate "C",
    other_person_id bigint references register.person,
    spell_id bigint,
    spell_from date,
    spell_to date,
    version integer not null default 1,
    entered_by bigint not null,
    approved_by bigint,
    declared_on date not null,
    check (approved_by is null or approved_by <> entered_by)
);
create index determination_by_stage on register.determination (path, stage, id);
create index determination_by_household on register.determination (household_id, id);

create table register.determination_person (
    determination_id bigint not null references register.determination,
    person_id bigint not null references register.person,
    path text collate "C" not null,
    primary key (determination_id, person_id)
);

-- Each step of a determination: append-only.
create table register.determination_step (
    id bigint generated always as identity primary key,
    determination_id bigint not null references register.determination,
    path text collate "C" not null,
    stage text not null,
    happened_on date not null,
    note text not null,
    entered_by bigint not null,
    known_from timestamptz not null default now()
);
create index determination_step_by_determination on register.determination_step (determination_id, id);

-- 身份 -----------------------------------------------------------------------------------------------------------------------------
-- A status of a person from a day until a day (half-open). What was known is never overwritten: a correction ends known_to and
-- adds a row, and known_to is the only column the office's role may change.
create table register.status_spell (
    id bigint generated always as identity primary key,
    person_id bigint not null references register.person,
    path text collate "C" not null,
    kind text not null check (kind ~ '^[a-z-]+$'),
    valid_from date not null,
    valid_to date,
    clause text not null,
    determination_id bigint references register.determination,
    replaces_id bigint references register.status_spell,
    entered_by bigint not null,
    approved_by bigint,
    known_from timestamptz not null default now(),
    known_to timestamptz not null default 'infinity',
    check (valid_to is null or valid_to > valid_from),
    check (approved_by is null or approved_by <> entered_by)
);
create unique index status_spell_begins_once on register.status_spell (person_id, kind, valid_from)
    where known_to = 'infinity';
create index status_spell_by_place on register.status_spell (path, kind) where known_to = 'infinity';

-- 人数变动: for each village, measure and day, by how much the number of persons changes on that day, as known now. The sum up to a
-- day is the headcount of that day. Maintained with every spell; provable against the spells.
create table register.headcount_change (
    path text collate "C" not null,
    measure text not null,
    day date not null,
    change integer not null,
    primary key (path, measure, day)
);
create index headcount_change_by_measure on register.headcount_change (measure, day, path) include (change);

-- Rights -----------------------------------------------------------------------------------------------------------------------------
grant select on register.division, register.division_code, register.division_mark to fangpin_office;
grant insert on register.division, register.division_code, register.division_mark to fangpin_office;
grant update (name_zh, name_en, valid_to) on register.division to fangpin_office;
grant update (valid_to) on register.division_code, register.division_mark to fangpin_office;
grant select, insert, update on register.household, register.person, register.determination, register.headcount_change
    to fangpin_office;
grant select, insert on register.person_version, register.determination_person, register.determination_step,
    register.status_spell to fangpin_office;
grant update (known_to) on register.status_spell to fangpin_office;

do $$
declare name text;
begin
    foreach name in array array['division_code', 'division_mark', 'household', 'person', 'person_version', 'determination',
        'determination_person', 'determination_step', 'status_spell', 'headcount_change'] loop
        execute format('alter table register.%I enable row level security', name);
        execute format('alter table register.%I force row level security', name);
        execute format('create policy owner on register.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on register.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    end loop;
end $$;

-- Divisions: one's own and below, and those above it, whose names stand on every page.
alter table register.division enable row level security;
alter table register.division force row level security;
create policy owner on register.division to fangpin_owner using (true);
create policy own_division_and_above on register.division to fangpin_office
    using ((path >= nullif(current_setting('fangpin.scope', true), '')
            and path < nullif(current_setting('fangpin.scope', true), '') || '~')
        or starts_with(nullif(current_setting('fangpin.scope', true), ''), path))
    with check (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');

-- Persons whose name holds some characters, ids only: the index of bigrams cannot be used under row-level security (its operator may
-- not look at rows before the policy did), so this runs as the owner, takes the scope itself, and the caller reads the rows under
-- the policy again.
create function register.persons_named(grams text[], most integer) returns setof bigint
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id from register.person
        where person.name_grams @> grams
          and person.path >= nullif(current_setting('fangpin.scope', true), '')
          and person.path < nullif(current_setting('fangpin.scope', true), '') || '~'
        limit most;
    end;
revoke all on function register.persons_named(text[], integer) from public;
grant execute on function register.persons_named(text[], integer) to fangpin_office;

-- Whether an ID number is held anywhere, also outside one's division: says yes or no and the county, nothing else.
create function register.division_holding(index bytea) returns text
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select split_part(person.path, '/', 1) || '/' || split_part(person.path, '/', 2) || '/'
            || split_part(person.path, '/', 3) || '/'
        from register.person where person.id_index = index and person.merged_into is null;
    end;
revoke all on function register.division_holding(bytea) from public;
grant execute on function register.division_holding(bytea) to fangpin_office;
