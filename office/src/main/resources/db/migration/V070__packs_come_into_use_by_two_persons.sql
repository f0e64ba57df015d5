-- Which pack is in use, read in which way and with which open terms closed, is proposed by one person and approved by another; what was
-- in use before stays on record. Everybody may read it, for it binds the divisions below too; it is written within its own division.
create schema policy;
grant usage on schema policy to fangpin_office;

create table policy.adoption (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  pack text not null,
  hash text not null,
  fill_name text,
  fill text,
  reason text not null,
  stage text not null check (stage in ('proposed', 'in_use', 'replaced', 'sent_back', 'withdrawn')),
  proposed_by bigint not null,
  proposed_on date not null,
  answered_by bigint,
  answered_on date,
  answer text,
  ended_on date,
  version integer not null default 0,
  check ((fill is null) = (fill_name is null)),
  check (stage not in ('in_use', 'replaced') or answered_by <> proposed_by)
);
comment on table policy.adoption is '政策包启用：内容标识、口径、未定事项的填补，一人提出、另一人批准';
comment on column policy.adoption.path is '文件所管的地方';
comment on column policy.adoption.hash is '政策包连同填补的内容标识';
comment on column policy.adoption.ended_on is '被下一次启用替换的日子';
create unique index adoption_one_proposed on policy.adoption (pack) where stage = 'proposed';
create unique index adoption_one_in_use on policy.adoption (pack) where stage = 'in_use';

create table policy.adopted_reading (
  adoption_id bigint not null references policy.adoption,
  path text collate "C" not null,
  reading text not null,
  choice text not null,
  primary key (adoption_id, reading)
);
comment on table policy.adopted_reading is '与政策包原定不同的口径';

alter table policy.adoption enable row level security;
alter table policy.adoption force row level security;
alter table policy.adopted_reading enable row level security;
alter table policy.adopted_reading force row level security;
create policy owner on policy.adoption to fangpin_owner using (true);
create policy owner on policy.adopted_reading to fangpin_owner using (true);
create policy everybody_reads on policy.adoption for select to fangpin_office using (true);
create policy everybody_reads on policy.adopted_reading for select to fangpin_office using (true);
create policy own_division_proposes on policy.adoption for insert to fangpin_office with check (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy own_division_decides on policy.adoption for update to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
create policy own_division_proposes on policy.adopted_reading for insert to fangpin_office with check (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert, update on policy.adoption to fangpin_office;
grant select, insert on policy.adopted_reading to fangpin_office;
