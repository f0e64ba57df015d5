-- 费用控制 (WH3 §3.1): what of a hospital's or person's month is looked into, and what came of it.
create table settlement.cost_check (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_id bigint references settlement.hospital,
  person_id bigint references register.person,
  month date not null check (month = date_trunc('month', month)),
  subject text not null,
  bills integer not null,
  total_fen bigint not null,
  ineligible_fen bigint not null,
  self_fen bigint not null,
  entered_by bigint not null,
  entered_on date not null,
  note text,
  closed_by bigint,
  closed_on date,
  known_from timestamptz not null default now(),
  check ((hospital_id is null) <> (person_id is null)),
  check ((note is null) = (closed_by is null))
);
comment on table settlement.cost_check is '费用核查：立项时的数字，与核查结果';
create index cost_check_by_place on settlement.cost_check (path, id);
create unique index cost_check_open on settlement.cost_check (month, coalesce(hospital_id, 0), coalesce(person_id, 0)) where closed_by is null;
create index bill_by_discharge on settlement.bill (discharged_on, hospital_path);

alter table settlement.cost_check enable row level security;
alter table settlement.cost_check force row level security;
create policy owner on settlement.cost_check to fangpin_owner using (true);
create policy own_division on settlement.cost_check to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on settlement.cost_check to fangpin_office;
grant update (note, closed_by, closed_on) on settlement.cost_check to fangpin_office;
