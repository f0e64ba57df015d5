-- The ledger in double entry, premium that finance paid, and payment orders. The office posts through one function and can neither change
-- nor delete an entry; each account has one balance row, locked on posting and provable against the postings.
create schema fund;
grant usage on schema fund to fangpin_office;

-- 账户 -----------------------------------------------------------------------------------------------------------------------------
create table fund.account (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  kind text not null check (kind in ('insurer-money', 'premium-received', 'benefit-paid', 'owed-to-hospital', 'owed-to-person')),
  contract_id bigint references enrolment.contract,
  pack text not null,
  product text not null,
  holder text not null,
  unique nulls not distinct (kind, contract_id, pack, product, holder, path)
);
comment on table fund.account is '账户：承保专户、已收保费、已付保障、应付医院、应付个人；分合同、险种、地方、对方';
comment on column fund.account.contract_id is '承办合同；空：保障没有合同，不能付款';
comment on column fund.account.holder is '对方：缴费方、医院、赔案；没有时为空';
create index account_by_place on fund.account (path, kind);

create table fund.balance (
  account_id bigint primary key references fund.account,
  path text collate "C" not null,
  balance_fen bigint not null default 0,
  reserved_fen bigint not null default 0 check (reserved_fen >= 0)
) with (fillfactor = 50);
comment on column fund.balance.balance_fen is '借方为正、贷方为负；等于本账户全部分录之和';
comment on column fund.balance.reserved_fen is '已批准、尚未付出的付款';

-- 凭证 -----------------------------------------------------------------------------------------------------------------------------
create table fund.entry (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  day date not null,
  reason text not null,
  subject text not null check (subject <> ''),
  person_id bigint,
  clause text not null,
  reverses bigint references fund.entry,
  entered_by bigint not null,
  hash bytea not null check (length(hash) = 32),
  known_from timestamptz not null default now()
);
create index entry_by_subject on fund.entry (subject, id);
create index entry_of_person on fund.entry (person_id, id) where person_id is not null;
create index entry_by_place on fund.entry (path, id);
comment on column fund.entry.subject is '为哪件事：bill/12、claim/7、order/3';

create table fund.posting (
  entry_id bigint not null references fund.entry,
  number integer not null check (number > 0),
  path text collate "C" not null,
  account_id bigint not null references fund.account,
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (entry_id, number)
);
create index posting_of_account on fund.posting (account_id, entry_id);

create function fund.entry_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    raise exception 'an entry stays as it was made; take it back by another' using errcode = 'insufficient_privilege';
end $$;
create trigger entry_stays before update or delete on fund.entry for each row execute function fund.entry_stays();
create trigger entries_stay before truncate on fund.entry execute function fund.entry_stays();
create trigger posting_stays before update or delete on fund.posting for each row execute function fund.entry_stays();
create trigger postings_stay before truncate on fund.posting execute function fund.entry_stays();

create function fund.require_balance() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if (select sum(amount_fen) from fund.posting where posting.entry_id = new.entry_id) <> 0 then
        raise exception 'entry % does not sum to zero', new.entry_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
revoke all on function fund.require_balance() from public;
create constraint trigger entry_balances after insert on fund.posting deferrable initially deferred
    for each row execute function fund.require_balance();

-- A hash in letters alone: the audit takes runs of digits for numbers of people and masks them.
create function fund.letters(hash bytea) returns text language sql immutable parallel safe set search_path = pg_catalog
    return translate(encode(hash, 'hex'), '0123456789', 'ghijklmnop');

-- What the hash of an entry is of; the audit keeps it and chains it.
create function fund.hash_of(id bigint, day date, reason text, subject text, person bigint, clause text, reverses bigint, actor bigint,
        accounts bigint[], amounts bigint[]) returns bytea
    language sql stable set search_path = pg_catalog
    return sha256(convert_to(json_build_array(id, day::text, reason, subject, person, clause, reverses, actor, accounts, amounts)::text,
        'UTF8'));

