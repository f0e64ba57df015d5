-- Who is covered by which product of which pack, from when until when, and by which clause: what enrolment leaves behind, and what a
-- hospital and a claim ask.
create schema enrolment;
grant usage on schema enrolment to fangpin_office;

create table enrolment.cover (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  person_id bigint not null references register.person,
  pack text not null,
  product text not null,
  category text not null,
  clause text not null,
  valid_from date not null,
  valid_to date not null,
  policy_number text,
  known_from timestamptz not null default now(),
  known_to timestamptz not null default 'infinity',
  entered_by bigint not null,
  approved_by bigint not null,
  check (valid_to > valid_from),
  check (approved_by <> entered_by)
);
comment on table enrolment.cover is '参保：谁、哪个险种、哪一天到哪一天、依据哪一条；更正以新行记，旧行留存';
comment on column enrolment.cover.path is '参保时所在的村';
comment on column enrolment.cover.valid_to is '不再保障的第一天';
comment on column enrolment.cover.known_to is '被更正的时刻；infinity 为现在所知';
create unique index cover_of_person on enrolment.cover (person_id, pack, product) where known_to = 'infinity';
create index cover_by_place on enrolment.cover (path, pack, product);

alter table enrolment.cover enable row level security;
alter table enrolment.cover force row level security;
create policy owner on enrolment.cover to fangpin_owner using (true);
create policy own_division on enrolment.cover to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on enrolment.cover to fangpin_office;
grant update (known_to) on enrolment.cover to fangpin_office;

-- 结算窗口: a hospital works outside of the divisions of those it treats. Whoever gives a whole ID number is shown the person of that
-- number, if he is insured, and nothing else of the register.
create function enrolment.insured_with(id_index bytea)
    returns table (person_id bigint, path text, name text, sex smallint, born_on date)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id, person.path, person.name, person.sex::smallint, person.born_on
        from register.person
        where person.id_index = insured_with.id_index and person.merged_into is null
          and exists (select from enrolment.cover where cover.person_id = person.id and cover.known_to = 'infinity');
    end;
revoke all on function enrolment.insured_with(bytea) from public;
grant execute on function enrolment.insured_with(bytea) to fangpin_office;

-- The covers of one person, for who settles his bill or claim.
create function enrolment.covers_of(person bigint) returns setof enrolment.cover
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select * from enrolment.cover where person_id = person and known_to = 'infinity';
    end;
revoke all on function enrolment.covers_of(bigint) from public;
grant execute on function enrolment.covers_of(bigint) to fangpin_office;
