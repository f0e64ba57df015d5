-- What a division needs for the purposes whose shortfall it meets itself (WH6 §2.2 end): stated with its ground and decision by the poverty
-- office, agreed to by finance; a later statement takes the place of an earlier one. What came and what was put up the ledger knows.
create table appropriation.shortfall (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  year integer not null check (year between 2000 and 2100),
  pack text not null,
  item text not null check (item <> ''),
  needed_fen bigint not null check (needed_fen > 0),
  basis text not null check (basis <> ''),
  decision text not null check (decision <> ''),
  clause text not null,
  state text not null check (state in ('proposed', 'agreed', 'refused', 'replaced')),
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint check (answered_by <> proposed_by),
  answered_on date,
  answer text not null default '',
  check ((state = 'proposed') = (answered_by is null))
);
comment on table appropriation.shortfall is '不足补足：某一用途全年需要多少、依据什么、由什么会议决定由本级补足';
create unique index shortfall_one_proposed on appropriation.shortfall (path, year, pack, item) where state = 'proposed';
create unique index shortfall_one_agreed on appropriation.shortfall (path, year, pack, item) where state = 'agreed';
create index shortfall_by_year on appropriation.shortfall (year, path);
alter table appropriation.shortfall enable row level security;
alter table appropriation.shortfall force row level security;
create policy owner on appropriation.shortfall to fangpin_owner using (true);
create policy own_division on appropriation.shortfall to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on appropriation.shortfall to fangpin_office;
grant update (state, answered_by, answered_on, answer) on appropriation.shortfall to fangpin_office;
