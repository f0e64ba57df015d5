-- Special funds in the ledger: what was received, what is available on each budget line, what was paid. Pairs of lines are posted by sets, a
-- budget line is never overdrawn, and money put by for any purpose has a row that says for what.
alter table fund.account drop constraint account_kind_check;
alter table fund.account add constraint account_kind_check check (kind in ('insurer-money', 'premium-received', 'benefit-paid',
    'owed-to-hospital', 'owed-to-person', 'funds-received', 'funds-available', 'funds-paid'));

-- 不得透支: a budget line never holds less than what is put by of it, whoever posts.
alter table fund.balance add column covered boolean not null default false;
alter table fund.balance add constraint never_overdrawn check (not covered or balance_fen >= reserved_fen);
create function fund.mark_covered() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    new.covered := exists (select from fund.account where id = new.account_id and kind = 'funds-available');
    return new;
end $$;
revoke all on function fund.mark_covered() from public;
create trigger covered_when_opened before insert on fund.balance for each row execute function fund.mark_covered();

create index account_by_holder on fund.account (holder, kind);

-- 占用 ------------------------------------------------------------------------------------------------------------------------------
create table fund.reservation (
  account_id bigint not null references fund.account,
  subject text not null check (subject <> ''),
  path text collate "C" not null,
  amount_fen bigint not null check (amount_fen > 0),
  open_fen bigint not null check (open_fen >= 0),
  primary key (subject, account_id),
  check (open_fen <= amount_fen)
);
comment on table fund.reservation is '占用：某一事项在某一账户上占用的金额；open_fen 为尚未付出或退回的部分';
create index reservation_by_account on fund.reservation (account_id) where open_fen > 0;

-- Puts money by for a subject, once; false when the account does not have so much free, and then nothing is changed.
create function fund.reserve(account bigint, about text, amount bigint) returns boolean language plpgsql security definer
    set search_path = pg_catalog as $$
    begin
        perform from fund.balance where account_id = account for update;
        if not exists (select from fund.balance where account_id = account and balance_fen - reserved_fen >= amount) then
            return false;
        end if;
        insert into fund.reservation (account_id, subject, path, amount_fen, open_fen)
        select account, about, balance.path, amount, amount from fund.balance where account_id = account;
        update fund.balance set reserved_fen = reserved_fen + amount where account_id = account;
        return true;
    end $$;

-- Gives back so much of what was put by; more than is still put by is broken code.
create function fund.release(account bigint, about text, amount bigint) returns void language plpgsql security definer
    set search_path = pg_catalog as $$
    begin
        perform from fund.balance where account_id = account for update;
        update fund.reservation set open_fen = open_fen - amount where account_id = account and subject = about;
        if not found then
            raise exception 'nothing is put by for %', about using errcode = 'check_violation';
        end if;
        update fund.balance set reserved_fen = reserved_fen - amount where account_id = account;
    end $$;

-- What is free on an account, held until the transaction ends; nothing where there is no such account.
create function fund.free_locked(account bigint) returns bigint language sql security definer set search_path = pg_catalog
    begin atomic
        select balance_fen - reserved_fen from fund.balance where account_id = account for update;
    end;

-- Opens an account that is not there yet; its number.
create function fund.opened(of_kind text, of_pack text, of_product text, of_holder text, of_path text) returns bigint language plpgsql
    security definer set search_path = pg_catalog as $$
    declare
        number bigint;
    begin
        insert into fund.account (kind, contract_id, pack, product, holder, path)
        values (of_kind, null, of_pack, of_product, of_holder, of_path) on conflict do nothing returning id into number;
        if number is not null then
            insert into fund.balance (account_id, path) values (number, of_path);
            return number;
        end if;
        return (select id from fund.account where kind = of_kind and contract_id is null and pack = of_pack and product = of_product
            and holder = of_holder and path = of_path);
    end $$;

