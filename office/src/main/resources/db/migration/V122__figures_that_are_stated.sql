-- 参保基数与结余: figures of a premium that no register counts, such as a rural population or what an insurer has left of last year, stated
-- with their source by one person and approved by another. A later approved figure counts instead of an earlier one; nothing is edited.
create table enrolment.stated_figure (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  pack text not null,
  measure text not null,
  value bigint not null check (value >= 0),
  as_of date not null,
  source text not null check (source <> ''),
  state text not null check (state in ('proposed', 'approved', 'refused')),
  entered_by bigint not null,
  entered_on date not null,
  answered_by bigint check (answered_by <> entered_by),
  answered_on date,
  reason text not null default '',
  check ((state = 'proposed') = (answered_by is null))
);
comment on column enrolment.stated_figure.measure is '政策包的指标；carry-over 为上期结余，单位分';
create index stated_figure_by_place on enrolment.stated_figure (pack, measure, path, id);
alter table enrolment.stated_figure enable row level security;
alter table enrolment.stated_figure force row level security;
create policy owner on enrolment.stated_figure to fangpin_owner using (true);
create policy own_division on enrolment.stated_figure to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on enrolment.stated_figure to fangpin_office;
grant update (state, answered_by, answered_on, reason) on enrolment.stated_figure to fangpin_office;
