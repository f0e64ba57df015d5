-- 手工报销: paper bills, mostly of out-of-place care: entered by one person, approved by another, settled in the same year account, paid to
-- the person's or a proxy's account. The ID number and the account are sealed.
create table settlement.reimbursement (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  county_path text collate "C" not null,
  person_id bigint not null references register.person,
  person_name text not null,
  id_sealed bytea not null,
  hospital_name text not null,
  bill_number text not null,
  admitted_on date not null,
  discharged_on date not null,
  input_names text[] not null,
  input_values bigint[] not null,
  why text not null,
  payee_kind text not null check (payee_kind in ('person', 'proxy')),
  payee_name text not null,
  payee_relation text not null,
  bank_name text not null,
  account_sealed bytea not null,
  stage text not null check (stage in ('entered', 'approved', 'sent_back', 'withdrawn')),
  version integer not null default 1,
  bill_id bigint unique references settlement.bill,
  note text,
  entered_by bigint not null,
  entered_on date not null,
  decided_by bigint,
  decided_on date,
  known_from timestamptz not null default now(),
  check (cardinality(input_names) = cardinality(input_values)),
  check ((stage = 'approved') = (bill_id is not null)),
  check (stage <> 'approved' or decided_by <> entered_by),
  check (payee_kind = 'person' or payee_relation <> '')
);
comment on table settlement.reimbursement is '手工报销：纸质账单，经办一人，复核另一人';
comment on column settlement.reimbursement.path is '人员所在的村';
create index reimbursement_by_place on settlement.reimbursement (path, id);
create unique index reimbursement_once on settlement.reimbursement (county_path, hospital_name, bill_number)
  where stage in ('entered', 'approved');

alter table settlement.reimbursement enable row level security;
alter table settlement.reimbursement force row level security;
create policy owner on settlement.reimbursement to fangpin_owner using (true);
create policy own_division on settlement.reimbursement to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on settlement.reimbursement to fangpin_office;
grant update (stage, version, bill_id, note, decided_by, decided_on, id_sealed, account_sealed) on settlement.reimbursement to fangpin_office;
