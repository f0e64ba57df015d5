-- What a contract counts as a fault of the insurer, the faults that were found, and the extension of a contract, which a serious fault shuts
-- (WH3 §5.1). Found or proposed by one person, decided by another.
create table enrolment.fault_kind (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  words text not null check (words <> ''),
  contract_item text not null,
  serious boolean not null,
  entered_by bigint not null,
  entered_on date not null,
  unique (contract_id, words)
);
comment on table enrolment.fault_kind is '合同所列过错；serious 为重大过错';
comment on column enrolment.fault_kind.contract_item is '合同第几条';

create table enrolment.insurer_fault (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  kind_id bigint not null references enrolment.fault_kind,
  happened_on date not null,
  words text not null check (words <> ''),
  state text not null check (state in ('entered', 'confirmed', 'dismissed')),
  entered_by bigint not null,
  entered_on date not null,
  answered_by bigint check (answered_by <> entered_by),
  answered_on date,
  reason text not null default '',
  check ((state = 'entered') = (answered_by is null))
);
create index insurer_fault_of_contract on enrolment.insurer_fault (contract_id, id);

create table enrolment.extension (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  former_to date not null,
  valid_to date not null check (valid_to > former_to),
  clause text not null,
  note text not null check (note <> ''),
  state text not null check (state in ('proposed', 'in_force', 'refused')),
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint check (answered_by <> proposed_by),
  answered_on date,
  reason text not null default '',
  check ((state = 'proposed') = (answered_by is null))
);
create unique index extension_open on enrolment.extension (contract_id) where state = 'proposed';

do $$
declare name text;
begin
    foreach name in array array['fault_kind', 'insurer_fault', 'extension'] loop
        execute format('alter table enrolment.%I enable row level security', name);
        execute format('alter table enrolment.%I force row level security', name);
        execute format('create policy owner on enrolment.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on enrolment.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format($policy$create policy above_is_read on enrolment.%I for select to fangpin_office
            using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path))$policy$, name);
        execute format('grant select, insert on enrolment.%I to fangpin_office', name);
    end loop;
end $$;
grant update (state, answered_by, answered_on, reason) on enrolment.insurer_fault, enrolment.extension to fangpin_office;
