-- Insurers, contracts with what they must contain, enrolments by named list with their endorsements and the insurer's answers.

create table enrolment.insurer (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  code text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
  name text not null check (name <> ''),
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  unique (path, code)
);
comment on table enrolment.insurer is '承保机构';

-- 承保机构人员: which login is whose.
create table enrolment.insurer_login (
  insurer_id bigint not null references enrolment.insurer,
  path text collate "C" not null,
  account_id bigint not null,
  entered_by bigint not null,
  known_from timestamptz not null default now(),
  primary key (insurer_id, account_id)
);

create table enrolment.contract (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  number text not null check (number <> ''),
  insurer_id bigint not null references enrolment.insurer,
  pack text not null,
  pack_hash text not null,
  valid_from date not null,
  valid_to date not null,
  bank_account text not null,
  stage text not null check (stage in ('draft', 'proposed', 'in_force', 'withdrawn')),
  entered_by bigint not null,
  entered_on date not null,
  proposed_by bigint,
  answered_by bigint,
  answered_on date,
  answer text not null default '',
  version integer not null default 0,
  check (valid_to > valid_from),
  check (stage <> 'in_force' or (answered_by is not null and answered_by <> entered_by and answered_by <> proposed_by)),
  unique (path, number)
);
comment on table enrolment.contract is '承办合同；valid_to 是合同不再有效的第一天';

create table enrolment.contract_product (
  contract_id bigint not null references enrolment.contract,
  path text collate "C" not null,
  product text not null,
  rate_fen bigint not null check (rate_fen > 0),
  clause text not null,
  primary key (contract_id, product)
);
comment on column enrolment.contract_product.rate_fen is '每人每期保费，订立时政策包所定';

-- 对照单: each required item that the contract has, with where it stands.
create table enrolment.contract_item (
  contract_id bigint not null references enrolment.contract,
  path text collate "C" not null,
  checklist text not null,
  item text not null,
  note text not null check (note <> ''),
  entered_by bigint not null,
  entered_on date not null,
  primary key (contract_id, checklist, item)
);

create table enrolment.enrolment (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  pack text not null,
  as_of date not null,
  stage text not null check (stage in ('draft', 'checked', 'approved', 'sent', 'answered', 'in_force', 'withdrawn')),
  drafted_by bigint not null,
  drafted_on date not null,
  checked_by bigint,
  checked_on date,
  approved_by bigint,
  approved_on date,
  sent_by bigint,
  sent_on date,
  ended_on date,
  answer text not null default '',
  version integer not null default 0,
  check (approved_by is null or (approved_by <> drafted_by and approved_by <> checked_by))
);
comment on table enrolment.enrolment is '参保名单：一份合同、一个地方、一个基准日；ended_on 为生效或作废的日子';
create index enrolment_by_contract on enrolment.enrolment (contract_id, id);

-- 名单的一行: a person and product that is to be added, ended or changed, or is not on the list, and why.
create table enrolment.enrolment_item (
  enrolment_id bigint not null references enrolment.enrolment,
  person_id bigint not null references register.person,
  product text not null,
  path text collate "C" not null,
  outcome text not null check (outcome in ('added', 'ended', 'changed', 'out')),
  reason text not null,
  category text not null,
  clause text not null,
  valid_from date,
  valid_to date,
  cover_id bigint references enrolment.cover,
  policy_number text,
  primary key (enrolment_id, product, path, person_id),
  check (outcome <> 'out' or (valid_from is null and cover_id is null)),
  check (outcome not in ('added', 'changed') or valid_to > valid_from)
);
create index enrolment_item_by_person on enrolment.enrolment_item (enrolment_id, person_id);
comment on column enrolment.enrolment_item.valid_from is '空：原来的保障作废';

-- 承保机构的回复与名单的差异.
create table enrolment.difference (
  id bigint generated always as identity primary key,
  enrolment_id bigint not null references enrolment.enrolment,
  path text collate "C" not null,
  product text not null,
  kind text not null check (kind in ('unknown', 'missing', 'duplicate')),
  row_number bigint,
  person_id bigint references register.person,
  note text,
  closed_by bigint,
  closed_on date,
  check ((closed_by is null) = (note is null)),
  check (kind <> 'missing' or person_id is not null)
);
create index difference_by_enrolment on enrolment.difference (enrolment_id, kind, id);
comment on column enrolment.difference.row_number is '回复文件的行号；证件号码不留存';

alter table enrolment.cover add column enrolment_id bigint references enrolment.enrolment;
create index cover_by_enrolment on enrolment.cover (enrolment_id);
-- The same as before; the star of its body named the columns there were.
create or replace function enrolment.covers_of(person bigint) returns setof enrolment.cover
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select * from enrolment.cover where person_id = person and known_to = 'infinity';
    end;

-- Rows of persons: one's own division and below. Contracts and lists of divisions above stand on one's own pages too, to be read.
do $$
declare name text;
begin
    foreach name in array array['insurer', 'insurer_login', 'contract', 'contract_product', 'contract_item', 'enrolment',
        'enrolment_item', 'difference'] loop
        execute format('alter table enrolment.%I enable row level security', name);
        execute format('alter table enrolment.%I force row level security', name);
        execute format('create policy owner on enrolment.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on enrolment.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    end loop;
    foreach name in array array['insurer', 'contract', 'contract_product', 'contract_item', 'enrolment'] loop
        execute format($policy$create policy above_is_read on enrolment.%I for select to fangpin_office
            using (starts_with(nullif(current_setting('fangpin.scope', true), ''), path))$policy$, name);
    end loop;
end $$;

grant select, insert on enrolment.insurer to fangpin_office;
grant select, insert, delete on enrolment.insurer_login to fangpin_office;
grant select, insert, update on enrolment.contract, enrolment.enrolment to fangpin_office;
grant select, insert on enrolment.contract_product to fangpin_office;
grant select, insert, delete on enrolment.contract_item to fangpin_office;
grant select, insert, update, delete on enrolment.enrolment_item, enrolment.difference to fangpin_office;

-- 已在别处参保: whether persons of one's division are covered by a product through another division's list. Says which persons, no more.
create function enrolment.covered_elsewhere(for_pack text, place text) returns table (person_id bigint, product text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select cover.person_id, cover.product
        from enrolment.cover join register.person on person.id = cover.person_id
        where cover.pack = for_pack and cover.known_to = 'infinity'
          and person.path >= place and person.path < place || '~'
          and not (cover.path >= place and cover.path < place || '~')
          and starts_with(place, nullif(current_setting('fangpin.scope', true), ''));
    end;
revoke all on function enrolment.covered_elsewhere(text, text) from public;
grant execute on function enrolment.covered_elsewhere(text, text) to fangpin_office;

-- 待收回复的名单: an open list of the same pack whose place holds the asked one or lies in it, also outside of one's division.
create function enrolment.list_open(for_pack text, place text) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select exists (select from enrolment.enrolment
            where enrolment.pack = for_pack and enrolment.stage not in ('in_force', 'withdrawn')
              and (starts_with(place, enrolment.path) or starts_with(enrolment.path, place)));
    end;
revoke all on function enrolment.list_open(text, text) from public;
grant execute on function enrolment.list_open(text, text) to fangpin_office;
