-- Where a rule of cover leaves the decision to people (refer), two of them decide with a reason: one says whether somebody is covered,
-- another confirms it; the next list takes it up. Bills of such persons wait with their hospital until then.
create table enrolment.referral (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  person_id bigint not null references register.person,
  pack text not null,
  product text not null,
  category text not null,
  clause text not null,
  covered boolean not null,
  reason text not null check (reason <> ''),
  stage text not null check (stage in ('proposed', 'confirmed', 'sent_back')),
  proposed_by bigint not null,
  proposed_on date not null,
  decided_by bigint,
  decided_on date,
  answer text not null default '',
  known_from timestamptz not null default now(),
  check ((stage = 'proposed') = (decided_by is null)),
  check (decided_by <> proposed_by)
);
comment on table enrolment.referral is '规定须由人决定的参保：一人提出并写明理由，另一人确认';
create unique index referral_once on enrolment.referral (person_id, pack, product) where stage <> 'sent_back';
create index referral_by_place on enrolment.referral (path, id);
create index enrolment_item_referred on enrolment.enrolment_item (person_id) where reason in ('referred', 'decided-against');
alter table enrolment.referral enable row level security;
alter table enrolment.referral force row level security;
create policy owner on enrolment.referral to fangpin_owner using (true);
create policy own_division on enrolment.referral to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on enrolment.referral to fangpin_office;
grant update (stage, decided_by, decided_on, answer) on enrolment.referral to fangpin_office;

-- Of whom a rule left the decision to people, by ID number: for who holds a bill of his. Says what is open or was confirmed, no more.
create function enrolment.referred_with(index_of_id bytea)
    returns table (person_id bigint, path text, name text, sex smallint, born_on date, pack text, product text, covered boolean)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct person.id, person.path, person.name, person.sex::smallint, person.born_on, list.pack, item.product, referral.covered
        from register.person
        join enrolment.enrolment_item item on item.person_id = person.id and item.reason in ('referred', 'decided-against')
        join enrolment.enrolment list on list.id = item.enrolment_id and list.stage <> 'withdrawn'
        left join enrolment.referral on referral.person_id = person.id and referral.pack = list.pack
            and referral.product = item.product and referral.stage = 'confirmed'
        where person.id_index = index_of_id and person.merged_into is null;
    end;
revoke all on function enrolment.referred_with(bytea) from public;
grant execute on function enrolment.referred_with(bytea) to fangpin_office;

create table settlement.referred_bill (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_path text collate "C" not null,
  hospital_id bigint not null references settlement.hospital,
  person_id bigint not null references register.person,
  person_name text not null,
  pack text not null,
  product text not null,
  message_id text not null,
  bill_number text not null,
  discharged_on date not null,
  message_sealed bytea not null,
  entered_by bigint not null,
  entered_on date not null,
  known_from timestamptz not null default now(),
  unique (hospital_id, message_id)
);
comment on table settlement.referred_bill is '待定账单：参保须由人决定的人员的账单，报文加密保存，决定后再结算';
create index referred_bill_by_hospital on settlement.referred_bill (hospital_path, id);
create index referred_bill_by_place on settlement.referred_bill (path, id);
alter table settlement.referred_bill enable row level security;
alter table settlement.referred_bill force row level security;
create policy owner on settlement.referred_bill to fangpin_owner using (true);
create policy own_people_or_own_hospital on settlement.referred_bill to fangpin_office
  using (
    (path >= nullif(current_setting('fangpin.scope', true), '')
      and path < nullif(current_setting('fangpin.scope', true), '') || '~')
    or (hospital_path >= nullif(current_setting('fangpin.scope', true), '')
      and hospital_path < nullif(current_setting('fangpin.scope', true), '') || '~'))
  with check (hospital_path >= nullif(current_setting('fangpin.scope', true), '')
    and hospital_path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on settlement.referred_bill to fangpin_office;
grant update (message_sealed) on settlement.referred_bill to fangpin_office;

-- What was decided of the persons of some waiting bills, and whether they are covered by now.
create function settlement.referred_state(bills bigint[]) returns table (bill_id bigint, answered boolean, insured boolean, settled bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select waiting.id,
            (select referral.covered from enrolment.referral where referral.person_id = waiting.person_id
                and referral.pack = waiting.pack and referral.product = waiting.product and referral.stage = 'confirmed'),
            exists (select from enrolment.cover where cover.person_id = waiting.person_id and cover.pack = waiting.pack
                and cover.product = waiting.product and cover.known_to = 'infinity'),
            (select bill.id from settlement.bill where bill.hospital_id = waiting.hospital_id and bill.message_id = waiting.message_id)
        from settlement.referred_bill waiting where waiting.id = any (bills);
    end;
revoke all on function settlement.referred_state(bigint[]) from public;
grant execute on function settlement.referred_state(bigint[]) to fangpin_office;
