-- 投保手册的发放: who was given the handbook of his cover, or who keeps it for him, and whether the rules were explained (SD §7.3, WH3 §6.3).
create table enrolment.handbook_delivery (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  person_id bigint not null references register.person,
  pack text not null,
  receiver text not null check (receiver in ('self', 'keeper')),
  keeper text not null default '',
  briefed boolean not null,
  delivered_on date not null,
  entered_by bigint not null,
  entered_on date not null,
  check ((receiver = 'keeper') = (keeper <> ''))
);
comment on column enrolment.handbook_delivery.keeper is '代为保管并可代办理赔的人';
create index handbook_delivery_of_person on enrolment.handbook_delivery (person_id, pack, id);
create index handbook_delivery_by_place on enrolment.handbook_delivery (path, pack);
alter table enrolment.handbook_delivery enable row level security;
alter table enrolment.handbook_delivery force row level security;
create policy owner on enrolment.handbook_delivery to fangpin_owner using (true);
create policy own_division on enrolment.handbook_delivery to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on enrolment.handbook_delivery to fangpin_office;