create function fund.post(place text, of_day date, why text, about text, person bigint, by_clause text, taking_back bigint, actor bigint,
        kinds text[], contracts bigint[], packs text[], products text[], holders text[], paths text[], amounts bigint[])
    returns table (id bigint, hash bytea) language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        accounts bigint[];
        number bigint;
        digest bytea;
    begin
        if cardinality(amounts) < 2 or (select sum(amount) from unnest(amounts) amount) <> 0 then
            raise exception 'an entry that does not sum to zero' using errcode = 'check_violation';
        end if;
        with line as (
            select * from unnest(kinds, contracts, packs, products, holders, paths) as line(kind, contract_id, pack, product, holder, path)
        ), opened as (
            insert into fund.account (kind, contract_id, pack, product, holder, path)
            select distinct line.* from line
            where not exists (select from fund.account where account.kind = line.kind and account.pack = line.pack
                and account.product = line.product and account.holder = line.holder and account.path = line.path
                and account.contract_id is not distinct from line.contract_id)
            on conflict do nothing returning account.id, account.path
        )
        insert into fund.balance (account_id, path) select opened.id, opened.path from opened;
        select array_agg(account.id order by line.ordinality) into accounts
        from unnest(kinds, contracts, packs, products, holders, paths) with ordinality
            as line(kind, contract_id, pack, product, holder, path, ordinality)
        join fund.account on account.kind = line.kind and account.pack = line.pack and account.product = line.product
            and account.holder = line.holder and account.path = line.path and account.contract_id is not distinct from line.contract_id;
        perform from fund.balance where account_id = any (accounts) order by account_id for update;
        update fund.balance set balance_fen = balance_fen + moved.amount
        from (select account, sum(amount)::bigint as amount from unnest(accounts, amounts) line(account, amount) group by account) moved
        where account_id = moved.account;
        number := nextval(pg_get_serial_sequence('fund.entry', 'id'));
        digest := fund.hash_of(number, of_day, why, about, person, by_clause, taking_back, actor, accounts, amounts);
        insert into fund.entry (id, path, day, reason, subject, person_id, clause, reverses, entered_by, hash) overriding system value
        values (number, place, of_day, why, about, person, by_clause, taking_back, actor, digest);
        insert into fund.posting (entry_id, number, path, account_id, amount_fen)
        select number, line.ordinality, line.path, line.account, line.amount
        from unnest(accounts, paths, amounts) with ordinality as line(account, path, amount, ordinality);
        return query select number, digest;
    end $$;

revoke all on function fund.letters(bytea), fund.hash_of(bigint, date, text, text, bigint, text, bigint, bigint, bigint[], bigint[]),
    fund.post(text, date, text, text, bigint, text, bigint, bigint, text[], bigint[], text[], text[], text[], text[], bigint[]) from public;
grant execute on function fund.letters(bytea), fund.hash_of(bigint, date, text, text, bigint, text, bigint, bigint, bigint[], bigint[]),
    fund.post(text, date, text, text, bigint, text, bigint, bigint, text[], bigint[], text[], text[], text[], text[], bigint[]) to fangpin_office;

-- 已缴保费 --------------------------------------------------------------------------------------------------------------------------
create table fund.premium_payment (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  contract_path text collate "C" not null,
  pack text not null,
  product text not null,
  payer text not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_on date not null,
  bank_reference text not null check (bank_reference <> ''),
  state text not null check (state in ('entered', 'confirmed', 'refused')),
  entered_by bigint not null,
  entered_on date not null,
  answered_by bigint check (answered_by <> entered_by),
  answered_on date,
  reason text not null default '',
  entry_id bigint references fund.entry,
  check ((state = 'confirmed') = (entry_id is not null)),
  check ((state = 'entered') = (answered_by is null))
);
create unique index premium_payment_once on fund.premium_payment (contract_id, bank_reference) where state <> 'refused';
create index premium_payment_by_place on fund.premium_payment (path, id);
comment on column fund.premium_payment.bank_reference is '银行流水号；同一合同不重复';

-- 付款单 ----------------------------------------------------------------------------------------------------------------------------
create table fund.payment_file (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  orders integer not null check (orders > 0),
  sum_fen bigint not null check (sum_fen > 0),
  made_by bigint not null,
  made_on date not null
);

create table fund.payment_order (
  id bigint generated always as identity primary key,
  path text collate "C" not null,
  contract_id bigint not null references enrolment.contract,
  contract_path text collate "C" not null,
  source_id bigint not null references fund.account,
  owed_id bigint not null references fund.account,
  subject text not null,
  amount_fen bigint not null check (amount_fen > 0),
  payee_name text not null check (payee_name <> ''),
  payee_bank text not null,
  payee_account_sealed bytea not null,
  state text not null check (state in ('raised', 'approved', 'sent', 'paid', 'returned', 'refused')),
  raised_by bigint not null,
  raised_on date not null,
  answered_by bigint check (answered_by <> raised_by),
  answered_on date,
  file_id bigint references fund.payment_file,
  ended_on date,
  bank_reference text,
  reason text not null default '',
  entry_id bigint references fund.entry,
  check (state in ('raised', 'refused') or answered_by is not null),
  check ((state = 'paid') = (entry_id is not null)),
  check (state not in ('sent', 'paid', 'returned') or file_id is not null)
);
create index payment_order_by_place on fund.payment_order (contract_path, state, id);
create index payment_order_by_subject on fund.payment_order (subject, id);
create index payment_order_by_file on fund.payment_order (file_id) where file_id is not null;
create index payment_order_by_owed on fund.payment_order (owed_id, id);

