-- 结算上传: a hospital's month of bills as a file: every row is kept, sealed, with what became of it; bills are accepted by sets, in the
-- order of discharge and bill number. What was settled stands whatever becomes of the rest.
create table settlement.upload (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  hospital_id bigint not null references settlement.hospital,
  file_name text not null,
  content_hash bytea not null,
  pack text not null,
  product text not null,
  header text[] not null,
  stage text not null check (stage in ('settling', 'done', 'cancelled')),
  row_count integer not null default 0,
  accepted integer not null default 0,
  rejected integer not null default 0,
  entered_by bigint not null,
  entered_on date not null,
  known_from timestamptz not null default now()
);
comment on table settlement.upload is '医院上传的账单文件；path 是医院的';
create index upload_by_hospital on settlement.upload (path, id);

create table settlement.upload_row (
  upload_id bigint not null references settlement.upload,
  row_number bigint not null,
  path text collate "C" not null,
  bill_number text collate "C",
  discharged_on date,
  cells_sealed bytea not null,
  reason text,
  wrong_column integer,
  bill_id bigint references settlement.bill,
  primary key (upload_id, row_number),
  check (bill_id is null or reason is null)
);
comment on column settlement.upload_row.cells_sealed is '原样的一行，加密保存';
comment on column settlement.upload_row.reason is '退回原因；与文件命令的相同';
comment on column settlement.upload_row.wrong_column is '出错的列，从 0 数起；空为整行';
create index upload_row_waiting on settlement.upload_row (upload_id, discharged_on, bill_number)
  where bill_id is null and reason is null;
create index upload_row_rejected on settlement.upload_row (upload_id, row_number) where reason is not null;

do $$
declare name text;
begin
  foreach name in array array['upload', 'upload_row'] loop
    execute format('alter table settlement.%I enable row level security', name);
    execute format('alter table settlement.%I force row level security', name);
    execute format('create policy owner on settlement.%I to fangpin_owner using (true)', name);
    execute format($policy$create policy own_hospital on settlement.%I to fangpin_office using (
      path >= nullif(current_setting('fangpin.scope', true), '')
      and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
    execute format('grant select, insert on settlement.%I to fangpin_office', name);
  end loop;
end $$;
grant update (stage, row_count, accepted, rejected) on settlement.upload to fangpin_office;
grant update (cells_sealed, reason, wrong_column, bill_id) on settlement.upload_row to fangpin_office;
-- a file that turns out to be in another encoding is read again from its start
grant delete on settlement.upload_row to fangpin_office;

-- The persons of many ID numbers at once: as enrolment.insured_with tells of one.
create function enrolment.insured_among(id_indexes bytea[])
    returns table (id_index bytea, person_id bigint, path text, name text, sex smallint, born_on date)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select person.id_index, person.id, person.path, person.name, person.sex::smallint, person.born_on
        from register.person
        where person.id_index = any (id_indexes) and person.merged_into is null
          and exists (select from enrolment.cover where cover.person_id = person.id and cover.known_to = 'infinity');
    end;
revoke all on function enrolment.insured_among(bytea[]) from public;
grant execute on function enrolment.insured_among(bytea[]) to fangpin_office;

create function enrolment.covers_among(persons bigint[]) returns setof enrolment.cover
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select * from enrolment.cover where person_id = any (persons) and known_to = 'infinity';
    end;
revoke all on function enrolment.covers_among(bigint[]) from public;
grant execute on function enrolment.covers_among(bigint[]) to fangpin_office;

-- Where the year accounts of some persons stand: the last place given and the figures after the last bill that counts. Locked as
-- settlement.year_account locks them, in the order of the locks, so that sets of bills wait for each other and never in a ring.
create function settlement.year_ends(persons bigint[], packs text[], products text[], periods date[])
    returns table (person_id bigint, pack text, product text, period_from date, ordinal integer, figures bigint[])
    language plpgsql security definer set search_path = pg_catalog
    as $$
    begin
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended(
                'settlement.year_account ' || given.person || ' ' || given.pack || ' ' || given.product || ' ' || given.period, 0) as key
            from unnest(persons, packs, products, periods) as given (person, pack, product, period) order by 1) keys;
        return query
        select given.person, given.pack, given.product, given.period, coalesce(newest.ordinal, 0), counting.figures_after
        from unnest(persons, packs, products, periods) as given (person, pack, product, period)
        left join lateral (
            select bill.ordinal from settlement.bill
            where bill.person_id = given.person and bill.pack = given.pack and bill.product = given.product
              and bill.period_from = given.period
            order by bill.ordinal desc limit 1) newest on true
        left join lateral (
            select last.figures_after from settlement.bill
            cross join lateral (
                select decision.kind, decision.figures_after from settlement.decision
                where decision.bill_id = bill.id order by number desc limit 1) last
            where bill.person_id = given.person and bill.pack = given.pack and bill.product = given.product
              and bill.period_from = given.period and last.kind <> 'cancelled'
            order by bill.ordinal desc limit 1) counting on true;
    end $$;
revoke all on function settlement.year_ends(bigint[], text[], text[], date[]) from public;
grant execute on function settlement.year_ends(bigint[], text[], text[], date[]) to fangpin_office;
