-- Bills that arrive while others are being settled are settled together, next, whichever hospitals of a county sent them (decision 072). So what a set
-- asks names a hospital, and who did it, for each of its bills. A small set asks the same every time, as a single bill does, and is planned once.

drop function web.take_key(bytea, bytea);
drop function settlement.take_messages(bigint, text[]);
drop function settlement.take_years(bigint[], text[], text[], date[], bigint, text[]);
drop function settlement.paid_on_paper(bigint, text[]);

-- 占用请求键: for this transaction, each with what it was used for before; "taken" is false while another has it. By the places given.
create function web.take_keys(keys bytea[], requests bytea[])
    returns table (place bigint, taken boolean, same_request boolean, subject bigint, address text, same_before bigint)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    declare
        held boolean[];
    begin
        -- tried, never waited for: no order is needed
        held := array(
            select pg_try_advisory_xact_lock(hashtextextended(encode(given.key, 'hex'), 80))
            from unnest(keys) with ordinality as given (key, place) order by given.place);
        return query
        select given.place, given.free, kept.request_hash = given.request, kept.subject, kept.address, kept.same_before
        from unnest(keys, requests, held) with ordinality as given (key, request, free, place)
        left join web.request_key kept on given.free and kept.key_hash = given.key
        order by given.place;
    end $$;
revoke all on function web.take_keys(bytea[], bytea[]) from public;
grant execute on function web.take_keys(bytea[], bytea[]) to fangpin_office;

-- 占用报文: as in V270, each number under its hospital.
create function settlement.take_messages(hospitals bigint[], numbers text[])
    returns table (hospital_id bigint, id bigint, message_id text, message_hash text)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        perform set_config('plan_cache_mode', case when cardinality(numbers) <= 100 then 'force_generic_plan' else 'force_custom_plan' end,
            true);
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended('settlement.message ' || given.hospital || ' ' || given.number, 0) as key
            from unnest(hospitals, numbers) as given (hospital, number) order by 1) keys;
        return query
        select known.* from unnest(hospitals, numbers) as given (hospital, number)
        cross join lateral (
            select bill.hospital_id, bill.id, bill.message_id, bill.message_hash from settlement.bill
            where bill.hospital_id = given.hospital and bill.message_id = given.number limit 1) known;
    end $$;
revoke all on function settlement.take_messages(bigint[], text[]) from public;
grant execute on function settlement.take_messages(bigint[], text[]) to fangpin_office;

-- As in V309, each number under its hospital.
create function settlement.paid_on_paper(hospitals bigint[], numbers text[]) returns table (hospital_id bigint, number text)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
        select distinct given.hospital, given.number from unnest(hospitals, numbers) as given (hospital, number)
        join settlement.hospital own on own.id = given.hospital
        join settlement.reimbursement paper on paper.stage = 'approved' and paper.bill_number = given.number
            and paper.hospital_name = own.name_zh;
    end;
revoke all on function settlement.paid_on_paper(bigint[], text[]) from public;
grant execute on function settlement.paid_on_paper(bigint[], text[]) to fangpin_office;

-- 占用年度与账单号: as in V309, each number under its hospital. A row is of a year or of a number.
create function settlement.take_years(accounts bigint[], packs text[], products text[], periods date[], hospitals bigint[], numbers text[])
    returns table (account_number bigint, pack text, product text, period_from date, ordinal integer, figures bigint[], keyed boolean,
        hospital_id bigint, settled text)
    language plpgsql volatile set search_path = pg_catalog
    as $$
    begin
        return query select ends.*, null::bigint, null::text from settlement.year_ends(accounts, packs, products, periods) ends;
        perform pg_advisory_xact_lock(keys.key) from (
            select distinct hashtextextended('settlement.bill_number ' || given.hospital || ' ' || given.number, 0) as key
            from unnest(hospitals, numbers) as given (hospital, number) order by 1) keys;
        return query
        select null::bigint, null::text, null::text, null::date, null::integer, null::bigint[], null::boolean, known.*
        from unnest(hospitals, numbers) as given (hospital, number)
        cross join lateral (
            select bill.hospital_id, bill.bill_number from settlement.bill
            where bill.hospital_id = given.hospital and bill.bill_number = given.number and not exists (
                select from settlement.decision where decision.bill_id = bill.id and decision.kind = 'cancelled')
            limit 1) known
        union all
        select null::bigint, null::text, null::text, null::date, null::integer, null::bigint[], null::boolean, paper.*
        from settlement.paid_on_paper(hospitals, numbers) paper;
        if cardinality(numbers) > 100 then
            perform set_config('plan_cache_mode', 'auto', true);
        end if;
    end $$;
revoke all on function settlement.take_years(bigint[], text[], text[], date[], bigint[], text[]) from public;
grant execute on function settlement.take_years(bigint[], text[], text[], date[], bigint[], text[]) to fangpin_office;

-- 成对记账: as in V150, each entry with who made it.
drop function fund.post_pairs(date, bigint, text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[], text[], text[],
    text[], text[], bigint[]);
create function fund.post_pairs(of_day date, actors bigint[], places text[], reasons text[], subjects text[], persons bigint[],
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
        select given.number, given.place, of_day, given.reason, given.about, given.person, given.clause, null, given.actor,
            fund.hash_of(given.number, of_day, given.reason, given.about, given.person, given.clause, null, given.actor,
                array[given.debit, given.credit], array[given.amount, -given.amount])
        from unnest(numbers, actors, places, reasons, subjects, persons, clauses, debits, credits, amounts)
            as given (number, actor, place, reason, about, person, clause, debit, credit, amount);
        insert into fund.posting (entry_id, number, path, account_id, amount_fen)
        select given.number, line.number, line.path, line.account, line.amount
        from unnest(numbers, debit_paths, credit_paths, debits, credits, amounts)
            as given (number, debit_path, credit_path, debit, credit, amount)
        cross join lateral (values (1, given.debit_path, given.debit, given.amount), (2, given.credit_path, given.credit, -given.amount))
            as line (number, path, account, amount);
        return query select entry.id, entry.subject, entry.hash from fund.entry where entry.id = any (numbers) order by entry.id;
    end $$;
revoke all on function fund.post_pairs(date, bigint[], text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[], text[], text[],
    text[], text[], bigint[]) from public;
grant execute on function fund.post_pairs(date, bigint[], text[], text[], text[], bigint[], text[], bigint[], text[], text[], text[], text[], text[], text[],
    text[], text[], bigint[]) to fangpin_office;