-- 占用: puts the money of an order by, at its source and at the debt, if so much is there and not put by yet; else nothing is changed.
create function fund.reserve_both(of_order bigint) returns boolean language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        it fund.payment_order;
    begin
        select * into strict it from fund.payment_order where id = of_order;
        perform from fund.balance where account_id in (it.source_id, it.owed_id) order by account_id for update;
        if (select balance_fen - reserved_fen from fund.balance where account_id = it.source_id) < it.amount_fen
            or (select -balance_fen - reserved_fen from fund.balance where account_id = it.owed_id) < it.amount_fen then
            return false;
        end if;
        update fund.balance set reserved_fen = reserved_fen + it.amount_fen where account_id in (it.source_id, it.owed_id);
        return true;
    end $$;
create function fund.release_both(of_order bigint) returns void language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        it fund.payment_order;
    begin
        select * into strict it from fund.payment_order where id = of_order;
        perform from fund.balance where account_id in (it.source_id, it.owed_id) order by account_id for update;
        update fund.balance set reserved_fen = reserved_fen - it.amount_fen where account_id in (it.source_id, it.owed_id);
    end $$;
revoke all on function fund.reserve_both(bigint), fund.release_both(bigint) from public;
grant execute on function fund.reserve_both(bigint), fund.release_both(bigint) to fangpin_office;

-- 账实核对: what does not agree, of the accounts and entries of one division; the audit's records of entries hold the other half.
create function fund.faults(place text) returns table (kind text, id bigint, written text, found text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select 'balance', balance.account_id, balance.balance_fen::text, coalesce(sum(posting.amount_fen), 0)::text
        from fund.balance left join fund.posting on posting.account_id = balance.account_id
        where starts_with(balance.path, place) group by balance.account_id, balance.balance_fen
        having balance.balance_fen <> coalesce(sum(posting.amount_fen), 0)
        union all
        select 'reserved', balance.account_id, balance.reserved_fen::text, coalesce(sum(payment_order.amount_fen), 0)::text
        from fund.balance left join fund.payment_order on balance.account_id in (payment_order.source_id, payment_order.owed_id)
            and payment_order.state in ('approved', 'sent')
        where starts_with(balance.path, place) group by balance.account_id, balance.reserved_fen
        having balance.reserved_fen <> coalesce(sum(payment_order.amount_fen), 0)
        union all
        select case when line.total = 0 then 'hash' else 'unbalanced' end, entry.id, fund.letters(entry.hash),
            case when line.total = 0 then 'another' else line.total::text end
        from fund.entry cross join lateral (
            select sum(amount_fen) as total, array_agg(account_id order by number) as accounts, array_agg(amount_fen order by number) as amounts
            from fund.posting where posting.entry_id = entry.id) line
        where starts_with(entry.path, place)
          and (line.total is distinct from 0 or entry.hash <> fund.hash_of(entry.id, entry.day, entry.reason, entry.subject, entry.person_id,
            entry.clause, entry.reverses, entry.entered_by, line.accounts, line.amounts))
        union all
        select 'unaudited', entry.id, fund.letters(entry.hash), '' from fund.entry
        where starts_with(entry.path, place) and not exists (select from access.audit_record record
            where record.subject = 'entry/' || entry.id and record.action = 'POSTED'
              and record.details::json ->> 'hash' = fund.letters(entry.hash))
        union all
        select 'lost', substr(record.subject, 7)::bigint, record.details::json ->> 'hash', '' from access.audit_record record
        where record.action = 'POSTED' and record.subject like 'entry/%' and starts_with(record.path, place)
          and not exists (select from fund.entry where 'entry/' || entry.id = record.subject);
    end;
revoke all on function fund.faults(text) from public;
grant execute on function fund.faults(text) to fangpin_office;

do $$
declare name text;
begin
    foreach name in array array['account', 'balance', 'entry', 'posting', 'premium_payment', 'payment_order', 'payment_file'] loop
        execute format('alter table fund.%I enable row level security', name);
        execute format('alter table fund.%I force row level security', name);
        execute format('create policy owner on fund.%I to fangpin_owner using (true)', name);
        execute format($policy$create policy own_division on fund.%I to fangpin_office
            using (path >= nullif(current_setting('fangpin.scope', true), '')
                and path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant select on fund.%I to fangpin_office', name);
    end loop;
    -- who keeps the contract sees and answers what is paid in and out under it
    foreach name in array array['premium_payment', 'payment_order'] loop
        execute format($policy$create policy own_contract on fund.%I to fangpin_office
            using (contract_path >= nullif(current_setting('fangpin.scope', true), '')
                and contract_path < nullif(current_setting('fangpin.scope', true), '') || '~')$policy$, name);
        execute format('grant insert on fund.%I to fangpin_office', name);
    end loop;
end $$;
-- an entry is read by everybody who reads one of its lines
create policy of_own_posting on fund.entry for select to fangpin_office
    using (exists (select from fund.posting where posting.entry_id = entry.id));
grant insert on fund.payment_file to fangpin_office;
grant update (state, answered_by, answered_on, reason, entry_id) on fund.premium_payment to fangpin_office;
grant update (state, answered_by, answered_on, file_id, ended_on, bank_reference, reason, entry_id) on fund.payment_order to fangpin_office;
