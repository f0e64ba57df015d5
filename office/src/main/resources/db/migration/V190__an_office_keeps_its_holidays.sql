-- Holidays and make-up workdays as an administrator keeps them beside those that came with the office: a day has one kind, the newest row of the
-- nearest division above counts, and what stood before stays on record. They are public: everybody reads them.
create table policy.holiday (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  day date not null,
  kind text not null check (kind in ('rest', 'worked', 'ordinary')),
  name text not null check (name <> ''),
  source text not null check (source <> ''),
  entered_by bigint not null,
  entered_on date not null,
  known_to timestamptz not null default 'infinity'
);
comment on table policy.holiday is '节假日：放假、调休上班，或恢复为平日；known_to 为被下一次登记取代的时刻';
create unique index holiday_one_a_day on policy.holiday (path, day) where known_to = 'infinity';
alter table policy.holiday enable row level security;
alter table policy.holiday force row level security;
create policy owner on policy.holiday to fangpin_owner using (true);
create policy everybody_reads on policy.holiday for select to fangpin_office using (true);
create policy own_division_enters on policy.holiday for insert to fangpin_office with check (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy own_division_replaces on policy.holiday for update to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on policy.holiday to fangpin_office;
grant update (known_to) on policy.holiday to fangpin_office;