-- 成批入账: for each amount an entry of its own with two lines. All balances are locked first, in the order of their accounts.
create function fund.post_pairs(of_day date, actor bigint, places text[], reasons text[], subjects text[], persons bigint[],
        clauses text[], contracts bigint[], packs text[], products text[], debit_kinds text[], debit_holders text[], debit_paths text[],
        credit_kinds text[], credit_holders text[], credit_paths text[], amounts bigint[])
    returns table (id bigint, subject text, hash bytea) language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        debits bigint[];
        credits bigint[];
        numbers bigint[];
    begin
        if exists (select from unnest(amounts) amount where amount = 0) then
            raise exception 'an entry about nothing' using errcode = 'check_violation';
        end if;
        with given as (
            select * from unnest(contracts, packs, products, debit_kinds, debit_holders, debit_paths, credit_kinds, credit_holders,
                credit_paths) as given (contract_id, pack, product, debit_kind, debit_holder, debit_path, credit_kind, credit_holder,
                credit_path)
        ), line as (
            select debit_kind as kind, contract_id, pack, product, debit_holder as holder, debit_path as path from given
            union select credit_kind, contract_id, pack, product, credit_holder, credit_path from given
        ), opened as (
            insert into fund.account (kind, contract_id, pack, product, holder, path)
            select line.* from line
            where not exists (select from fund.account where account.kind = line.kind and account.pack = line.pack
                and account.product = line.product and account.holder = line.holder and account.path = line.path
                and account.contract_id is not distinct from line.contract_id)
            order by line.kind, line.path, line.holder, line.pack, line.product, line.contract_id
            on conflict do nothing returning account.id, account.path
        )
        insert into fund.balance (account_id, path) select opened.id, opened.path from opened;
        select array_agg(debit.id order by given.ordinality), array_agg(credit.id order by given.ordinality) into debits, credits
        from unnest(contracts, packs, products, debit_kinds, debit_holders, debit_paths, credit_kinds, credit_holders, credit_paths)
            with ordinality as given (contract_id, pack, product, debit_kind, debit_holder, debit_path, credit_kind, credit_holder,
                credit_path, ordinality)
        join fund.account debit on debit.kind = given.debit_kind and debit.pack = given.pack and debit.product = given.product
            and debit.holder = given.debit_holder and debit.path = given.debit_path
            and debit.contract_id is not distinct from given.contract_id
        join fund.account credit on credit.kind = given.credit_kind and credit.pack = given.pack and credit.product = given.product
            and credit.holder = given.credit_holder and credit.path = given.credit_path
            and credit.contract_id is not distinct from given.contract_id;
        perform from fund.balance where account_id = any (debits || credits) order by account_id for update;
        update fund.balance set balance_fen = balance_fen + moved.amount
        from (
            select account, sum(amount)::bigint as amount from (
                select * from unnest(debits, amounts) line (account, amount)
                union all select account, -amount from unnest(credits, amounts) line (account, amount)) both_lines
            group by account) moved
        where account_id = moved.account;
        numbers := array(select nextval(pg_get_serial_sequence('fund.entry', 'id')) from generate_series(1, cardinality(amounts)));
        insert into fund.entry (id, path, day, reason, subject, person_id, clause, reverses, entered_by, hash) overriding system value
        select given.number, given.place, of_day, given.reason, given.about, given.person, given.clause, null, actor,
            fund.hash_of(given.number, of_day, given.reason, given.about, given.person, given.clause, null, actor,
                array[given.debit, given.credit], array[given.amount, -given.amount])
        from unnest(numbers, places, reasons, subjects, persons, clauses, debits, credits, amounts)
            as given (number, place, reason, about, person, clause, debit, credit, amount);
        insert into fund.posting (entry_id, number, path, account_id, amount_fen)
        select given.number, line.number, line.path, line.account, line.amount
        from unnest(numbers, debit_paths, credit_paths, debits, credits, amounts)
            as given (number, debit_path, credit_path, debit, credit, amount)
        cross join lateral (values (1, given.debit_path, given.debit, given.amount), (2, given.credit_path, given.credit, -given.amount))
            as line (number, path, account, amount);
        return query select entry.id, entry.subject, entry.hash from fund.entry where entry.id = any (numbers) order by entry.id;
    end $$;

-- Benefits are pairs too, and posted as such.
drop function fund.post_benefits(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[],
    text[], bigint[]);

-- 账实核对, with what is put by for any subject.
create or replace function fund.faults(place text) returns table (kind text, id bigint, written text, found text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select 'balance', balance.account_id, balance.balance_fen::text, coalesce(sum(posting.amount_fen), 0)::text
        from fund.balance left join fund.posting on posting.account_id = balance.account_id
        where starts_with(balance.path, place) group by balance.account_id, balance.balance_fen
        having balance.balance_fen <> coalesce(sum(posting.amount_fen), 0)
        union all
        select 'reserved', balance.account_id, balance.reserved_fen::text, put_by.amount::text
        from fund.balance cross join lateral (
            select coalesce((select sum(amount_fen) from fund.payment_order
                    where balance.account_id in (source_id, owed_id) and state in ('approved', 'sent')), 0)
                + coalesce((select sum(open_fen) from fund.reservation where reservation.account_id = balance.account_id), 0) as amount)
            put_by
        where starts_with(balance.path, place) and balance.reserved_fen <> put_by.amount
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

-- the reserve check above looks a payment order up by its source as well
create index payment_order_by_source on fund.payment_order (source_id) where state in ('approved', 'sent');

revoke all on function fund.reserve(bigint, text, bigint), fund.release(bigint, text, bigint), fund.free_locked(bigint),
    fund.opened(text, text, text, text, text), fund.post_pairs(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[],
        text[], text[], text[], text[], text[], text[], text[], bigint[]) from public;
grant execute on function fund.reserve(bigint, text, bigint), fund.release(bigint, text, bigint), fund.free_locked(bigint),
    fund.opened(text, text, text, text, text), fund.post_pairs(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[],
        text[], text[], text[], text[], text[], text[], text[], bigint[]) to fangpin_office;

alter table fund.reservation enable row level security;
alter table fund.reservation force row level security;
create policy owner on fund.reservation to fangpin_owner using (true);
create policy own_division on fund.reservation to fangpin_office using (
  path >= nullif(current_setting('fangpin.scope', true), '')
  and path < nullif(current_setting('fangpin.scope', true), '') || '~');
grant select on fund.reservation to fangpin_office;
