-- 成批入账: the debts of many bills posted at once, as fund.post posts one: for each an entry of its own with two lines, benefit paid
-- against what is owed. All balances are locked first, in the order of their accounts, so that nobody waits in a ring.
create function fund.post_benefits(of_day date, actor bigint, places text[], reasons text[], subjects text[], persons bigint[],
        clauses text[], contracts bigint[], packs text[], products text[], owed_kinds text[], holders text[], owed_paths text[],
        amounts bigint[])
    returns table (id bigint, subject text, hash bytea) language plpgsql security definer set search_path = pg_catalog
    as $$
    declare
        paid bigint[];
        owed bigint[];
        numbers bigint[];
    begin
        if exists (select from unnest(amounts) amount where amount = 0) then
            raise exception 'an entry about nothing' using errcode = 'check_violation';
        end if;
        with given as (
            select * from unnest(places, contracts, packs, products, owed_kinds, holders, owed_paths)
                as given (place, contract_id, pack, product, owed_kind, holder, owed_path)
        ), line as (
            select 'benefit-paid' as kind, contract_id, pack, product, '' as holder, place as path from given
            union select owed_kind, contract_id, pack, product, holder, owed_path from given
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
        select array_agg(debit.id order by given.ordinality), array_agg(credit.id order by given.ordinality) into paid, owed
        from unnest(places, contracts, packs, products, owed_kinds, holders, owed_paths) with ordinality
            as given (place, contract_id, pack, product, owed_kind, holder, owed_path, ordinality)
        join fund.account debit on debit.kind = 'benefit-paid' and debit.pack = given.pack and debit.product = given.product
            and debit.holder = '' and debit.path = given.place and debit.contract_id is not distinct from given.contract_id
        join fund.account credit on credit.kind = given.owed_kind and credit.pack = given.pack and credit.product = given.product
            and credit.holder = given.holder and credit.path = given.owed_path
            and credit.contract_id is not distinct from given.contract_id;
        perform from fund.balance where account_id = any (paid || owed) order by account_id for update;
        update fund.balance set balance_fen = balance_fen + moved.amount
        from (
            select account, sum(amount)::bigint as amount from (
                select * from unnest(paid, amounts) line (account, amount)
                union all select account, -amount from unnest(owed, amounts) line (account, amount)) both_lines
            group by account) moved
        where account_id = moved.account;
        numbers := array(select nextval(pg_get_serial_sequence('fund.entry', 'id')) from generate_series(1, cardinality(amounts)));
        insert into fund.entry (id, path, day, reason, subject, person_id, clause, reverses, entered_by, hash) overriding system value
        select given.number, given.place, of_day, given.reason, given.about, given.person, given.clause, null, actor,
            fund.hash_of(given.number, of_day, given.reason, given.about, given.person, given.clause, null, actor,
                array[given.debit, given.credit], array[given.amount, -given.amount])
        from unnest(numbers, places, reasons, subjects, persons, clauses, paid, owed, amounts)
            as given (number, place, reason, about, person, clause, debit, credit, amount);
        insert into fund.posting (entry_id, number, path, account_id, amount_fen)
        select given.number, line.number, line.path, line.account, line.amount
        from unnest(numbers, places, owed_paths, paid, owed, amounts) as given (number, place, owed_path, debit, credit, amount)
        cross join lateral (values (1, given.place, given.debit, given.amount), (2, given.owed_path, given.credit, -given.amount))
            as line (number, path, account, amount);
        return query select entry.id, entry.subject, entry.hash from fund.entry where entry.id = any (numbers) order by entry.id;
    end $$;
revoke all on function fund.post_benefits(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[],
    text[], bigint[]) from public;
grant execute on function fund.post_benefits(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[],
    text[], bigint[]) to fangpin_office;

-- 保障出自哪份合同, of many covers.
create function enrolment.contracts_of_covers(covers bigint[]) returns table (cover bigint, contract bigint)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select cover.id, contract.id
        from enrolment.cover join enrolment.enrolment list on list.id = cover.enrolment_id
        join enrolment.contract on contract.id = list.contract_id
        where cover.id = any (covers);
    end;
revoke all on function enrolment.contracts_of_covers(bigint[]) from public;
grant execute on function enrolment.contracts_of_covers(bigint[]) to fangpin_office;

-- 应付谁: whom the decisions on some bills make a debt to; paper bills are owed to the person, under their reimbursement.
create function settlement.debts_of(bills bigint[])
    returns table (bill_id bigint, hospital_id bigint, hospital_path text, paper boolean, message_id text, cover_id bigint,
        person_id bigint, path text, pack text, product text, clause text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select bill.id, bill.hospital_id, bill.hospital_path, starts_with(hospital.code, 'paper-'), bill.message_id, bill.cover_id,
            bill.person_id, bill.path, bill.pack, bill.product, cover.clause
        from settlement.bill join settlement.hospital on hospital.id = bill.hospital_id
        join enrolment.cover on cover.id = bill.cover_id
        where bill.id = any (bills);
    end;
revoke all on function settlement.debts_of(bigint[]) from public;
grant execute on function settlement.debts_of(bigint[]) to fangpin_office;
