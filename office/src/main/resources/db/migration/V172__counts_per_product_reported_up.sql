-- Counts per product that a county reports to its city's responsible department (LS §5): as they were on a day, sent by one, received above.
create table enrolment.count_report (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  pack text not null,
  product text not null,
  day date not null,
  persons bigint not null check (persons >= 0),
  households bigint not null check (households >= 0),
  sent_by bigint not null,
  sent_on date not null,
  received_by bigint,
  received_on date,
  known_from timestamptz not null default now(),
  check ((received_by is null) = (received_on is null))
);
comment on table enrolment.count_report is '按险种统计上报；数字以上报时为准，更正另报一次';
create index count_report_by_place on enrolment.count_report (path, id);
alter table enrolment.count_report enable row level security;
alter table enrolment.count_report force row level security;
create policy owner on enrolment.count_report to fangpin_owner using (true);
create policy own_division on enrolment.count_report to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on enrolment.count_report to fangpin_office;
grant update (received_by, received_on) on enrolment.count_report to fangpin_office;
