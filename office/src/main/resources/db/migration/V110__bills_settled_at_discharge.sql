-- 出院结算: hospitals, their bills, and every decision on a bill. Nothing is edited: a bill stands as it was accepted, in the order of its
-- acceptance; a cancellation and what it changes for later bills of the person (R17) are decisions of their own. What counts for a bill is
-- its last decision.
create schema settlement;
grant usage on schema settlement to fangpin_office;

create table settlement.hospital (
  id bigint generated always as identity primary key,
  path text collate "C" not null unique,
  code text not null unique,
  name_zh text not null,
  name_en text not null
);
comment on table settlement.hospital is '定点医院；path 在所在区县之下，医院的账号以它为辖区';

create table settlement.bill (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_path text collate "C" not null,
  hospital_id bigint not null references settlement.hospital,
  person_id bigint not null references register.person,
  person_name text not null,
  cover_id bigint not null references enrolment.cover,
  pack text not null,
  product text not null,
  adoption_id bigint not null references policy.adoption,
  period_from date not null,
  ordinal integer not null check (ordinal > 0),
  message_id text not null,
  message_hash text not null,
  bill_number text not null,
  admitted_on date not null,
  discharged_on date not null,
  deciding_on date not null,
  input_names text[] not null,
  input_values bigint[] not null,
  entered_by bigint not null,
  accepted_on date not null,
  known_from timestamptz not null default now(),
  check (cardinality(input_names) = cardinality(input_values)),
  check (discharged_on >= admitted_on),
  unique (hospital_id, message_id),
  unique (person_id, pack, product, period_from, ordinal)
);
comment on column settlement.bill.path is '结算时人员所在的村';
comment on column settlement.bill.person_name is '结算时的姓名；医院看不到档案';
comment on column settlement.bill.ordinal is '本人本险种本年度的受理次序';
comment on column settlement.bill.message_id is '报文编号，同一医院不重复';

create table settlement.decision (
  id bigint generated always as identity primary key,
  bill_id bigint not null references settlement.bill,
  number integer not null check (number > 0),
  path text collate "C" not null,
  hospital_path text collate "C" not null,
  kind text not null check (kind in ('settled', 'adjusted', 'cancelled')),
  because_of bigint references settlement.decision,
  figures_before bigint[] not null,
  figures_after bigint[] not null,
  total_fen bigint not null,
  paid_fen bigint not null,
  self_fen bigint not null,
  ineligible_fen bigint not null,
  year_paid_fen bigint not null,
  difference_fen bigint not null,
  pack_hash text not null,
  input_hash text not null,
  engine text not null,
  reason text,
  decided_by bigint not null,
  decided_on date not null,
  known_from timestamptz not null default now(),
  unique (bill_id, number),
  check ((kind = 'adjusted') = (because_of is not null)),
  check (kind <> 'cancelled' or (paid_fen = 0 and reason is not null))
);
comment on column settlement.decision.difference_fen is '本险种支付与上一次决定之差；合计为现在应付';
comment on column settlement.decision.because_of is '引起这次调整的撤销';
create index bill_by_place on settlement.bill (path, id);
create index bill_by_hospital on settlement.bill (hospital_path, id);
create index bill_of_person on settlement.bill (person_id, id);
create index bill_by_number on settlement.bill (hospital_id, bill_number);

