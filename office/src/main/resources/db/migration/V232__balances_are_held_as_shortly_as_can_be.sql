-- 成批入账, as in V150, but that the balances are held last, so that others who post on the same accounts wait for the change of the balance and what
-- follows it, not for the writing of entries too; and that the sequence of the entries is named, not looked for.
create or replace function fund.post_pairs(of_day date, actor bigint, places text[], reasons text[], subjects text[], persons bigint[],
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
        numbers := array(select nextval('fund.entry_id_seq') from generate_series(1, cardinality(amounts)));
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
        perform from fund.balance where account_id = any (debits || credits) order by account_id for update;
        update fund.balance set balance_fen = balance_fen + moved.amount
        from (
            select account, sum(amount)::bigint as amount from (
                select * from unnest(debits, amounts) line (account, amount)
                union all select account, -amount from unnest(credits, amounts) line (account, amount)) both_lines
            group by account) moved
        where account_id = moved.account;
        return query select entry.id, entry.subject, entry.hash from fund.entry where entry.id = any (numbers) order by entry.id;
    end $$;
