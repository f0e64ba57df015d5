-- The audit: records that can only be added, each with its keyed hash, and the chain that seals them in sequence.
--
-- The keys of the hashes lie outside the database, so whoever rules the database can destroy records but not without being found:
-- see access.internal.AuditVerifier.

create sequence access.audit_number;

-- 审计记录 -------------------------------------------------------------------------------------------------------------------------
-- A record without a division (path is empty) is a stranger's: every reader of the audit sees it.
create table access.audit_record (
    number bigint primary key,
    at timestamptz not null,
    actor_id bigint,
    actor_name text not null,
    path text collate "C" not null,
    action text not null,
    subject text not null,
    from_address text not null,
    details text not null check (details is json object),
    hash bytea not null check (length(hash) = 32),
    transaction xid8 not null default pg_current_xact_id()
);
create index audit_record_by_transaction on access.audit_record (transaction);
create index audit_record_by_actor on access.audit_record (actor_id, number);
create index audit_record_by_subject on access.audit_record (subject, number);
create index audit_record_by_time on access.audit_record (at);

-- 封存: record after record, each link the keyed hash of the link before it and of its record's number and hash.
create table access.audit_seal (
    position bigint primary key check (position > 0),
    number bigint not null unique,
    hash bytea not null,
    link bytea not null check (length(link) = 32)
);

create function access.audit_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'the audit can only be added to' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_stays before update or delete on access.audit_record for each row execute function access.audit_stays();
create trigger audit_stays_whole before truncate on access.audit_record execute function access.audit_stays();
create trigger audit_stays before update or delete on access.audit_seal for each row execute function access.audit_stays();
create trigger audit_stays_whole before truncate on access.audit_seal execute function access.audit_stays();

grant usage on sequence access.audit_number to fangpin_office;
grant select, insert on access.audit_record, access.audit_seal to fangpin_office;

alter table access.audit_record enable row level security;
alter table access.audit_record force row level security;
create policy owner on access.audit_record to fangpin_owner using (true);
create policy anyone_adds on access.audit_record for insert to fangpin_office with check (true);
create policy own_division on access.audit_record for select to fangpin_office
    using ((path = '' and nullif(current_setting('fangpin.scope', true), '') is not null)
        or (path >= nullif(current_setting('fangpin.scope', true), '')
            and path < nullif(current_setting('fangpin.scope', true), '') || '~'));
-- The sealer reads number and hash of all records, in a transaction of its own.
create policy sealing on access.audit_record for select to fangpin_office
    using (current_setting('fangpin.sealing', true) = 'on');

-- 导出用途: every file of people's data that leaves the office, with what it is for (WH3 §5.2) and its digest.
create table access.export_purpose (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id bigint not null references access.account,
    path text collate "C" not null,
    what text not null,
    purpose text not null check (length(purpose) between 4 and 400),
    receiver text not null,
    fields text[] not null,
    row_count bigint not null check (row_count >= 0),
    file_digest bytea
);
create index export_purpose_by_place on access.export_purpose (path, id);
grant select, insert on access.export_purpose to fangpin_office;
alter table access.export_purpose enable row level security;
alter table access.export_purpose force row level security;
create policy owner on access.export_purpose to fangpin_owner using (true);
create policy own_division on access.export_purpose to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');

-- 附件 -----------------------------------------------------------------------------------------------------------------------------
create table access.attachment (
    id uuid primary key,
    path text collate "C" not null,
    subject text not null,
    needs text not null,
    name text not null check (length(name) between 1 and 200),
    type text not null check (type in ('JPEG', 'PNG', 'PDF', 'XLSX', 'DOCX')),
    bytes bigint not null check (bytes > 0),
    digest bytea not null,
    entered_by bigint not null references access.account,
    entered_at timestamptz not null,
    removed_at timestamptz,
    removed_by bigint references access.account
);
create index attachment_by_subject on access.attachment (subject, entered_at);
grant select, insert on access.attachment to fangpin_office;
grant update (removed_at, removed_by) on access.attachment to fangpin_office;
alter table access.attachment enable row level security;
alter table access.attachment force row level security;
create policy owner on access.attachment to fangpin_owner using (true);
create policy own_division on access.attachment to fangpin_office
    using (path >= nullif(current_setting('fangpin.scope', true), '')
        and path < nullif(current_setting('fangpin.scope', true), '') || '~');