do $$
declare name text;
begin
  foreach name in array array['bill', 'decision'] loop
    execute format('alter table settlement.%I enable row level security', name);
    execute format('alter table settlement.%I force row level security', name);
    execute format('create policy owner on settlement.%I to fangpin_owner using (true)', name);
    execute format($policy$create policy own_people_or_own_hospital on settlement.%I to fangpin_office
      using (
        (path >= nullif(current_setting('fangpin.scope', true), '')
          and path < nullif(current_setting('fangpin.scope', true), '') || '~')
        or (hospital_path >= nullif(current_setting('fangpin.scope', true), '')
          and hospital_path < nullif(current_setting('fangpin.scope', true), '') || '~'))
      with check (hospital_path >= nullif(current_setting('fangpin.scope', true), '')
        and hospital_path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    execute format('grant select, insert on settlement.%I to fangpin_office', name);
  end loop;
end $$;
alter table settlement.hospital enable row level security;
alter table settlement.hospital force row level security;
create policy owner on settlement.hospital to fangpin_owner using (true);
create policy everybody_reads on settlement.hospital for select to fangpin_office using (true);
create policy own_division_adds on settlement.hospital for insert to fangpin_office with check (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select, insert on settlement.hospital to fangpin_office;

-- 年度账户: the bills of one person, product and period as they count now, in the order of their acceptance, whichever hospital sent them.
-- Locked from the first call until the transaction ends, so that two hospitals never spend the same remainder. Only what arithmetic
-- needs is shown.
create function settlement.year_account(person bigint, of_pack text, of_product text, of_period date)
    returns table (bill_id bigint, path text, hospital_path text, ordinal integer, deciding_on date, bill_number text,
        input_values bigint[], adoption_id bigint, decision_number integer, kind text, figures_before bigint[],
        figures_after bigint[], paid_fen bigint)
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(
            hashtextextended('settlement.year_account ' || person || ' ' || of_pack || ' ' || of_product || ' ' || of_period, 0));
        return query
        select bill.id, bill.path, bill.hospital_path, bill.ordinal, bill.deciding_on, bill.bill_number, bill.input_values,
            bill.adoption_id, last.number, last.kind, last.figures_before, last.figures_after, last.paid_fen
        from settlement.bill
        cross join lateral (select * from settlement.decision where decision.bill_id = bill.id order by number desc limit 1) last
        where bill.person_id = person and bill.pack = of_pack and bill.product = of_product and bill.period_from = of_period
        order by bill.ordinal;
    end $$;
revoke all on function settlement.year_account(bigint, text, text, date) from public;
grant execute on function settlement.year_account(bigint, text, text, date) to fangpin_office;

-- An adjustment of a later bill that another hospital sent: written for the actor who cancelled, who may not see that bill otherwise.
create function settlement.adjust(of_bill bigint, because bigint, before bigint[], after bigint[], total bigint, paid bigint, self bigint,
        ineligible bigint, year_paid bigint, difference bigint, hash_of_pack text, hash_of_input text, of_engine text, actor bigint,
        day date) returns bigint
    language sql security definer set search_path = pg_catalog
    begin atomic
        insert into settlement.decision (bill_id, number, path, hospital_path, kind, because_of, figures_before, figures_after, total_fen,
            paid_fen, self_fen, ineligible_fen, year_paid_fen, difference_fen, pack_hash, input_hash, engine, decided_by, decided_on)
        select bill.id, (select max(number) + 1 from settlement.decision where bill_id = bill.id), bill.path, bill.hospital_path,
            'adjusted', because, before, after, total, paid, self, ineligible, year_paid, difference, hash_of_pack, hash_of_input,
            of_engine, actor, day
        from settlement.bill
        join settlement.decision cancelled on cancelled.id = because and cancelled.kind = 'cancelled'
        join settlement.bill other on other.id = cancelled.bill_id
        where bill.id = of_bill and other.person_id = bill.person_id and other.product = bill.product
          and other.pack = bill.pack and other.period_from = bill.period_from and bill.ordinal > other.ordinal
        returning id;
    end;
revoke all on function settlement.adjust(bigint, bigint, bigint[], bigint[], bigint, bigint, bigint, bigint, bigint, bigint, text, text, text,
    bigint, date) from public;
grant execute on function settlement.adjust(bigint, bigint, bigint[], bigint[], bigint, bigint, bigint, bigint, bigint, bigint, text, text,
    text, bigint, date) to fangpin_office;
