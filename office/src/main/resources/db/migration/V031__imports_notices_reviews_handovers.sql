-- Roster imports, public notices, the yearly review, and hand-overs between districts.

-- 名单导入 -------------------------------------------------------------------------------------------------------------------------
create table register.import_batch (
    id bigint generated always as identity primary key,
    path text collate "C" not null,
    file_name text not null,
    file_hash bytea not null,
    status_kind text not null,
    clause text not null,
    true_from date not null,
    mapping text not null,
    stage text not null check (stage in ('received', 'checked', 'accepted', 'cancelled', 'failed', 'undone')),
    rows_read integer not null default 0,
    rows_new integer not null default 0,
    rows_changed integer not null default 0,
    rows_same integer not null default 0,
    rows_rejected integer not null default 0,
    persons_gone integer not null default 0,
    version integer not null default 1,
    entered_by bigint not null,
    approved_by bigint,
    known_from timestamptz not null default now(),
    check (approved_by is null or approved_by <> entered_by)
);
create index import_batch_by_place on register.import_batch (path, id);

-- A row of a file after its check. The cells of a rejected row are kept sealed, to be given back; a good row is kept as it will be.
create table register.import_row (
    batch_id bigint not null references register.import_batch,
    row_number integer not null,
    path text collate "C" not null,
    outcome text not null check (outcome in ('new', 'changed', 'moved', 'same', 'rejected')),
    person_id bigint,
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
    reason text,
    reason_column integer,
    cells_sealed bytea,
    primary key (batch_id, row_number)
);
create index import_row_by_outcome on register.import_row (batch_id, outcome, row_number);

-- What an accepted import did to whom, so that it can be undone as a whole by later facts.
create table register.import_effect (
    batch_id bigint not null references register.import_batch,
    person_id bigint not null,
    path text collate "C" not null,
    effect text not null check (effect in ('person-added', 'person-changed', 'spell-added', 'spell-ended')),
    spell_id bigint,
    version_before integer
);
create index import_effect_by_batch on register.import_effect (batch_id);

-- Which column of a file means what, as the division last said it for files with these headers.
create table register.import_mapping (
    path text collate "C" not null,
    header_hash bytea not null,
    mapping text not null,
    entered_by bigint not null,
    known_from timestamptz not null default now(),
    primary key (path, header_hash)
);

-- 公示 -----------------------------------------------------------------------------------------------------------------------------
create table register.public_notice (
    id bigint generated always as identity primary key,
    path text collate "C" not null,
    title text not null,
    clause text not null,
    place text not null,
    shown_from date not null,
    shown_to date not null,
    entered_by bigint not null,
    known_from timestamptz not null default now(),
    check (shown_to > shown_from)
);
create table register.public_notice_entry (
    notice_id bigint not null references register.public_notice,
    path text collate "C" not null,
    determination_id bigint not null references register.determination,
    primary key (notice_id, determination_id)
);
create table register.objection (
    id bigint generated always as identity primary key,
    notice_id bigint not null references register.public_notice,
    path text collate "C" not null,
    determination_id bigint not null references register.determination,
    received_on date not null,
    said text not null,
    answer text,
    answered_on date,
    entered_by bigint not null
);

-- 年度复核 -------------------------------------------------------------------------------------------------------------------------
create table register.review_campaign (
    id bigint generated always as identity primary key,
    path text collate "C" not null,
    year integer not null,
    pack text not null,
    clause text not null,
    opened_on date not null,
    due_on date not null,
    closed_on date,
    entered_by bigint not null,
    unique (path, year, clause)
);
create table register.review_item (
    campaign_id bigint not null references register.review_campaign,
    household_id bigint not null references register.household,
    path text collate "C" not null,
    outcome text check (outcome in ('stays', 'graduates', 'changes')),
    note text,
    reviewed_on date,
    reviewed_by bigint,
    primary key (campaign_id, household_id)
);
create index review_item_open on register.review_item (path, campaign_id) where outcome is null;

-- 跨区移交: both sides see it, so it has two paths.
create table register.handover (
    id bigint generated always as identity primary key,
    from_path text collate "C" not null,
    to_path text collate "C" not null,
    household_number text not null,
    household_id bigint not null,
    persons integer not null,
    moved_on date not null,
    pack text not null,
    clause text not null,
    reason text not null,
    stage text not null check (stage in ('proposed', 'accepted', 'refused', 'withdrawn')),
    answer text,
    determination_id bigint,
    proposed_by bigint not null,
    proposed_on date not null,
    answered_by bigint,
    answered_on date,
    version integer not null default 1,
    check (answered_by is null or answered_by <> proposed_by)
);

grant select, insert, update on register.import_batch, register.import_mapping, register.review_campaign, register.review_item,
    register.objection, register.handover to fangpin_office;
grant select, insert, delete on register.import_row to fangpin_office;
grant select, insert on register.import_effect, register.public_notice, register.public_notice_entry to fangpin_office;

do $$
declare name text;
begin
    foreach name in array array['import_batch', 'import_row', 'import_effect', 'import_mapping', 'public_notice',
        'public_notice_entry', 'objection', 'review_campaign', 'review_item'] loop
        execute format('alter table register.%I enable row level security', name);
        execute format('alter table register.%I force row level security', name);
        execute format('create policy owner on register.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on register.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    end loop;
end $$;

alter table register.handover enable row level security;
alter table register.handover force row level security;
create policy owner on register.handover to fangpin_owner using (true);
create policy either_side on register.handover to fangpin_office
    using ((from_path >= nullif(current_setting('fangpin.scope', true), '')
            and from_path < nullif(current_setting('fangpin.scope', true), '') || '~')
        or (to_path >= nullif(current_setting('fangpin.scope', true), '')
            and to_path < nullif(current_setting('fangpin.scope', true), '') || '~'));
